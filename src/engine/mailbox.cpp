// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/mailbox.h"

#include "base/crashpoint.h"
#include "engine/mailboxkeys.h"
#include "engine/mailboxwording.h"
#include "mailbox/client.h"
#include "mailbox/event.h"
#include "mailbox/problem.h"

#include <QPointer>

#include <algorithm>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

const QString urlKey = QStringLiteral("mailbox/url");
const QString lastFetchKey = QStringLiteral("mailbox/lastFetchMs");
const QString usedSinceKey = QStringLiteral("mailbox/usedSinceMs");

constexpr qint64 clockLimitMs = 5LL * 60 * 1000;
constexpr qint64 forgottenMs = 14LL * 24 * 60 * 60 * 1000;
constexpr qint64 keepTimeEveryMs = 5LL * 60 * 1000; // the settings are no place for every question
constexpr int busyMs = 5000;
constexpr qint64 busyForMs = 10LL * 60 * 1000;
constexpr int idleMs = 60 * 1000;
constexpr int longestMs = 10 * 60 * 1000;
constexpr int mostRounds = 1000; // of 500: one that never ends is not believed
constexpr int longestWaitSeconds = 25;
constexpr int pauseMs = 1000; // between two questions to one that does not wait

base::Result<void> save(Settings &settings, const MailboxSettings &mailbox)
{
    if (auto kept = settings.setValue(lastFetchKey, QString::number(mailbox.lastFetchMs)); !kept)
        return kept;
    if (auto kept = settings.setValue(usedSinceKey, QString::number(mailbox.usedSinceMs)); !kept)
        return kept;
    return settings.setValue(urlKey, mailbox.url.toString(QUrl::FullyEncoded));
}

} // namespace

MailboxSettings mailboxSettings(const Settings &settings)
{
    return {QUrl(settings.value(urlKey)), settings.value(lastFetchKey).toLongLong(),
            settings.value(usedSinceKey).toLongLong()};
}

// One fetch: portion after portion, each forgotten there once all of it is stored here.
class Mailbox::Round final : public QObject
{
public:
    Round(Mailbox &mailbox, std::unique_ptr<mailbox::Client> client, int waitSeconds)
        : m_mailbox(mailbox)
        , m_client(std::move(client))
        , m_sink(mailbox.m_context.sink())
        , m_waitUntilMs(mailbox.m_context.clock.nowMs() + waitSeconds * 1000LL)
    {
    }

    void ask()
    {
        const qint64 left = m_fetched.events > 0 ? 0 : m_waitUntilMs - m_mailbox.m_context.clock.nowMs();
        const qint64 seconds = std::clamp<qint64>((left + 999) / 1000, 0, longestWaitSeconds);
        m_client->events(m_after, static_cast<int>(seconds),
                         [this](const base::Result<mailbox::Portion> &portion) {
                             if (!portion)
                                 return m_mailbox.ended(portion.error());
                             take(*portion);
                         });
    }

private:
    void take(const mailbox::Portion &portion);
    void take(const mailbox::Portion::Item &item);
    void stored(bool good);
    void forget();

    Mailbox &m_mailbox;
    const std::unique_ptr<mailbox::Client> m_client;
    const receiver::Sink m_sink;
    const qint64 m_waitUntilMs;
    Fetched m_fetched;
    qint64 m_after = 0;
    qint64 m_highest = 0;
    qsizetype m_portion = 0;
    qsizetype m_open = 0; // of the portion, not stored yet
    bool m_allStored = true;
    int m_rounds = 0;
};

void Mailbox::Round::take(const mailbox::Portion &portion)
{
    m_mailbox.noteFacts(portion.facts);
    m_fetched.left = portion.left;
    if (portion.items.isEmpty()) {
        if (m_fetched.events > 0 || m_mailbox.m_context.clock.nowMs() >= m_waitUntilMs)
            return m_mailbox.ended(m_fetched);
        QTimer::singleShot(pauseMs, this, [this] { ask(); });
        return;
    }
    m_highest = m_after;
    m_open = m_portion = portion.items.size();
    for (const mailbox::Portion::Item &item : portion.items)
        m_highest = std::max(m_highest, item.number);
    for (const mailbox::Portion::Item &item : portion.items)
        take(item);
}

