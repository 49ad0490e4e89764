// SPDX-License-Identifier: GPL-3.0-or-later
// Errors, states and the gateway's codes as sentences in the person's language, for the window, the
// cli and exports alike.
#pragma once

#include "base/result.h"
#include "campaign/guards.h"
#include "domain/campaign.h"
#include "domain/message.h"
#include "engine/listintake.h"
#include "engine/selftest.h"
#include "gateway/template.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace engine {
struct AccountAnswer;
}

namespace engine::wording {

// What went wrong and what to do about it.
QString sentence(const base::Error &error);
QString sentence(const campaign::Objection &objection);

QString state(domain::MessageState state);  // "Delivered"
QString state(domain::CampaignState state); // "Paused"
QString repeat(domain::Repeat repeat);      // "every week"
// Why a campaign is paused or held and what to do; empty for no reason. `address` is its account's.
QString pauseReason(const domain::PauseReason &reason, const QUrl &address = {});
QString skipped(const domain::Skipped &skipped);    // row, what was typed, why
QString clockDoubt(qint64 clockMs, qint64 knownMs); // the clock is not believed, and nothing is forgotten
QString notAllCarriedOver();                        // after a restore
QString skipReason(domain::SkipReason reason);      // short: "not a number"
QString answerMeaning(int code,
                      const QString &gatewayDescription = {}); // unknown: number and the gateway's words
QString answerRemedy(int code);                                // empty when there is none
QString accountAnswer(const AccountAnswer &answer);            // to the check; without its remedy
QString withRemedy(const QString &meaning, int code);          // both as one text
// Why a message is in its state, and what the person can do: for the recipients' table and exports.
QString messageReason(const domain::Message &message);
QString fieldProblem(const gateway::FieldProblem &problem); // of a template's field
QString invalidField(const base::Error &error);             // InvalidField's sentence
QString connectionProblem(const QString &detail);           // the gateway client's technical words
QString unwritable(const QString &detail);                  // FileUnwritable's: the file, or what it lacks
QString fileProblem(const QString &detail);                 // of FileUnreadable: what is wrong, what to do
QStringList howRead(const ListFound &list);                 // which sheet, rows and columns of it
QString unknownRange(qint64 numbers);                       // possible ones that are not known as valid
QString selfTest(const SelfTest &test, bool outside);       // what came of it, and what to do
QString quarantineReason(const QString &identifier);        // why a request could not be read
QString replyName(const QString &number);                   // of the campaign that a reply is
QString optOutSource(const QString &source); // how somebody opted out: "person", "keyword", "import"
QString optOutChange(const QString &change); // "added keyword", "removed": of the history
QString inboundAction(const QString &what, const QString &detail); // what a rule did because of a message
QString note(domain::Note note);                                   // of a message
QString listNote(const QString &identifier);                       // what the list's reader found
QString event(const domain::MessageEvent &event);                  // one step of a message
QString history(const domain::HistoryEntry &entry);                // what a person, or the program, did

} // namespace engine::wording
