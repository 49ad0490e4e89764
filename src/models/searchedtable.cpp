// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/searchedtable.h"

#include <QHash>

namespace models {

void SearchedTable::search(const QString &text)
{
    reset([&] { m_search = text.trimmed(); });
}

void SearchedTable::arrange()
{
    reset([] {});
}

void SearchedTable::choose()
{
    m_shown.clear();
    m_shown.reserve(allRows());
    for (qsizetype place = 0; place < allRows(); ++place) {
        if (m_search.isEmpty() || has(place, m_search))
            m_shown.append(place);
    }
    if (sortColumn() < 0)
        return;
    QHash<qsizetype, QString> keys;
    for (const qsizetype place : std::as_const(m_shown))
        keys.insert(place, sortKey(place, sortColumn()));
    inChosenOrder(m_shown, [&keys](qsizetype a, qsizetype b) { return keys[a] < keys[b]; });
}

} // namespace models
