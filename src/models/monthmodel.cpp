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
    : Table(parent)
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

void MonthModel::arrange()
{
    beginResetModel();
    m_rows = m_report.rows(m_by);
    const auto isBefore = [this](const storage::SentFigures &a, const storage::SentFigures &b) {
        if (sortColumn() == Name)
            return engine::wording::reportName(a, m_by).localeAwareCompare(
                       engine::wording::reportName(b, m_by)) < 0;
        return valueOf(a, sortColumn()) < valueOf(b, sortColumn());
    };
    if (sortColumn() >= 0)
        inChosenOrder(m_rows, isBefore);
    endResetModel();
}

QVariant MonthModel::cell(int row, int column, int role) const
{
    const storage::SentFigures &figures = m_rows.at(row);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    if (column == Name)
        return engine::wording::reportName(figures, m_by);
    if (column == Kroner)
        return engine::wording::kroner(figures.costOre);
    return engine::language::locale().toString(valueOf(figures, column));
}

QStringList MonthModel::titles() const
{
    return {m_by == engine::ReportBy::Campaign ? tr("Campaign", "column") : tr("Sender", "column"),
            tr("Messages", "column"),
            tr("SMS", "column"),
            tr("Kroner", "column"),
            tr("Delivered", "column"),
            tr("Failed", "column"),
            tr("Opt-outs", "column")};
}

} // namespace models
