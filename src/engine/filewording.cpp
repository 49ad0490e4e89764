// SPDX-License-Identifier: GPL-3.0-or-later
// wording: what a list's file is like, and why one cannot be read.
#include "engine/filewording.h"

#include "engine/sentences.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace engine::wording {
using namespace Qt::StringLiterals;

namespace {

// Why a file is none that can be read.
constexpr Sentence listProblems[] = {
    {"oldExcel"_L1,
     QT_TRANSLATE_NOOP("Wording",
                       "The file is in Excel's format from before 2007. Save it as .xlsx and try again.")},
    {"binaryExcel"_L1,
     QT_TRANSLATE_NOOP("Wording", "The file is in Excel's binary format. Save it as .xlsx and try again.")},
    {"numbers"_L1,
     QT_TRANSLATE_NOOP("Wording", "The file is a Numbers file. Export it as .xlsx or .csv and try again.")},
    {"encrypted"_L1,
     QT_TRANSLATE_NOOP("Wording", "The file is protected by a password. Save it without one and try again.")},
    {"notASpreadsheet"_L1,
     QT_TRANSLATE_NOOP("Wording",
                       "This is not a spreadsheet, despite its name. Save the list as .xlsx or .csv.")},
    {"damaged"_L1,
     QT_TRANSLATE_NOOP("Wording",
                       "The file is damaged. Open it in a spreadsheet program, save it again and retry.")},
    {"doctype"_L1,
     QT_TRANSLATE_NOOP("Wording",
                       "The file is damaged. Open it in a spreadsheet program, save it again and retry.")},
    {"empty"_L1, QT_TRANSLATE_NOOP("Wording", "The file is empty. Choose another file.")},
    {"noSheets"_L1,
     QT_TRANSLATE_NOOP("Wording",
                       "Only a workbook has sheets, and this file is none. Leave out the sheet's name.")},
    {"tooLarge"_L1,
     QT_TRANSLATE_NOOP("Wording", "The file is larger than 200 MiB. Divide it into several files.")},
    {"tooManyEntries"_L1,
     QT_TRANSLATE_NOOP(
         "Wording", "The workbook is too large or complex for a list. Copy the list into a new workbook.")},
    {"inflatedTooLarge"_L1,
     QT_TRANSLATE_NOOP(
         "Wording", "The workbook is too large or complex for a list. Copy the list into a new workbook.")},
    {"compressionRatio"_L1,
     QT_TRANSLATE_NOOP(
         "Wording", "The workbook is too large or complex for a list. Copy the list into a new workbook.")},
};

// What a reader found in a cell or card; its own words for what hardly anybody will meet.
QString cellProblem(const QString &what)
{
    if (what == "NUL byte"_L1)
        return Words::tr("a character that does not belong in text (NUL)", "found in a file");
    if (what == "unterminated quote"_L1)
        return Words::tr("a quotation mark that is never closed", "found in a file");
    if (what == "cell over 64 KiB"_L1)
        return Words::tr("more text than a cell can hold", "found in a file");
    if (what == "cell over 64 KiB, perhaps an unterminated quote"_L1)
        return Words::tr(
            "more text than a cell can hold, perhaps after a quotation mark that is never closed",
            "found in a file");
    if (what == "too many columns"_L1)
        return Words::tr("too many columns", "found in a file");
    if (what == "card without an end"_L1)
        return Words::tr("a card that never ends", "found in a file");
    return what;
}

// "row 2 column 1: NUL byte", "line 3, card 2: …"; nothing for another form.
QString placedProblem(const QString &detail)
{
    static const QRegularExpression cell(u"\\Arow ([0-9]+) column ([0-9]+): (.*)\\z"_s);
    static const QRegularExpression card(u"\\Aline ([0-9]+), card ([0-9]+): (.*)\\z"_s);
    if (const auto at = cell.match(detail); at.hasMatch())
        return Words::tr(
                   "The file cannot be read beyond row %1, column %2: %3. Correct it there and try again.")
            .arg(at.captured(1), at.captured(2), cellProblem(at.captured(3)));
    if (const auto at = card.match(detail); at.hasMatch())
        return Words::tr("The file cannot be read beyond line %1: %2. Correct it there and try again.")
            .arg(at.captured(1), cellProblem(at.captured(3)));
    return {};
}

QString listProblem(const QString &detail)
{
    static const QRegularExpression noSheet(u"\\Ano sheet named (.*): (.*)\\z"_s);
    if (const auto sheet = noSheet.match(detail); sheet.hasMatch())
        return Words::tr("There is no sheet “%1”. The file has the sheets %2.")
            .arg(sheet.captured(1), sheet.captured(2));
    static const QRegularExpression noRow(u"\\Ano row ([0-9]+)\\z"_s);
    if (const auto row = noRow.match(detail); row.hasMatch())
        return Words::tr("There is nothing in row %1, so it cannot be the header. Choose another row.")
            .arg(row.captured(1));
    if (detail.startsWith("emptySheet: "_L1))
        return Words::tr("There is nothing in the sheet. The file has the sheets %1. Choose another one.")
            .arg(detail.sliced(12));
    if (const QString placed = placedProblem(detail); !placed.isEmpty())
        return placed;
    if (detail.contains("UTF-16"_L1))
        return Words::tr("The file's text is cut off or damaged (UTF-16). Save or export the list again.");
    const QString known = sentenceOf(listProblems, detail.contains("bad XML"_L1) ? u"damaged"_s : detail);
    return known.isEmpty()
               ? Words::tr("The file cannot be read (%1). Check its name and your permissions.").arg(detail)
               : known;
}

} // namespace

