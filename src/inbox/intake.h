// SPDX-License-Identifier: GPL-3.0-or-later
// Takes inbound messages in: stored once each (INB-09), with all that its rules do about one in the
// same commit, and answered only after it (INB-08).
#pragma once

#include "base/clock.h"
#include "domain/inbound.h"
#include "inbox/rules.h"
#include "storage/groupcommit.h"

#include <QObject>

#include <functional>

namespace inbox {

// An automatic answer that somebody is to send.
struct Reply
{
    qint64 inbound = 0; // what it answers
    QString number;     // E.164
    QString sender;     // what was written to: answers come from there
    QString text;
    bool confirmsOptOut = false; // it may go to a number that has opted out
};

class Intake final : public QObject
{
    Q_OBJECT
public:
    Intake(storage::Database &database, storage::GroupCommit &commits, const base::Clock &clock,
           QObject *parent = nullptr);

    void setRules(const IntakeRules &rules) { m_rules = rules; }
    // stored(true) follows the durable commit; a repeat is stored already and so is success.
    void take(const domain::InboundMessage &message, std::function<void(bool stored)> stored);
    void takeQuarantined(const domain::Quarantined &item, std::function<void(bool stored)> stored);

Q_SIGNALS:
    void messageStored(const QString &from, const QString &text); // new ones only
    void optedOut(const QString &number);
    // At most once per number, day and rule, even if the process dies before it is sent.
    void replyWanted(const inbox::Reply &reply);

private:
    struct Stored;
    base::Result<void> store(const domain::InboundMessage &message, Stored &stored);
    base::Result<void> follow(const Verdict &verdict, const domain::InboundMessage &message, Stored &stored);
    base::Result<void> keepUnfollowed(const Verdict &verdict, const domain::InboundMessage &message,
                                      Stored &stored);
    base::Result<void> quarantine(const domain::Quarantined &item, QString &optedOut);
    base::Result<bool> mayAnswer(const QString &number, const domain::InboundMessage &message,
                                 const QString &keyword);

    storage::Database &m_database;
    storage::GroupCommit &m_commits;
    const base::Clock &m_clock;
    IntakeRules m_rules;
};

} // namespace inbox
