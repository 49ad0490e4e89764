// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/messagemodel.h"

#include <algorithm>

namespace models {

namespace {

constexpr int pageSize = 200; // rows: well under a frame

} // namespace

MessageModel::MessageModel(storage::Database &reader, QObject *parent)
    : MessageRows({Field::Number, Field::Name, Field::Text, Field::State, Field::Since, Field::Reason},
                  parent)
    , m_reader(reader)
{
}

void MessageModel::setFilter(const storage::MessageFilter &filter)
{
    m_filter = filter;
    const QList<domain::Message> first = page(0, pageSize);
    m_complete = first.size() < pageSize;
    replace(first);
}

QList<domain::Message> MessageModel::page(qint64 afterId, int limit)
{
    storage::MessageFilter filter = m_filter;
    filter.afterId = afterId;
    filter.limit = limit;
    auto rows = storage::Journal(m_reader).messages(filter);
    if (!rows) {
        Q_EMIT readFailed(rows.error());
        return {};
    }
    return std::move(rows).value();
}

void MessageModel::refresh()
{
    QList<domain::Message> fresh;
    const qsizetype wanted = qMax<qsizetype>(rows().size(), pageSize);
    while (fresh.size() < wanted) {
        const QList<domain::Message> next = page(fresh.isEmpty() ? 0 : fresh.constLast().id, pageSize);
        fresh += next;
        if (next.size() < pageSize)
            break;
    }
    const bool sameRows =
        std::equal(fresh.cbegin(), fresh.cend(), rows().cbegin(), rows().cend(),
                   [](const domain::Message &a, const domain::Message &b) { return a.id == b.id; });
    if (!sameRows) {
        m_complete = fresh.size() < wanted;
        replace(fresh);
        return;
    }
    for (int i = 0; i < static_cast<int>(fresh.size()); ++i)
        update(i, fresh[i]);
}

bool MessageModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete;
}

void MessageModel::fetchMore(const QModelIndex &parent)
{
    if (parent.isValid() || m_complete)
        return;
    const QList<domain::Message> next = page(rows().isEmpty() ? 0 : rows().constLast().id, pageSize);
    m_complete = next.size() < pageSize;
    append(next);
}

} // namespace models
