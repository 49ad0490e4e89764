// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/crashpoint.h"
#include "campaign/campaignrunner_p.h"
#include "campaign/guards.h"
#include "campaign/transitions.h"
#include "storage/campaignrepository.h"
#include "storage/journal.h"

#include <QDateTime>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace campaign {
using namespace Qt::StringLiterals;
using base::Result;
using domain::CampaignState;
using domain::Message;
using domain::MessageState;
using domain::PauseReason;
using domain::SendMode;
using gateway::Outcome;
using gateway::Verdict;

namespace {

constexpr int noticeMs = 250; // between two signals that rows have changed
constexpr int storeTries = 3; // of what must not be lost: answers and the end of a run

Outcome unsent(const QString &reason)
{
    Outcome outcome;
    outcome.verdict = Verdict::Unsent;
    outcome.reason = reason;
    return outcome;
}

} // namespace

PauseReason reasonOf(const base::Error &error)
{
    return error.code == base::ErrorCode::DiskFull ? PauseReason::DiskFull : PauseReason::DatabaseUnusable;
}

CampaignRunner::Private::Private(CampaignRunner *runner, RunnerContext given, domain::Account of,
                                 std::optional<QString> secret, domain::Campaign toSend)
    : q(runner)
    , context(std::move(given))
    , ownPacer(context.pacer ? nullptr : std::make_unique<AccountPacer>(context.clock, context.delay))
    , pacer(context.pacer ? *context.pacer : *ownPacer)
    , account(std::move(of))
    , password(std::move(secret))
    , campaign(std::move(toSend))
    , queue(context.database, campaign.id)
    , judgement(isGroup())
{
    if (!context.delay)
        context.delay = timers();
}

void CampaignRunner::Private::store(const storage::GroupCommit::Work &work,
                                    const storage::GroupCommit::Done &done, int tries)
{
    auto stored = [this, work, done, tries](const Result<void> &committed) {
        if (committed || tries >= storeTries)
            return done(committed);
        stop(reasonOf(committed.error()));
        later(backOffSeconds(tries) * 1000, [this, work, done, tries] { store(work, done, tries + 1); });
    };
    context.commits.submit(work, guarded(std::move(stored)));
}

void CampaignRunner::Private::begin()
{
    // Before anything of it has begun, so that whoever is judged next knows of it.
    const auto waiting = campaign.startedMs ? storage::Journal(context.database).waitingSegments(campaign.id)
                                            : Result<qint64>(campaign.segments);
    pacer.reserve(campaign.id, waiting ? *waiting : campaign.segments);
    active = true;
    const auto work = [&database = context.database, id = campaign.id,
                       now = context.clock.nowMs()]() -> Result<void> {
        storage::Journal journal(database);
        storage::Step left;
        left.to = MessageState::Uncertain;
        left.detail = domain::identifier(PauseReason::Interrupted);
        left.atMs = now;
        if (auto moved = journal.moveAll(id, {MessageState::Sending}, left); !moved)
            return moved.error();
        storage::Step due;
        due.to = MessageState::Queued;
        due.kind = domain::EventKind::Queued;
        due.atMs = now;
        if (auto moved = journal.moveAll(id, {MessageState::Scheduled}, due); !moved)
            return moved.error();
        return storage::CampaignRepository(database).setState(id, CampaignState::Running, {}, now);
    };
    context.commits.submit(work, guarded([this](const Result<void> &committed) {
                               running = true;
                               if (!committed)
                                   stop(reasonOf(committed.error()));
                               else if (isGroup())
                                   groupWaits = true;
                               tell();
                               fill();
                           }));
}

void CampaignRunner::Private::fill()
{
    if (!running || finishing)
        return;
    while (!stopping && !backingOff) {
        const auto more = somethingWaits();
        if (!more) {
            stop(reasonOf(more.error()));
            break;
        }
        if (!*more)
            break;
        if (isQuietNow()) {
            stop(PauseReason::QuietHours);
            break;
        }
        waitsForPlace = !pacer.take(kind(), q, guarded([this] {
                                        waitsForPlace = false;
                                        if (!stopping)
                                            fill();
                                    }));
        if (waitsForPlace)
            break;
        ++inFlight;
        const auto request = nextRequest();
        if (request && *request && isFit(**request)) {
            journal(*request);
            continue;
        }
        --inFlight;
        if (!request)
            stop(reasonOf(request.error()));
        pacer.giveUnused(kind());
    }
    finishIfIdle();
}

