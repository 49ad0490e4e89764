// SPDX-License-Identifier: GPL-3.0-or-later
// The Send page's lines in words: who, how long, how many SMS, when. Pure but for the language.
#pragma once

#include "engine/draft.h"

#include <QDateTime>
#include <QStringList>

namespace gui {

QString summaryInWords(const engine::PlanSummary &summary); // "414 recipients · 2 duplicates …"
QString totalInWords(const campaign::PlanTotals &totals);   // "414 × 1 SMS = 414 SMS, about 182 kr"
// "GSM · 143 of 160 · 1 SMS · 17 left", and the longest rendered text; summary may be null.
QString counterInWords(const QString &text, bool unicode, const engine::PlanSummary *summary);
// What can be examined before it can be sent: its recipients are judged before a word is written.
engine::Draft examinable(engine::Draft draft, bool templateUsable);
// Why the draft cannot be sent yet, or empty; `examined` is what the engine found about its recipients.
QString problemInWords(const engine::Draft &draft, const base::Result<void> &examined,
                       base::ErrorCode *code = nullptr);
// Why Send cannot be pressed: the problem, else what is still missing; summary: nullptr while it is found
// out.
QString hindranceInWords(const QString &problem, bool templateUsable, const engine::PlanSummary *summary);
// The fields that every one of the recipients lacks; empty when somebody can be sent to.
QString missingInWords(const engine::PlanSummary &summary);
QString recipientsInWords(const engine::Recipients &recipients); // the groups, the file, the numbers
QString unicodeInWords(const QString &text);                     // what makes it Unicode, and what that costs
QString senderNote(const QString &sender);                       // that nobody can answer a text sender
bool isScheduled(const engine::Draft &draft);                    // here or at the gateway
QString optionsInWords(const engine::Draft &draft, domain::SendMode mode);
QStringList partsOf(const QString &text, bool unicode); // one for each SMS
QString
zoneInWords(const QDateTime &local);  // only on a day when the clocks change: summer or standard time, UTC
int protocolId(const QString &typed); // the leading number

} // namespace gui
