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

struct Waiting
{
    qint64 segments = 0;
    qint64 foreign = 0; // in countries that are not allowed (any more)
};

base::Result<Waiting> waitingOf(storage::Database &database, qint64 campaign, const QStringList &allowed)
{
    storage::Journal journal(database);
    Waiting waiting;
    qint64 after = 0;
    while (true) {
        const auto page = journal.queued(campaign, after, 1000);
        if (!page)
            return page.error();
        if (page->isEmpty())
            return waiting;
        for (const domain::Message &message : *page) {
            waiting.segments += message.segments;
            if (!allowed.contains(phone::parse(message.number).country, Qt::CaseInsensitive))
                ++waiting.foreign;
        }
        after = page->constLast().id;
    }
}

} // namespace

base::Result<QList<campaign::Objection>> objections(storage::Database &database, qint64 id,
                                                    const ObjectionsAsked &asked)
{
    const domain::Account &account = asked.account;
    storage::CampaignRepository campaigns(database);
    const auto campaign = campaigns.campaign(id);
    if (!campaign)
        return campaign.error();

    campaign::GuardFacts facts;
    const qint64 now = asked.nowMs;
    // One that waits for its time is judged by the hour in which it begins.
    const bool waits = campaign->state == domain::CampaignState::Planned && campaign->startAtMs;
    const QDateTime begins =
        QDateTime::fromMSecsSinceEpoch(waits ? std::max(now, *campaign->startAtMs) : now);
    facts.localNow = campaign->options.scheduledAtMs
                         ? QDateTime::fromMSecsSinceEpoch(*campaign->options.scheduledAtMs)
                         : begins;
    facts.confirmedBefore = campaign->startedMs.has_value();
    facts.recipients = campaign->counts[static_cast<size_t>(domain::MessageState::Queued)];
    if (!facts.confirmedBefore) {
        facts.segments = campaign->segments;
        facts.recipients = campaign->recipients;
    }
    if (!asked.justPlanned) {
        const auto waiting = waitingOf(database, id, account.sending.allowedCountries);
        if (!waiting)
            return waiting.error();
        if (facts.confirmedBefore)
            facts.segments = waiting->segments;
        facts.countryNotAllowed = waiting->foreign;
    }
    const auto today =
        campaigns.segmentsSentSince(account.name, begins.date().startOfDay().toMSecsSinceEpoch());
    if (!today)
        return today.error();
    facts.segmentsToday = *today + asked.reservedToday;
    const auto largest = campaigns.largestCampaign(account.name, id);
    if (!largest)
        return largest.error();
    facts.largestBefore = *largest;
    const auto repeated = campaigns.repeatedSince(id, now - dayMs);
    if (!repeated)
        return repeated.error();
    facts.repeated = *repeated;
    return campaign::objections(facts, account.sending);
}

} // namespace engine
