// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/listintake.h"

#include "engine/countrywording.h"
#include "engine/language.h"
#include "engine/sentences.h"
#include "listfiles/reader.h"
#include "phone/numberplan.h"
#include "smstext/mergetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

using wording::Words;

constexpr int sampleRows = 100; // read before the columns are settled
constexpr qsizetype namedColumns = 5;

listfiles::ReadOptions readOptions(const ListChoices &choices)
{
    listfiles::ReadOptions options;
    options.sheet = choices.sheet;
    options.encoding = choices.encoding;
    options.separator = choices.separator;
    options.headerRow = choices.headerRow;
    options.repeatMerged = choices.repeatMerged;
    options.locale = language::locale();
    return options;
}

base::Error noColumn(const QString &wanted, const listfiles::Header &header)
{
    return {base::ErrorCode::InvalidField, u"noColumn: "_s + namesOf(header.names), wanted};
}

base::Error noPhone(const listfiles::Header &header)
{
    return {base::ErrorCode::InvalidField,
            QCoreApplication::translate("Wording", "the file has the columns %1").arg(namesOf(header.names)),
            identifier(ColumnRole::Phone)};
}

// Another sheet of the workbook may be the one that is meant.
base::Error withSheets(base::Error error, const base::Result<listfiles::FileFormat> &read)
{
    if (read && read->sheets.size() > 1 && error.code == base::ErrorCode::InvalidField)
        error.detail += QCoreApplication::translate("Wording", "; “%1” was read of the sheets %2",
                                                    "continues: the file has the columns …")
                            .arg(read->sheet, namesOf(read->sheets));
    return error;
}

int placeOf(const QString &wanted, const QStringList &names)
{
    const QString key = smstext::MergeText::key(wanted);
    const auto found = std::find_if(names.begin(), names.end(), [&key](const QString &name) {
        return smstext::MergeText::key(name) == key;
    });
    return found == names.end() ? -1 : static_cast<int>(found - names.begin());
}

// What a person chose in place of what was found.
base::Result<void> choose(const QMap<ColumnRole, QStringList> &chosen, ListColumns &columns)
{
    listfiles::ColumnMap &map = columns.map;
    QMap<ColumnRole, QList<int>> places;
    for (const auto &[role, headers] : chosen.asKeyValueRange()) {
        for (const QString &header : headers) {
            const int place = placeOf(header.trimmed(), columns.header.names);
            if (place < 0)
                return noColumn(header.trimmed(), columns.header);
            if (!places[role].contains(place))
                places[role].append(place);
            columns.given.append(place);
        }
    }
    // A column that was chosen for one thing is no guess for another.
    for (int *guess : {&map.name, &map.lastName, &map.email, &map.groups}) {
        if (columns.given.contains(*guess))
            *guess = -1;
    }
    if (chosen.contains(ColumnRole::Phone)) {
        map.phones = places.value(ColumnRole::Phone);
        map.phoneLabels = QList<int>(map.phones.size(), -1);
        map.otherPhones.clear();
        columns.onePerRow = false;
    }
    for (const auto &[role, place] : {std::pair{ColumnRole::Name, &map.name},
                                      {ColumnRole::Email, &map.email},
                                      {ColumnRole::Groups, &map.groups}}) {
        if (!chosen.contains(role))
            continue;
        *place = places.value(role).value(0, -1);
        if (role == ColumnRole::Name)
            map.lastName = -1;
    }
    return {};
}

// Each column of numbers with the one of country codes that stands beside it; a single pair may stand apart.
QHash<int, int> countryCodesOf(const ListColumns &columns)
{
    QList<int> codes;
    for (int i = 0; i < columns.header.names.size(); ++i) {
        if (columns.header.row > 0 && !columns.map.phones.contains(i) &&
            listfiles::saysCountryCode(columns.header.names.at(i)))
            codes.append(i);
    }
    QHash<int, int> pairs;
    for (const int phone : columns.map.phones) {
        const int beside = codes.contains(phone - 1) ? phone - 1 : codes.contains(phone + 1) ? phone + 1 : -1;
        if (beside >= 0)
            pairs.insert(phone, beside);
        else if (codes.size() == 1 && columns.map.phones.size() == 1)
            pairs.insert(phone, codes.constFirst());
    }
    return pairs;
}