void Mailbox::Round::take(const mailbox::Portion::Item &item)
{
    const qint64 now = m_mailbox.m_context.clock.nowMs();
    const auto content = mailbox::opened(item.sealed, m_client->keys());
    const auto event = content ? mailbox::unpacked(*content) : std::nullopt;
    const auto told = [self = QPointer(this)](bool good) { // the commit may outlive this fetch
        if (self)
            self->stored(good);
    };
    if (!event) // it blocks nothing behind it
        return m_sink.quarantine({now, {}, u"foreignSeal"_s, item.sealed}, told);
    receiver::dispatch(event->leaf, event->request, std::min(event->receivedMs, now), m_sink,
                       [told](receiver::Kind, bool good) { told(good); });
}

void Mailbox::Round::stored(bool good)
{
    m_allStored = m_allStored && good;
    if (--m_open > 0)
        return;
    if (!m_allStored)
        return m_mailbox.ended(base::Error{base::ErrorCode::DiskFull, {}, {}});
    base::crashPoint("mailbox-stored");
    forget();
}

void Mailbox::Round::forget()
{
    m_client->forgetUpto(m_highest, [this](const base::Result<mailbox::Facts> &facts) {
        if (!facts) // what is stored comes again, which is harmless
            return m_mailbox.ended(facts.error());
        base::crashPoint("mailbox-told");
        m_mailbox.noteFacts(*facts);
        m_fetched.events += m_portion;
        const bool more = m_fetched.left > 0 && m_highest > m_after && ++m_rounds < mostRounds;
        m_after = m_highest;
        if (more)
            return ask();
        m_mailbox.ended(m_fetched);
    });
}

Mailbox::Mailbox(const MailboxContext &context)
    : m_context(context)
{
    const MailboxSettings settings = mailboxSettings(m_context.settings);
    m_state.used = !settings.url.isEmpty();
    m_state.lastAskedMs = settings.lastFetchMs;
    m_keptMs = settings.lastFetchMs;
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { fetch(0, {}); });
}

Mailbox::~Mailbox() = default;

bool Mailbox::isUsed() const
{
    return m_state.used;
}

MailboxState Mailbox::state() const
{
    return m_state;
}

base::Result<std::unique_ptr<mailbox::Client>> Mailbox::client(const QUrl &url) const
{
    const auto keys = mailboxKeys(m_context.profile);
    if (!keys)
        return keys.error();
    return std::make_unique<mailbox::Client>(url, *keys);
}

void Mailbox::test(const QString &typed, const std::function<void(base::Result<MailboxTest>)> &done)
{
    const auto url = mailbox::mailboxAddress(typed);
    if (!url)
        return done(url.error());
    auto made = client(*url);
    if (!made)
        return done(made.error());
    mailbox::Client *asked = std::move(made).value().release();
    asked->setParent(this);
    asked->test([this, done, asked](const base::Result<mailbox::Tested> &tested) {
        asked->deleteLater(); // it is in its own call
        if (!tested)
            return done(tested.error());
        const qint64 ahead = tested->facts.nowMs - m_context.clock.nowMs();
        done(MailboxTest{tested->by, tested->durable, tested->showsErrors, tested->largestBody,
                         tested->facts.full, std::abs(ahead) > clockLimitMs ? ahead : 0});
    });
}

void Mailbox::use(const QString &typed, const std::function<void(base::Result<MailboxTest>)> &done)
{
    test(typed, [this, typed, done](const base::Result<MailboxTest> &tested) {
        if (!tested)
            return done(tested);
        MailboxSettings settings = mailboxSettings(m_context.settings);
        const QUrl url = *mailbox::mailboxAddress(typed);
        if (settings.url != url)
            settings = MailboxSettings{url, 0};
        settings.usedSinceMs = m_context.clock.nowMs();
        if (auto kept = save(m_context.settings, settings); !kept)
            return done(kept.error());
        m_state = {};
        m_state.used = true;
        m_state.lastAskedMs = settings.lastFetchMs;
        m_keptMs = settings.lastFetchMs;
        m_failures = 0;
        Q_EMIT stateChanged(m_state);
        askSoon();
        done(tested);
    });
}