QStringList howRead(const ListFound &list)
{
    QStringList out;
    if (list.sheets.size() > 1)
        out.append(Words::tr("The sheet “%1” is read. The file has the sheets %2.")
                       .arg(list.sheet, list.sheets.join(u", "_s)));
    for (const listfiles::Row &row : list.above) {
        out.append(Words::tr("Row %1 stands above the header and is skipped: “%2”")
                       .arg(QString::number(row.number), row.cells.join(u' ').simplified().left(80)));
    }
    for (const QString &sample : list.encodingSamples)
        out.append(Words::tr("A row read as %1: “%2”", "encoding, row")
                       .arg(list.encoding, sample.simplified().left(80)));
    if (!list.phones.isEmpty())
        out.append(Words::tr("The numbers are read from %1.").arg(namesOf(list.phones)));
    if (!list.name.isEmpty())
        out.append(Words::tr("The names are read from %1.").arg(list.name));
    if (!list.otherPhones.isEmpty())
        out.append(
            Words::tr("There are numbers in %1 too. They are not used.").arg(namesOf(list.otherPhones)));
    return out;
}

QString unknownRange(qint64 numbers)
{
    return Words::tr("%n number(s) look right, but are not in any known number range.", nullptr,
                     static_cast<int>(numbers));
}

QString unreadable(const base::Error &error)
{
    if (error.field == "backup"_L1)
        return Words::tr("“%1” cannot be restored: it is damaged, or no backup of Budstikke. Choose another "
                         "backup; nothing was changed.")
            .arg(error.detail);
    if (error.field == "certificate"_L1)
        return Words::tr("“%1” cannot be read, or holds no certificate in PEM form.").arg(error.detail);
    if (error.field == "certificateKey"_L1)
        return Words::tr("“%1” cannot be read, or holds no private key in PEM form without a passphrase.")
            .arg(error.detail);
    if (error.field == "certificatePair"_L1)
        return Words::tr(
                   "The key “%1” does not belong to the certificate, so nobody could connect. Choose the "
                   "two files that were made together.")
            .arg(error.detail);
    return listProblem(error.detail);
}

QString unwritable(const base::Error &error)
{
    const QString &detail = error.detail;
    if (error.field == "taken"_L1)
        return Words::tr("“%1” is no ordinary file, or one of the profile's own. Choose another name.")
            .arg(detail);
    if (detail == "unknownFormat"_L1)
        return Words::tr("Give the file a name that ends in .csv or .xlsx.");
    if (detail == "tooManyForASheet"_L1)
        return Words::tr("There are more rows than a spreadsheet can hold. Save as .csv instead.");
    return Words::tr("“%1” cannot be written. Check the folder, the free space and your permissions.")
        .arg(detail);
}

QString listNote(listfiles::Finding finding)
{
    switch (finding) {
    case listfiles::Finding::HiddenRows:
        return Words::tr("The sheet has hidden rows; they are included.");
    case listfiles::Finding::HiddenSheets:
        return Words::tr("The file has hidden sheets; they are not included.");
    case listfiles::Finding::HiddenColumns:
        return Words::tr("The sheet has hidden columns; they are included.");
    case listfiles::Finding::ErrorCells:
        return Words::tr("Some cells contain an error such as #N/A; they were read as empty.");
    case listfiles::Finding::NumbersAsText:
        return Words::tr("Some numbers are stored as text; they were read anyway.");
    case listfiles::Finding::ExtraCells:
        return Words::tr("Some rows have more cells than the header; the extra cells were skipped.");
    case listfiles::Finding::MergedCells:
        return Words::tr(
            "Some cells are merged over several rows; only the first of the rows has their value.");
    case listfiles::Finding::MixedEncoding:
        return Words::tr("Some rows are stored in another encoding than the rest; each is read in its own.");
    case listfiles::Finding::DoubtfulEncoding:
        return Words::tr("The file's encoding is a guess. Check that the letters are right.");
    case listfiles::Finding::FaxNumbersLeftOut:
        return Words::tr("Fax numbers were skipped.");
    case listfiles::Finding::TitleRows:        // shown
    case listfiles::Finding::MorePhoneColumns: // they are named
        break;
    }
    return {};
}

} // namespace engine::wording