base::Result<ListColumns> settledColumns(const ListChoices &choices, const listfiles::Header &header,
                                         const QList<listfiles::Row> &sample)
{
    ListColumns columns;
    columns.header = header;
    columns.map = listfiles::guessColumns(header, sample);
    columns.onePerRow = !choices.everyNumber && (header.ofCards || columns.map.phones.size() > 1);
    if (choices.everyNumber && header.ofCards)
        columns.map.phones.append(static_cast<int>(header.names.size()) - 1); // the other phones
    if (columns.onePerRow)
        columns.map.otherPhones.clear(); // of the same person, and kept with them
    // Groups are a vCard's categories and our own export's column; any other is a field, as cli.md has it.
    const QString groups = header.names.value(columns.map.groups);
    if (groups != "categories"_L1 && groups != "groups"_L1)
        columns.suggestedGroups = std::exchange(columns.map.groups, -1);
    if (auto chosen = choose(choices.columns, columns); !chosen)
        return chosen.error();
    columns.countryCodes = countryCodesOf(columns);
    return columns;
}

QString headersOf(const QList<int> &columns, const listfiles::Header &header, const QString &between)
{
    QStringList names;
    for (const int column : columns) {
        if (column >= 0)
            names.append(header.names.at(column));
    }
    return names.join(between);
}

bool saysMobile(const QString &label)
{
    return label.contains("mobil"_L1, Qt::CaseInsensitive) || label.contains("cell"_L1, Qt::CaseInsensitive);
}

} // namespace

QList<ColumnRole> columnRoles(ListUse use)
{
    QList<ColumnRole> roles{ColumnRole::Phone, ColumnRole::Name};
    if (use == ListUse::Contacts)
        roles += {ColumnRole::Email, ColumnRole::Groups};
    return roles;
}

QString namesOf(const QStringList &columns)
{
    const QString first = columns.mid(0, namedColumns).join(u", "_s);
    const auto more = static_cast<int>(columns.size() - namedColumns);
    return more > 0 ? Words::tr("%1 and %n more", "columns", more).arg(first) : first;
}

QString noteField()
{
    return u"note"_s;
}

QStringList ListColumns::phones() const
{
    QStringList names;
    for (const int column : map.phones)
        names.append(header.names.at(column));
    return names;
}

QString ListColumns::name() const
{
    return headersOf({map.name, map.lastName}, header, u" + "_s);
}

QString ListColumns::email() const
{
    return header.names.value(map.email);
}

QString ListColumns::groups() const
{
    return header.names.value(map.groups);
}

QStringList ListColumns::otherPhones() const
{
    QStringList names;
    for (const int column : map.otherPhones)
        names.append(header.names.at(column));
    return names;
}

ListFound found(const ListColumns &columns, const listfiles::FileFormat &format)
{
    return {columns.phones(), columns.name(),        columns.email(),  columns.otherPhones(),
            format.sheet,     format.sheets,         format.headerRow, format.above,
            format.encoding,  format.encodingSamples};
}

ListRow::ListRow(const ListColumns &columns, const listfiles::Row &row)
    : m_columns(columns)
    , m_row(row)
{
    const auto take = [this](int column, const phone::CellNumber &read) {
        m_numbers.append({m_columns.header.names.at(column), read.typed.trimmed(), read.number});
        if (!read.note.isEmpty())
            m_note += (m_note.isEmpty() ? QString() : u", "_s) + read.note;
    };
    if (m_columns.onePerRow) {
        takeBest();
        return;
    }
    bool any = false;
    for (const int column : m_columns.map.phones) {
        const QString cell = m_row.exact(column);
        if (cell.trimmed().isEmpty() && m_columns.map.phones.size() > 1)
            continue; // one of two columns may be empty
        any = true;
        for (const phone::CellNumber &read : phone::readCell(cell, regionOf(column)))
            take(column, read);
    }
    if (!any)
        take(m_columns.map.phones.constFirst(), phone::readCell(QString()).constFirst());
}

// Where the number is from, unless it says so itself: by "45", "+45 (Danmark)", "DK" or a name. What is none
// of these leaves the number without a country: another person in Norway may have it.
QString ListRow::regionOf(int column) const
{
    const QString code = m_row.exact(m_columns.countryCodes.value(column, -1)).trimmed();
    if (code.isEmpty())
        return u"NO"_s;
    const QString region = phone::regionOfCode(code);
    const QString named = region.isEmpty() ? wording::countryCode(code) : region;
    return named.isEmpty() ? u"ZZ"_s : named;
}

