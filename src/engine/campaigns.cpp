// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/campaigns.h"

#include "campaign/campaignrunner.h"
#include "campaign/guards.h"
#include "campaign/runjournal.h"
#include "campaign/statusprojector.h"
#include "engine/accounts.h"
#include "engine/changes.h"
#include "engine/gatewaycontact.h"
#include "engine/history.h"
#include "engine/mailbox.h"
#include "engine/network.h"
#include "engine/owntime.h"
#include "engine/pacers.h"
#include "engine/pausewording.h"
#include "engine/planning.h"
#include "engine/programlog.h"
#include "engine/soundness.h"
#include "engine/wording.h"
#include "gateway/gatewayclient.h"
#include "storage/campaignrepository.h"
#include "storage/journal.h"
#include "storage/transaction.h"

#include <algorithm>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

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

} // namespace

Campaigns::Campaigns(const CampaignsContext &context)
    : m_context(context)
{
}

Campaigns::~Campaigns()
{
    stop();
}

void Campaigns::stop()
{
    m_starting.clear();
    m_runners.clear();
    m_clients.clear();
    m_wakefulness.keep(false);
}

void Campaigns::setUnsentTries(int tries)
{
    m_unsentTries = tries;
}

void Campaigns::start(qint64 id, bool confirmed, const std::function<void(base::Result<void>)> &begun,
                      Unfetched unfetched)
{
    if (isRunning(id) || m_starting.contains(id)) {
        return begun(base::Error{base::ErrorCode::WrongState, wording::state(domain::CampaignState::Running),
                                 u"campaign"_s});
    }
    Start start{id, confirmed, unfetched, ++m_starts, {}};
    m_starting.insert(id, start.number);
    start.begun = [this, id, number = start.number, begun](const base::Result<void> &outcome) {
        if (m_starting.value(id) == number)
            m_starting.remove(id);
        begun(outcome);
    };
    m_context.soundness.whenSound(then(start, &Campaigns::startSound));
}

std::function<void(base::Result<void>)> Campaigns::then(const Start &start,
                                                        void (Campaigns::*goOn)(const Start &))
{
    return [this, start, goOn](const base::Result<void> &outcome) {
        if (!outcome)
            return start.begun(outcome);
        if (!isWaiting(start))
            return start.begun(base::Error{base::ErrorCode::Cancelled, {}, {}});
        (this->*goOn)(start);
    };
}

void Campaigns::startSound(const Start &start)
{
    const auto campaign = storage::CampaignRepository(m_context.database).campaign(start.campaign);
    if (campaign && campaign->state == domain::CampaignState::Finished) {
        start.begun({});
        Q_EMIT stopped(start.campaign, campaign->state, campaign->reason);
        return;
    }
    judge(start, [this, start](const Ready &ready) {
        if (ready.account.demo)
            return startEmptied(start);
        // Who has written STOPP since is not written to.
        m_context.mailbox.empty(start.unfetched == Unfetched::GoOn, then(start, &Campaigns::startEmptied));
    });
}

void Campaigns::startEmptied(const Start &start)
{
    const auto before = startable(start.campaign);
    if (!before)
        return start.begun(before.error());
    m_context.accounts.readSecrets(before->account,
                                   [this, start](const base::Result<AccountSecrets> &secrets) {
                                       if (!secrets)
                                           return start.begun(secrets.error());
                                       judge(start, [this, start, secrets = *secrets](const Ready &ready) {
                                           run(ready.campaign, ready.account, secrets);
                                           start.begun({});
                                       });
                                   });
}

void Campaigns::judge(const Start &start, const std::function<void(const Ready &ready)> &ready)
{
    if (!isWaiting(start))
        return start.begun(base::Error{base::ErrorCode::Cancelled, {}, {}});
    if (const auto before = startable(start.campaign); !before)
        return start.begun(before.error());
    m_context.planning.walk(start.campaign, [this, start, ready](const base::Result<WaitingFacts> &waiting) {
        if (!waiting)
            return start.begun(waiting.error());
        m_context.statuses.drained([this, start, ready, facts = *waiting](const base::Result<void> &drained) {
            if (!isWaiting(start))
                return start.begun(base::Error{base::ErrorCode::Cancelled, {}, {}});
            if (!drained)
                return start.begun(drained.error());
            const auto campaign = startable(start.campaign);
            if (!campaign)
                return start.begun(campaign.error());
            const auto unopposed = isUnopposed(start, facts);
            if (!unopposed)
                return start.begun(unopposed.error());
            if (!*unopposed)
                return judge(start, ready);
            ready(*campaign);
        });
    });
}

