// SPDX-License-Identifier: GPL-3.0-or-later
// send, and what it shares with the campaign commands: the options of a message and the run in the
// foreground.
#include "base/isotime.h"
#include "engine/awaited.h"
#include "engine/campaigns.h"
#include "engine/pausewording.h"
#include "engine/planning.h"
#include "engine/sendwording.h"
#include "engine/wording.h"
#include "programs/cli/commands.h"
#include "programs/interrupt.h"
#include "storage/campaignrepository.h"
#include "storage/journal.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QRegularExpression>

#include <tuple>
#include <utility>

namespace cli {
using namespace Qt::StringLiterals;

QCommandLineOption flag(const QString &name, const QString &description)
{
    return QCommandLineOption(name, description);
}

QCommandLineOption valued(const QString &name, const QString &value, const QString &description)
{
    return QCommandLineOption(name, description, value);
}

QList<QCommandLineOption> messageOptions()
{
    return {
        valued(
            u"from"_s, u"S"_s,
            QCoreApplication::translate("Cli", "the sender: a number, or a text of at most 11 characters")),
        valued(u"text"_s, u"T"_s, QCoreApplication::translate("Cli", "the message")),
        flag(u"bulk"_s, QCoreApplication::translate("Cli", "one request for many numbers")),
        flag(u"unicode"_s, QCoreApplication::translate("Cli", "allow all characters")),
        valued(u"ref"_s, u"R"_s,
               QCoreApplication::translate("Cli", "your own reference, at most 60 characters")),
        valued(u"scheduled"_s, u"ISO"_s,
               QCoreApplication::translate("Cli", "when the gateway should send it")),
        valued(u"validity"_s, u"MIN"_s, QCoreApplication::translate("Cli", "validity in minutes")),
        flag(u"flash"_s, QCoreApplication::translate("Cli", "show at once on the phone's screen")),
        valued(u"protocol-id"_s, u"N"_s, QCoreApplication::translate("Cli", "0 to 255")),
        valued(u"price"_s, u"ORE"_s,
               QCoreApplication::translate("Cli", "charge the recipient, 100 to 20000 øre")),
        valued(u"type"_s, u"T"_s, QCoreApplication::translate("Cli", "a pre-approved template")),
        valued(u"field"_s, u"k=v"_s,
               QCoreApplication::translate("Cli", "a field of the template (may be repeated)")),
    };
}

namespace {

base::Result<int> optionNumber(const QCommandLineParser &options, const QString &name, base::ErrorCode code)
{
    bool good = false;
    const int value = options.value(name).toInt(&good);
    if (!good)
        return base::Error{code, options.value(name), name};
    return value;
}

// A command that lacks an option (preview) has it unset.
bool isSet(const QCommandLineParser &options, const QString &name)
{
    return options.optionNames().contains(name) && options.isSet(name);
}

// --type and --field (TPL-01).
base::Result<void> setTemplate(domain::SendOptions &message, const QCommandLineParser &options)
{
    if (isSet(options, u"type"_s)) {
        message.templateType = options.value(u"type"_s);
        if (message.templateType.isEmpty())
            return base::Error{base::ErrorCode::InvalidField, u"unknownType"_s, u"type"_s};
    }
    if (options.optionNames().contains(u"field"_s)) {
        if (!isSet(options, u"type"_s))
            return base::Error{base::ErrorCode::InvalidField,
                               QCoreApplication::translate("Cli", "a field needs a template: add --type"),
                               options.value(u"field"_s)};
        for (const QString &pair : options.values(u"field"_s)) {
            const qsizetype equals = pair.indexOf(u'=');
            if (equals <= 0) {
                return base::Error{base::ErrorCode::InvalidField,
                                   QCoreApplication::translate("Cli", "use name=value"), pair};
            }
            const QString name = pair.first(equals);
            if (message.templateFields.contains(name)) {
                return base::Error{
                    base::ErrorCode::InvalidField,
                    QCoreApplication::translate("Cli", "it is given twice with --field; give it once"), name};
            }
            message.templateFields.insert(name, pair.sliced(equals + 1));
        }
    }
    return {};
}

} // namespace

std::optional<qint64> timeOption(const QString &text)
{
    static const QRegularExpression day(u"\\A[0-9]{4}-[0-9]{2}-[0-9]{2}\\z"_s);
    return base::fromIso(day.match(text).hasMatch() ? QString(text + "T00:00"_L1) : text);
}

base::Result<domain::SendOptions> sendOptions(const QCommandLineParser &options)
{
    domain::SendOptions result;
    result.unicode = isSet(options, u"unicode"_s);
    result.flash = isSet(options, u"flash"_s);
    if (isSet(options, u"ref"_s))
        result.reference = options.value(u"ref"_s);
    if (isSet(options, u"scheduled"_s)) {
        result.scheduledAtMs = base::fromIso(options.value(u"scheduled"_s)); // OUT-13: never a day alone
        if (!result.scheduledAtMs) {
            return base::Error{
                base::ErrorCode::InvalidField,
                QCoreApplication::translate("Cli", "“%1” is not a time like 2030-01-31T19:15:00Z")
                    .arg(options.value(u"scheduled"_s)),
                u"scheduled"_s};
        }
    }
    const struct
    {
        QString option;
        base::ErrorCode code;
        std::function<void(int)> store;
    } numbers[] = {
        {u"validity"_s, base::ErrorCode::InvalidValidity, [&](int value) { result.validityMinutes = value; }},
        {u"protocol-id"_s, base::ErrorCode::InvalidProtocolId, [&](int value) { result.protocolId = value; }},
        {u"price"_s, base::ErrorCode::InvalidPrice, [&](int value) { result.priceOre = value; }},
    };
    for (const auto &number : numbers) {
        if (!isSet(options, number.option))
            continue;
        const auto value = optionNumber(options, number.option, number.code);
        if (!value)
            return value.error();
        number.store(*value);
    }
    if (auto set = setTemplate(result, options); !set)
        return set.error();
    return result;
}

RunEnd runInForeground(Console &console, engine::Campaigns &campaigns, qint64 campaign, bool confirmed,
                       bool showProgress)
{
    RunEnd end;
    QEventLoop loop;
    programs::Interrupt interrupt;
    bool pausing = false;
    using Why = programs::Interrupt::Why;
    QObject::connect(&interrupt, &programs::Interrupt::requested, &loop, [&](Why why) {
        const bool again = std::exchange(pausing, true);
        const auto reason =
            why == Why::Person ? domain::PauseReason::Person : domain::PauseReason::SessionEnded;
        if (!again && campaigns.pause(campaign, reason))
            return; // what is in flight still gets its answer
        if (again && why == Why::SessionEnds)
            return; // a closing terminal says so more than once
        // Asked again: nobody wants to wait. The next owner finds it interrupted, as after a crash.
        end.state = domain::CampaignState::Paused;
        end.reason = domain::PauseReason::Interrupted;
        loop.quit();
    });
    QObject::connect(
        &campaigns, &engine::Campaigns::progressed, &loop, [&](qint64 id, qint64 done, qint64 total) {
            if (id != campaign || !showProgress)
                return;
            if (console.json()) {
                console.print(QJsonObject{{u"done"_s, done},
                                          {u"total"_s, total},
                                          {u"state"_s, identifier(domain::CampaignState::Running)},
                                          {u"reason"_s, QJsonValue()}});
            } else {
                console.say(QCoreApplication::translate("Cli", "%1 of %2 sent").arg(done).arg(total));
            }
        });
    QObject::connect(
        &campaigns, &engine::Campaigns::stopped, &loop,
        [&](qint64 id, domain::CampaignState state, const domain::PauseReason &reason) {
            if (id != campaign)
                return;
            end.state = state;
            end.reason = reason;
            loop.quit();
        },
        Qt::QueuedConnection);
    bool waiting = true;
    campaigns.start(
        campaign, confirmed,
        [&](const base::Result<void> &begun) {
            end.begun = begun;
            if (!begun) {
                waiting = false;
                loop.quit();
            }
        },
        confirmed ? engine::Unfetched::GoOn : engine::Unfetched::Ask);
    if (waiting)
        loop.exec();
    return end;
}

base::Result<domain::Campaign> campaignAfter(storage::Database &database, qint64 id, const RunEnd &end)
{
    auto read = storage::CampaignRepository(database).campaign(id);
    if (!read)
        return read;
    domain::Campaign &campaign = read.value();
    if (end.state != domain::CampaignState::Planned) { // a run that has stopped has said how
        campaign.state = end.state;
        campaign.reason = end.reason;
    }
    qint64 &sending = campaign.counts[static_cast<size_t>(domain::MessageState::Sending)];
    campaign.counts[static_cast<size_t>(domain::MessageState::Uncertain)] += sending;
    sending = 0;
    return read;
}

QString endSentence(engine::Engine &engine, const domain::Campaign &campaign)
{
    QStringList sentences;
    const bool uncertain = exitOfCampaign(campaign) == Uncertain;
    if (campaign.state == domain::CampaignState::Paused && !campaign.hasUncertainRequest()) {
        const auto account = engine.settings().account(campaign.account);
        sentences.append(engine::wording::pauseReason(campaign.reason, account ? account->baseUrl : QUrl()));
    } else if (uncertain) {
        sentences.append(QCoreApplication::translate("Cli", "Something may or may not have been sent."));
    }
    if (uncertain)
        sentences.append(
            QCoreApplication::translate(
                "Cli", "Decide with: budstikke-cli campaign resolve %1, and --treat-as-sent or --send-again.")
                .arg(campaign.id));
    return sentences.join(u' ');
}

QJsonArray skippedRows(const QList<domain::Skipped> &skipped)
{
    QJsonArray rows;
    for (const domain::Skipped &row : skipped)
        rows.append(QJsonObject{
            {u"row"_s, row.row}, {u"input"_s, row.input}, {u"reason"_s, domain::identifier(row.reason)}});
    return rows;
}

void addSchedule(QJsonObject &object, const std::optional<qint64> &scheduledMs)
{
    if (!scheduledMs)
        return;
    object.insert(u"scheduled"_s, base::isoUtc(*scheduledMs));
    object.insert(u"scheduledLocal"_s, base::isoLocal(*scheduledMs));
    object.insert(u"zone"_s, base::localZone());
}

int exitOfCampaign(const domain::Campaign &campaign)
{
    if (campaign.hasUncertainRequest() ||
        campaign.counts[static_cast<size_t>(domain::MessageState::Uncertain)] > 0)
        return Uncertain;
    return campaign.state == domain::CampaignState::Paused || campaign.state == domain::CampaignState::Held
               ? Failed
               : Done;
}

namespace {

// BLK-06: a number that is named in a list beside an answer whose own code is 0 has no code of its own.
int answerCode(const domain::Message &message)
{
    constexpr int invalidNumber = 1;
    constexpr int duplicate = 17;
    if (message.errorCode)
        return *message.errorCode;
    if (message.state == domain::MessageState::Duplicate)
        return duplicate;
    return message.state == domain::MessageState::Refused ? invalidNumber : 0;
}

QString refusedSentence(int refused, const domain::Message &first)
{
    const int code = answerCode(first);
    const QString meaning = engine::wording::answerMeaning(code, first.errorText);
    return QCoreApplication::translate("Cli", "%n message(s) refused. %1: %2", nullptr, refused)
        .arg(first.number, engine::wording::withRemedy(meaning, code));
}

QJsonObject messageObject(const domain::Message &message)
{
    const int code = answerCode(message);
    const QString meaning = engine::wording::answerMeaning(code, message.errorText);
    return {{u"to"_s, message.number},
            {u"state"_s, domain::identifier(message.state)},
            {u"gatewayId"_s, orNull(message.gatewayId)},
            {u"errorCode"_s, message.errorCode ? QJsonValue(*message.errorCode) : QJsonValue()},
            {u"message"_s, code == 0 ? QJsonValue() : QJsonValue(meaning)},
            {u"ref"_s, orNull(message.ref)}};
}

Ended report(Console &console, engine::Engine &engine, const engine::PlanSummary &plan, const RunEnd &end)
{
    const qint64 id = plan.campaign;
    storage::Database &database = engine.database();
    const auto campaign = campaignAfter(database, id, end);
    if (!campaign)
        return campaign.error();
    storage::MessageFilter filter;
    filter.campaign = id;
    QJsonArray messages;
    int refused = 0;
    domain::Message firstRefused;
    storage::Journal journal(database);
    while (true) {
        auto page = journal.messages(filter);
        if (!page)
            return page.error();
        for (domain::Message &message : page.value()) {
            if (message.state == domain::MessageState::Sending) // as in campaignAfter
                message.state = domain::MessageState::Uncertain;
            filter.afterId = message.id;
            if (message.state == domain::MessageState::Refused && refused++ == 0)
                firstRefused = message;
            messages.append(messageObject(message));
            if (!console.json()) {
                const QString reason = engine::wording::messageReason(message);
                console.print("%1  %2%3"_L1.arg(message.number, engine::wording::state(message.state),
                                                reason.isEmpty() ? QString() : QString(u": "_s + reason)));
            }
        }
        if (page->size() < filter.limit)
            break;
    }
    QJsonObject object{
        {u"campaign"_s, id}, {u"messages"_s, messages}, {u"skipped"_s, skippedRows(plan.skipped)}};
    addSchedule(object, campaign->options.scheduledAtMs);
    if (console.json())
        console.print(object);
    else if (campaign->options.scheduledAtMs)
        console.print(engine::wording::scheduledAt(*campaign->options.scheduledAtMs));
    const int status = exitOfCampaign(*campaign);
    if (const QString sentence = endSentence(engine, *campaign); !sentence.isEmpty())
        console.say(sentence);
    else if (refused > 0)
        console.say(refusedSentence(refused, firstRefused));
    return status == Done && refused > 0 ? Failed : status;
}

Ended runSend(Console &console)
{
    const QCommandLineParser &options = console.options();
    engine::Draft draft;
    draft.account = options.value(u"account"_s);
    draft.sender = options.value(u"from"_s);
    draft.text = options.value(u"text"_s);
    draft.mergeFields = false;
    draft.mode = options.isSet(u"bulk"_s) ? domain::SendMode::Bulk : domain::SendMode::Single;
    draft.recipients.typed = options.values(u"to"_s);
    draft.recipients.strict = true;
    const auto account = console.account();
    if (!account)
        return account.error();
    auto set = sendOptions(options);
    if (!set)
        return set.error();
    draft.options = set.value();
    if (options.isSet(u"group"_s)) {
        if (!draft.recipients.typed.isEmpty())
            return badUsage(QCoreApplication::translate("Cli", "Choose either --to or --group."));
        draft.recipients.gatewayGroup = options.value(u"group"_s);
        draft.mode = domain::SendMode::GatewayGroup;
        if (draft.recipients.gatewayGroup.trimmed().isEmpty())
            return base::Error{base::ErrorCode::NoRecipients, {}, u"group"_s};
    }
    const auto plan = planned(console, draft);
    if (!plan)
        return plan.error();
    engine::Engine &engine = **console.engine();     // which planned it
    for (const domain::Skipped &row : plan->skipped) // opted out, or given twice
        console.say(engine::wording::skipped(row));
    if (draft.mode == domain::SendMode::GatewayGroup)
        console.say(QCoreApplication::translate("Cli",
                                                "Only the gateway knows who is in the group: opt-outs and "
                                                "allowed countries are not checked here."));
    const RunEnd end =
        runInForeground(console, engine.campaigns(), plan->campaign, options.isSet(u"yes"_s), false);
    if (!end.begun) {
        // Nothing has been sent, and nobody is to find what was never begun.
        if (auto discarded = engine.planning().discard(plan->campaign); !discarded)
            std::ignore = engine.campaigns().cancel(plan->campaign); // begun, and then failed
        endJobs(engine);
        return end.begun.error();
    }
    return report(console, engine, *plan, end);
}

} // namespace

base::Result<engine::PlanSummary> planned(Console &console, const engine::Draft &draft)
{
    const auto engine = console.engine();
    if (!engine)
        return engine.error();
    return engine::awaited<engine::PlanSummary>(
        [&](const auto &done) { (*engine)->planning().plan(draft, {}, done); });
}

QList<Command> sendCommands()
{
    QList<QCommandLineOption> options{
        valued(u"to"_s, u"N"_s, QCoreApplication::translate("Cli", "a recipient's number (may be repeated)")),
        valued(u"group"_s, u"NAME"_s,
               QCoreApplication::translate("Cli", "a contact group at the gateway, instead of numbers"))};
    options += messageOptions();
    options.append(flag(u"yes"_s, QCoreApplication::translate("Cli", "confirm without asking")));
    return {
        command(u"send"_s, QCoreApplication::translate("Cli", "send now"), runSend).with(options),
    };
}

} // namespace cli
