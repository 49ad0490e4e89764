// SPDX-License-Identifier: GPL-3.0-or-later
// The mailbox of this profile: asked for what has come in, which goes the same way as what the receiver
// gets; only what is stored here is forgotten there.
#pragma once

#include "base/clock.h"
#include "engine/mailboxkeys.h"
#include "engine/mailboxround.h"
#include "engine/reception.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace engine {

class OwnTime;

struct MailboxSettings
{
    QUrl url;       // empty: none is used
    QUrl formerUrl; // where it was until it was moved: asked for some days more
    qint64 movedMs = 0;
    qint64 lastFetchMs = 0;
    qint64 usedSinceMs = 0;
};

MailboxSettings mailboxSettings(const Settings &settings);

struct MailboxContext
{
    Profile &profile;
    Settings &settings;
    const base::Clock &clock;
    OwnTime &ownTime; // hears the time of its answers
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

// For the status line: plain values.
struct MailboxState
{
    bool used = false;
    qint64 lastAskedMs = 0; // when it last answered; 0: never
    bool full = false;
    std::optional<base::Error> problem; // of the last question
};

// That it cannot be reached, while other problems want a person.
bool mayPassByItself(const base::Error &problem);

class Mailbox final : public QObject
{
    Q_OBJECT
public:
    explicit Mailbox(MailboxContext context);
    ~Mailbox() override;

    bool isUsed() const;
    MailboxState state() const;
    MailboxSettings settings() const;
    ReceiverUrls urls() const; // for the gateway's portal; empty where none is used

    // The file for the web host, or for `mailbox serve`, with this profile's secrets in it.
    base::Result<void> writeFile(MailboxFile kind, const QString &file);
    base::Result<void> saveKey(const QString &file) const; // a copy of the private one
    base::Result<void> loadKey(const QString &file);
    // A new key: what is there is fetched first, then the file is written anew. The mailbox takes it over
    // once the file is in its place; until then the old one holds.
    void renewKey(MailboxFile kind, const QString &file, const std::function<void(base::Result<void>)> &done);
    bool awaitsNewKey() const;

    void test(const QString &url, const std::function<void(base::Result<MailboxTest>)> &done);
    // Tests the address and keeps it. The former one is asked for some days more.
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
    enum class Key { InForce, New };
    using Ended = std::function<void(const base::Result<Fetched> &)>;
    using TestEnded = std::function<void(const base::Result<mailbox::Tested> &)>;

    base::Result<std::unique_ptr<mailbox::Client>> client(const QUrl &url, Key key);
    bool isForNewKey(const base::Error &error, Key asked) const;
    void takeNewKey();
    void test(const QUrl &url, Key key, const TestEnded &done);
    void round(const QUrl &url, Key key, int waitSeconds, const Ended &done);
    void askFormer(const Fetched &fetched);
    void ended(const base::Result<Fetched> &result);
    base::Result<void> save(const MailboxSettings &settings);
    void keepTime(); // of the last fetch, in the settings
    void askSoon();

    MailboxContext m_context;
    std::unique_ptr<MailboxRound> m_round; // the one that is under way
    std::vector<std::function<void(base::Result<Fetched>)>> m_waiting;
    MailboxState m_state;
    qint64 m_formerAskedMs = 0;
    qint64 m_keptMs = 0; // when the time of the last fetch was last written down
    QTimer m_timer;
    bool m_asking = false;
    qint64 m_busyUntilMs = 0;
    int m_failures = 0; // running
};

} // namespace engine

Q_DECLARE_METATYPE(engine::MailboxState)
