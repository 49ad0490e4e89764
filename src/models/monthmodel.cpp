// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/monthmodel.h"

#include "engine/language.h"

#include <QPromise>
#include <QThreadPool>

#include <algorithm>

namespace models {

namespace {

base::Result<engine::MonthReport> readMonth(const QString &file, QDate month)
{
    const base::SystemClock clock;
    const auto reader = storage::Database::open(file, storage::OpenMode::ReadOnly, clock);
    if (!reader)
        return reader.error();
    return engine::monthReport(*reader.value(), month);
}

qint64 valueOf(const storage::SentFigures &figures, int column)
{
    switch (column) {
    case MonthModel::Messages:
        return figures.messages;
    case MonthModel::Sms:
        return figures.segments;
    case MonthModel::Kroner:
        return figures.costOre.value_or(-1);
    case MonthModel::Delivered:
        return figures.delivered;
    case MonthModel::Failed:
        return figures.failed;
    default:
        return figures.optOuts;
    }
}

} // namespace

MonthModel::MonthModel(QString databaseFile, QObject *parent)
    : QAbstractTableModel(parent)
    , m_file(std::move(databaseFile))
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        if (m_asked != m_wanted)
            return read();
        const Answer answer = m_watcher.result();
        if (!*answer) {
            Q_EMIT readFailed(answer->error());
            return;
        }
        m_report = answer->value();
        arrange();
        Q_EMIT loaded();
    });
}

void MonthModel::ask(QDate month)
{
    m_wanted = month;
    if (!m_watcher.isRunning())
        read();
}

void MonthModel::read()
{
    m_asked = m_wanted;
    auto promise = std::make_shared<QPromise<Answer>>();
    m_watcher.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, file = m_file, month = m_asked] {
        promise->start();
        promise->addResult(std::make_shared<base::Result<engine::MonthReport>>(readMonth(file, month)));
        promise->finish();
    });
}

void MonthModel::setBy(engine::ReportBy by)
{
    m_by = by;
    arrange();
}

void MonthModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
}

void MonthModel::arrange()
{
    beginResetModel();
    m_rows = m_report.rows(m_by);
    const auto isBefore = [this](const storage::SentFigures &a, const storage::SentFigures &b) {
        if (m_sortColumn == Name)
            return engine::wording::reportName(a, m_by).localeAwareCompare(
                       engine::wording::reportName(b, m_by)) < 0;
        return valueOf(a, m_sortColumn) < valueOf(b, m_sortColumn);
    };
    if (m_sortColumn >= 0) {
        std::stable_sort(m_rows.begin(), m_rows.end(),
                         [&](const storage::SentFigures &a, const storage::SentFigures &b) {
                             return m_sortOrder == Qt::AscendingOrder ? isBefore(a, b) : isBefore(b, a);
                         });
    }
    endResetModel();
}

int MonthModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MonthModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MonthModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const storage::SentFigures &figures = m_rows.at(index.row());
    if (role == Qt::TextAlignmentRole && index.column() != Name)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    if (index.column() == Name)
        return engine::wording::reportName(figures, m_by);
    if (index.column() == Kroner)
        return engine::wording::kroner(figures.costOre);
    return engine::language::locale().toString(valueOf(figures, index.column()));
}

QVariant MonthModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return m_by == engine::ReportBy::Campaign ? tr("Campaign", "column") : tr("Sender", "column");
    case Messages:
        return tr("Messages", "column");
    case Sms:
        return tr("SMS", "column");
    case Kroner:
        return tr("Kroner", "column");
    case Delivered:
        return tr("Delivered", "column");
    case Failed:
        return tr("Failed", "column");
    case OptOuts:
        return tr("Opt-outs", "column");
    default:
        return {};
    }
}

} // namespace models
