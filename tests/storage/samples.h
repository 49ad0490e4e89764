// SPDX-License-Identifier: GPL-3.0-or-later
// Campaigns and messages to fill a test's database with.
#pragma once

#include "storage/campaignrepository.h"
#include "storage/journal.h"
#include "storage/transaction.h"

#include <QTest>

namespace samples {
using namespace Qt::StringLiterals;

inline constexpr qint64 noon = 1'767'268'800'000; // 2026-01-01T12:00:00Z

inline QString number(int i)
{
    return u"+47%1"_s.arg(90000000 + i);
}

inline domain::Message message(const QString &number, const QString &text = u"Hei på deg"_s,
                               domain::MessageState state = domain::MessageState::Queued)
{
    domain::Message message;
    message.number = number;
    message.name = u"Kari Nordmann"_s;
    message.sender = u"Firmanavn"_s;
    message.text = text;
    message.segments = 1;
    message.state = state;
    return message;
}

inline domain::Campaign campaign(const QString &name = u"Julehilsen"_s)
{
    domain::Campaign campaign;
    campaign.name = name;
    campaign.account = u"default"_s;
    campaign.sender = u"Firmanavn"_s;
    campaign.text = u"Hei på deg"_s;
    campaign.createdMs = noon;
    return campaign;
}

// A campaign of `count` queued messages, committed. Its id.
inline qint64 addCampaign(storage::Database &database, int count, const domain::Campaign &plan = campaign(),
                          int firstNumber = 0)
{
    storage::Transaction transaction(database);
    storage::CampaignRepository campaigns(database);
    if (!transaction.begin())
        return 0;
    const auto id = campaigns.create(plan);
    QList<domain::Message> messages;
    for (int i = 0; i < count; ++i)
        messages.append(message(number(firstNumber + i), plan.text));
    if (!id || !campaigns.addMessages(*id, messages, noon) || !transaction.commit())
        return 0;
    return *id;
}

inline domain::Attempt attempt(qint64 campaign, const QString &ref, qint64 startedMs = noon + 1000)
{
    domain::Attempt attempt;
    attempt.campaign = campaign;
    attempt.ref = ref;
    attempt.bodyHash = QByteArray(32, 'h');
    attempt.startedMs = startedMs;
    return attempt;
}

inline storage::Step step(qint64 message, domain::MessageState to, qint64 atMs = noon + 2000)
{
    storage::Step step;
    step.message = message;
    step.to = to;
    step.atMs = atMs;
    return step;
}

inline domain::StatusEvent status(int status, std::optional<qint64> origId, const QString &ref = {},
                                  const QString &number = {})
{
    domain::StatusEvent event;
    event.status = domain::DeliveryStatus(status);
    event.origId = origId;
    event.ref = ref;
    event.number = number;
    event.peer = u"18.197.36.176"_s;
    event.raw = "status=4";
    event.receivedMs = noon + 5000;
    return event;
}

inline storage::MessageFilter inCampaign(qint64 campaign)
{
    storage::MessageFilter filter;
    filter.campaign = campaign;
    return filter;
}

inline QStringList numbers(const QList<domain::Message> &messages)
{
    QStringList numbers;
    for (const domain::Message &message : messages)
        numbers.append(message.number);
    return numbers;
}

// "sending: queued, sending" – a message's state and the kinds of its events.
inline QString story(storage::Journal &journal, qint64 message)
{
    const auto found = journal.message(message);
    const auto events = journal.events(message);
    if (!found || !events)
        return u"?"_s;
    QStringList kinds;
    for (const domain::MessageEvent &event : *events)
        kinds.append(identifier(event.kind));
    return identifier(found->state) + u": "_s + kinds.join(u", "_s);
}

} // namespace samples
