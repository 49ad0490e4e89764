// SPDX-License-Identifier: GPL-3.0-or-later
// The cli's commands: for each its words, its own options, and what runs it.
#pragma once

#include "domain/campaign.h"
#include "domain/inbound.h"
#include "domain/sendoptions.h"
#include "engine/draft.h"
#include "programs/cli/console.h"

#include <QCommandLineOption>
#include <QJsonArray>
#include <QList>

#include <functional>

namespace engine {
class Campaigns;
}

namespace cli {

inline constexpr int anyNumber = -1;

struct Command
{
    QStringList words; // {"campaign", "show"}
    QString description;
    std::function<Ended(Console &console)> run;
    QString arguments; // "ID"
    int fewest = 0;    // of them
    int most = 0;
    QList<QCommandLineOption> options;

    Command &takes(const QString &what, int atLeast = 1, int atMost = 1)
    {
        arguments = what;
        fewest = atLeast;
        most = atMost;
        return *this;
    }
    Command &with(const QList<QCommandLineOption> &more)
    {
        options += more;
        return *this;
    }
};
inline Command command(const QString &words, const QString &description,
                       const std::function<Ended(Console &)> &run)
{
    return {words.split(QLatin1Char(' ')), description, run, {}, 0, 0, {}};
}
// With what it begins with; where that cannot be had, the command does not run.
inline Command command(const QString &words, const QString &description,
                       Ended (*run)(Console &, engine::Profile &))
{
    return command(words, description, [run](Console &console) -> Ended {
        const auto profile = console.profile();
        return profile ? run(console, **profile) : profile.error();
    });
}
inline Command command(const QString &words, const QString &description,
                       Ended (*run)(Console &, engine::Engine &))
{
    return command(words, description, [run](Console &console) -> Ended {
        const auto engine = console.engine();
        return engine ? run(console, **engine) : engine.error();
    });
}
inline Command command(const QString &words, const QString &description,
                       Ended (*run)(Console &, const domain::Account &))
{
    return command(words, description, [run](Console &console) -> Ended {
        const auto account = console.account();
        return account ? run(console, *account) : account.error();
    });
}

QList<Command> accountCommands();
QList<Command> textCommands();
QList<Command> sendCommands();
QList<Command> campaignCommands();
QList<Command> contactCommands();
QList<Command> inboxCommands();
QList<Command> receiveCommands();
QList<Command> databaseCommands();

// The campaign that the draft becomes, stored. Opens the engine.
base::Result<engine::PlanSummary> planned(Console &console, const engine::Draft &draft);

// Options of a message that `send` and `campaign create` share.
QList<QCommandLineOption> messageOptions();
base::Result<domain::SendOptions> sendOptions(const QCommandLineParser &options);
// A time, or a day for its first moment; UTC where no zone is given (OUT-13).
std::optional<qint64> timeOption(const QString &text);
// Who was left out, and why: of a plan, and of what was sent.
QJsonArray skippedRows(const QList<domain::Skipped> &skipped);
// A scheduled time in UTC and as this machine's clock will show it; nothing where there is none.
void addSchedule(QJsonObject &object, const std::optional<qint64> &scheduledMs);

// Runs the campaign in the foreground until it stops; SIGINT pauses it. The exit status.
struct RunEnd
{
    base::Result<void> begun;
    domain::CampaignState state = domain::CampaignState::Planned;
    domain::PauseReason reason;
};
RunEnd runInForeground(Console &console, engine::Campaigns &campaigns, qint64 campaign, bool confirmed,
                       bool showProgress);
// Reads the campaign after its run. What the failing database could not store of the end is said all the
// same: it is paused, and what was being sent is uncertain.
base::Result<domain::Campaign> campaignAfter(storage::Database &database, qint64 campaign, const RunEnd &end);
// 3 uncertain, 1 paused, 0 done: of the campaign as it now stands.
int exitOfCampaign(const domain::Campaign &campaign);

// Why the run ended before its end and what to do, in one line; nothing where all was answered.
QString endSentence(engine::Engine &engine, const domain::Campaign &campaign);

// `campaign show`'s object; what a dead process left is shown as its next owner will find it.
QJsonObject campaignObject(const domain::Campaign &stored, const Owner &owner);

// `inbox`'s object; bytes: of each file; mayBeOptOut: it waits for a person to decide.
QJsonObject inboundObject(const domain::InboundMessage &message, const QList<qint64> &bytes,
                          bool mayBeOptOut = false);

// Each row that `read` finds in the database, as an object or in words; nothing where nothing is stored yet.
template <typename Read, typename Object, typename Words>
Ended printEach(Console &console, Read read, Object object, Words words)
{
    const auto reader = console.reader();
    if (!reader)
        return nothingIn(reader.error());
    const auto rows = read(**reader);
    if (!rows)
        return rows.error();
    for (const auto &row : *rows) {
        if (console.json())
            console.print(object(row));
        else
            console.print(words(row));
    }
    return Done;
}

QCommandLineOption flag(const QString &name, const QString &description);
QCommandLineOption valued(const QString &name, const QString &value, const QString &description);

} // namespace cli
