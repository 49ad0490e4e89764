// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/mailboxround.h"

#include "base/crashpoint.h"
#include "mailbox/event.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

constexpr int mostRounds = 1000; // of 500: one that never ends is not believed
constexpr int longestWaitSeconds = 25;
constexpr int pauseMs = 1000; // between two questions to one that does not wait

} // namespace

MailboxRound::MailboxRound(std::unique_ptr<mailbox::Client> client, receiver::Sink sink,
                           const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_client(std::move(client))
    , m_sink(std::move(sink))
    , m_clock(clock)
{
}

MailboxRound::~MailboxRound() = default;

void MailboxRound::begin(int waitSeconds)
{
    m_waitUntilMs = m_clock.nowMs() + waitSeconds * 1000LL;
    ask();
}

void MailboxRound::ask()
{
    const qint64 left = m_fetched.events > 0 ? 0 : m_waitUntilMs - m_clock.nowMs();
    const qint64 seconds = std::clamp<qint64>((left + 999) / 1000, 0, longestWaitSeconds);
    m_client->events(m_after, static_cast<int>(seconds),
                     [this](const base::Result<mailbox::Portion> &portion) {
                         if (!portion) {
                             Q_EMIT finished(portion.error());
                             return;
                         }
                         take(*portion);
                     });
}

void MailboxRound::take(const mailbox::Portion &portion)
{
    Q_EMIT fullnessHeard(portion.facts.full);
    m_fetched.left = portion.left;
    if (portion.items.isEmpty()) {
        if (m_fetched.events == 0 && m_clock.nowMs() < m_waitUntilMs) {
            QTimer::singleShot(pauseMs, this, [this] { ask(); });
            return;
        }
        Q_EMIT finished(m_fetched);
        return;
    }
    m_highest = m_after;
    m_open = m_portion = portion.items.size();
    for (const mailbox::Portion::Item &item : portion.items)
        m_highest = std::max(m_highest, item.number);
    for (const mailbox::Portion::Item &item : portion.items)
        take(item);
}

void MailboxRound::take(const mailbox::Portion::Item &item)
{
    const qint64 now = m_clock.nowMs();
    const auto content = mailbox::opened(item.sealed, m_client->keys());
    const auto event = content ? mailbox::unpacked(*content) : std::nullopt;
    const auto told = [self = QPointer(this)](bool good) { // the commit may outlive this fetch
        if (self)
            self->stored(good);
    };
    if (!event) // it blocks nothing behind it
        return m_sink.quarantine({now, {}, domain::Unreadable::ForeignSeal, item.sealed}, told);
    receiver::dispatch(event->leaf, event->request, std::min(event->receivedMs, now), m_sink,
                       [told](receiver::Kind, bool good) { told(good); });
}

void MailboxRound::stored(bool good)
{
    m_allStored = m_allStored && good;
    if (--m_open > 0)
        return;
    if (!m_allStored) {
        Q_EMIT finished(base::Error{base::ErrorCode::DiskFull, {}, {}});
        return;
    }
    base::crashPoint("mailbox-stored");
    forget();
}

void MailboxRound::forget()
{
    m_client->forgetUpto(m_highest, [this](const base::Result<mailbox::Facts> &facts) {
        if (!facts) { // what is stored comes again, which is harmless
            Q_EMIT finished(facts.error());
            return;
        }
        base::crashPoint("mailbox-told");
        Q_EMIT fullnessHeard(facts->full);
        m_fetched.events += m_portion;
        const bool more = m_fetched.left > 0 && m_highest > m_after && ++m_rounds < mostRounds;
        m_after = m_highest;
        if (more)
            return ask();
        Q_EMIT finished(m_fetched);
    });
}

} // namespace engine
