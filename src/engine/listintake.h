// SPDX-License-Identifier: GPL-3.0-or-later
// The one way in which a list of people is read, for campaigns, contacts and opt-outs alike: which columns
// count, what a row's numbers are, and what is said of the rest.
#pragma once

#include "base/result.h"
#include "base/words.h"
#include "domain/campaign.h"
#include "listfiles/columns.h"
#include "phone/cellnumbers.h"

#include <QHash>
#include <QMap>

#include <functional>
#include <optional>

namespace engine {
using base::identifier;

// What a column of a list may hold.
enum class ColumnRole { Phone, Name, Email, Groups };
constexpr auto wordsOf(ColumnRole) // cli.md; also the stored form
{
    return base::Words<ColumnRole::Groups>({"phone", "name", "email", "groups"});
}

enum class ListUse { Campaign, Contacts };
QList<ColumnRole> columnRoles(ListUse use); // those for which a person may choose columns

// What a person says about a list; whatever is left out is found.
struct ListChoices
{
    QString sheet;
    QString encoding;             // as listfiles::FileFormat's
    QChar separator;              // null: found
    std::optional<int> headerRow; // as the file counts its rows; 0: none
    // Their headers. No header: none, on purpose. Several are for Phone alone: each number of a row.
    QMap<ColumnRole, QStringList> columns;
    bool repeatMerged = false; // a cell merged over several rows counts in each of them
    bool everyNumber = false;  // of a person who has several, not only the one that would get a message

    bool operator==(const ListChoices &) const = default;
};

// By which columns a list is read.
struct ListColumns
{
    listfiles::Header header;
    listfiles::ColumnMap map;
    bool onePerRow = false;       // its numbers are one person's, who gets one message
    int suggestedGroups = -1;     // looks like the groups, and is a field unless a person says so
    QList<int> given;             // chosen by a person
    QHash<int, int> countryCodes; // "Landkode" beside a column of numbers, by that column

    QStringList phones() const; // their headers
    QString name() const;       // header; two columns of a name are joined by " + "
    QString email() const;
    QString groups() const;
    QStringList otherPhones() const; // which hold numbers too and are not read
};

// One number of a row, or what stands in its place.
struct ListNumber
{
    QString column; // the header's text
    QString typed;
    phone::PhoneNumber number;
};

// How a list was read, to be said in the plan.
struct ListFound
{
    QStringList phones; // headers of the columns
    QString name;
    QString email;
    QStringList otherPhones; // columns that hold numbers too and were not read
    QString sheet;           // of a workbook
    QStringList sheets;
    int headerRow = 0;
    QList<listfiles::Row> above; // the rows above it
    QString encoding;            // of a text file
    QStringList encodingSamples; // three rows, where it is a guess that may be wrong
};
ListFound found(const ListColumns &columns, const listfiles::FileFormat &format);

class ListRow
{
public:
    ListRow(const ListColumns &columns, const listfiles::Row &row);

    int number() const { return m_row.number; }                    // the file's
    const QList<ListNumber> &numbers() const { return m_numbers; } // at least one
    QString name() const;
    QString email() const;
    QString cell(int column) const; // trimmed; empty for an error such as #N/A
    // What stood beside the numbers: "note".
    const QString &note() const { return m_note; }
    // Whether the column holds more of this person than the number that is taken.
    bool keepsPhone(int column) const { return m_keptPhones.contains(column); }

private:
    void takeBest();
    QString regionOf(int column) const;

    const ListColumns &m_columns;
    const listfiles::Row &m_row;
    QList<ListNumber> m_numbers;
    QString m_note;
    QList<int> m_keptPhones;
};

using ListProgress = std::function<bool(qint64 done, qint64 total)>; // in bytes; false cancels

// Calls settled once, when the first hundred rows are known, then row for each that is not blank; an error of
// theirs ends the reading and is the result. Errors: as listfiles::read, and InvalidField for a column that
// is not there, or of the field "phone" where nothing says which column holds the numbers: it names the
// columns.
base::Result<listfiles::FileFormat>
readList(const QString &file, const ListChoices &choices, const ListProgress &progress,
         const std::function<base::Result<void>(const ListColumns &)> &settled,
         const std::function<base::Result<void>(const ListRow &)> &row);

// The beginning of a list, before anything is decided; `columns.map.phones` may be empty.
struct ListBeginning
{
    listfiles::FileFormat format;
    ListColumns columns;
    QList<listfiles::Row> rows;
};
base::Result<ListBeginning> beginningOf(const QString &file, const ListChoices &choices);

// "A, B, C, D, E and 3 more": no sentence names more than five.
QString namesOf(const QStringList &columns);

// The field under which notes beside numbers are kept.
QString noteField();

} // namespace engine
