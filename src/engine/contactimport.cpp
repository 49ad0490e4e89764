// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/contactimport.h"

#include "phone/phonenumber.h"
#include "storage/contactrepository.h"

#include <QRegularExpression>
#include <QSet>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

class Rows
{
public:
    Rows(const ContactImportRequest &request, const ContactSink &sink)
        : m_request(request)
        , m_sink(sink)
    {
    }

    base::Result<void> settle(const ListColumns &columns)
    {
        m_columns = columns;
        QStringList own;
        for (int i = 0; i < columns.header.names.size(); ++i) {
            if (isOwnField(i)) {
                m_ownFields.append(i);
                own.append(columns.header.names.at(i));
            }
        }
        return m_sink.begun(own);
    }

    base::Result<void> take(const ListRow &row)
    {
        for (const ListNumber &found : row.numbers()) {
            phone::PhoneNumber number = found.number;
            QString input = found.typed;
            if (const auto corrected = m_request.corrections.constFind({row.number(), found.typed});
                corrected != m_request.corrections.constEnd()) {
                input = *corrected;
                number = phone::parse(input);
            }
            const auto skip = [&](domain::SkipReason reason) {
                summary.skipped.append({row.number(), found.column, input, reason, found.typed});
            };
            if (number.error != phone::NumberError::None) {
                skip(domain::skipReason(number.error));
                continue;
            }
            // Its digits as a number: a million of them take little room.
            const quint64 digits = QStringView(number.e164).sliced(1).toULongLong();
            if (m_seen.contains(digits)) {
                skip(domain::SkipReason::Duplicate);
                continue;
            }
            m_seen.insert(digits);
            if (auto taken = m_sink.contact(contactOf(row, number.e164)); !taken)
                return taken;
        }
        return {};
    }

    const ListColumns &columns() const { return m_columns; }

    ContactImportSummary summary;

private:
    // A found name or e-mail column stays a field too, unless texts know it by its header anyway: {fornavn}
    // has to work. So do the numbers of a person that are not taken.
    bool isOwnField(int column) const
    {
        static const QStringList known{u"navn"_s,  u"name"_s,  u"e-post"_s,
                                       u"epost"_s, u"email"_s, u"e-mail"_s};
        const listfiles::ColumnMap &map = m_columns.map;
        if (m_columns.given.contains(column) || column == map.groups)
            return false;
        if (map.phones.contains(column))
            return m_columns.onePerRow;
        const bool isRole = column == map.name || column == map.lastName || column == map.email;
        return !isRole ||
               (m_columns.header.row > 0 && !known.contains(m_columns.header.names.at(column).toLower()));
    }

    domain::Contact contactOf(const ListRow &row, const QString &number) const
    {
        domain::Contact contact;
        contact.number = number;
        contact.name = row.name();
        contact.email = row.email();
        for (const int column : m_ownFields) {
            if (m_columns.map.phones.contains(column) && !row.keepsPhone(column))
                continue;
            if (const QString value = row.cell(column); !value.isEmpty())
                contact.fields.insert(m_columns.header.names.at(column), value);
        }
        if (!row.note().isEmpty())
            contact.fields.insert(noteField(), row.note());
        static const QRegularExpression between(u"[,;|]"_s);
        for (const QString &group : row.cell(m_columns.map.groups).split(between, Qt::SkipEmptyParts)) {
            if (!group.trimmed().isEmpty() && !contact.groups.contains(group.trimmed()))
                contact.groups.append(group.trimmed());
        }
        if (!m_request.group.isEmpty() && !contact.groups.contains(m_request.group))
            contact.groups.append(m_request.group);
        return contact;
    }

    const ContactImportRequest &m_request;
    const ContactSink &m_sink;
    ListColumns m_columns;
    QList<int> m_ownFields;
    QSet<quint64> m_seen;
};

} // namespace

base::Result<ContactImportSummary> readContacts(const ContactImportRequest &request,
                                                const ListProgress &progress, const ContactSink &sink)
{
    Rows rows(request, sink);
    const auto read = readList(
        request.file, request.list, progress,
        [&rows](const ListColumns &columns) { return rows.settle(columns); },
        [&rows](const ListRow &row) { return rows.take(row); });
    if (!read)
        return read.error();
    rows.summary.notes = read->notes;
    rows.summary.list = found(rows.columns(), *read);
    return rows.summary;
}

base::Result<ContactPreview> previewContacts(const ContactImportRequest &request)
{
    auto beginning = beginningOf(request.file, request.list);
    if (!beginning)
        return beginning.error();
    ContactPreview preview;
    preview.format = beginning->format;
    const ListColumns &columns = beginning->columns;
    preview.header = columns.header.names;
    for (const listfiles::Row &row : std::as_const(beginning.value().rows))
        preview.rows.append(row.cells);
    if (!request.list.columns.contains(ColumnRole::Groups) &&
        !columns.given.contains(columns.suggestedGroups))
        preview.suggestedGroups = columns.header.names.value(columns.suggestedGroups);
    preview.asksForPhone = columns.map.phones.isEmpty();
    preview.choices = request.list;
    preview.found = found(columns, beginning->format);
    for (const auto &[role, header] : {std::pair{ColumnRole::Phone, columns.phones().join(u" + "_s)},
                                       {ColumnRole::Name, columns.name()},
                                       {ColumnRole::Email, columns.email()},
                                       {ColumnRole::Groups, columns.groups()}}) {
        if (!header.isEmpty())
            preview.columns.insert(role, header);
    }
    return preview;
}

base::Result<qint64> exportContacts(storage::Database &database, const storage::ContactFilter &filter,
                                    const QString &file, const ExportProgress &progress)
{
    storage::ContactRepository contacts(database);
    const auto fields = contacts.fieldNames();
    if (!fields)
        return fields.error();
    QStringList header;
    for (const ColumnRole role : columnRoles(ListUse::Contacts))
        header.append(identifier(role));
    const auto total = contacts.count(filter);
    if (!total)
        return total.error();
    auto sheet = SheetExport::create(file, header + *fields, *total, progress);
    if (!sheet)
        return sheet.error();
    const auto walked = contacts.forEach(filter, [&](const domain::Contact &contact) {
        QStringList cells{contact.number, contact.name, contact.email, contact.groups.join(u", "_s)};
        for (const QString &field : *fields)
            cells.append(contact.fields.value(field));
        return sheet.value().add(cells);
    });
    if (!walked)
        return walked.error();
    return sheet.value().finish();
}

} // namespace engine
