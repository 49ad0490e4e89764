// SPDX-License-Identifier: GPL-3.0-or-later
// Words about what is about to be sent: characters, rows that are left out, scheduled times.
#pragma once

#include "domain/campaign.h"

#include <QString>

namespace engine::wording {

QString character(const QString &character);        // itself; the name of one that nobody can see
QString characters(const QString &spaced);          // of NeedsUnicode's detail
QString whyLeftOut(const domain::Skipped &skipped); // the reason with what is known of it
// Of a text: which fields nobody has, and which there are.
QString unknownFields(const QStringList &unknown, const QStringList &known);
QString defaultedFields(const QStringList &fields); // nobody has them: everybody gets the default
QString sharing(qint64 messages);                   // how many go to a number that has one already
QString ownTexts(qint64 messages); // how many were left out though they would have said something else
QString scheduledAt(qint64 ms);    // at the gateway, on this machine's clock, with its zone

} // namespace engine::wording