base::Result<Campaigns::Ready> Campaigns::startable(qint64 id)
{
    const auto campaign = storage::CampaignRepository(m_context.database).campaign(id);
    if (!campaign)
        return campaign.error();
    if (campaign->state == domain::CampaignState::Held)
        return base::Error{base::ErrorCode::WrongState, wording::pauseReason(campaign->reason), u"release"_s};
    const bool ended = campaign->state == domain::CampaignState::Finished ||
                       campaign->state == domain::CampaignState::Cancelled;
    if (ended || campaign->repeat != domain::Repeat::Once)
        return base::Error{base::ErrorCode::WrongState, wording::state(campaign->state), u"campaign"_s};
    const auto account = m_context.settings.account(campaign->account);
    if (!account)
        return base::Error{base::ErrorCode::NoAccount, campaign->account, u"account"_s};
    return Ready{*campaign, *account};
}

base::Result<bool> Campaigns::isUnopposed(const Start &start, const WaitingFacts &waiting)
{
    const auto against = m_context.planning.objections(start.campaign, waiting);
    if (!against)
        return against.error();
    if (!against->has_value())
        return false;
    for (const campaign::Objection &objection : **against) {
        if (!objection.canBeConfirmed || !start.confirmed)
            return refusal(**against, start.confirmed);
    }
    return true;
}

void Campaigns::run(const domain::Campaign &campaign, const domain::Account &account,
                    const AccountSecrets &secrets)
{
    auto &client = m_clients[account.name];
    if (!client || !isSending()) {
        std::erase_if(m_runners, [](const auto &entry) { return !entry.second->isActive(); });
        client = std::make_unique<gateway::GatewayClient>(connectionOf(account, secrets.proxyPassword));
        connect(client.get(), &gateway::GatewayClient::dateHeard, &m_context.ownTime, &OwnTime::heard);
    }
    auto runner = std::make_unique<campaign::CampaignRunner>(
        campaign::RunnerContext{m_context.database,
                                m_context.commits,
                                *client,
                                m_context.clock,
                                {},
                                &m_context.pacers.of(account.name)},
        account,
        account.authentication == domain::Authentication::Password ? std::optional(secrets.password)
                                                                   : std::nullopt,
        campaign);
    runner->setUnsentTries(m_unsentTries);
    tellContact(*runner, account.name);
    connect(runner.get(), &campaign::CampaignRunner::progressed, this, &Campaigns::progressed);
    connect(runner.get(), &campaign::CampaignRunner::messagesChanged, &m_context.changes,
            &Changes::tellMessages);
    connect(runner.get(), &campaign::CampaignRunner::sentTwice, this, &Campaigns::noteSentTwice);
    connect(runner.get(), &campaign::CampaignRunner::stopped, this,
            [this](qint64 id, domain::CampaignState state, const domain::PauseReason &reason) {
                m_wakefulness.keep(isSending());
                qCInfo(events, "campaign %lld: %s %s", static_cast<long long>(id),
                       qUtf8Printable(domain::identifier(state)), qUtf8Printable(domain::identifier(reason)));
                m_context.history.addStopped(id, state, reason);
                Q_EMIT stopped(id, state, reason);
                m_context.changes.tellMessages(id);
                m_context.changes.tellCampaigns();
            });
    m_context.history.add(campaign.id,
                          campaign.startedMs ? domain::HistoryKind::Resumed : domain::HistoryKind::Started);
    auto &place = m_runners[campaign.id];
    place = std::move(runner);
    m_wakefulness.keep(true);
    qCInfo(events, "campaign %lld begins", static_cast<long long>(campaign.id));
    place->start();
    m_context.changes.tellCampaigns();
}

void Campaigns::tellContact(campaign::CampaignRunner &runner, const QString &account)
{
    GatewayContact &contact = m_context.contact;
    connect(&runner, &campaign::CampaignRunner::asked, &contact,
            [&contact, account] { contact.asked(account); });
    connect(&runner, &campaign::CampaignRunner::heard, &contact,
            [&contact, account](const gateway::Outcome &outcome) { contact.heard(account, outcome); });
    connect(&runner, &campaign::CampaignRunner::waits, &contact,
            [&contact, account](qint64 untilMs) { contact.waits(account, untilMs); });
    connect(&runner, &campaign::CampaignRunner::stopped, &contact,
            [&contact, account] { contact.rests(account); });
}

