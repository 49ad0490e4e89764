// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/contactrepository.h"

#include "storage/contactrows.h"
#include "storage/statement.h"

#include <algorithm>
#include <numeric>

namespace storage {
using namespace Qt::StringLiterals;
using domain::Contact;

namespace {

constexpr int pageSize = 1000;

QString insertOf(qsizetype contacts)
{
    return u"INSERT INTO contact (number, name, email, fields, search, sort_key, import) VALUES %1 "
           "ON CONFLICT DO NOTHING"_s.arg(QStringList(contacts, u"(?, ?, ?, ?, ?, ?, ?)"_s).join(u','));
}

void bindRow(Statement &add, int &position, const ContactRow &row, std::optional<qint64> import)
{
    for (const QString *text :
         {&row.contact.number, &row.contact.name, &row.contact.email, &row.fields, &row.search, &row.sortKey})
        add.bind(position++, bound(*text));
    add.bind(position++, bound(import));
}

// What the other has and what it leaves empty; groups apart.
Contact filled(Contact contact, const Contact &by)
{
    if (!by.name.isEmpty())
        contact.name = by.name;
    if (!by.email.isEmpty())
        contact.email = by.email;
    for (auto field = by.fields.cbegin(); field != by.fields.cend(); ++field) {
        if (!field.value().isEmpty())
            contact.fields.insert(field.key(), field.value());
    }
    return contact;
}

// Too large to be gathered for each page; its members are then never far apart among all contacts.
base::Result<bool> isLargeGroup(Database &database, const QString &group)
{
    if (group.isEmpty())
        return false;
    const auto members =
        selectTotal(database,
                    u"SELECT count(*) FROM (SELECT 1 FROM contact_member WHERE contact_group = "
                    "(SELECT id FROM contact_group WHERE name = ?) LIMIT 5000) AS few"_s,
                    group);
    if (!members)
        return members.error();
    return *members == 5000;
}

} // namespace

ContactRow::ContactRow(Contact of)
    : contact(std::move(of))
    , fields(fieldsToJson(contact.fields))
    , search(searchText(contact))
    , sortKey(contactSortKey(contact))
{
}

QList<ContactRow> contactRows(QList<Contact> contacts)
{
    QList<ContactRow> rows;
    rows.reserve(contacts.size());
    for (Contact &contact : contacts)
        rows.append(ContactRow(std::move(contact)));
    return rows;
}

base::Result<qint64> ContactRepository::beginImport(const QString &file, const QStringList &fields,
                                                    qint64 atMs)
{
    if (auto named = nameFields(fields); !named)
        return named.error();
    return insert(m_database, u"INSERT INTO contact_import (at_ms, file) VALUES (?, ?)"_s, atMs, file);
}

base::Result<ContactRepository::Outcome> ContactRepository::upsert(const Contact &contact,
                                                                   std::optional<qint64> import)
{
    const auto outcomes = upsertAll(contactRows({contact}), import);
    if (!outcomes)
        return outcomes.error();
    return outcomes->constFirst();
}

// Many rows a statement: each costs QtSql as much again as the row costs SQLite. Their ids, 0 for whom there
// was already.
base::Result<QList<qint64>> ContactRepository::addNew(const QList<ContactRow> &rows,
                                                      std::optional<qint64> import)
{
    const auto before = selectTotal(m_database, u"SELECT max(id) FROM contact"_s);
    if (!before)
        return before.error();
    constexpr qsizetype rowsAtOnce = 100;
    qint64 count = 0;
    qint64 last = 0;
    for (qsizetype from = 0; from < rows.size(); from += rowsAtOnce) {
        const qsizetype to = std::min(from + rowsAtOnce, rows.size());
        const bool isUsual = to - from == rowsAtOnce || to - from == 1;
        Statement add(m_database, insertOf(to - from) + m_database.dialect().returningId(),
                      isUsual ? Statement::Keep::Cached : Statement::Keep::Once);
        int position = 0;
        for (qsizetype i = from; i < to; ++i)
            bindRow(add, position, rows.at(i), import);
        if (auto done = add.execute(); !done)
            return done.error();
        count += add.rowsAffected();
        last = add.insertedId();
    }
    QList<qint64> ids(rows.size());
    if (count == rows.size()) { // nothing came between them: their ids are in a row
        std::iota(ids.begin(), ids.end(), last - count + 1);
        return ids;
    }
    QHash<QString, qint64> added;
    const auto read = forEachRow(
        m_database, u"SELECT number, id FROM contact WHERE id > ?"_s,
        [&added](const Statement &row) { added.insert(row.text(0), row.number(1)); }, *before);
    if (!read)
        return read.error();
    for (qsizetype i = 0; i < rows.size(); ++i)
        ids[i] = added.take(rows.at(i).contact.number); // the same number once more is known
    return ids;
}

base::Result<QList<ContactRepository::Outcome>> ContactRepository::upsertAll(const QList<ContactRow> &rows,
                                                                             std::optional<qint64> import)
{
    for (qsizetype i = 0; i < rows.size() && !import; ++i) {
        if (auto named = nameFields(rows.at(i).contact.fields.keys()); !named)
            return named.error();
    }
    const auto ids = addNew(rows, import);
    if (!ids)
        return ids.error();
    QMap<QString, QList<qint64>> joining; // whoever is new, by group
    for (qsizetype i = 0; i < rows.size(); ++i) {
        for (const QString &group : rows.at(i).contact.groups) {
            if (ids->at(i) != 0)
                joining[group].append(ids->at(i));
        }
    }
    for (auto group = joining.cbegin(); group != joining.cend(); ++group) {
        if (auto joined = joinAll(group.key(), group.value()); !joined)
            return joined.error();
    }
    QList<Outcome> outcomes(rows.size(), Outcome::Added);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (ids->at(i) != 0)
            continue;
        const auto outcome = update(rows.at(i).contact, import);
        if (!outcome)
            return outcome.error();
        outcomes[i] = *outcome;
    }
    return outcomes;
}

