// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/mailbox.h"

#include "engine/centralsettings.h"
#include "engine/mailboxwording.h"
#include "engine/network.h"
#include "engine/owntime.h"
#include "mailbox/problem.h"

#include <algorithm>
#include <utility>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

const QString urlKey = QStringLiteral("mailbox/url");
const QString formerUrlKey = QStringLiteral("mailbox/formerUrl");
const QString movedKey = QStringLiteral("mailbox/movedMs");
const QString lastFetchKey = QStringLiteral("mailbox/lastFetchMs");
const QString usedSinceKey = QStringLiteral("mailbox/usedSinceMs");

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
constexpr qint64 clockLimitMs = 5LL * 60 * 1000;
constexpr qint64 forgottenMs = 14 * dayMs;
constexpr qint64 formerForMs = 30 * dayMs; // the portal may be told late
constexpr qint64 formerEveryMs = 60 * 1000;
constexpr qint64 keepTimeEveryMs = 5LL * 60 * 1000; // the settings are no place for every question
constexpr int busyMs = 5000;
constexpr qint64 busyForMs = 10LL * 60 * 1000;
constexpr int idleMs = 60 * 1000;
constexpr int longestMs = 10 * 60 * 1000;

} // namespace

MailboxSettings mailboxSettings(const Settings &settings)
{
    QUrl url(settings.value(urlKey));
    if (!url.isEmpty()) // where one is used at all
        url = CentralSettings().mailboxUrl().value_or(url);
    return {url, QUrl(settings.value(formerUrlKey)), settings.value(movedKey).toLongLong(),
            settings.value(lastFetchKey).toLongLong(), settings.value(usedSinceKey).toLongLong()};
}

bool mayPassByItself(const base::Error &problem)
{
    return mailbox::problemOf(problem) == mailbox::Problem::Unreachable;
}

Mailbox::Mailbox(MailboxContext context)
    : m_context(std::move(context))
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

MailboxSettings Mailbox::settings() const
{
    return mailboxSettings(m_context.settings);
}

ReceiverUrls Mailbox::urls() const
{
    const auto keys = mailboxKeys(m_context.profile);
    if (!m_state.used || !keys)
        return {};
    const mailbox::Client client(settings().url, *keys);
    return {client.statusUrl(), client.inboundUrl()};
}

base::Result<void> Mailbox::save(const MailboxSettings &mailbox)
{
    const std::pair<QString, QString> values[] = {
        {lastFetchKey, QString::number(mailbox.lastFetchMs)},
        {usedSinceKey, QString::number(mailbox.usedSinceMs)},
        {movedKey, QString::number(mailbox.movedMs)},
        {formerUrlKey, mailbox.formerUrl.toString(QUrl::FullyEncoded)},
        {urlKey, mailbox.url.toString(QUrl::FullyEncoded)},
    };
    for (const auto &[key, value] : values) {
        if (auto kept = m_context.settings.setValue(key, value); !kept)
            return kept;
    }
    return {};
}

base::Result<void> Mailbox::writeFile(MailboxFile kind, const QString &file)
{
    return writeMailboxFile(m_context.profile, kind, file);
}

base::Result<void> Mailbox::saveKey(const QString &file) const
{
    return saveMailboxKeys(m_context.profile, file);
}

base::Result<void> Mailbox::loadKey(const QString &file)
{
    return loadMailboxKeys(m_context.profile, file);
}

void Mailbox::renewKey(MailboxFile kind, const QString &file,
                       const std::function<void(base::Result<void>)> &done)
{
    fetch(0, [this, kind, file, done](const base::Result<Fetched> &fetched) {
        if (!fetched)
            return done(fetched.error());
        if (auto prepared = prepareNewMailboxKeys(m_context.profile); !prepared)
            return done(prepared);
        done(writeFile(kind, file));
    });
}

bool Mailbox::awaitsNewKey() const
{
    return newMailboxKeys(m_context.profile).ok();
}

base::Result<std::unique_ptr<mailbox::Client>> Mailbox::client(const QUrl &url, Key key)
{
    const auto keys = key == Key::New ? newMailboxKeys(m_context.profile) : mailboxKeys(m_context.profile);
    if (!keys)
        return keys.error();
    auto made = std::make_unique<mailbox::Client>(url, *keys);
    if (const auto account = m_context.settings.account({})) {
        const gateway::Connection world = connectionOf(*account, {});
        made->reachBy(world.proxy, world.extraAuthorities);
    }
    connect(made.get(), &mailbox::Client::dateHeard, &m_context.ownTime, &OwnTime::heard);
    return made;
}

bool Mailbox::isForNewKey(const base::Error &error, Key asked) const
{
    return asked == Key::InForce && mailbox::problemOf(error) == mailbox::Problem::Foreign && awaitsNewKey();
}

