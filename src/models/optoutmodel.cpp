// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/optoutmodel.h"

#include "engine/inboxwording.h"
#include "models/when.h"
#include "phone/phonenumber.h"

#include <algorithm>

namespace models {
using namespace Qt::StringLiterals;

void OptOutModel::setSearch(const QString &digits)
{
    m_search = digits;
    m_search.removeIf([](QChar c) { return !c.isDigit(); });
    refresh();
}

void OptOutModel::refresh()
{
    QList<domain::OptOut> all;
    if (!take(storage::OptOutRepository(m_reader).list(), all))
        return;
    beginResetModel();
    m_rows = all;
    if (!m_search.isEmpty())
        m_rows.removeIf([this](const domain::OptOut &out) { return !out.number.contains(m_search); });
    const auto isBefore = [this](const domain::OptOut &a, const domain::OptOut &b) {
        switch (sortColumn()) {
        case Number:
            return a.number < b.number;
        case Since:
            return a.atMs < b.atMs;
        default:
            return engine::wording::optOutSource(a.source) < engine::wording::optOutSource(b.source);
        }
    };
    if (sortColumn() >= 0)
        inChosenOrder(m_rows, isBefore);
    endResetModel();
}

QVariant OptOutModel::cell(int row, int column, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const domain::OptOut &out = m_rows.at(row);
    switch (column) {
    case Number:
        return phone::forDisplay(out.number);
    case Since:
        return sinceInWords(out.atMs);
    default:
        return engine::wording::optOutSource(out.source);
    }
}

QStringList OptOutModel::titles() const
{
    return {tr("Number", "column"), tr("Since", "column"), tr("How", "column")};
}

} // namespace models