base::Result<ContactRepository::Outcome> ContactRepository::update(const Contact &contact,
                                                                   std::optional<qint64> import)
{
    const auto before = this->contact(contact.number);
    if (!before)
        return before.error();
    const Contact after = filled(*before, contact);
    bool joinedAny = false;
    for (const QString &group : contact.groups) {
        const auto joined = join(before->id, group);
        if (!joined)
            return joined.error();
        joinedAny = joinedAny || *joined;
    }
    if (after == *before && !joinedAny)
        return Outcome::Unchanged;
    if (import) {
        const auto kept = execute(m_database,
                                  u"INSERT INTO contact_before (import, contact, before) VALUES (?, ?, ?) "
                                  "ON CONFLICT DO NOTHING"_s,
                                  *import, before->id, contactToJson(*before));
        if (!kept)
            return kept.error();
    }
    if (auto written = write(before->id, after, import); !written)
        return written.error();
    return Outcome::Updated;
}

// Every change names the import that made it, or none: so `import` tells who changed it last.
base::Result<qint64> ContactRepository::write(qint64 id, const Contact &contact, std::optional<qint64> import)
{
    return execute(
        m_database,
        u"UPDATE contact SET number = ?, name = ?, email = ?, fields = ?, search = ?, sort_key = ?, "
        "import = ? WHERE id = ?"_s,
        contact.number, contact.name, contact.email, fieldsToJson(contact.fields), searchText(contact),
        contactSortKey(contact), import, id);
}

base::Result<ContactRepository::Outcome> ContactRepository::outcomeOf(const Contact &contact)
{
    const auto before = this->contact(contact.number);
    if (!before && before.error().code == base::ErrorCode::NotFound)
        return Outcome::Added;
    if (!before)
        return before.error();
    const bool joins =
        std::any_of(contact.groups.cbegin(), contact.groups.cend(),
                    [&before](const QString &group) { return !before->groups.contains(group); });
    return joins || filled(*before, contact) != *before ? Outcome::Updated : Outcome::Unchanged;
}

