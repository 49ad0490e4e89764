// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/contactrepository.h"

#include "storage/folding.h"
#include "storage/idlist.h"
#include "storage/statement.h"

#include <algorithm>

namespace storage {
using namespace Qt::StringLiterals;

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

base::Result<void> ContactRepository::joinAll(const QString &group, const QList<qint64> &contacts)
{
    if (auto created = createGroup(group); !created)
        return created.error();
    return run(m_database,
               u"INSERT INTO contact_member (contact_group, contact) SELECT "
               "(SELECT id FROM contact_group WHERE name = ?), value FROM (%1) AS joining "
               "WHERE true ON CONFLICT DO NOTHING"_s.arg(m_database.dialect().ids()),
               group, jsonIds(contacts));
}

base::Result<QList<ContactGroup>> ContactRepository::groups()
{
    auto groups = rows<ContactGroup>(
        m_database,
        u"SELECT name, (SELECT count(*) FROM contact_member WHERE contact_group = id) FROM contact_group"_s,
        [](const Statement &row) -> ContactGroup {
            return {row.text(0), row.number(1)};
        });
    if (!groups)
        return groups;
    std::sort(groups.value().begin(), groups.value().end(),
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
        return base::Error{base::ErrorCode::WrongState, to, u"group"_s};
    return changedOne(execute(m_database, u"UPDATE contact_group SET name = ? WHERE name = ?"_s, to, name),
                      name);
}

base::Result<void> ContactRepository::removeGroup(const QString &name)
{
    return changedOne(execute(m_database, u"DELETE FROM contact_group WHERE name = ?"_s, name), name);
}

base::Result<void> ContactRepository::removeEmptyGroup(const QString &name)
{
    const auto removed = execute(m_database,
                                 u"DELETE FROM contact_group WHERE name = ? AND NOT EXISTS "
                                 "(SELECT 1 FROM contact_member WHERE contact_group = contact_group.id)"_s,
                                 name);
    return removed ? base::Result<void>() : base::Result<void>(removed.error());
}

base::Result<void> ContactRepository::setMember(const QString &group, qint64 contact, bool member)
{
    const auto known =
        selectKnown(m_database, group, u"SELECT id FROM contact_group WHERE name = ?"_s, group);
    if (!known)
        return known.error();
    const auto changed =
        member
            ? execute(
                  m_database,
                  u"INSERT INTO contact_member (contact_group, contact) VALUES (?, ?) ON CONFLICT DO NOTHING"_s,
                  *known, contact)
            : execute(m_database, u"DELETE FROM contact_member WHERE contact_group = ? AND contact = ?"_s,
                      *known, contact);
    if (!changed)
        return changed.error();
    return {};
}

base::Result<QStringList> ContactRepository::fieldNames()
{
    return rows<QString>(m_database, u"SELECT name FROM contact_field ORDER BY name"_s,
                         [](const Statement &row) { return row.text(0); });
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
