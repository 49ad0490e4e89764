// SPDX-License-Identifier: GPL-3.0-or-later
// Where this computer keeps its dictionaries, and which of them is for a language.
#pragma once

#include "spelling/language.h"

#include <QStringList>

#include <optional>

namespace spelling {

struct DictionaryFiles
{
    QString affixes;
    QString words;
};

QString nameFor(Language language); // of its files: "nb_NO"

// The usual places of this system, those that come first have precedence: what DICPATH names (as for every
// program that uses Hunspell), beside the program, the person's own, the computer's, LibreOffice's.
QStringList dictionaryFolders();

// The first that is there; for English the British one is tried before others.
std::optional<DictionaryFiles> dictionaryFor(Language language, const QStringList &folders);

} // namespace spelling
