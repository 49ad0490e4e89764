// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/objections.h"

#include "phone/phonenumber.h"
#include "storage/campaignrepository.h"
#include "storage/journal.h"

#include <QDateTime>

#include <algorithm>

namespace engine {

namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

qint64 queued(const domain::Campaign &campaign)
{
    return campaign.counts[static_cast<size_t>(domain::MessageState::Queued)];
}

base::Result<WaitingFacts> factsOfPlan(storage::Database &database, qint64 id, qint64 nowMs)
{
    storage::CampaignRepository campaigns(database);
    const auto campaign = campaigns.campaign(id);
    if (!campaign)
        return campaign.error();
    const qint64 since = std::max(nowMs - dayMs, campaign->startedMs.value_or(0));
    const auto repeated = campaigns.repeatedSince(id, since);
    if (!repeated)
        return repeated.error();
    const auto requests = campaigns.groupRequestsSince(id, since);
    if (!requests)
        return requests.error();
    WaitingFacts facts;
    facts.messages = queued(*campaign);
    facts.segments = campaign->segments;
    facts.repeated = *repeated;
    facts.groupRepeated = *requests > 0;
    return facts;
}

} // namespace

base::Result<WaitingFacts> waitingFacts(storage::Database &database, qint64 id, const ObjectionsAsked &asked)
{
    auto facts = factsOfPlan(database, id, asked.nowMs);
    if (!facts)
        return facts;
    WaitingFacts &waiting = facts.value();
    waiting.segments = 0;
    storage::Journal journal(database);
    qint64 after = 0;
    while (true) {
        const auto page = journal.queued(id, after, 1000);
        if (!page)
            return page.error();
        if (page->isEmpty())
            return facts;
        for (const domain::Message &message : *page) {
            waiting.segments += message.segments;
            const QString country = phone::parse(message.number).country;
            if (!asked.account.sending.allowedCountries.contains(country, Qt::CaseInsensitive))
                ++waiting.foreign;
        }
        after = page->constLast().id;
    }
}

base::Result<std::optional<QList<campaign::Objection>>>
objections(storage::Database &database, qint64 id, const ObjectionsAsked &asked, const WaitingFacts &waiting)
{
    const domain::Account &account = asked.account;
    storage::CampaignRepository campaigns(database);
    const auto campaign = campaigns.campaign(id);
    if (!campaign)
        return campaign.error();
    if (queued(*campaign) != waiting.messages)
        return std::optional<QList<campaign::Objection>>();

    campaign::GuardFacts facts;
    // One that waits for its time is judged by the hour in which it begins.
    const bool waits = campaign->state == domain::CampaignState::Planned && campaign->startAtMs;
    const QDateTime begins =
        QDateTime::fromMSecsSinceEpoch(waits ? std::max(asked.nowMs, *campaign->startAtMs) : asked.nowMs);
    facts.localNow = campaign->options.scheduledAtMs
                         ? QDateTime::fromMSecsSinceEpoch(*campaign->options.scheduledAtMs)
                         : begins;
    facts.confirmedBefore = campaign->startedMs.has_value();
    facts.recipients = facts.confirmedBefore ? waiting.messages : campaign->recipients;
    facts.segments = facts.confirmedBefore ? waiting.segments : campaign->segments;
    facts.countryNotAllowed = waiting.foreign;
    facts.repeated = waiting.repeated;
    facts.groupRepeated = waiting.groupRepeated;
    if (campaign->mode == domain::SendMode::GatewayGroup) // of unknown size, but somebody is in it
        facts.segments = std::max<qint64>(facts.segments, 1);
    const auto today =
        campaigns.segmentsSentSince(account.name, begins.date().startOfDay().toMSecsSinceEpoch());
    if (!today)
        return today.error();
    facts.segmentsToday = *today + asked.reservedToday;
    const auto largest = campaigns.largestCampaign(account.name, id);
    if (!largest)
        return largest.error();
    facts.largestBefore = *largest;
    return std::optional(campaign::objections(facts, account.sending));
}

base::Result<QList<campaign::Objection>> objectionsToPlan(storage::Database &database, qint64 id,
                                                          const ObjectionsAsked &asked)
{
    const auto facts = factsOfPlan(database, id, asked.nowMs);
    if (!facts)
        return facts.error();
    const auto against = objections(database, id, asked, *facts);
    if (!against)
        return against.error();
    return against->value_or(QList<campaign::Objection>());
}

} // namespace engine
