// SPDX-License-Identifier: GPL-3.0-or-later
// Takes inbound messages in: stored once each (INB-09), with the opt-out that one may be in the same
// commit, and answered only after it (INB-08).
#pragma once

#include "base/clock.h"
#include "domain/inbound.h"
#include "inbox/optoutwords.h"
#include "storage/groupcommit.h"

#include <QObject>

#include <functional>

namespace inbox {

struct IntakeRules
{
    QStringList optOutWords = defaultOptOutWords();
    bool watchCounters = true; // INB-07: off where several gateways share the customer's counter
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

private:
    storage::Database &m_database;
    storage::GroupCommit &m_commits;
    const base::Clock &m_clock;
    IntakeRules m_rules;
};

} // namespace inbox