// What was planned may have changed since: its time may have passed, its text been forgotten.
bool CampaignRunner::Private::isFit(const Request &request)
{
    const auto fit = gateway::checked(request.push, isBulk(), context.clock.nowMs());
    if (fit)
        return true;
    queue.giveBack(request.messages);
    groupWaits = isGroup();
    stop(PauseReason::unfit(fit.error().code));
    return false;
}

Result<bool> CampaignRunner::Private::somethingWaits()
{
    return isGroup() ? Result<bool>(groupWaits) : queue.hasMore();
}

// By the time of delivery that was asked for, else by now.
bool CampaignRunner::Private::isQuietNow() const
{
    const qint64 delivery = campaign.options.scheduledAtMs.value_or(context.clock.nowMs());
    return account.sending.quietHours &&
           isQuiet(*account.sending.quietHours, QDateTime::fromMSecsSinceEpoch(delivery));
}

void CampaignRunner::Private::leavePlace()
{
    --inFlight;
    pacer.give(kind());
}

// Returns null when the queue is empty.
Result<RequestPtr> CampaignRunner::Private::nextRequest()
{
    QList<Message> messages;
    if (isGroup()) {
        if (!std::exchange(groupWaits, false))
            return RequestPtr();
        const auto earlier = storage::Journal(context.database).attempts(campaign.id);
        if (!earlier)
            return earlier.error();
        for (const storage::AttemptRecord &attempt : *earlier) {
            // BLK-10: its members are not known here, so only what is proven unsent goes again.
            const Verdict verdict = attempt.result ? attempt.result->verdict : Verdict::Uncertain;
            if (verdict == Verdict::Accepted)
                return RequestPtr();
            if (isUncertain(verdict)) {
                stop(PauseReason::BulkUncertain);
                return RequestPtr();
            }
        }
    } else {
        auto taken = queue.take(isBulk() ? std::clamp(account.sending.bulkSize, 1, 1000) : 1);
        if (!taken)
            return taken.error();
        messages = taken.value();
        if (messages.isEmpty())
            return RequestPtr();
    }

    auto request = std::make_shared<Request>();
    request->round = round;
    request->messages = messages;
    request->attempt.campaign = campaign.id;
    request->attempt.endpoint = isBulk() ? domain::Endpoint::Bulk : domain::Endpoint::Single;
    request->confirmsOptOut = campaign.confirmsOptOut;
    request->attempt.ref = gateway::newRef(campaign.options.reference);
    request->push.serviceId = account.serviceId;
    request->push.password = password;
    for (const Message &message : std::as_const(messages))
        request->push.numbers.append(message.number);
    request->push.group = campaign.gatewayGroup;
    request->push.sender = messages.isEmpty() || messages.constFirst().sender.isEmpty()
                               ? campaign.sender
                               : messages.constFirst().sender;
    request->push.text = messages.isEmpty() ? campaign.text : messages.constFirst().text;
    request->push.ref = request->attempt.ref;
    request->push.options = campaign.options;
    if (!messages.isEmpty() && !messages.constFirst().templateFields.isEmpty())
        request->push.options.templateFields = messages.constFirst().templateFields;
    return request;
}

void CampaignRunner::Private::journal(const RequestPtr &request)
{
    base::crashPoint("batch-planned");
    qint64 segments = 0;
    for (const Message &message : std::as_const(request->messages))
        segments += message.segments;
    // The day counts them from the moment at which they stand in the journal, neither before nor twice.
    context.commits.submit(
        [&database = context.database, &clock = context.clock, request, segments,
         shared = QPointer<AccountPacer>(&pacer), id = campaign.id] {
            const auto begun = beginRequest(database, *request, clock.nowMs());
            if (begun && shared && !std::exchange(request->counted, true))
                shared->begun(id, segments);
            return begun;
        },
        guarded([this, request](const Result<void> &committed) { journalled(request, committed); }));
}

void CampaignRunner::Private::journalled(const RequestPtr &request, const Result<void> &committed)
{
    if (!committed) {
        if (committed.error().code == base::ErrorCode::WrongState)
            takeBack(request);
        else
            stop(reasonOf(committed.error()));
        leavePlace();
        return fill();
    }
    base::crashPoint("attempt-committed");
    notice();
    for (const qint64 message : std::exchange(request->sentTwice, {}))
        Q_EMIT q->sentTwice(campaign.id, message);
    if (request->attempt.id == 0) { // everybody in it had opted out, or has it
        leavePlace();
        return fill();
    }
    if (!stopping)
        return post(request);
    ++storing;
    leavePlace();
    storeAnswer(request, unsent(u"stopped before it was sent"_s), false);
}

