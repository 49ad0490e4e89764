// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/planning.h"

#include "engine/changes.h"
#include "engine/contactfields.h"
#include "engine/history.h"
#include "engine/pacers.h"
#include "engine/planner.h"
#include "engine/repeatsource.h"
#include "engine/settings.h"
#include "phone/phonenumber.h"
#include "storage/campaignrepository.h"
#include "storage/contactrepository.h"
#include "storage/journal.h"
#include "storage/optoutrepository.h"
#include "storage/transaction.h"

#include <QDateTime>

#include <algorithm>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

QString campaignName(const Draft &draft, qint64 nowMs)
{
    if (!draft.name.trimmed().isEmpty())
        return draft.name.trimmed();
    return suggestedName(draft, QDateTime::fromMSecsSinceEpoch(nowMs).toString(u"yyyy-MM-dd HH:mm"_s));
}

base::Result<QList<campaign::Candidate>> groupMembers(storage::Database &database, const QString &group)
{
    storage::ContactRepository contacts(database);
    const auto groups = contacts.groups();
    if (!groups)
        return groups.error();
    const bool known =
        std::any_of(groups->cbegin(), groups->cend(),
                    [&group](const storage::ContactGroup &other) { return other.name == group; });
    if (!known)
        return base::Error{base::ErrorCode::NotFound, group, u"group"_s};
    QList<campaign::Candidate> candidates;
    storage::ContactFilter filter;
    filter.group = group;
    const auto walked = contacts.forEach(filter, [&candidates](const domain::Contact &contact) {
        candidates.append(candidateOf(contact));
        return true;
    });
    if (!walked)
        return walked.error();
    return candidates;
}

PlannerContext contextOf(storage::Database &database, const domain::Account &account, qint64 nowMs)
{
    PlannerContext context;
    context.account = account;
    context.nowMs = nowMs;
    // Asked one by one: an erased person's opt-out is a keyed hash and in no list.
    context.optedOut = [&database](const QString &number) {
        const auto contained = storage::OptOutRepository(database).contains(number);
        return !contained || *contained;
    };
    context.group = [&database](const QString &group) { return groupMembers(database, group); };
    context.contact = [&database](const QString &number) {
        const auto known = storage::ContactRepository(database).contact(number);
        return known ? std::optional(candidateOf(*known)) : std::nullopt;
    };
    return context;
}

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

base::Result<domain::Campaign> campaignOf(const Draft &draft, const domain::Account &account, qint64 nowMs)
{
    domain::Campaign campaign;
    campaign.name = campaignName(draft, nowMs);
    campaign.account = account.name;
    campaign.sender = draft.options.priceOre ? u"2401"_s : draft.sender;
    campaign.text = draft.text;
    campaign.options = draft.options;
    campaign.mode = draft.mode == domain::SendMode::Automatic ? domain::SendMode::Single : draft.mode;
    campaign.gatewayGroup = draft.recipients.gatewayGroup;
    campaign.createdMs = nowMs;
    campaign.startAtMs = draft.startAtMs;
    campaign.startZone = draft.startZone;
    campaign.catchUpMinutes = draft.catchUpMinutes;
    campaign.confirmsOptOut = draft.confirmsOptOut;
    campaign.source = sourceOf(draft.recipients);
    if (draft.repeat != domain::Repeat::Once) {
        if (!draft.recipients.typed.isEmpty())
            return base::Error{base::ErrorCode::RepeatNeedsGroup, {}, u"to"_s};
        campaign.repeat = draft.repeat;
        campaign.repeatFromMs = draft.startAtMs;
    }
    return campaign;
}

} // namespace

Planning::Planning(const PlanningContext &context)
    : m_context(context)
{
}

base::Result<PlanSummary> Planning::examine(const Draft &draft, const PlanProgress &progress)
{
    const auto account = m_context.settings.account(draft.account);
    if (!account)
        return base::Error{base::ErrorCode::NoAccount, draft.account, u"account"_s};
    return planned(draft, contextOf(m_context.database, *account, m_context.clock.nowMs()), progress);
}

base::Result<PlanSummary> Planning::plan(const Draft &draft, const PlanProgress &progress)
{
    const auto account = m_context.settings.account(draft.account);
    if (!account)
        return base::Error{base::ErrorCode::NoAccount, draft.account, u"account"_s};
    const auto campaign = campaignOf(draft, *account, m_context.clock.nowMs());
    if (!campaign)
        return campaign.error();
    auto made = store(draft, *campaign, *account, progress);
    if (!made || made->campaign == 0)
        return made;
    if (auto against = objections(made->campaign, true))
        made.value().objections = against.value();
    m_context.changes.tellCampaigns();
    return made;
}