// The mobile before any other number, one for the person; the others stay where they stand.
void ListRow::takeBest()
{
    int best = 0;
    int place = -1;
    phone::CellNumber taken;
    for (qsizetype i = 0; i < m_columns.map.phones.size(); ++i) {
        const int column = m_columns.map.phones.at(i);
        const QString cell = m_row.exact(column);
        if (cell.trimmed().isEmpty() && (place >= 0 || i + 1 < m_columns.map.phones.size()))
            continue;
        const QList<phone::CellNumber> numbers = phone::readCell(cell, regionOf(column));
        const bool said = saysMobile(m_row.cells.value(m_columns.map.phoneLabels.value(i, -1)));
        if (numbers.size() > 1)
            m_keptPhones.append(column);
        for (const phone::CellNumber &read : numbers) {
            const int rank = phone::rankForSms(read.number, said);
            if (place >= 0 && rank >= best)
                continue;
            best = rank;
            place = column;
            taken = read;
        }
    }
    for (const int column : m_columns.map.phones) {
        if (column != place && !m_keptPhones.contains(column))
            m_keptPhones.append(column);
    }
    m_numbers.append({m_columns.header.names.at(place), taken.typed.trimmed(), taken.number});
    m_note = taken.note;
}

QString ListRow::name() const
{
    const QString first = cell(m_columns.map.name);
    const QString last = cell(m_columns.map.lastName);
    return last.isEmpty() ? first : QString(first + u' ' + last).trimmed();
}

QString ListRow::email() const
{
    return cell(m_columns.map.email);
}

QString ListRow::cell(int column) const
{
    return m_row.isError(column) ? QString() : m_row.cells.value(column).trimmed();
}

base::Result<ListBeginning> beginningOf(const QString &file, const ListChoices &choices)
{
    ListBeginning beginning;
    const auto read = listfiles::read(
        file, readOptions(choices),
        [&beginning](const listfiles::Header &header) {
            beginning.columns.header = header;
            return true;
        },
        [&beginning](listfiles::Row &&row) {
            beginning.rows.append(std::move(row));
            return beginning.rows.size() < sampleRows;
        });
    if (!read)
        return read.error();
    beginning.format = *read;
    auto columns = settledColumns(choices, beginning.columns.header, beginning.rows);
    if (!columns)
        return columns.error();
    beginning.columns = std::move(columns).value();
    return beginning;
}

base::Result<listfiles::FileFormat>
readList(const QString &file, const ListChoices &choices, const ListProgress &progress,
         const std::function<base::Result<void>(const ListColumns &)> &settled,
         const std::function<base::Result<void>(const ListRow &)> &row)
{
    listfiles::ReadOptions options = readOptions(choices);
    options.progress = progress;
    listfiles::Header header;
    ListColumns columns;
    QList<listfiles::Row> waiting; // until the columns are settled
    bool isSettled = false;
    base::Result<void> failure;

    const auto each = [&](const listfiles::Row &raw) {
        failure = row(ListRow(columns, raw));
        return failure.ok();
    };
    const auto settle = [&] {
        isSettled = true;
        auto found = settledColumns(choices, header, waiting);
        failure = found ? base::Result<void>() : found.error();
        if (found && found->map.phones.isEmpty())
            failure = noPhone(header);
        if (!failure)
            return false;
        columns = std::move(found).value();
        failure = settled(columns);
        return failure.ok() && std::all_of(waiting.cbegin(), waiting.cend(), each);
    };
    auto read = listfiles::read(
        file, options,
        [&header](const listfiles::Header &found) {
            header = found;
            return true;
        },
        [&](listfiles::Row &&raw) {
            if (isSettled)
                return each(raw);
            waiting.append(std::move(raw));
            if (waiting.size() < sampleRows)
                return true;
            const bool goOn = settle();
            waiting.clear();
            return goOn;
        });
    if (!failure)
        return withSheets(failure.error(), read);
    if (!read)
        return read.error();
    if (!isSettled && !settle())
        return withSheets(failure.error(), read);
    if (!columns.map.otherPhones.isEmpty())
        read.value().notes.append(listfiles::Finding::MorePhoneColumns);
    return read;
}

} // namespace engine
