// SPDX-License-Identifier: GPL-3.0-or-later
// campaign create, start, resume, pause, cancel, list, show, export and resolve.
#include "engine/awaited.h"
#include "engine/campaigns.h"
#include "engine/decisions.h"
#include "engine/exports.h"
#include "engine/filewording.h"
#include "engine/pausewording.h"
#include "engine/planning.h"
#include "engine/sendwording.h"
#include "engine/wording.h"
#include "phone/phonenumber.h"
#include "programs/cli/commands.h"
#include "programs/cli/listoptions.h"
#include "storage/campaignrepository.h"

#include <QEventLoop>
#include <QFileInfo>
#include <QJsonArray>

#include <limits>

namespace cli {
using namespace Qt::StringLiterals;

namespace {

base::Result<qint64> campaignId(const Console &console)
{
    const QString word = console.words().constFirst();
    bool good = false;
    const qint64 id = word.toLongLong(&good);
    if (!good || id <= 0)
        return base::Error{base::ErrorCode::Usage,
                           QCoreApplication::translate(
                               "Cli", "“%1” is not a campaign's number. See budstikke-cli campaign list.")
                               .arg(word),
                           u"campaign"_s};
    return id;
}

struct Chosen
{
    qint64 id = 0;
    engine::Engine *engine = nullptr;
};

// The campaign that the command names, with the profile as its owner.
base::Result<Chosen> chosen(Console &console)
{
    const auto id = campaignId(console);
    if (!id)
        return id.error();
    const auto engine = console.engine();
    if (!engine)
        return engine.error();
    return Chosen{*id, *engine};
}

// NotFound says which campaign there is none of.
base::Error ofCampaign(const base::Error &error, qint64 id)
{
    if (error.code == base::ErrorCode::NotFound)
        return {error.code, QString::number(id), u"campaign"_s};
    return error;
}

QJsonObject planObject(const engine::PlanSummary &plan, const std::optional<qint64> &scheduledMs)
{
    QJsonArray warnings;
    for (const campaign::Objection &objection : plan.objections)
        warnings.append(campaign::identifier(objection.guard));
    if (plan.totals.unknownRange > 0)
        warnings.append(u"unknownRange"_s);
    if (!plan.defaultedFields.isEmpty())
        warnings.append(u"unknownField"_s);
    for (const listfiles::Finding note : plan.notes)
        warnings.append(identifier(note));
    QJsonObject object{{u"campaign"_s, plan.campaign > 0 ? QJsonValue(plan.campaign) : QJsonValue()},
                       {u"recipients"_s, plan.totals.recipients},
                       {u"segments"_s, plan.totals.segments},
                       {u"cost"_s, orNull(plan.totals.costOre)},
                       {u"sharing"_s, plan.totals.sharing},
                       {u"ownTexts"_s, plan.totals.ownTexts},
                       {u"skipped"_s, skippedRows(plan.skipped)},
                       {u"warnings"_s, warnings}};
    addReading(object, plan.list.value_or(engine::ListFound()));
    addSchedule(object, scheduledMs);
    return object;
}

void printPlan(Console &console, const engine::PlanSummary &plan, const std::optional<qint64> &scheduledMs)
{
    if (console.json()) {
        console.print(planObject(plan, scheduledMs));
        return;
    }
    if (plan.campaign > 0) {
        console.print(QCoreApplication::translate("Cli", "Campaign %1: %2 recipients, %3 SMS.")
                          .arg(QString::number(plan.campaign), QString::number(plan.totals.recipients),
                               QString::number(plan.totals.segments)));
        if (scheduledMs)
            console.print(engine::wording::scheduledAt(*scheduledMs));
    }
    if (plan.list)
        printHowRead(console, *plan.list, plan.notes);
    for (const domain::Skipped &row : plan.skipped)
        console.print(engine::wording::skipped(row));
    if (plan.totals.sharing > 0)
        console.print(engine::wording::sharing(plan.totals.sharing));
    if (plan.totals.ownTexts > 0)
        console.print(engine::wording::ownTexts(plan.totals.ownTexts) + u' ' +
                      QCoreApplication::translate("Cli", "--each-row sends them too."));
    if (plan.totals.unknownRange > 0)
        console.print(engine::wording::unknownRange(plan.totals.unknownRange));
    if (!plan.defaultedFields.isEmpty())
        console.print(engine::wording::defaultedFields(plan.defaultedFields));
    for (const campaign::Objection &objection : plan.objections)
        console.print(engine::wording::sentence(objection));
}

Ended runCreate(Console &console)
{
    const QCommandLineParser &options = console.options();
    engine::Draft draft;
    draft.account = options.value(u"account"_s);
    draft.name = options.value(u"name"_s);
    draft.keptSkips = std::numeric_limits<qint64>::max(); // a script wants every row
    draft.sender = options.value(u"from"_s);
    draft.text = options.value(u"text"_s);
    if (options.isSet(u"bulk"_s))
        draft.mode = domain::SendMode::Bulk;
    auto set = sendOptions(options);
    if (!set)
        return set.error();
    draft.options = set.value();
    auto choices = listChoices(options, engine::ListUse::Campaign);
    if (!choices)
        return choices.error();
    draft.recipients.list = std::move(choices).value();
    draft.recipients.listFile = options.value(u"list"_s);
    draft.recipients.eachRow = options.isSet(u"each-row"_s);
    draft.recipients.groups = options.values(u"to-group"_s);
    if (options.isSet(u"list"_s) && options.isSet(u"to-group"_s))
        return badUsage(QCoreApplication::translate("Cli", "Choose either --list or --to-group."));
    if (draft.recipients.listFile.isEmpty() && draft.recipients.groups.isEmpty())
        return base::Error{base::ErrorCode::NoRecipients, {}, u"list"_s};
    if (!draft.recipients.listFile.isEmpty() && !QFileInfo(draft.recipients.listFile).isFile())
        return base::Error{base::ErrorCode::FileUnreadable, draft.recipients.listFile, u"list"_s};
    const auto account = console.account();
    if (!account)
        return account.error();
    const auto plan = planned(console, draft);
    if (!plan)
        return plan.error();
    printPlan(console, *plan, draft.options.scheduledAtMs);
    if (plan->campaign == 0 && plan->skippedCount > 0) {
        console.say(QCoreApplication::translate(
            "Cli",
            "No recipients left: every row was skipped for the reason shown. Correct the rows or the text."));
        return Failed;
    }
    if (plan->campaign == 0)
        return console.failAfterObject({base::ErrorCode::NoRecipients, {}, u"list"_s});
    return Done;
}

void printState(Console &console, const domain::Campaign &campaign)
{
    if (console.json())
        console.print(campaignObject(campaign, {}));
    else
        console.print("%1: %2"_L1.arg(campaign.name, engine::wording::state(campaign.state)));
}

Ended runStart(Console &console)
{
    const auto of = chosen(console);
    if (!of)
        return of.error();
    const auto [id, engine] = *of;
    const RunEnd end =
        runInForeground(console, engine->campaigns(), id, console.options().isSet(u"yes"_s), true);
    if (!end.begun)
        return ofCampaign(end.begun.error(), id);
    const auto campaign = campaignAfter(engine->database(), id, end);
    if (!campaign)
        return campaign.error();
    printState(console, *campaign);
    if (const QString sentence = endSentence(*engine, *campaign); !sentence.isEmpty())
        console.say(sentence);
    return exitOfCampaign(*campaign);
}

Ended runPauseOrCancel(Console &console, bool cancel)
{
    const auto of = chosen(console);
    if (!of)
        return of.error();
    const auto [id, engine] = *of;
    const auto done = cancel ? engine->campaigns().cancel(id) : engine->campaigns().pause(id);
    if (!done)
        return ofCampaign(done.error(), id);
    const auto campaign = storage::CampaignRepository(engine->database()).campaign(id);
    if (!campaign)
        return campaign.error();
    printState(console, *campaign);
    return Done;
}

void printCampaign(Console &console, const domain::Campaign &campaign, const Owner &owner)
{
    if (console.json()) {
        console.print(campaignObject(campaign, owner));
        return;
    }
    console.print("%1  %2  %3"_L1.arg(QString::number(campaign.id), campaign.name,
                                      engine::wording::state(owner.shown(campaign).state)));
}

Ended runList(Console &console)
{
    const auto reader = console.reader();
    if (!reader)
        return nothingIn(reader.error());
    const auto campaigns = storage::CampaignRepository(**reader).campaigns();
    if (!campaigns)
        return campaigns.error();
    const Owner owner = console.owner();
    for (const domain::Campaign &campaign : *campaigns)
        printCampaign(console, campaign, owner);
    return Done;
}

void showCampaign(Console &console, const domain::Campaign &campaign, const Owner &owner)
{
    printCampaign(console, campaign, owner);
    if (console.json())
        return;
    const domain::StateCounts counts = owner.shown(campaign).counts;
    for (const domain::MessageState state : domain::allMessageStates()) {
        const qint64 count = counts[static_cast<size_t>(state)];
        if (count > 0)
            console.print("  %1: %2"_L1.arg(engine::wording::state(state), QString::number(count)));
    }
}

Ended runShow(Console &console)
{
    const auto id = campaignId(console);
    if (!id)
        return id.error();
    const auto reader = console.reader();
    if (!reader)
        return ofCampaign(reader.error(), *id);
    const auto campaign = storage::CampaignRepository(**reader).campaign(*id);
    if (!campaign)
        return ofCampaign(campaign.error(), *id);
    showCampaign(console, *campaign, console.owner());
    return Done;
}

// A person's word for what a copied, older or restored database has held back. Sends nothing.
Ended runRelease(Console &console)
{
    const auto of = chosen(console);
    if (!of)
        return of.error();
    const auto [id, engine] = *of;
    storage::CampaignRepository campaigns(engine->database());
    const auto campaign = campaigns.campaign(id);
    if (!campaign)
        return ofCampaign(campaign.error(), id);
    const qint64 held = campaign->counts[static_cast<size_t>(domain::MessageState::Held)];
    if (held == 0 && campaign->state != domain::CampaignState::Held)
        return base::Error{base::ErrorCode::WrongState, engine::wording::state(campaign->state),
                           u"campaign"_s};
    if (!console.options().isSet(u"yes"_s)) {
        const QString question = QCoreApplication::translate("Cli", "%n message(s) are held back. %1",
                                                             nullptr, static_cast<int>(held));
        return base::Error{base::ErrorCode::NeedsConfirmation,
                           question.arg(engine::wording::pauseReason(campaign->reason)), u"yes"_s};
    }
    QEventLoop loop;
    std::optional<base::Result<void>> released;
    engine->decisions().release(id, engine::Unfetched::GoOn, [&](const base::Result<void> &result) {
        released = result;
        loop.quit();
    });
    if (!released)
        loop.exec();
    if (!*released)
        return ofCampaign(released->error(), id);
    const auto after = campaigns.campaign(id);
    if (!after)
        return after.error();
    showCampaign(console, *after, {});
    return Done;
}

Ended runExport(Console &console)
{
    const auto id = campaignId(console);
    if (!id)
        return id.error();
    const auto file = console.outputSheet();
    if (!file)
        return file.error();
    const auto reader = console.reader();
    if (!reader)
        return ofCampaign(reader.error(), *id);
    const Owner owner = console.owner();
    const auto written =
        engine::exportCampaign(**reader, *id, *file, {},
                               {[&owner](domain::Message &message, QList<domain::MessageEvent> &events) {
                                    owner.show(message, events);
                                },
                                owner.arrived.made()});
    if (!written)
        return ofCampaign(written.error(), *id);
    if (console.json())
        console.print(QJsonObject{{u"file"_s, *file}, {u"rows"_s, *written}});
    return Done;
}

Ended runResolve(Console &console)
{
    const QCommandLineParser &options = console.options();
    const auto id = campaignId(console);
    if (!id)
        return id.error();
    const bool sent = options.isSet(u"treat-as-sent"_s);
    if (sent == options.isSet(u"send-again"_s))
        return badUsage(QCoreApplication::translate("Cli", "Choose either --treat-as-sent or --send-again."));
    const auto engine = console.engine();
    if (!engine)
        return engine.error();
    QStringList numbers = options.values(u"to"_s);
    if (numbers.isEmpty())
        numbers.append(QString());
    qint64 count = 0;
    for (const QString &typed : numbers) {
        QString number;
        if (!typed.isEmpty()) {
            const phone::PhoneNumber parsed = phone::parse(typed);
            if (parsed.error != phone::NumberError::None)
                return base::Error{base::ErrorCode::InvalidNumber, typed, u"to"_s};
            number = parsed.e164;
        }
        const auto resolved = (*engine)->decisions().resolve(
            *id, sent ? campaign::Decision::TreatAsSent : campaign::Decision::SendAgain, number);
        if (!resolved)
            return ofCampaign(resolved.error(), *id);
        count += *resolved;
    }
    if (console.json())
        console.print(QJsonObject{{u"campaign"_s, *id}, {u"resolved"_s, count}});
    else
        console.print(
            QCoreApplication::translate("Cli", "%n message(s) decided.", nullptr, static_cast<int>(count)));
    return Done;
}

} // namespace

QJsonObject campaignObject(const domain::Campaign &stored, const Owner &owner)
{
    const domain::Campaign campaign = owner.shown(stored);
    QJsonObject totals;
    for (const domain::MessageState each : domain::allMessageStates())
        totals.insert(domain::identifier(each), campaign.counts[static_cast<size_t>(each)]);
    return {{u"campaign"_s, campaign.id},
            {u"name"_s, campaign.name},
            {u"state"_s, domain::identifier(campaign.state)},
            {u"reason"_s, orNull(domain::identifier(campaign.reason))},
            {u"totals"_s, totals}};
}

QList<Command> campaignCommands()
{
    QList<QCommandLineOption> create{
        valued(u"list"_s, u"FILE"_s,
               QCoreApplication::translate("Cli", "a list of recipients: CSV, XLSX, ODS or vCard")),
        flag(u"each-row"_s,
             QCoreApplication::translate("Cli", "rows that share a number are messages of their own")),
        valued(u"to-group"_s, u"G"_s, QCoreApplication::translate("Cli", "a contact group in this profile")),
        valued(u"name"_s, u"N"_s, QCoreApplication::translate("Cli", "the campaign's name")),
    };
    create += listOptions();
    create += messageOptions();
    const QCommandLineOption yes =
        flag(u"yes"_s, QCoreApplication::translate("Cli", "confirm without asking"));
    auto pause = [](Console &console) { return runPauseOrCancel(console, false); };
    auto cancel = [](Console &console) { return runPauseOrCancel(console, true); };
    return {
        command(u"campaign create"_s, QCoreApplication::translate("Cli", "plan a campaign; sends nothing"),
                runCreate)
            .with(create),
        command(u"campaign start"_s, QCoreApplication::translate("Cli", "send whatever is queued"), runStart)
            .takes(u"ID"_s)
            .with({yes}),
        command(u"campaign resume"_s,
                QCoreApplication::translate("Cli", "resume after a pause (same as start)"), runStart)
            .takes(u"ID"_s)
            .with({yes}),
        command(u"campaign pause"_s, QCoreApplication::translate("Cli", "pause it"), pause).takes(u"ID"_s),
        command(u"campaign cancel"_s, QCoreApplication::translate("Cli", "cancel it"), cancel).takes(u"ID"_s),
        command(u"campaign release"_s,
                QCoreApplication::translate("Cli", "queue held messages again; sends nothing"), runRelease)
            .takes(u"ID"_s)
            .with({yes}),
        command(u"campaign list"_s, QCoreApplication::translate("Cli", "list all campaigns, newest first"),
                runList),
        command(u"campaign show"_s, QCoreApplication::translate("Cli", "show its progress"), runShow)
            .takes(u"ID"_s),
        command(u"campaign export"_s,
                QCoreApplication::translate("Cli", "write its recipients to a spreadsheet"), runExport)
            .takes(u"ID"_s)
            .with({valued(u"o"_s, u"FILE"_s, QCoreApplication::translate("Cli", "FILE.csv or FILE.xlsx"))}),
        command(u"campaign resolve"_s, QCoreApplication::translate("Cli", "decide on its uncertain messages"),
                runResolve)
            .takes(u"ID"_s)
            .with({flag(u"treat-as-sent"_s, QCoreApplication::translate("Cli", "treat them as sent")),
                   flag(u"send-again"_s,
                        QCoreApplication::translate("Cli", "send them again; may arrive twice")),
                   valued(u"to"_s, u"N"_s,
                          QCoreApplication::translate("Cli", "only this number (may be repeated)"))}),
    };
}

} // namespace cli