base::Result<void> Mailbox::off()
{
    if (auto kept = save(m_context.settings, MailboxSettings()); !kept)
        return kept;
    m_timer.stop();
    m_state = {};
    Q_EMIT stateChanged(m_state);
    return {};
}

void Mailbox::fetch(int waitSeconds, const std::function<void(base::Result<Fetched>)> &done)
{
    m_timer.stop();
    if (done)
        m_waiting.push_back(done);
    if (m_round)
        return;
    if (!m_state.used)
        return ended(mailbox::error(mailbox::Problem::NotUsed));
    auto made = client(mailboxSettings(m_context.settings).url);
    if (!made)
        return ended(made.error());
    m_round = std::make_unique<Round>(*this, std::move(made).value(), waitSeconds);
    m_round->ask();
}

// The round is in a call of its own; whoever is told may begin the next one.
void Mailbox::ended(const base::Result<Fetched> &result)
{
    if (m_round)
        m_round.release()->deleteLater();
    if (m_state.used) {
        m_failures = result ? 0 : m_failures + 1;
        m_state.problem = result ? std::nullopt : std::optional(result.error());
        if (result) {
            m_state.lastAskedMs = m_context.clock.nowMs();
            if (result->events > 0 || m_state.lastAskedMs - m_keptMs >= keepTimeEveryMs)
                keepTime();
        }
        Q_EMIT stateChanged(m_state);
    }
    askSoon();
    for (const auto &tell : std::exchange(m_waiting, {}))
        tell(result);
}

void Mailbox::keepTime()
{
    MailboxSettings settings = mailboxSettings(m_context.settings);
    settings.lastFetchMs = m_keptMs = m_state.lastAskedMs;
    if (auto kept = save(m_context.settings, settings); !kept)
        m_state.problem = kept.error();
}

void Mailbox::empty(bool confirmed, const std::function<void(base::Result<void>)> &done)
{
    if (!m_state.used)
        return done({});
    fetch(0, [confirmed, done](const base::Result<Fetched> &fetched) {
        if (fetched || confirmed)
            return done({});
        done(base::Error{base::ErrorCode::NeedsConfirmation, wording::mailboxNotEmptied(fetched.error()),
                         u"mailbox"_s});
    });
}

void Mailbox::noteFacts(const mailbox::Facts &facts)
{
    m_state.full = facts.full;
}

void Mailbox::startAsking()
{
    m_asking = true;
    if (m_state.used && !m_round)
        m_timer.start(0);
}

void Mailbox::stopAsking()
{
    m_asking = false;
    m_timer.stop();
    m_round.reset();
    m_waiting.clear();
    if (m_state.used && m_state.lastAskedMs > m_keptMs)
        keepTime();
}

void Mailbox::expectStatuses()
{
    m_busyUntilMs = m_context.clock.nowMs() + busyForMs;
    if (m_timer.isActive() && m_timer.remainingTime() > busyMs)
        askSoon();
}

void Mailbox::askSoon()
{
    if (!m_asking || !m_state.used || m_round)
        return;
    const int usual = m_context.clock.nowMs() < m_busyUntilMs ? busyMs : idleMs;
    m_timer.start(m_failures == 0 ? usual : std::min(longestMs, usual << std::min(m_failures, 7)));
}

bool Mailbox::isForgotten() const
{
    const MailboxSettings settings = mailboxSettings(m_context.settings);
    const qint64 since = std::max(settings.lastFetchMs, settings.usedSinceMs);
    return !settings.url.isEmpty() && since > 0 && m_context.clock.nowMs() - since > forgottenMs;
}

} // namespace engine
