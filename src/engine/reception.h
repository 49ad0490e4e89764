// SPDX-License-Identifier: GPL-3.0-or-later
// Receives statuses and replies from the gateway: the receiver as the settings say, and what comes in
// handed on to be stored.
#pragma once

#include "base/clock.h"
#include "engine/profile.h"
#include "engine/selftest.h"
#include "engine/settings.h"
#include "inbox/intake.h"
#include "storage/groupcommit.h"

#include <QDateTime>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace campaign {
class StatusProjector;
}
namespace receiver {
class Receiver;
struct Sink;
} // namespace receiver

namespace engine {

class Changes;

struct ReceiverUrls
{
    QString status;
    QString inbound;
};

struct ReceptionContext
{
    const Profile &profile;
    storage::Database &database;
    storage::GroupCommit &commits;
    Settings &settings;
    const base::Clock &clock;
    Changes &changes;
    campaign::StatusProjector &statuses;
};

class Reception final : public QObject
{
    Q_OBJECT
public:
    explicit Reception(const ReceptionContext &context);
    ~Reception() override;

    base::Result<ReceiverUrls> start(const ReceiverSettings &settings);
    void stop();
    void close(); // of the program: stops without a word
    // Receives as these say, or stops, and keeps them. InvalidField as of check(), or what start() says:
    // then what was in force stays so.
    base::Result<void> use(const ReceiverSettings &settings);
    // On loopback; use() then only keeps what it is given, until endDemo().
    base::Result<ReceiverUrls> startForDemo();
    base::Result<void> endDemo();

    bool isReceiving() const;
    ReceiverUrls urls() const;
    quint16 port() const;                               // the bound one; 0: it does not run
    std::optional<QDateTime> certificateExpiry() const; // of the receiver's, while it runs
    receiver::Sink sink();                              // for what comes in another way
    // Asks the own receiver over loopback, or through its public address; stores nothing.
    void test(bool outside, const std::function<void(SelfTest)> &done);

    // What happens automatically to incoming messages; kept in the settings, effective at once.
    inbox::IntakeRules rules() const;
    base::Result<void> setRules(const inbox::IntakeRules &rules);

Q_SIGNALS:
    void receivingChanged(bool receiving);
    void messageReceived(const QString &from, const QString &text); // a new one, stored
    void replyWanted(const inbox::Reply &reply);                    // by a rule, once it is stored

private:
    ReceptionContext m_context;
    inbox::Intake m_intake;
    std::unique_ptr<receiver::Receiver> m_receiver;
    bool m_demo = false;
};

} // namespace engine
