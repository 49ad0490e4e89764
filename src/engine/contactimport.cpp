// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/contactimport.h"

#include "listfiles/columns.h"
#include "listfiles/reader.h"
#include "listfiles/writer.h"
#include "phone/phonenumber.h"
#include "storage/contactrepository.h"
#include "storage/transaction.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

constexpr int sampleRows = 100; // read before the columns are guessed
constexpr int batchRows = 1000; // stored at a time

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
        for (const int column : std::as_const(m_ownFields))
            own.append(m_header.at(column));
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

    // The guess as a person sees it: roles by their column's header.
    QMap<QString, QString> guessedColumns()
    {
        guess();
        QMap<QString, QString> columns;
        for (const auto &[role, column] : {std::pair{u"phone"_s, m_columns.phone},
                                           {u"name"_s, m_columns.name},
                                           {u"email"_s, m_columns.email},
                                           {u"groups"_s, m_columns.groups}}) {
            if (column >= 0)
                columns.insert(role, m_header.at(column));
        }
        if (m_columns.lastName >= 0)
            columns[u"name"_s] += " + "_L1 + m_header.at(m_columns.lastName);
        return columns;
    }

    const QStringList &headerRow() const { return m_header; }
    const QList<listfiles::Row> &waiting() const { return m_waiting; }
    qint64 id() const { return m_import; }
    bool sample(listfiles::Row &&row)
    {
        m_waiting.append(std::move(row));
        return m_waiting.size() < sampleRows;
    }

    bool finish() { return settle() && storeBatch(); }

    ContactImportSummary summary;
    base::Result<void> failure;

