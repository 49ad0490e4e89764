// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/optoutmodel.h"

#include "engine/inboxwording.h"
#include "models/when.h"
#include "phone/phonenumber.h"

#include <algorithm>

namespace models {
using namespace Qt::StringLiterals;

OptOutModel::OptOutModel(storage::Database &reader, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
{
}

void OptOutModel::setSearch(const QString &digits)
{
    m_search = digits;
    m_search.removeIf([](QChar c) { return !c.isDigit(); });
    refresh();
}

void OptOutModel::refresh()
{
    auto all = storage::OptOutRepository(m_reader).list();
    if (!all) {
        Q_EMIT readFailed(all.error());
        return;
    }
    beginResetModel();
    m_rows = std::move(all).value();
    if (!m_search.isEmpty())
        m_rows.removeIf([this](const domain::OptOut &out) { return !out.number.contains(m_search); });
    arrange();
    endResetModel();
}

void OptOutModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    refresh();
}

void OptOutModel::arrange()
{
    const auto isBefore = [this](const domain::OptOut &a, const domain::OptOut &b) {
        switch (m_sortColumn) {
        case Number:
            return a.number < b.number;
        case Since:
            return a.atMs < b.atMs;
        default:
            return engine::wording::optOutSource(a.source) < engine::wording::optOutSource(b.source);
        }
    };
    if (m_sortColumn < 0)
        return;
    std::stable_sort(m_rows.begin(), m_rows.end(), [&](const domain::OptOut &a, const domain::OptOut &b) {
        return m_sortOrder == Qt::AscendingOrder ? isBefore(a, b) : isBefore(b, a);
    });
}

int OptOutModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OptOutModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OptOutModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size() ||
        (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const domain::OptOut &out = m_rows.at(index.row());
    switch (index.column()) {
    case Number:
        return phone::forDisplay(out.number);
    case Since:
        return sinceInWords(out.atMs);
    default:
        return engine::wording::optOutSource(out.source);
    }
}

QVariant OptOutModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Number  ? tr("Number", "column")
           : section == Since ? tr("Since", "column")
                              : tr("How", "column");
}

} // namespace models
