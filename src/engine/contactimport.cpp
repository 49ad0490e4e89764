// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/contactimport.h"

#include "listfiles/columns.h"
#include "listfiles/reader.h"
#include "listfiles/writer.h"
#include "phone/phonenumber.h"
#include "storage/contactrepository.h"

#include <QFileInfo>
#include <QSet>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

constexpr int sampleRows = 100; // read before the columns are guessed

domain::SkipReason reasonOf(phone::NumberError error)
{
    return domain::skipReason(phone::identifier(error)).value_or(domain::SkipReason::NotANumber);
}

class Import
{
public:
    Import(storage::Database &database, const ContactImportRequest &request, qint64 nowMs)
        : m_contacts(database)
        , m_request(request)
        , m_nowMs(nowMs)
    {
    }

    bool header(const QStringList &names)
    {
        m_header = names;
        return true;
    }

    bool row(listfiles::Row &&row)
    {
        if (m_settled)
            return take(row);
        m_waiting.append(std::move(row));
        return m_waiting.size() < sampleRows || settle();
    }

    bool settle()
    {
        if (m_settled)
            return true;
        m_settled = true;
        if (failure = chooseColumns(); !failure)
            return false;
        QStringList own;
        for (int i = 0; i < m_header.size(); ++i) {
            if (isOwnField(i))
                own.append(m_header.at(i));
        }
        const auto begun = m_contacts.beginImport(QFileInfo(m_request.file).fileName(), own, m_nowMs);
        if (!begun) {
            failure = begun.error();
            return false;
        }
        m_import = *begun;
        if (!m_request.group.isEmpty()) {
            if (const auto created = m_contacts.createGroup(m_request.group); !created) {
                failure = created.error();
                return false;
            }
        }
        for (const listfiles::Row &waiting : std::exchange(m_waiting, {})) {
            if (!take(waiting))
                return false;
        }
        return true;
    }

    ContactImportSummary summary;
    base::Result<void> failure;

private:
    base::Result<void> chooseColumns()
    {
        m_columns = listfiles::guessColumns(m_header, m_waiting);
        const struct
        {
            QString role;
            int &column;
        } roles[] = {
            {u"phone"_s, m_columns.phone}, {u"name"_s, m_columns.name}, {u"email"_s, m_columns.email}};
        for (const auto &role : roles) {
            const QString wanted = m_request.columns.value(role.role).trimmed();
            if (wanted.isEmpty())
                continue;
            role.column = -1;
            for (int i = 0; i < m_header.size(); ++i) {
                if (m_header.at(i).trimmed().compare(wanted, Qt::CaseInsensitive) == 0)
                    role.column = i;
            }
            if (role.column < 0)
                return base::Error{base::ErrorCode::InvalidField, m_header.join(u", "_s), wanted};
            if (role.role == "name"_L1)
                m_columns.lastName = -1;
        }
        if (m_columns.phone < 0)
            return base::Error{base::ErrorCode::InvalidField, m_header.join(u", "_s), u"phone"_s};
        return {};
    }

    bool isOwnField(int column) const
    {
        return column != m_columns.phone && column != m_columns.name && column != m_columns.lastName &&
               column != m_columns.email && column != m_columns.groups &&
               !m_header.at(column).trimmed().isEmpty();
    }

    void skip(const listfiles::Row &row, const QString &input, domain::SkipReason reason)
    {
        summary.skipped.append({row.number, m_header.value(m_columns.phone), input, reason});
    }

    bool take(const listfiles::Row &row)
    {
        const QString cell = row.cells.value(m_columns.phone);
        const QStringList numbers = phone::splitCell(cell);
        for (const QString &input : numbers.isEmpty() ? QStringList{cell} : numbers) {
            const phone::PhoneNumber number = phone::parse(input);
            if (number.error != phone::NumberError::None) {
                skip(row, input, reasonOf(number.error));
                continue;
            }
            if (m_seen.contains(number.e164)) {
                skip(row, input, domain::SkipReason::Duplicate);
                continue;
            }
            m_seen.insert(number.e164);
            if (!store(row, number.e164))
                return false;
        }
        return true;
    }