base::Result<QList<qint64>> ContactRepository::importedBy(qint64 import, qint64 afterId, int most)
{
    return numbers(m_database, u"SELECT id FROM contact WHERE id > ? AND import = ? ORDER BY id LIMIT ?"_s,
                   afterId, import, most);
}

base::Result<qint64> ContactRepository::takeBack(qint64 import, const QList<qint64> &contacts)
{
    qint64 count = 0;
    for (const qint64 id : contacts) {
        const auto mine =
            selectNumber(m_database, u"SELECT 1 FROM contact WHERE id = ? AND import = ?"_s, id, import);
        if (!mine)
            return mine.error();
        if (!mine->has_value()) // changed since it was looked up
            continue;
        ++count;
        const auto before = rows<Contact>(
            m_database, u"SELECT before FROM contact_before WHERE import = ? AND contact = ?"_s,
            [](const Statement &row) { return contactFromJson(row.text(0)); }, import, id);
        if (!before)
            return before.error();
        if (auto done = before->isEmpty() ? remove(id) : putBack(import, id, before->constFirst()); !done)
            return done.error();
    }
    return count;
}

base::Result<void> ContactRepository::putBack(qint64 import, qint64 id, const Contact &before)
{
    if (auto left = execute(m_database, u"DELETE FROM contact_member WHERE contact = ?"_s, id); !left)
        return left.error();
    for (const QString &group : before.groups) {
        if (auto joined = join(id, group); !joined)
            return joined.error();
    }
    if (auto written = write(id, before, {}); !written)
        return written.error();
    const auto forgotten =
        execute(m_database, u"DELETE FROM contact_before WHERE import = ? AND contact = ?"_s, import, id);
    return forgotten ? base::Result<void>() : base::Result<void>(forgotten.error());
}

base::Result<void> ContactRepository::endUndo(qint64 import)
{
    return changedOne(execute(m_database, u"DELETE FROM contact_import WHERE id = ?"_s, import),
                      QString::number(import));
}

base::Result<QList<ContactImport>> ContactRepository::imports()
{
    return rows<ContactImport>(m_database, u"SELECT id, at_ms, file FROM contact_import ORDER BY id DESC"_s,
                               [](const Statement &row) -> ContactImport {
                                   return {row.number(0), row.number(1), row.text(2)};
                               });
}

base::Result<qint64> ContactRepository::save(const Contact &contact)
{
    if (auto named = nameFields(contact.fields.keys()); !named)
        return named.error();
    qint64 id = contact.id;
    if (id == 0) {
        const auto added = insert(m_database,
                                  u"INSERT INTO contact (number, name, email, fields, search, sort_key) "
                                  "VALUES (?, ?, ?, ?, ?, ?)"_s,
                                  contact.number, contact.name, contact.email, fieldsToJson(contact.fields),
                                  searchText(contact), contactSortKey(contact));
        if (!added)
            return added;
        id = *added;
    } else {
        if (auto written = changedOne(write(id, contact, {}), contact.number); !written)
            return written.error();
        if (auto left = execute(m_database, u"DELETE FROM contact_member WHERE contact = ?"_s, id); !left)
            return left.error();
    }
    for (const QString &group : contact.groups) {
        if (auto joined = join(id, group); !joined)
            return joined.error();
    }
    return id;
}

base::Result<void> ContactRepository::remove(qint64 id)
{
    return changedOne(execute(m_database, u"DELETE FROM contact WHERE id = ?"_s, id), QString::number(id));
}

base::Result<QList<Contact>> ContactRepository::select(const QString &condition, const QVariantList &values)
{
    Statement rows(m_database,
                   u"SELECT id, number, name, email, fields, "
                   "EXISTS (SELECT 1 FROM opt_out WHERE opt_out.number = contact.number), "
                   "(SELECT %1 FROM (SELECT name FROM contact_member "
                   "JOIN contact_group ON contact_group.id = contact_member.contact_group "
                   "WHERE contact_member.contact = contact.id ORDER BY name) AS mine) FROM contact %2"_s.arg(
                       m_database.dialect().lines(u"name"_s), condition));
    rows.bind(values);
    return rows.list<Contact>([](const Statement &row) -> Contact {
        return {row.number(0),
                row.text(1),
                row.text(2),
                row.text(3),
                fieldsFromJson(row.text(4)),
                row.text(6).split(u'\n', Qt::SkipEmptyParts),
                row.integer(5) != 0};
    });
}

