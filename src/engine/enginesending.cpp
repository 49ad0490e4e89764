// SPDX-License-Identifier: GPL-3.0-or-later
// The Engine's sending half: guards, passwords, runners and decisions.
#include "engine/engine_p.h"
#include "engine/network.h"
#include "engine/wording.h"
#include "phone/phonenumber.h"

#include <QDateTime>

namespace engine {
using namespace Qt::StringLiterals;

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

base::Error refusal(const QList<campaign::Objection> &objections, bool confirmed)
{
    QStringList sentences;
    for (const campaign::Objection &objection : objections) {
        if (objection.canBeConfirmed)
            continue;
        switch (objection.guard) {
        case campaign::Guard::DailyCap:
            return {base::ErrorCode::OverDailyCap, QString::number(objection.limit), u"to"_s};
        case campaign::Guard::QuietHours:
            return {base::ErrorCode::QuietHours,
                    objection.allowedFrom ? objection.allowedFrom->toString(u"HH:mm"_s) : QString(),
                    {}};
        default:
            return {base::ErrorCode::CountryNotAllowed, {}, u"to"_s};
        }
    }
    if (!confirmed) {
        for (const campaign::Objection &objection : objections)
            sentences.append(wording::sentence(objection));
    }
    return {base::ErrorCode::NeedsConfirmation, sentences.join(u' '), {}};
}

// One person's decision on the uncertain ones of a campaign, or on those of one number; in one commit.
base::Result<qint64> decide(storage::Database &database, qint64 campaign, const QString &number,
                            campaign::Decision decision, qint64 atMs)
{
    domain::Message uncertain;
    uncertain.state = domain::MessageState::Uncertain;
    storage::Step step = *campaign::afterDecision(uncertain, decision, atMs);
    storage::Transaction transaction(database);
    if (auto begun = transaction.begin(); !begun)
        return begun.error();
    storage::Journal journal(database);
    base::Result<qint64> count = 0;
    if (number.isEmpty()) {
        count = journal.moveAll(campaign, {domain::MessageState::Uncertain}, step);
        if (!count)
            return count;
    } else {
        storage::MessageFilter filter;
        filter.campaign = campaign;
        filter.states = {domain::MessageState::Uncertain};
        filter.number = number;
        const auto messages = journal.messages(filter);
        if (!messages)
            return messages.error();
        for (const domain::Message &message : *messages) {
            step.message = message.id;
            if (auto applied = journal.apply(step); !applied)
                return applied.error();
        }
        count = messages->size();
    }
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return count;
}

} // namespace