// The mailbox has it now. Where it cannot be kept, it is tried again with the next question.
void Mailbox::takeNewKey()
{
    if (auto adopted = adoptNewMailboxKeys(m_context.profile); !adopted)
        m_state.problem = adopted.error();
}

void Mailbox::test(const QUrl &url, Key key, const TestEnded &done)
{
    auto made = client(url, key);
    if (!made)
        return done(made.error());
    mailbox::Client *asked = std::move(made).value().release();
    asked->setParent(this);
    asked->test([this, url, key, done, asked](const base::Result<mailbox::Tested> &tested) {
        asked->deleteLater(); // it is in its own call
        if (!tested && isForNewKey(tested.error(), key))
            return test(url, Key::New, done);
        if (tested && key == Key::New)
            takeNewKey();
        done(tested);
    });
}

void Mailbox::test(const QString &typed, const std::function<void(base::Result<MailboxTest>)> &done)
{
    const auto url = mailbox::mailboxAddress(typed);
    if (!url)
        return done(url.error());
    test(*url, Key::InForce, [this, done](const base::Result<mailbox::Tested> &tested) {
        if (!tested)
            return done(tested.error());
        const qint64 ahead = tested->facts.nowMs - m_context.clock.nowMs();
        done(MailboxTest{tested->by, tested->durable, tested->showsErrors, tested->largestBody,
                         tested->facts.full, std::abs(ahead) > clockLimitMs ? ahead : 0});
    });
}

void Mailbox::use(const QString &typed, const std::function<void(base::Result<MailboxTest>)> &done)
{
    const auto wanted = mailbox::mailboxAddress(typed);
    if (const auto permitted = CentralSettings().permits(wanted ? *wanted : QUrl()); !permitted)
        return done(permitted.error());
    test(typed, [this, typed, done](const base::Result<MailboxTest> &tested) {
        if (!tested)
            return done(tested);
        const MailboxSettings former = settings();
        MailboxSettings used = former;
        used.url = *mailbox::mailboxAddress(typed);
        used.usedSinceMs = m_context.clock.nowMs();
        if (used.url != former.url) {
            used.lastFetchMs = 0;
            used.formerUrl = former.url;
            used.movedMs = used.usedSinceMs;
        }
        if (auto kept = save(used); !kept)
            return done(kept.error());
        m_state = {};
        m_state.used = true;
        m_state.lastAskedMs = m_keptMs = used.lastFetchMs;
        m_state.full = tested->full;
        m_failures = 0;
        Q_EMIT stateChanged(m_state);
        if (m_asking && !m_round)
            m_timer.start(0);
        done(tested);
    });
}

base::Result<void> Mailbox::off()
{
    if (auto kept = save(MailboxSettings()); !kept)
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
    round(settings().url, Key::InForce, waitSeconds, [this](const base::Result<Fetched> &fetched) {
        if (!fetched)
            return ended(fetched);
        askFormer(*fetched);
    });
}

void Mailbox::round(const QUrl &url, Key key, int waitSeconds, const Ended &done)
{
    auto made = client(url, key);
    if (!made)
        return done(made.error());
    m_round = std::make_unique<MailboxRound>(std::move(made).value(), m_context.sink(), m_context.clock);
    connect(m_round.get(), &MailboxRound::fullnessHeard, this, [this](bool full) { m_state.full = full; });
    connect(m_round.get(), &MailboxRound::finished, this,
            [this, url, key, waitSeconds, done](const base::Result<Fetched> &fetched) {
                m_round.release()->deleteLater(); // it is in its own call
                if (!fetched && isForNewKey(fetched.error(), key))
                    return round(url, Key::New, waitSeconds, done);
                if (fetched && key == Key::New)
                    takeNewKey();
                done(fetched);
            });
    m_round->begin(waitSeconds);
}

// The gateway may still call where the mailbox was. That it is gone from there troubles nobody.
void Mailbox::askFormer(const Fetched &fetched)
{
    const MailboxSettings used = settings();
    const qint64 now = m_context.clock.nowMs();
    if (used.formerUrl.isEmpty() || now - used.movedMs > formerForMs || now - m_formerAskedMs < formerEveryMs)
        return ended(fetched);
    m_formerAskedMs = now;
    round(used.formerUrl, Key::InForce, 0,
          [this, fetched, full = m_state.full](const base::Result<Fetched> &more) {
              m_state.full = full;
              Fetched all = fetched;
              if (more)
                  all.events += more->events;
              ended(all);
          });
}

// Whoever is told may begin the next one.
void Mailbox::ended(const base::Result<Fetched> &result)
{
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
    MailboxSettings used = settings();
    used.lastFetchMs = m_keptMs = m_state.lastAskedMs;
    if (auto kept = save(used); !kept)
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
    const MailboxSettings used = settings();
    const qint64 since = std::max(used.lastFetchMs, used.usedSinceMs);
    return !used.url.isEmpty() && since > 0 && m_context.clock.nowMs() - since > forgottenMs;
}

} // namespace engine