    bool store(const listfiles::Row &row, const QString &number)
    {
        domain::Contact contact;
        contact.number = number;
        contact.name = row.cells.value(m_columns.name).trimmed();
        const QString last = row.cells.value(m_columns.lastName).trimmed();
        if (!last.isEmpty())
            contact.name = QString(contact.name + u' ' + last).trimmed();
        contact.email = row.cells.value(m_columns.email).trimmed();
        for (int i = 0; i < m_header.size(); ++i) {
            if (isOwnField(i) && !row.cells.value(i).trimmed().isEmpty())
                contact.fields.insert(m_header.at(i).trimmed(), row.cells.value(i).trimmed());
        }
        for (const QString &group : row.cells.value(m_columns.groups).split(u',', Qt::SkipEmptyParts))
            contact.groups.append(group.trimmed());
        if (!m_request.group.isEmpty() && !contact.groups.contains(m_request.group))
            contact.groups.append(m_request.group);
        const auto outcome = m_contacts.upsert(contact, m_import);
        if (!outcome) {
            failure = outcome.error();
            return false;
        }
        using Outcome = storage::ContactRepository::Outcome;
        ++(*outcome == Outcome::Added     ? summary.added
           : *outcome == Outcome::Updated ? summary.updated
                                          : summary.unchanged);
        return true;
    }

    storage::ContactRepository m_contacts;
    const ContactImportRequest &m_request;
    qint64 m_nowMs;
    qint64 m_import = 0;
    QStringList m_header;
    listfiles::ColumnMap m_columns;
    QList<listfiles::Row> m_waiting;
    QSet<QString> m_seen;
    bool m_settled = false;
};

} // namespace

base::Result<ContactImportSummary> importContacts(storage::Database &database,
                                                  const ContactImportRequest &request,
                                                  const base::Clock &clock,
                                                  const std::function<bool(qint64, qint64)> &progress)
{
    storage::Transaction transaction(database);
    if (auto begun = transaction.begin(); !begun)
        return begun.error();
    Import import(database, request, clock.nowMs());
    listfiles::ReadOptions options;
    options.sheet = request.sheet;
    options.progress = progress;
    const auto read = listfiles::read(
        request.file, options, [&](const QStringList &names) { return import.header(names); },
        [&](listfiles::Row &&row) { return import.row(std::move(row)); });
    if (!import.failure)
        return import.failure.error();
    if (!read)
        return read.error();
    if (!import.settle())
        return import.failure.error();
    import.summary.notes = read->notes;
    // A dry run is the same work, undone with the transaction.
    if (!request.dryRun && import.summary.added + import.summary.updated + import.summary.unchanged > 0) {
        if (auto committed = transaction.commit(); !committed)
            return committed.error();
    }
    return import.summary;
}

base::Result<qint64> exportContacts(storage::Database &database, const QString &group, const QString &file)
{
    storage::ContactRepository contacts(database);
    const auto fields = contacts.fieldNames();
    if (!fields)
        return fields.error();
    auto writer = listfiles::TableWriter::create(file);
    if (!writer)
        return writer.error();
    base::Result<void> written =
        writer.value()->writeRow(QStringList{u"phone"_s, u"name"_s, u"email"_s, u"groups"_s} + *fields);
    qint64 rows = 0;
    storage::ContactFilter filter;
    filter.group = group;
    const auto walked = contacts.forEach(filter, [&](const domain::Contact &contact) {
        QStringList cells{contact.number, contact.name, contact.email, contact.groups.join(u", "_s)};
        for (const QString &field : *fields)
            cells.append(contact.fields.value(field));
        if (written)
            written = writer.value()->writeRow(cells);
        ++rows;
        return written.ok();
    });
    if (!walked)
        return walked.error();
    if (!written)
        return written.error();
    if (auto finished = writer.value()->finish(); !finished)
        return finished.error();
    return rows;
}

} // namespace engine
