// SPDX-License-Identifier: GPL-3.0-or-later
// Contacts from a spreadsheet or vCard: everything usable, every other row named with its reason. The file
// is read whole before anything changes, so that one that cannot be read changes nothing.
#pragma once

#include "base/result.h"
#include "domain/campaign.h"
#include "engine/exports.h"
#include "engine/listintake.h"
#include "storage/contactrepository.h"

#include <QMap>

#include <functional>

namespace engine {

struct ContactImportRequest
{
    QString file;
    QString group; // created if need be; empty: none
    ListChoices list;
    // What a person typed in place of a number that could not be used: by row and former input.
    QMap<std::pair<int, QString>, QString> corrections;
    bool dryRun = false;
};

// What was found in a file before anything of it is taken.
struct ContactPreview
{
    listfiles::FileFormat format;
    QStringList header;
    QList<QStringList> rows; // the first ones
    // What was found for each role, which a person may correct: headers; two of a name are joined by " + ".
    QMap<ColumnRole, QString> columns;
    QString suggestedGroups;   // a column that looks like the groups, for a person to confirm; empty: none
    bool asksForPhone = false; // nothing says which column holds the numbers
    ListChoices choices;       // by which it was read
    ListFound found;
};

struct SkippedContact
{
    int row = 0;    // the spreadsheet's, header = 1
    QString column; // the header's text
    QString input;
    domain::SkipReason reason = domain::SkipReason::NotANumber;
    QString typed; // in the file; input may be its correction
};

struct ContactImportSummary
{
    qint64 added = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;
    qint64 import = 0; // for undo; none of a dry run
    QList<SkippedContact> skipped;
    QList<listfiles::Finding> notes;
    ListFound list; // how it was read

    qint64 usable() const { return added + updated + unchanged; }
};

// What becomes of a file: the columns that stay fields are known before the first contact. An error of
// theirs ends the reading and is the result.
struct ContactSink
{
    std::function<base::Result<void>(const QStringList &fields)> begun;
    std::function<base::Result<void>(const domain::Contact &contact)> contact; // each number once
};

// The whole file; the summary's counts are left to whoever stores. Errors: FileUnreadable, Cancelled,
// InvalidField for a column that is not there. progress counts the file's bytes; false cancels.
base::Result<ContactImportSummary> readContacts(const ContactImportRequest &request,
                                                const ListProgress &progress, const ContactSink &sink);

// Reads the beginning. Errors as readContacts; a file without a phone column has none in `columns`.
base::Result<ContactPreview> previewContacts(const ContactImportRequest &request);

// Those that fit (its page does not matter), as .csv or .xlsx. How many. Cancelled: no file appears.
base::Result<qint64> exportContacts(storage::Database &database, const storage::ContactFilter &filter,
                                    const QString &file, const ExportProgress &progress = {});

} // namespace engine
