// SPDX-License-Identifier: GPL-3.0-or-later
// The Send page's lines in words: who, how long, how many SMS, when. Pure but for the language.
#pragma once

#include "engine/examination.h"

#include <QDateTime>
#include <QStringList>

namespace gui {

QString summaryInWords(const engine::PlanSummary &summary);     // "414 recipients · 2 duplicates …"
QString totalInWords(const campaign::PlanTotals &totals);       // "414 × 1 SMS = 414 SMS, about 182 kr"
QString totalInWords(const engine::Examination &examination);   // empty where its text says nothing of it
QString counterInWords(const QString &text, bool unicode);      // "GSM · 143 of 160 · 1 SMS · 17 left"
QString counterInWords(const engine::Examination &examination); // of the longest text, and whose it is
// Why the draft cannot be sent as it stands, at the input that it concerns; empty: nothing stands against it.
QString problemInWords(const engine::Examination &examination);
// That some get nothing because of letters in what goes into their text; empty: nobody does.
QString lettersInWords(const engine::PlanSummary &summary);
bool canReplaceLetters(const engine::PlanSummary &summary); // of some of them
QString landlinesInWords(const engine::PlanSummary &summary);
QString sheetInWords(const engine::Draft &draft, const engine::PlanSummary &summary); // one of several, found
QString recipientsInWords(const engine::Recipients &recipients); // the groups, the file, the numbers
// What makes a text Unicode, and what that costs its longest recipient; empty: as it is written.
QString unicodeInWords(const QString &text, const QString &longest = {});
QString senderNote(const QString &sender);    // that nobody can answer a text sender
bool isScheduled(const engine::Draft &draft); // here or at the gateway
QString optionsInWords(const engine::Draft &draft, domain::SendMode mode);
QStringList partsOf(const QString &text, bool unicode); // one for each SMS
QString
zoneInWords(const QDateTime &local);  // only on a day when the clocks change: summer or standard time, UTC
int protocolId(const QString &typed); // the leading number

} // namespace gui
