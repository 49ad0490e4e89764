// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/contactrepository.h"

#include "storage/contactrows.h"
#include "storage/folding.h"
#include "storage/statement.h"

#include <algorithm>

namespace storage {
using namespace Qt::StringLiterals;
using domain::Contact;

namespace {

constexpr int pageSize = 1000;

base::Error unknown(const QString &what)
{
    return {base::ErrorCode::NotFound, what, {}};
}

base::Result<void> oneChanged(const base::Result<qint64> &changed, const QString &what)
{
    if (!changed)
        return changed.error();
    if (*changed == 0)
        return unknown(what);
    return {};
}

} // namespace

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
    if (!import) {
        if (auto named = nameFields(contact.fields.keys()); !named)
            return named.error();
    }
    qint64 id = 0;
    {
        Statement add(m_database,
                      u"INSERT INTO contact (number, name, email, fields, search, sort_key, import) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s);
        if (auto done = add.run(contact.number, contact.name, contact.email, fieldsToJson(contact.fields),
                                searchText(contact), contactSortKey(contact), import);
            !done)
            return done.error();
        if (add.rowsAffected() == 1)
            id = add.insertedId();
    }
    if (id > 0) {
        for (const QString &group : contact.groups) {
            if (auto joined = join(id, group); !joined)
                return joined.error();
        }
        return Outcome::Added;
    }

    const auto before = this->contact(contact.number);
    if (!before)
        return before.error();
    Contact after = *before;
    if (!contact.name.isEmpty())
        after.name = contact.name;
    if (!contact.email.isEmpty())
        after.email = contact.email;
    for (auto field = contact.fields.cbegin(); field != contact.fields.cend(); ++field) {
        if (!field.value().isEmpty())
            after.fields.insert(field.key(), field.value());
    }
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

base::Result<qint64> ContactRepository::undoImport(qint64 import)
{
    QList<std::pair<qint64, Contact>> changed;
    {
        Statement select(m_database, u"SELECT contact, before FROM contact_before WHERE import = ? "
                                     "AND contact IN (SELECT id FROM contact WHERE import = ?)"_s);
        if (auto done = select.run(import, import); !done)
            return done.error();
        while (select.next())
            changed.append({select.number(0), contactFromJson(select.text(1))});
        if (auto done = select.outcome(); !done)
            return done.error();
    }
    const auto removed = execute(m_database,
                                 u"DELETE FROM contact WHERE import = ? AND id NOT IN "
                                 "(SELECT contact FROM contact_before WHERE import = ?)"_s,
                                 import, import);
    if (!removed)
        return removed.error();
    for (const auto &[id, before] : std::as_const(changed)) {
        if (auto left = execute(m_database, u"DELETE FROM contact_member WHERE contact = ?"_s, id); !left)
            return left.error();
        for (const QString &group : before.groups) {
            if (auto joined = join(id, group); !joined)
                return joined.error();
        }
        if (auto written = write(id, before, {}); !written)
            return written.error();
    }
    const auto done = execute(m_database, u"DELETE FROM contact_import WHERE id = ?"_s, import);
    if (auto known = oneChanged(done, QString::number(import)); !known)
        return known.error();
    return *removed + changed.size();
}

base::Result<QList<ContactImport>> ContactRepository::imports()
{
    Statement select(m_database, u"SELECT id, at_ms, file FROM contact_import ORDER BY id DESC"_s);
    if (auto done = select.run(); !done)
        return done.error();
    QList<ContactImport> imports;
    while (select.next())
        imports.append({select.number(0), select.number(1), select.text(2)});
    if (auto done = select.outcome(); !done)
        return done.error();
    return imports;
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
        if (auto written = oneChanged(write(id, contact, {}), contact.number); !written)
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
    return oneChanged(execute(m_database, u"DELETE FROM contact WHERE id = ?"_s, id), QString::number(id));
}

base::Result<bool> ContactRepository::join(qint64 contact, const QString &group)
{
    const QString sql = u"INSERT INTO contact_member (contact_group, contact) "
                        "SELECT id, ? FROM contact_group WHERE name = ? ON CONFLICT DO NOTHING"_s;
    auto joined = execute(m_database, sql, contact, group);
    if (joined && *joined == 0) {
        const auto created = createGroup(group);
        if (!created)
            return created.error();
        if (!*created) // there, and so is the contact
            return false;
        joined = execute(m_database, sql, contact, group);
    }
    if (!joined)
        return joined.error();
    return true;
}

base::Result<QList<Contact>> ContactRepository::select(const QString &condition, const QVariantList &values)
{
    Statement rows(
        m_database,
        u"SELECT id, number, name, email, fields, "
        "EXISTS (SELECT 1 FROM opt_out WHERE opt_out.number = contact.number), "
        "(SELECT group_concat(name, char(10)) FROM (SELECT name FROM contact_member "
        "JOIN contact_group ON contact_group.id = contact_member.contact_group "
        "WHERE contact_member.contact = contact.id ORDER BY name)) FROM contact %1"_s.arg(condition));
    for (int i = 0; i < values.size(); ++i)
        rows.bind(i, values.at(i));
    if (auto done = rows.execute(); !done)
        return done.error();
    QList<Contact> contacts;
    while (rows.next()) {
        contacts.append({rows.number(0), rows.text(1), rows.text(2), rows.text(3),
                         fieldsFromJson(rows.text(4)), rows.text(6).split(u'\n', Qt::SkipEmptyParts),
                         rows.integer(5) != 0});
    }
    if (auto done = rows.outcome(); !done)
        return done.error();
    return contacts;
}

base::Result<Contact> ContactRepository::contact(const QString &number)
{
    auto found = select(u"WHERE number = ?"_s, {Statement::bound(number)});
    if (!found)
        return found.error();
    if (found->isEmpty())
        return unknown(number);
    return found.value().takeFirst();
}

base::Result<QList<Contact>> ContactRepository::list(const ContactFilter &filter)
{
    ContactCondition condition = conditionOf(filter);
    if (filter.afterId > 0) {
        condition.sql += u" AND (sort_key, id) > (SELECT sort_key, id FROM contact WHERE id = ?)"_s;
        condition.values.append(filter.afterId);
    }
    condition.values.append(filter.limit);
    return select(u"WHERE %1 ORDER BY sort_key, id LIMIT ?"_s.arg(condition.sql), condition.values);
}

base::Result<qint64> ContactRepository::count(const ContactFilter &filter)
{
    const ContactCondition condition = conditionOf(filter);
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
    const ContactCondition condition = conditionOf(filter);
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

base::Result<QList<ContactGroup>> ContactRepository::groups()
{
    Statement rows(m_database, u"SELECT name, (SELECT count(*) FROM contact_member WHERE contact_group = id) "
                               "FROM contact_group"_s);
    if (auto done = rows.run(); !done)
        return done.error();
    QList<ContactGroup> groups;
    while (rows.next())
        groups.append({rows.text(0), rows.number(1)});
    if (auto done = rows.outcome(); !done)
        return done.error();
    std::sort(groups.begin(), groups.end(),
              [](const ContactGroup &a, const ContactGroup &b) { return sortKey(a.name) < sortKey(b.name); });
    return groups;
}

base::Result<bool> ContactRepository::createGroup(const QString &name)
{
    const auto added =
        execute(m_database, u"INSERT INTO contact_group (name) VALUES (?) ON CONFLICT DO NOTHING"_s, name);
    if (!added)
        return added.error();
    return *added == 1;
}

base::Result<void> ContactRepository::renameGroup(const QString &name, const QString &to)
{
    const auto taken = selectNumber(m_database, u"SELECT id FROM contact_group WHERE name = ?"_s, to);
    if (!taken)
        return taken.error();
    if (taken->has_value())
        return base::Error{base::ErrorCode::WrongState, to, {}};
    return oneChanged(execute(m_database, u"UPDATE contact_group SET name = ? WHERE name = ?"_s, to, name),
                      name);
}

base::Result<void> ContactRepository::removeGroup(const QString &name)
{
    return oneChanged(execute(m_database, u"DELETE FROM contact_group WHERE name = ?"_s, name), name);
}

base::Result<void> ContactRepository::setMember(const QString &group, qint64 contact, bool member)
{
    const auto known = selectNumber(m_database, u"SELECT id FROM contact_group WHERE name = ?"_s, group);
    if (!known)
        return known.error();
    if (!known->has_value())
        return unknown(group);
    const auto changed =
        member
            ? execute(
                  m_database,
                  u"INSERT INTO contact_member (contact_group, contact) VALUES (?, ?) ON CONFLICT DO NOTHING"_s,
                  **known, contact)
            : execute(m_database, u"DELETE FROM contact_member WHERE contact_group = ? AND contact = ?"_s,
                      **known, contact);
    if (!changed)
        return changed.error();
    return {};
}

base::Result<QStringList> ContactRepository::fieldNames()
{
    Statement rows(m_database, u"SELECT name FROM contact_field ORDER BY name"_s);
    if (auto done = rows.run(); !done)
        return done.error();
    QStringList names;
    while (rows.next())
        names.append(rows.text(0));
    if (auto done = rows.outcome(); !done)
        return done.error();
    return names;
}

base::Result<void> ContactRepository::nameFields(const QStringList &fields)
{
    for (const QString &field : fields) {
        const auto named = execute(
            m_database, u"INSERT INTO contact_field (name) VALUES (?) ON CONFLICT DO NOTHING"_s, field);
        if (!named)
            return named.error();
    }
    return {};
}

} // namespace storage
