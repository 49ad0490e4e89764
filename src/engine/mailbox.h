// SPDX-License-Identifier: GPL-3.0-or-later
// The mailbox of this profile: asked for what has come in, which goes the same way as what the receiver
// gets; only what is stored here is forgotten there.
#pragma once

#include "base/clock.h"
#include "engine/profile.h"
#include "engine/settings.h"
#include "mailbox/answers.h"
#include "receiver/callback.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace mailbox {
class Client;
}

namespace engine {

struct MailboxSettings
{
    QUrl url; // empty: none is used
    qint64 lastFetchMs = 0;
    qint64 usedSinceMs = 0;
};

MailboxSettings mailboxSettings(const Settings &settings);

struct MailboxContext
{
    const Profile &profile;
    Settings &settings;
    const base::Clock &clock;
    std::function<receiver::Sink()> sink;
};

// What a test found, with what a person should know of it.
struct MailboxTest
{
    QString by; // "PHP 8.2.7"
    bool durable = true;
    bool showsErrors = false;
    qint64 largestBody = 0; // bytes
    bool full = false;
    qint64 clockAheadMs = 0; // of the mailbox's clock; nothing below the limit that is worth a word
};

struct Fetched
{
    qint64 events = 0;
    qint64 left = 0; // still there
};

// For the status line: plain values.
struct MailboxState
{
    bool used = false;
    qint64 lastAskedMs = 0; // when it last answered; 0: never
    bool full = false;
    std::optional<base::Error> problem; // of the last question
};

class Mailbox final : public QObject
{
    Q_OBJECT
public:
    explicit Mailbox(const MailboxContext &context);
    ~Mailbox() override;

    bool isUsed() const;
    MailboxState state() const;

    void test(const QString &url, const std::function<void(base::Result<MailboxTest>)> &done);
    // Tests the address and keeps it.
    void use(const QString &url, const std::function<void(base::Result<MailboxTest>)> &done);
    base::Result<void> off();

    // Takes all that is there; who asks while that is under way is told with the others. waitSeconds:
    // how long to wait for something to come where there is nothing. NotUsed and the other problems,
    // DiskFull.
    void fetch(int waitSeconds, const std::function<void(base::Result<Fetched>)> &done);
    // Before something is sent: nothing to do where no mailbox is used. NeedsConfirmation with field
    // "mailbox" when it cannot be emptied; `confirmed`: a person, or --yes, goes on without.
    void empty(bool confirmed, const std::function<void(base::Result<void>)> &done);

    // Every 5 seconds while something is under way, else every 60; ever less often while it fails.
    void startAsking();
    void stopAsking();
    void expectStatuses(); // something has been sent: they come within the next minutes
    // Nothing was fetched for 14 days though one is used.
    bool isForgotten() const;

Q_SIGNALS:
    void stateChanged(const engine::MailboxState &state);

private:
    class Round;

    base::Result<std::unique_ptr<mailbox::Client>> client(const QUrl &url) const;
    void ended(const base::Result<Fetched> &result);
    void noteFacts(const mailbox::Facts &facts);
    void keepTime(); // of the last fetch, in the settings
    void askSoon();

    MailboxContext m_context;
    std::unique_ptr<Round> m_round; // the one that is under way
    std::vector<std::function<void(base::Result<Fetched>)>> m_waiting;
    MailboxState m_state;
    qint64 m_keptMs = 0; // when the time of the last fetch was last written down
    QTimer m_timer;
    bool m_asking = false;
    qint64 m_busyUntilMs = 0;
    int m_failures = 0; // running
};

} // namespace engine

Q_DECLARE_METATYPE(engine::MailboxState)
