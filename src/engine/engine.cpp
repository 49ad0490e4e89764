// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"

#include "base/crashpoint.h"
#include "engine/engine_p.h"
#include "engine/maintenance.h"
#include "engine/planner.h"
#include "engine/repeatsource.h"
#include "storage/contactrepository.h"
#include "storage/optoutrepository.h"

#include <QDir>
#include <QFileInfo>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

constexpr int noticeMs = 100; // statuses may come by the thousand; a person sees ten changes a second

QString computerUser()
{
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return user.isEmpty() ? QFileInfo(QDir::homePath()).owner() : user; // a service has no USER
}

QString campaignName(const Draft &draft, qint64 nowMs)
{
    if (!draft.name.trimmed().isEmpty())
        return draft.name.trimmed();
    const QString date = QDateTime::fromMSecsSinceEpoch(nowMs).toString(u"yyyy-MM-dd HH:mm"_s);
    if (!draft.recipients.listFile.isEmpty())
        return QString(QFileInfo(draft.recipients.listFile).completeBaseName() + u' ' + date);
    return QString(draft.text.simplified().left(40) + u' ' + date);
}

} // namespace

Engine::Engine(Profile &profile, Secrets &secrets, const base::Clock &clock,
               std::unique_ptr<storage::Database> database)
    : d(std::make_unique<Private>(profile, secrets, clock, std::move(database)))
{
    connect(d->commits.get(), &storage::GroupCommit::commitFailed, this, [this](const base::Error &error) {
        d->storageFailing = true;
        Q_EMIT storageFailed(error);
    });
    connect(d->commits.get(), &storage::GroupCommit::commitSucceeded, this, [this] {
        if (std::exchange(d->storageFailing, false))
            Q_EMIT storageRecovered();
    });
    connect(d->projector.get(), &campaign::StatusProjector::messageChanged, this,
            [this](qint64 campaign, qint64) { d->notice(campaign); });
    d->noticeTimer.setSingleShot(true);
    d->noticeTimer.setInterval(noticeMs);
    connect(&d->noticeTimer, &QTimer::timeout, this, [this] {
        if (const auto at = std::exchange(d->lastStatusMs, std::nullopt))
            Q_EMIT statusReceived(*at);
        for (const qint64 campaign : std::exchange(d->changed, {}))
            Q_EMIT messagesChanged(campaign);
    });
    connect(d->intake.get(), &inbox::Intake::messageStored, this, &Engine::inboundReceived);
    // Queued: the group of commits that wanted it has to be done with first.
    connect(d->intake.get(), &inbox::Intake::replyWanted, this, &Engine::answer, Qt::QueuedConnection);
    connect(d->projector.get(), &campaign::StatusProjector::sentTwice, this,
            [this](qint64 campaign, qint64 message) { d->tellSentTwice(*this, campaign, message); });
}

Engine::~Engine()
{
    d->scheduler.reset();
    d->confirmations.reset();
    d->receiver.reset();
    d->runners.clear();
    d->clients.clear();
    d->commits->flush();
}

base::Result<std::unique_ptr<Engine>> Engine::open(Profile &profile, Secrets &secrets,
                                                   const base::Clock &clock)
{
    if (auto owned = profile.own(); !owned)
        return owned.error();
    if (auto finished = finishRestore(profile); !finished)
        return finished.error();
    auto database = storage::Database::open(profile.databaseFile(), storage::OpenMode::ReadWrite, clock);
    if (!database)
        return database.error();
    storage::Transaction transaction(*database.value());
    if (auto begun = transaction.begin(); !begun)
        return begun.error();
    storage::Journal journal(*database.value());
    if (auto recovered = journal.recoverInterrupted(clock.nowMs()); !recovered)
        return recovered.error();
    base::crashPoint("recovered");
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    base::crashPoint("recovery-committed");
    return std::unique_ptr<Engine>(new Engine(profile, secrets, clock, std::move(database).value()));
}

storage::Database &Engine::database()
{
    return *d->database;
}

storage::GroupCommit &Engine::commits()
{
    return *d->commits;
}

Settings &Engine::settings()
{
    return d->settings;
}

const base::Clock &Engine::clock() const
{
    return d->clock;
}

void Engine::Private::notice(qint64 campaign)
{
    changed.insert(campaign);
    if (!noticeTimer.isActive())
        noticeTimer.start();
}

// Kept with the campaign: whoever opens it later must see the alarm too.
void Engine::Private::tellSentTwice(Engine &engine, qint64 campaign, qint64 message)
{
    const auto whose = storage::Journal(*database).message(message);
    addHistory(campaign, u"sentTwice"_s, whose ? whose->number : QString());
    Q_EMIT engine.sentTwice(campaign, message);
}

