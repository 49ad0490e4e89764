// SPDX-License-Identifier: GPL-3.0-or-later
// Answers to what came in: a person's own and those of the rules, sent as any other message is, with
// every guard; and what a person has looked at.
#pragma once

#include "base/clock.h"
#include "domain/contact.h"
#include "engine/draft.h"
#include "inbox/intake.h"
#include "storage/groupcommit.h"

#include <QObject>

#include <functional>

namespace storage {
class InboxRepository;
}

namespace engine {

class Campaigns;
class Planning;

class Replies final : public QObject
{
    Q_OBJECT
public:
    Replies(storage::Database &database, storage::GroupCommit &commits, const base::Clock &clock,
            Planning &planning, Campaigns &campaigns);

    // A person's own answer, sent at once with every guard but the confirmations. Its campaign. MissingField
    // where the text has one that nothing is known for.
    void send(const domain::Contact &to, const QString &sender, const QString &text,
              const std::function<void(base::Result<qint64>)> &done);
    // A rule's answer; why it could not be sent is kept with what it answers.
    void answer(const inbox::Reply &reply);
    base::Result<void> markRead(const QString &number);
    base::Result<void> markAllRead();
    base::Result<void> setArchived(const QString &number, bool archived); // a conversation
    base::Result<void> forgetGaps(); // the person has looked into them (INB-07)

Q_SIGNALS:
    void inboxChanged(); // read or gaps

private:
    void keepWhyNot(qint64 inbound, const base::Error &error);
    base::Result<void> change(const std::function<base::Result<void>(storage::InboxRepository &)> &work);

    storage::Database &m_database;
    storage::GroupCommit &m_commits;
    const base::Clock &m_clock;
    Planning &m_planning;
    Campaigns &m_campaigns;
};

} // namespace engine
