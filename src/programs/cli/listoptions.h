// SPDX-License-Identifier: GPL-3.0-or-later
// The options with which a person says how a list is to be read, and how the cli says how it was read; the
// same for campaigns and contacts.
#pragma once

#include "engine/listintake.h"
#include "programs/cli/commands.h"

namespace cli {

// --sheet, --separator, --encoding, --header-row, --repeat-merged and --map.
QList<QCommandLineOption> listOptions();
// --map may name the roles of this use. Errors: Usage.
base::Result<engine::ListChoices> listChoices(const QCommandLineParser &options, engine::ListUse use);

// cli.md's "columns": {"phone":["Mobil"],"name":"Navn"}; and a text file's encoding, with three rows where it
// is a guess.
void addReading(QJsonObject &object, const engine::ListFound &list);
// What --json holds of it, in sentences.
void printHowRead(const Console &console, const engine::ListFound &list,
                  const QList<listfiles::Finding> &notes);

} // namespace cli
