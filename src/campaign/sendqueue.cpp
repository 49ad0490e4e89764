// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/sendqueue.h"

#include "storage/journal.h"

#include <QSet>

#include <algorithm>
#include <iterator>

namespace campaign {

namespace {

constexpr int pageSize = 1000;

}

SendQueue::SendQueue(storage::Database &database, qint64 campaign)
    : m_database(database)
    , m_campaign(campaign)
{
}

base::Result<QList<domain::Message>> SendQueue::take(int most)
{
    if (auto read = readAhead(most); !read)
        return read.error();
    if (m_ahead.isEmpty())
        return QList<domain::Message>();
    if (most == 1)
        return QList<domain::Message>{m_ahead.takeFirst()};

    const domain::Message first = m_ahead.constFirst();
    const auto fits = [&first](const domain::Message &other) {
        return other.text == first.text && other.sender == first.sender;
    };
    int left = most;
    QSet<QString> numbers; // an answer's lists name numbers: each stands for one message (BLK-06)
    const auto taken = [&](const domain::Message &other) {
        if (left == 0 || !fits(other) || numbers.contains(other.number))
            return false;
        numbers.insert(other.number);
        --left;
        return true;
    };
    const auto rest = std::stable_partition(m_ahead.begin(), m_ahead.end(), taken);
    const qsizetype count = std::distance(m_ahead.begin(), rest);
    QList<domain::Message> batch = m_ahead.first(count);
    m_ahead.remove(0, count);
    return batch;
}

base::Result<bool> SendQueue::hasMore()
{
    if (auto read = readAhead(1); !read)
        return read.error();
    return !m_ahead.isEmpty();
}

void SendQueue::giveBack(const QList<domain::Message> &messages)
{
    if (!messages.isEmpty()) // after each answer: what has been read ahead is not copied for nothing
        m_ahead = messages + m_ahead;
}

base::Result<bool> SendQueue::readAgain()
{
    m_ahead.clear();
    m_lastId = 0;
    m_atEnd = false;
    if (auto read = readAhead(1); !read)
        return read.error();
    return !m_ahead.isEmpty();
}

base::Result<void> SendQueue::readAhead(int atLeast)
{
    while (!m_atEnd && m_ahead.size() < atLeast) {
        auto page = storage::Journal(m_database).queued(m_campaign, m_lastId, pageSize);
        if (!page)
            return page.error();
        m_atEnd = page->size() < pageSize;
        if (!page->isEmpty())
            m_lastId = page->constLast().id;
        m_ahead += page.value();
    }
    return {};
}

} // namespace campaign
