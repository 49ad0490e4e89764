// SPDX-License-Identifier: GPL-3.0-or-later
// What a person put in as one piece of the recipients: numbers, a group, a list. Pure but for the language.
#pragma once

#include "engine/listintake.h"

#include <QStringList>

namespace gui {

struct RecipientChip
{
    enum Kind { Numbers, Group, File, GatewayGroup };
    Kind kind = Numbers;
    QStringList numbers;      // of Numbers, as typed
    QString name;             // group, path of the file, the one contact's, or what the numbers are called
    engine::ListChoices list; // of File: how it is to be read
    bool faulty = false;      // none of its numbers can be used
};

// Of what was typed or pasted, in any form; without numbers where nothing was.
RecipientChip numbersChip(const QString &typed);
void judge(RecipientChip &chip); // whether it is faulty
QString label(const RecipientChip &chip);
QString listName(const QString &path); // as people see it: a pasted list has no suffix
// Those that were typed become one from ten numbers on. What is wrong stays by itself, to be seen.
void gather(QList<RecipientChip> &chips);

} // namespace gui