// A message was changed behind the run's back (a status, a person): the others wait again.
void CampaignRunner::Private::takeBack(const RequestPtr &request)
{
    QList<Message> queued;
    for (const Message &message : std::as_const(request->messages)) {
        const auto now = storage::Journal(context.database).message(message.id);
        if (now && now->state == MessageState::Queued)
            queued.append(message);
    }
    if (queued.size() == request->messages.size()) // then something else is wrong, and would be again
        return stop(PauseReason::DatabaseUnusable);
    queue.giveBack(queued);
}

void CampaignRunner::Private::post(const RequestPtr &request)
{
    const auto done = guarded([this, request](const Outcome &outcome) { answered(request, outcome); });
    Q_EMIT q->asked();
    if (request->isBulk())
        context.transport.postBulk(request->push, done);
    else
        context.transport.postSingle(request->push, done);
    base::crashPoint("posted");
}

void CampaignRunner::Private::stop(const PauseReason &why)
{
    if (!std::exchange(stopping, true))
        reason = why;
    for (qsizetype left = std::exchange(toRepeat, {}).size(); left > 0; --left)
        leavePlace();
}

void CampaignRunner::Private::finishIfIdle()
{
    if (!running || finishing || inFlight > 0 || storing > 0)
        return;
    if (!stopping) {
        if (backingOff || waitsForPlace || groupWaits)
            return;
        // Pick up messages queued while the run was in progress.
        const auto more = queue.readAgain();
        if (more && *more)
            return fill();
        if (!more)
            stop(reasonOf(more.error()));
    }
    finish();
}

void CampaignRunner::Private::finish()
{
    finishing = true;
    const CampaignState state = cancelling ? CampaignState::Cancelled
                                : stopping ? CampaignState::Paused
                                           : CampaignState::Finished;
    const auto work = [&database = context.database, &clock = context.clock, id = campaign.id, state,
                       why = reason]() -> Result<void> {
        const qint64 now = clock.nowMs();
        if (state == CampaignState::Cancelled) {
            if (auto cancelled = cancelWaiting(database, id, now); !cancelled)
                return cancelled;
        }
        storage::CampaignRepository campaigns(database);
        if (why == PauseReason::QuietHours) { // whether it goes on by itself is asked anew
            if (auto cleared = campaigns.setStartAt(id, std::nullopt); !cleared)
                return cleared;
        }
        return campaigns.setState(id, state, why, now);
    };
    store(work, [this, state, why = reason](const Result<void> &committed) {
        active = false;
        pacer.release(campaign.id);
        tell();
        if (committed)
            Q_EMIT q->stopped(campaign.id, state, why);
        else
            Q_EMIT q->stopped(campaign.id, CampaignState::Paused,
                              why == PauseReason::None ? reasonOf(committed.error()) : why);
    });
}

void CampaignRunner::Private::notice()
{
    if (std::exchange(noticed, true))
        return;
    later(noticeMs, [this] {
        noticed = false;
        if (active)
            tell();
    });
}

void CampaignRunner::Private::tell()
{
    const auto now = storage::CampaignRepository(context.database).campaign(campaign.id);
    if (!now)
        return; // database errors are reported by the caller that needs the result
    qint64 done = 0;
    qint64 total = 0;
    for (const MessageState state : domain::allMessageStates()) {
        const qint64 count = now->counts[static_cast<size_t>(state)];
        total += count;
        done += isSettled(state) ? count : 0;
    }
    Q_EMIT q->progressed(campaign.id, done, total);
    Q_EMIT q->messagesChanged(campaign.id);
}

CampaignRunner::CampaignRunner(RunnerContext context, domain::Account account,
                               std::optional<QString> password, domain::Campaign campaign, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(context), std::move(account), std::move(password),
                                  std::move(campaign)))
{
}

CampaignRunner::~CampaignRunner()
{
    d->pacer.release(d->campaign.id);
    for (; d->inFlight > 0; --d->inFlight)
        d->pacer.abandon(d->kind());
}

void CampaignRunner::setUnsentTries(int tries)
{
    d->unsentTriesAllowed = std::max(0, tries);
}

qint64 CampaignRunner::campaign() const
{
    return d->campaign.id;
}

void CampaignRunner::start()
{
    if (!d->active && !d->finishing) {
        d->pacer.setAccount(d->account);
        d->begin();
    }
}

void CampaignRunner::pause(const PauseReason &reason)
{
    if (!d->active || d->finishing)
        return;
    d->stop(reason);
    d->finishIfIdle();
}

void CampaignRunner::cancel()
{
    if (!d->active || d->finishing)
        return;
    d->cancelling = true;
    d->stop({});
    d->reason = PauseReason::Person;
    d->finishIfIdle();
}

bool CampaignRunner::isActive() const
{
    return d->active;
}

} // namespace campaign