// In one transaction; with nothing to send nothing is kept, and the summary's campaign is 0.
base::Result<PlanSummary> Planning::store(const Draft &draft, const domain::Campaign &campaign,
                                          const domain::Account &account, const PlanProgress &progress)
{
    m_context.commits.flush();
    return storage::inTransaction(
        m_context.database, [&] { return fill(draft, campaign, account, progress); },
        [](const base::Result<PlanSummary> &summary) { return summary->campaign != 0; });
}

base::Result<PlanSummary> Planning::fill(const Draft &draft, const domain::Campaign &campaign,
                                         const domain::Account &account, const PlanProgress &progress)
{
    storage::CampaignRepository campaigns(m_context.database);
    const auto id = campaigns.create(campaign);
    if (!id)
        return id.error();

    const auto first = draft.startAtMs ? domain::MessageState::Scheduled : domain::MessageState::Queued;
    PlannerContext context = contextOf(m_context.database, account, campaign.createdMs);
    if (draft.confirmsOptOut)
        context.optedOut = {};
    // One that repeats keeps its source: each of its runs is planned anew, and it must have nothing to send.
    const bool repeats = campaign.repeat != domain::Repeat::Once;
    context.batch = [&](const QList<domain::Message> &messages, const QList<domain::Skipped> &skipped) {
        QList<domain::Message> rows = repeats ? QList<domain::Message>() : messages;
        for (domain::Message &message : rows) {
            message.state = first;
            message.sender = campaign.sender;
        }
        if (auto added = campaigns.addMessages(*id, rows, campaign.createdMs); !added)
            return added;
        return campaigns.addSkipped(*id, skipped);
    };
    auto made = planned(draft, context, progress);
    if (!made)
        return made.error();
    const bool unknownGroup = made->mode == domain::SendMode::GatewayGroup;
    if (made->totals.recipients == 0 && !unknownGroup)
        return made;
    if (auto finished = finish(*id, *made); !finished)
        return finished.error();
    made.value().campaign = *id;
    return made;
}

base::Result<void> Planning::finish(qint64 id, const PlanSummary &summary)
{
    storage::CampaignRepository campaigns(m_context.database);
    if (auto set = campaigns.setTotals(id, summary.totals.recipients, summary.totals.segments,
                                       summary.totals.costOre);
        !set)
        return set;
    if (auto set = campaigns.setMode(id, summary.mode); !set)
        return set;
    return campaigns.addHistory(m_context.history.entry(id, domain::HistoryKind::Created));
}

base::Result<void> Planning::discard(qint64 campaign)
{
    m_context.commits.flush();
    const auto removed = storage::inTransaction(m_context.database, [&] {
        return storage::CampaignRepository(m_context.database).discardPlanned(campaign);
    });
    if (removed)
        m_context.changes.tellCampaigns();
    return removed;
}

base::Result<QList<campaign::Objection>> Planning::objections(qint64 id, bool justPlanned)
{
    storage::CampaignRepository campaigns(m_context.database);
    const auto campaign = campaigns.campaign(id);
    if (!campaign)
        return campaign.error();
    const auto account = m_context.settings.account(campaign->account);
    if (!account)
        return base::Error{base::ErrorCode::NoAccount, campaign->account, u"account"_s};

    campaign::GuardFacts facts;
    const qint64 now = m_context.clock.nowMs();
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
    if (!justPlanned) { // the plan has looked at each number itself
        const auto waiting = waitingOf(m_context.database, id, account->sending.allowedCountries);
        if (!waiting)
            return waiting.error();
        if (facts.confirmedBefore)
            facts.segments = waiting->segments;
        facts.countryNotAllowed = waiting->foreign;
    }
    const auto today =
        campaigns.segmentsSentSince(account->name, begins.date().startOfDay().toMSecsSinceEpoch());
    if (!today)
        return today.error();
    facts.segmentsToday = *today + m_context.pacers.of(account->name).reserved(id);
    const auto largest = campaigns.largestCampaign(account->name, id);
    if (!largest)
        return largest.error();
    facts.largestBefore = *largest;
    const auto repeated = campaigns.repeatedSince(id, now - dayMs);
    if (!repeated)
        return repeated.error();
    facts.repeated = *repeated;
    return campaign::objections(facts, account->sending);
}

base::Result<void> Planning::approve(qint64 id)
{
    m_context.commits.submit([this, id] {
        return storage::CampaignRepository(m_context.database).approve(id, m_context.clock.nowMs());
    });
    m_context.history.add(id, domain::HistoryKind::Reviewed);
    m_context.commits.flush();
    m_context.changes.tellCampaigns();
    return {};
}

} // namespace engine