base::Result<QList<campaign::Objection>> Engine::objections(qint64 id, bool justPlanned)
{
    storage::CampaignRepository campaigns(*d->database);
    const auto campaign = campaigns.campaign(id);
    if (!campaign)
        return campaign.error();
    const auto account = d->settings.account(campaign->account);
    if (!account)
        return base::Error{base::ErrorCode::NoAccount, campaign->account, u"account"_s};

    campaign::GuardFacts facts;
    const qint64 now = d->clock.nowMs();
    // One that waits for its time is judged by the hour in which it begins.
    const bool waits = campaign->state == domain::CampaignState::Planned && campaign->startAtMs;
    facts.localNow = QDateTime::fromMSecsSinceEpoch(waits ? std::max(now, *campaign->startAtMs) : now);
    facts.confirmedBefore = campaign->startedMs.has_value();
    facts.recipients = campaign->counts[static_cast<size_t>(domain::MessageState::Queued)];
    if (!facts.confirmedBefore) {
        facts.segments = campaign->segments;
        facts.recipients = campaign->recipients;
    }
    if (!justPlanned) { // the plan has looked at each number itself
        const auto waiting = waitingOf(*d->database, id, account->sending.allowedCountries);
        if (!waiting)
            return waiting.error();
        if (facts.confirmedBefore)
            facts.segments = waiting->segments;
        facts.countryNotAllowed = waiting->foreign;
    }
    const auto today =
        campaigns.segmentsSentSince(account->name, facts.localNow.date().startOfDay().toMSecsSinceEpoch());
    if (!today)
        return today.error();
    facts.segmentsToday = *today;
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

void Engine::start(qint64 id, bool confirmed, std::function<void(base::Result<void>)> begun)
{
    d->whenSound(*this, [this, id, confirmed, begun](const base::Result<void> &sound) {
        if (!sound)
            return begun(sound);
        startSound(id, confirmed, begun);
    });
}

void Engine::startSound(qint64 id, bool confirmed, std::function<void(base::Result<void>)> begun)
{
    const auto campaign = storage::CampaignRepository(*d->database).campaign(id);
    if (!campaign)
        return begun(campaign.error());
    switch (campaign->state) {
    case domain::CampaignState::Finished:
        begun({});
        Q_EMIT campaignStopped(id, campaign->state, campaign->reason);
        return;
    case domain::CampaignState::Cancelled:
    case domain::CampaignState::Held:
        return begun(
            base::Error{base::ErrorCode::WrongState, wording::state(campaign->state), u"campaign"_s});
    default:
        break;
    }
    if (isRunning(id))
        return begun(base::Error{base::ErrorCode::WrongState, wording::state(domain::CampaignState::Running),
                                 u"campaign"_s});
    const auto account = d->settings.account(campaign->account);
    if (!account)
        return begun(base::Error{base::ErrorCode::NoAccount, campaign->account, u"account"_s});
    const auto against = objections(id);
    if (!against)
        return begun(against.error());
    for (const campaign::Objection &objection : *against) {
        if (!objection.canBeConfirmed || !confirmed)
            return begun(refusal(*against, confirmed));
    }
    d->readSecrets(
        *this, *account,
        [this, campaign = *campaign, account = *account, begun](const base::Result<AccountSecrets> &secrets) {
            if (!secrets)
                return begun(secrets.error());
            d->run(*this, campaign, account, *secrets);
            begun({});
        });
}

void Engine::Private::run(Engine &engine, const domain::Campaign &campaign, const domain::Account &account,
                          const AccountSecrets &secretsOfAccount)
{
    auto &client = clients[account.name];
    if (!client || !isSending()) {
        std::erase_if(runners, [](const auto &entry) { return !entry.second->isActive(); });
        client =
            std::make_unique<gateway::GatewayClient>(connectionOf(account, secretsOfAccount.proxyPassword));
    }
    auto runner = std::make_unique<campaign::CampaignRunner>(
        campaign::RunnerContext{*database, *commits, *client, clock}, account,
        account.authentication == domain::Authentication::Password ? std::optional(secretsOfAccount.password)
                                                                   : std::nullopt,
        campaign);
    runner->setUnsentTries(unsentTries);
    QObject::connect(runner.get(), &campaign::CampaignRunner::progressed, &engine,
                     &Engine::campaignProgressed);
    QObject::connect(runner.get(), &campaign::CampaignRunner::messagesChanged, &engine,
                     &Engine::messagesChanged);
    QObject::connect(runner.get(), &campaign::CampaignRunner::sentTwice, &engine,
                     [this, &engine](qint64 id, qint64 message) { tellSentTwice(engine, id, message); });
    QObject::connect(runner.get(), &campaign::CampaignRunner::stopped, &engine,
                     [this, &engine](qint64 id, domain::CampaignState state, const QString &reason) {
                         addHistory(id, domain::identifier(state), reason);
                         Q_EMIT engine.campaignStopped(id, state, reason);
                         Q_EMIT engine.messagesChanged(id);
                         Q_EMIT engine.campaignsChanged();
                     });
    addHistory(campaign.id, campaign.startedMs ? u"resumed"_s : u"started"_s);
    auto &place = runners[campaign.id];
    place = std::move(runner);
    place->start();
    Q_EMIT engine.campaignsChanged();
}

bool Engine::isRunning(qint64 id) const
{
    const auto found = d->runners.find(id);
    return found != d->runners.end() && found->second->isActive();
}

base::Result<void> Engine::pause(qint64 id, const QString &reason)
{
    if (isRunning(id)) {
        d->runners.at(id)->pause(reason);
        return {};
    }
    const auto campaign = storage::CampaignRepository(*d->database).campaign(id);
    if (!campaign)
        return campaign.error();
    // Nothing is under way in this process: a paused campaign stays paused.
    if (campaign->state == domain::CampaignState::Paused)
        return {};
    return base::Error{base::ErrorCode::WrongState, wording::state(campaign->state), u"campaign"_s};
}

base::Result<void> Engine::cancel(qint64 id)
{
    if (isRunning(id)) {
        d->runners.at(id)->cancel();
        return {};
    }
    storage::CampaignRepository campaigns(*d->database);
    const auto campaign = campaigns.campaign(id);
    if (!campaign)
        return campaign.error();
    if (campaign->state == domain::CampaignState::Cancelled)
        return {};
    if (campaign->state == domain::CampaignState::Finished)
        return base::Error{base::ErrorCode::WrongState, wording::state(campaign->state), u"campaign"_s};
    d->commits->flush();
    storage::Transaction transaction(*d->database);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    const qint64 now = d->clock.nowMs();
    storage::Step step;
    step.to = domain::MessageState::Cancelled;
    step.kind = domain::EventKind::Decision;
    step.detail = u"cancelled"_s;
    step.atMs = now;
    const auto moved = storage::Journal(*d->database)
                           .moveAll(id,
                                    {domain::MessageState::Scheduled, domain::MessageState::Queued,
                                     domain::MessageState::Held},
                                    step);
    if (!moved)
        return moved.error();
    if (auto set = campaigns.setState(id, domain::CampaignState::Cancelled, u"person"_s, now); !set)
        return set;
    if (auto committed = transaction.commit(); !committed)
        return committed;
    d->addHistory(id, u"cancelled"_s);
    Q_EMIT messagesChanged(id);
    Q_EMIT campaignsChanged();
    return {};
}

base::Result<qint64> Engine::resolve(qint64 id, campaign::Decision decision, const QString &number)
{
    storage::CampaignRepository campaigns(*d->database);
    const auto campaign = campaigns.campaign(id);
    if (!campaign)
        return campaign.error();
    const qint64 now = d->clock.nowMs();
    d->commits->flush();
    const auto count = decide(*d->database, id, number, decision, now);
    if (!count)
        return count;
    const bool again = decision == campaign::Decision::SendAgain;
    if (campaign->mode == domain::SendMode::GatewayGroup && number.isEmpty())
        return resolveGroup(*campaign, again, *count);
    if (*count > 0) {
        // What is queued again waits for a person to carry on; what is settled may end the campaign.
        const bool finished = campaign->state == domain::CampaignState::Finished;
        if (again && (finished || campaign->state == domain::CampaignState::Cancelled)) {
            d->commits->submit([this, id, now] {
                return storage::CampaignRepository(*d->database)
                    .setState(id, domain::CampaignState::Paused, u"decided"_s, now);
            });
        }
        d->addHistory(id, again ? u"sendAgain"_s : u"treatAsSent"_s, number);
        d->commits->flush();
        Q_EMIT messagesChanged(id);
        Q_EMIT campaignsChanged();
    }
    return count;
}

// BLK-10: the person decides on the group's request itself; its members are not known here.
base::Result<qint64> Engine::resolveGroup(const domain::Campaign &campaign, bool again, qint64 known)
{
    storage::Transaction transaction(*d->database);
    if (auto begun = transaction.begin(); !begun)
        return begun.error();
    const auto requests =
        storage::Journal(*d->database).decideRequests(campaign.id, again ? u"sendAgain"_s : u"accepted"_s);
    if (!requests)
        return requests.error();
    if (*requests > 0) {
        const auto state = again ? domain::CampaignState::Paused : domain::CampaignState::Finished;
        const auto set =
            storage::CampaignRepository(*d->database)
                .setState(campaign.id, state, again ? u"decided"_s : QString(), d->clock.nowMs());
        if (!set)
            return set.error();
    }
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    if (*requests + known > 0) {
        d->addHistory(campaign.id, again ? u"sendAgain"_s : u"treatAsSent"_s, campaign.gatewayGroup);
        Q_EMIT messagesChanged(campaign.id);
        Q_EMIT campaignsChanged();
    }
    return *requests + known;
}

base::Result<qint64> Engine::retryFailed(qint64 id)
{
    return queueAgain(id, {domain::MessageState::Failed, domain::MessageState::Refused}, u"retry"_s);
}

base::Result<qint64> Engine::release(qint64 id)
{
    return queueAgain(id, {domain::MessageState::Held}, u"released"_s);
}

// A person wants them sent after all; the campaign then waits for Resume.
base::Result<qint64> Engine::queueAgain(qint64 id, const QList<domain::MessageState> &from,
                                        const QString &what)
{
    storage::CampaignRepository campaigns(*d->database);
    const auto campaign = campaigns.campaign(id);
    if (!campaign)
        return campaign.error();
    const qint64 now = d->clock.nowMs();
    storage::Step step;
    step.to = domain::MessageState::Queued;
    step.kind = domain::EventKind::Decision;
    step.detail = what;
    step.atMs = now;
    d->commits->flush();
    storage::Transaction transaction(*d->database);
    if (auto begun = transaction.begin(); !begun)
        return begun.error();
    const auto count = storage::Journal(*d->database).moveAll(id, from, step);
    if (!count)
        return count;
    // A held one to a gateway group has no messages of its own (BLK-10).
    const bool changed = *count > 0 || (campaign->state == domain::CampaignState::Held &&
                                        from.contains(domain::MessageState::Held));
    if (changed) {
        if (auto set = campaigns.setState(id, domain::CampaignState::Paused, u"decided"_s, now); !set)
            return set.error();
    }
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    if (changed) {
        d->addHistory(id, what, QString::number(*count));
        d->commits->flush();
        Q_EMIT messagesChanged(id);
        Q_EMIT campaignsChanged();
    }
    return count;
}

void Engine::setUnsentTries(int tries)
{
    d->unsentTries = tries;
}

} // namespace engine