private:
    bool hasHeader() const
    {
        for (int i = 0; i < m_header.size(); ++i) {
            if (m_header.at(i) != listfiles::columnLetters(i))
                return true;
        }
        return false;
    }

    // With a header a name is what is called one: a column of towns reads like names too. Groups are
    // a vCard's categories and our own export's column; any other is a field, as cli.md has it.
    void guess()
    {
        m_columns = listfiles::guessColumns(m_header, m_waiting);
        if (hasHeader()) {
            const listfiles::ColumnMap named = listfiles::guessColumns(m_header, {});
            m_columns.name = named.name;
            m_columns.lastName = named.lastName;
        }
        const QString groups = m_header.value(m_columns.groups);
        if (groups != "categories"_L1 && groups != "groups"_L1)
            m_columns.groups = -1;
    }

    base::Result<void> chooseColumns()
    {
        guess();
        const struct
        {
            QString name;
            int &column;
        } roles[] = {{u"phone"_s, m_columns.phone},
                     {u"name"_s, m_columns.name},
                     {u"email"_s, m_columns.email},
                     {u"groups"_s, m_columns.groups}};
        QList<int> given;
        for (const auto &role : roles) {
            if (!m_request.columns.contains(role.name))
                continue;
            const QString wanted = m_request.columns.value(role.name).trimmed();
            if (role.name == "name"_L1)
                m_columns.lastName = -1;
            if (wanted.isEmpty()) { // none, on purpose
                role.column = -1;
                continue;
            }
            const auto found =
                std::find_if(m_header.cbegin(), m_header.cend(), [&wanted](const QString &header) {
                    return header.compare(wanted, Qt::CaseInsensitive) == 0;
                });
            if (found == m_header.cend())
                return noColumn(wanted);
            given.append(static_cast<int>(found - m_header.cbegin()));
            for (int *guessed : {&m_columns.phone, &m_columns.name, &m_columns.email, &m_columns.groups,
                                 &m_columns.lastName}) {
                if (*guessed == given.constLast() && guessed != &role.column)
                    *guessed = -1;
            }
            role.column = given.constLast();
        }
        if (m_columns.phone < 0)
            return noColumn(u"phone"_s);
        for (int i = 0; i < m_header.size(); ++i) {
            if (isOwnField(i, given.contains(i)))
                m_ownFields.append(i);
        }
        return {};
    }

    base::Error noColumn(const QString &wanted) const
    {
        const QString columns =
            QCoreApplication::translate("Wording", "the file has the columns %1").arg(m_header.join(u", "_s));
        return {base::ErrorCode::InvalidField, columns, wanted};
    }

    // A guessed name or e-mail column stays a field too, unless texts know it by its header anyway:
    // {fornavn} has to work.
    bool isOwnField(int column, bool given) const
    {
        static const QStringList known{u"navn"_s,  u"name"_s,  u"e-post"_s,
                                       u"epost"_s, u"email"_s, u"e-mail"_s};
        if (given || column == m_columns.phone || column == m_columns.groups)
            return false;
        const bool isRole =
            column == m_columns.name || column == m_columns.lastName || column == m_columns.email;
        return !isRole || (hasHeader() && !known.contains(m_header.at(column).toLower()));
    }

    void skip(const listfiles::Row &row, const QString &input, domain::SkipReason reason,
              const QString &typed)
    {
        summary.skipped.append({row.number, m_header.value(m_columns.phone), input, reason, typed});
    }

    bool take(const listfiles::Row &row)
    {
        const QString cell = row.cells.value(m_columns.phone);
        const QStringList numbers = phone::splitCell(cell);
        for (const QString &typed : numbers.isEmpty() ? QStringList{cell} : numbers) {
            const QString input = m_request.corrections.value({row.number, typed}, typed);
            const phone::PhoneNumber number = phone::parse(input);
            if (number.error != phone::NumberError::None) {
                skip(row, input, reasonOf(number.error), typed);
                continue;
            }
            // Its digits as a number: a million of them take little room.
            const quint64 digits = QStringView(number.e164).sliced(1).toULongLong();
            if (m_seen.contains(digits)) {
                skip(row, input, domain::SkipReason::Duplicate, typed);
                continue;
            }
            m_seen.insert(digits);
            m_batch.append(contactOf(row, number.e164));
        }
        return m_batch.size() < batchRows || storeBatch();
    }

    domain::Contact contactOf(const listfiles::Row &row, const QString &number) const
    {
        domain::Contact contact;
        contact.number = number;
        contact.name = row.cells.value(m_columns.name).trimmed();
        const QString last = row.cells.value(m_columns.lastName).trimmed();
        if (!last.isEmpty())
            contact.name = QString(contact.name + u' ' + last).trimmed();
        contact.email = row.cells.value(m_columns.email).trimmed();
        for (const int column : m_ownFields) {
            if (const QString value = row.cells.value(column).trimmed(); !value.isEmpty())
                contact.fields.insert(m_header.at(column), value);
        }
        for (const QString &group : row.cells.value(m_columns.groups).split(u',', Qt::SkipEmptyParts)) {
            if (!group.trimmed().isEmpty() && !contact.groups.contains(group.trimmed()))
                contact.groups.append(group.trimmed());
        }
        if (!m_request.group.isEmpty() && !contact.groups.contains(m_request.group))
            contact.groups.append(m_request.group);
        return contact;
    }

    bool storeBatch()
    {
        const auto outcomes = m_contacts.upsertAll(std::exchange(m_batch, {}), m_import);
        if (!outcomes) {
            failure = outcomes.error();
            return false;
        }
        using Outcome = storage::ContactRepository::Outcome;
        for (const Outcome outcome : *outcomes) {
            ++(outcome == Outcome::Added     ? summary.added
               : outcome == Outcome::Updated ? summary.updated
                                             : summary.unchanged);
        }
        return true;
    }

    storage::ContactRepository m_contacts;
    const ContactImportRequest &m_request;
    qint64 m_nowMs;
    qint64 m_import = 0;
    QStringList m_header;
    listfiles::ColumnMap m_columns;
    QList<int> m_ownFields; // columns
    QList<listfiles::Row> m_waiting;
    QList<domain::Contact> m_batch;
    QSet<quint64> m_seen;
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
    options.encoding = request.encoding;
    options.separator = request.separator;
    options.progress = progress;
    const auto read = listfiles::read(
        request.file, options, [&](const QStringList &names) { return import.header(names); },
        [&](listfiles::Row &&row) { return import.row(std::move(row)); });
    if (!import.failure)
        return import.failure.error();
    if (!read)
        return read.error();
    if (!import.finish())
        return import.failure.error();
    import.summary.notes = read->notes;
    // A dry run is the same work, undone with the transaction.
    if (!request.dryRun && import.summary.usable() > 0) {
        if (auto committed = transaction.commit(); !committed)
            return committed.error();
        import.summary.import = import.id();
    }
    return import.summary;
}

base::Result<ContactPreview> previewContacts(storage::Database &database, const ContactImportRequest &request)
{
    Import import(database, request, 0);
    listfiles::ReadOptions options;
    options.sheet = request.sheet;
    options.encoding = request.encoding;
    options.separator = request.separator;
    const auto read = listfiles::read(
        request.file, options, [&](const QStringList &names) { return import.header(names); },
        [&](listfiles::Row &&row) { return import.sample(std::move(row)); });
    if (!read)
        return read.error();
    ContactPreview preview{read->kind,  read->encoding, read->separator,    read->sheets,
                           read->sheet, read->notes,    import.headerRow(), {},
                           {}};
    for (const listfiles::Row &row : import.waiting())
        preview.rows.append(row.cells);
    preview.columns = import.guessedColumns();
    return preview;
}

base::Result<qint64> exportContacts(storage::Database &database, storage::ContactFilter filter,
                                    const QString &file, const ExportProgress &progress)
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
    const auto total = contacts.count(filter);
    if (!total)
        return total.error();
    const auto walked = contacts.forEach(filter, [&](const domain::Contact &contact) {
        QStringList cells{contact.number, contact.name, contact.email, contact.groups.join(u", "_s)};
        for (const QString &field : *fields)
            cells.append(contact.fields.value(field));
        if (written)
            written = writer.value()->writeRow(cells);
        if (++rows % 500 == 0 && progress && !progress(rows, *total))
            written = base::Error{base::ErrorCode::Cancelled, file, {}};
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
