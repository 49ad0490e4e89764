// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/messagemodel.h"

#include <algorithm>
#include <array>

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
    const auto [order, descending] = std::pair(m_filter.order, m_filter.descending);
    m_filter = filter;
    m_filter.order = order; // stays as it was chosen
    m_filter.descending = descending;
    const QList<domain::Message> first = page({}, pageSize);
    m_complete = first.size() < pageSize;
    replace(first);
}

void MessageModel::sort(int column, Qt::SortOrder order)
{
    using storage::MessageOrder;
    constexpr std::array orders{MessageOrder::Number, MessageOrder::Name,  MessageOrder::Text,
                                MessageOrder::State,  MessageOrder::Since, MessageOrder::Reason};
    m_filter.order = column < 0 ? MessageOrder::Made : orders.at(static_cast<size_t>(column));
    m_filter.descending = order == Qt::DescendingOrder;
    if (m_filter.campaign)
        setFilter(m_filter);
}

QList<domain::Message> MessageModel::page(const QList<domain::Message> &behind, int limit)
{
    storage::MessageFilter filter = m_filter;
    filter.afterId = behind.isEmpty() ? 0 : behind.constLast().id;
    filter.offset = behind.size();
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
        const QList<domain::Message> next = page(fresh, pageSize);
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
    const QList<domain::Message> next = page(rows(), pageSize);
    m_complete = next.size() < pageSize;
    append(next);
}

} // namespace models
