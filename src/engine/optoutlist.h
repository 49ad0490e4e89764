// SPDX-License-Identifier: GPL-3.0-or-later
// The opt-outs as a list file: taken from another system, and handed on to one.
#pragma once

#include "engine/contactimport.h"
#include "engine/exports.h"

namespace engine {

struct OptOutImport
{
    qint64 added = 0;
    qint64 already = 0;            // were on the list
    QList<SkippedContact> skipped; // no number in them
};

// Number, time and where it came from, as .csv or .xlsx. How many.
base::Result<qint64> exportOptOuts(storage::Database &database, const QString &file,
                                   const ExportProgress &progress = {});

} // namespace engine