void Engine::Private::addHistory(qint64 campaign, const QString &what, const QString &detail)
{
    const domain::HistoryEntry entry{clock.nowMs(), computerUser(), campaign, what, detail};
    commits->submit([this, entry] { return storage::CampaignRepository(*database).addHistory(entry); });
}

namespace {

// A contact's fields as merge fields; its name and e-mail under the words of both languages.
campaign::Candidate candidateOf(const domain::Contact &contact)
{
    campaign::Candidate candidate;
    candidate.input = contact.number;
    candidate.name = contact.name;
    for (const auto &[field, value] : contact.fields.asKeyValueRange())
        candidate.fields.insert(smstext::MergeText::key(field), value);
    for (const QString &field : {u"navn"_s, u"name"_s})
        candidate.fields.insert(field, contact.name);
    for (const QString &field : {u"e-post"_s, u"epost"_s, u"email"_s, u"e-mail"_s})
        candidate.fields.insert(field, contact.email);
    return candidate;
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

} // namespace

base::Result<PlanSummary> Engine::examine(const Draft &draft, const PlanProgress &progress)
{
    const auto account = d->settings.account(draft.account);
    if (!account)
        return base::Error{base::ErrorCode::NoAccount, draft.account, u"account"_s};
    return planned(draft, contextOf(*d->database, *account, d->clock.nowMs()), progress);
}

base::Result<PlanSummary> Engine::plan(const Draft &draft, const PlanProgress &progress)
{
    const auto account = d->settings.account(draft.account);
    if (!account)
        return base::Error{base::ErrorCode::NoAccount, draft.account, u"account"_s};
    const qint64 now = d->clock.nowMs();

    domain::Campaign campaign;
    campaign.name = campaignName(draft, now);
    campaign.account = account->name;
    campaign.sender = draft.options.priceOre ? u"2401"_s : draft.sender;
    campaign.text = draft.text;
    campaign.options = draft.options;
    campaign.mode = draft.mode == domain::SendMode::Automatic ? domain::SendMode::Single : draft.mode;
    campaign.gatewayGroup = draft.recipients.gatewayGroup;
    campaign.createdMs = now;
    campaign.startAtMs = draft.startAtMs;
    campaign.startZone = draft.startZone;
    campaign.catchUpMinutes = draft.catchUpMinutes;
    campaign.confirmsOptOut = draft.confirmsOptOut;
    if (draft.repeat != domain::Repeat::Once) {
        if (!draft.recipients.typed.isEmpty())
            return base::Error{base::ErrorCode::RepeatNeedsGroup, {}, u"to"_s};
        campaign.repeat = draft.repeat;
        campaign.repeatFromMs = draft.startAtMs;
        campaign.source = sourceOf(draft.recipients);
    }

    d->commits->flush();
    storage::Transaction transaction(*d->database);
    if (auto begun = transaction.begin(); !begun)
        return begun.error();
    storage::CampaignRepository campaigns(*d->database);
    const auto id = campaigns.create(campaign);
    if (!id)
        return id.error();

    const auto first = draft.startAtMs ? domain::MessageState::Scheduled : domain::MessageState::Queued;
    PlannerContext context = contextOf(*d->database, *account, now);
    if (draft.confirmsOptOut)
        context.optedOut = {};
    context.batch = [&](const QList<domain::Message> &messages, const QList<domain::Skipped> &skipped) {
        QList<domain::Message> rows = messages;
        for (domain::Message &message : rows) {
            message.state = first;
            message.sender = campaign.sender;
        }
        if (auto added = campaigns.addMessages(*id, rows, now); !added)
            return added;
        return campaigns.addSkipped(*id, skipped);
    };
    auto made = planned(draft, context, progress);
    if (!made)
        return made.error();
    PlanSummary &summary = made.value();
    const bool unknownGroup = summary.mode == domain::SendMode::GatewayGroup;
    if (summary.totals.recipients == 0 && !unknownGroup)
        return made; // nothing to send: nothing is kept
    if (auto set = campaigns.setTotals(*id, summary.totals.recipients, summary.totals.segments,
                                       summary.totals.costOre);
        !set)
        return set.error();
    if (auto set = campaigns.setMode(*id, summary.mode); !set)
        return set.error();
    if (auto noted = campaigns.addHistory({now, computerUser(), *id, u"created"_s, {}}); !noted)
        return noted.error();
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    summary.campaign = *id;
    if (auto against = objections(*id, true))
        summary.objections = against.value();
    Q_EMIT campaignsChanged();
    return made;
}

base::Result<void> Engine::discard(qint64 campaign)
{
    d->commits->flush();
    storage::Transaction transaction(*d->database);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    if (auto removed = storage::CampaignRepository(*d->database).discardPlanned(campaign); !removed)
        return removed;
    if (auto committed = transaction.commit(); !committed)
        return committed;
    Q_EMIT campaignsChanged();
    return {};
}

} // namespace engine