base::Result<QList<QList<Contact>>> ContactRepository::namesakes(int limit, int most)
{
    auto found = select(u"WHERE name <> '' AND sort_key IN (SELECT sort_key FROM contact "
                        "GROUP BY sort_key HAVING count(*) BETWEEN 2 AND ? LIMIT ?) ORDER BY sort_key, id"_s,
                        {most, limit});
    if (!found)
        return found.error();
    QList<QList<Contact>> people;
    for (const Contact &contact : std::as_const(*found)) {
        const bool same =
            !people.isEmpty() && contactSortKey(people.constLast().constFirst()) == contactSortKey(contact);
        if (same)
            people.last().append(contact);
        else
            people.append(QList<Contact>{contact});
    }
    people.removeIf([](const QList<Contact> &person) { return person.size() < 2; });
    return people;
}

base::Result<Contact> ContactRepository::contact(const QString &number)
{
    auto found = select(u"WHERE number = ?"_s, {bound(number)});
    if (!found)
        return found.error();
    if (found->isEmpty())
        return base::Error{base::ErrorCode::NotFound, number, {}};
    return found.value().takeFirst();
}

base::Result<QList<Contact>> ContactRepository::list(const ContactFilter &filter)
{
    const auto large = isLargeGroup(m_database, filter.group);
    if (!large)
        return large.error();
    ContactCondition condition = conditionOf(m_database.dialect(), filter, *large);
    if (filter.order != ContactOrder::ByName || filter.descending) {
        const QString order = contactOrder(m_database.dialect(), filter, condition.values);
        condition.values += {filter.limit, filter.offset};
        return select(u"WHERE %1 ORDER BY %2 LIMIT ? OFFSET ?"_s.arg(condition.sql, order), condition.values);
    }
    if (filter.afterId > 0) {
        condition.sql += u" AND (sort_key, id) > (SELECT sort_key, id FROM contact WHERE id = ?)"_s;
        condition.values.append(filter.afterId);
    }
    condition.values.append(filter.limit);
    return select(u"WHERE %1 ORDER BY sort_key, id LIMIT ?"_s.arg(condition.sql), condition.values);
}

base::Result<qint64> ContactRepository::count(const ContactFilter &filter)
{
    ContactFilter plain; // of all members of a group: known without looking at any
    plain.group = filter.group;
    if (!filter.group.isEmpty() &&
        conditionOf(m_database.dialect(), plain).sql == conditionOf(m_database.dialect(), filter).sql) {
        return selectTotal(m_database,
                           u"SELECT count(*) FROM contact_member WHERE contact_group = "
                           "(SELECT id FROM contact_group WHERE name = ?)"_s,
                           filter.group);
    }
    const ContactCondition condition = conditionOf(m_database.dialect(), filter);
    Statement rows(m_database, u"SELECT count(*) FROM contact WHERE "_s + condition.sql);
    for (int i = 0; i < condition.values.size(); ++i)
        rows.bind(i, condition.values.at(i));
    if (auto done = rows.execute(); !done)
        return done.error();
    rows.next();
    return rows.number(0);
}

base::Result<void> ContactRepository::forEach(const ContactFilter &filter,
                                              const std::function<bool(const Contact &)> &visit)
{
    const auto large = isLargeGroup(m_database, filter.group);
    if (!large)
        return large.error();
    const ContactCondition condition = conditionOf(m_database.dialect(), filter, *large);
    qint64 last = 0;
    for (;;) {
        const auto page = select(u"WHERE %1 AND id > ? ORDER BY id LIMIT ?"_s.arg(condition.sql),
                                 condition.values + QVariantList{last, pageSize});
        if (!page)
            return page.error();
        for (const Contact &contact : *page) {
            if (!visit(contact))
                return {};
        }
        if (page->size() < pageSize)
            return {};
        last = page->constLast().id;
    }
}

} // namespace storage