void Campaigns::noteSentTwice(qint64 campaign, qint64 message)
{
    const auto whose = storage::Journal(m_context.database).message(message);
    m_context.history.add(campaign, domain::HistoryKind::SentTwice, whose ? whose->number : QString());
    Q_EMIT sentTwice(campaign, message);
}

base::Result<void> Campaigns::rename(qint64 id, const QString &name)
{
    const QString wanted = name.simplified();
    if (wanted.isEmpty())
        return base::Error{base::ErrorCode::TextEmpty, {}, u"name"_s};
    storage::CampaignRepository campaigns(m_context.database);
    const auto campaign = campaigns.campaign(id);
    if (!campaign)
        return campaign.error();
    if (campaign->name == wanted)
        return {};
    m_context.commits.flush();
    const auto renamed =
        storage::inTransaction(m_context.database, [&] { return campaigns.rename(id, wanted); });
    if (!renamed)
        return renamed;
    m_context.history.add(id, domain::HistoryKind::Renamed, campaign->name);
    m_context.commits.flush();
    m_context.changes.tellCampaigns();
    return {};
}

base::Result<void> Campaigns::setArchived(qint64 id, bool archived)
{
    storage::CampaignRepository campaigns(m_context.database);
    const auto campaign = campaigns.campaign(id);
    if (!campaign)
        return campaign.error();
    if (archived && !campaign->hasEnded())
        return base::Error{base::ErrorCode::WrongState, wording::state(campaign->state), u"campaign"_s};
    m_context.commits.flush();
    const auto set =
        storage::inTransaction(m_context.database, [&] { return campaigns.setArchived(id, archived); });
    if (set)
        m_context.changes.tellCampaigns();
    return set;
}

bool Campaigns::isSending() const
{
    return std::any_of(m_runners.begin(), m_runners.end(),
                       [](const auto &entry) { return entry.second->isActive(); });
}

bool Campaigns::isRunning(qint64 id) const
{
    const auto found = m_runners.find(id);
    return found != m_runners.end() && found->second->isActive();
}

base::Result<void> Campaigns::pause(qint64 id, const domain::PauseReason &reason)
{
    if (isRunning(id)) {
        m_runners.at(id)->pause(reason);
        return {};
    }
    if (m_starting.remove(id)) // it stays as it was
        return {};
    const auto campaign = storage::CampaignRepository(m_context.database).campaign(id);
    if (!campaign)
        return campaign.error();
    // Nothing is under way in this process: a paused campaign stays paused.
    if (campaign->state == domain::CampaignState::Paused)
        return {};
    return base::Error{base::ErrorCode::WrongState, wording::state(campaign->state), u"campaign"_s};
}

base::Result<void> Campaigns::cancel(qint64 id)
{
    if (isRunning(id)) {
        m_runners.at(id)->cancel();
        return {};
    }
    m_starting.remove(id);
    return cancelResting(id);
}

base::Result<void> Campaigns::cancelResting(qint64 id)
{
    storage::CampaignRepository campaigns(m_context.database);
    const auto campaign = campaigns.campaign(id);
    if (!campaign)
        return campaign.error();
    if (campaign->state == domain::CampaignState::Cancelled)
        return {};
    if (campaign->state == domain::CampaignState::Finished)
        return base::Error{base::ErrorCode::WrongState, wording::state(campaign->state), u"campaign"_s};
    m_context.commits.flush();
    const auto cancelled = storage::inTransaction(m_context.database, [&]() -> base::Result<void> {
        const qint64 now = m_context.clock.nowMs();
        if (auto moved = campaign::cancelWaiting(m_context.database, id, now); !moved)
            return moved;
        return campaigns.setState(id, domain::CampaignState::Cancelled, domain::PauseReason::Person, now);
    });
    if (!cancelled)
        return cancelled;
    m_context.history.add(id, domain::HistoryKind::Cancelled);
    m_context.commits.flush();
    m_context.changes.tellMessages(id);
    m_context.changes.tellCampaigns();
    return {};
}

} // namespace engine
