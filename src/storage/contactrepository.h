// SPDX-License-Identifier: GPL-3.0-or-later
// The address book: people by number, their groups and the user's own fields, and imports that can
// be undone. Writes expect an open Transaction or a GroupCommit work.
#pragma once

#include "base/result.h"
#include "domain/contact.h"
#include "storage/database.h"

#include <QList>
#include <QVariantList>

#include <functional>
#include <optional>

namespace storage {

// In which order a person reads contacts; ByField: by one of the own fields.
enum class ContactOrder { ByName, ByNumber, ByGroups, ByOptOut, ByField };
// What has become of the messages to a number that have ended.
enum class ContactTrouble { Any, FailedLast, FailedThrice }; // the last one; the last three, running

struct ContactFilter
{
    QString group;      // exact name; empty: all
    QString search;     // every word somewhere in name, number, e-mail or fields; empty: all
    QString field;      // an own field, which holds fieldValue; empty: any
    QString fieldValue; // exactly; empty: anything
    std::optional<bool> optedOut;
    ContactTrouble trouble = ContactTrouble::Any;
    qint64 afterId = 0; // page by key: the last contact of the page before
    int limit = 1000;
    // Any order but ascending names is paged by `offset` instead of afterId.
    ContactOrder order = ContactOrder::ByName;
    QString orderField;
    bool descending = false;
    qint64 offset = 0;

    bool operator==(const ContactFilter &) const = default;
};

struct ContactGroup
{
    QString name;
    qint64 contacts = 0;
};

struct ContactImport
{
    qint64 id = 0;
    qint64 atMs = 0;
    QString file;
};

// A contact with what its row holds besides: made where nobody waits for it, not by the one writer.
struct ContactRow
{
    explicit ContactRow(domain::Contact contact);

    domain::Contact contact;
    QString fields;  // as JSON
    QString search;  // the words by which it is found
    QString sortKey; // as Norwegians sort names
};
QList<ContactRow> contactRows(QList<domain::Contact> contacts);

class ContactRepository
{
public:
    enum class Outcome { Added, Updated, Unchanged };

    explicit ContactRepository(Database &database)
        : m_database(database)
    {
    }

    // Its id, for upsert() and undo. `fields`: the names of the file's own columns.
    base::Result<qint64> beginImport(const QString &file, const QStringList &fields, qint64 atMs);
    // By number. What the given contact leaves empty stays as it is; its groups are joined to those
    // there are, and created if need be. A list at a time is fastest, in its order.
    base::Result<Outcome> upsert(const domain::Contact &contact, std::optional<qint64> import = {});
    base::Result<QList<Outcome>> upsertAll(const QList<ContactRow> &rows, std::optional<qint64> import = {});
    // What upsert() would come to; needs no transaction.
    base::Result<Outcome> outcomeOf(const domain::Contact &contact);
    // The undo of an import, in portions: those after `afterId` that it was the last to change, by id, and
    // then these as they were before: removed, if it added them; how many. Whom a person or a later import
    // has changed since is left alone. Last, endUndo().
    base::Result<QList<qint64>> importedBy(qint64 import, qint64 afterId, int most);
    base::Result<qint64> takeBack(qint64 import, const QList<qint64> &contacts);
    base::Result<void> endUndo(qint64 import);    // NotFound
    base::Result<QList<ContactImport>> imports(); // newest first

    // By a person: exactly as given; found by id, or new with id 0. Its id. Internal for a number
    // that another contact has.
    base::Result<qint64> save(const domain::Contact &contact);
    base::Result<void> remove(qint64 id);

    base::Result<domain::Contact> contact(const QString &number);           // NotFound
    base::Result<QList<domain::Contact>> list(const ContactFilter &filter); // as Norwegians sort names
    base::Result<qint64> count(const ContactFilter &filter);
    // All that fit, by id, in pages; afterId and limit are not used. Until visit returns false.
    base::Result<void> forEach(const ContactFilter &filter,
                               const std::function<bool(const domain::Contact &)> &visit);

    // Contacts with the same name, spelt alike; a list for each name, at most as many names as limit. A name
    // shared by more than `most` contacts is not treated as a person's name.
    base::Result<QList<QList<domain::Contact>>> namesakes(int limit, int most);

    base::Result<QList<ContactGroup>> groups();                             // by name
    base::Result<bool> createGroup(const QString &name);                    // false: there already
    base::Result<void> renameGroup(const QString &name, const QString &to); // NotFound, WrongState: taken
    base::Result<void> removeGroup(const QString &name);                    // its contacts stay
    base::Result<void> removeEmptyGroup(const QString &name);               // no error where it is not
    base::Result<void> setMember(const QString &group, qint64 contact, bool member); // NotFound
    base::Result<QStringList> fieldNames();                                          // the user's own

private:
    base::Result<QList<domain::Contact>> select(const QString &condition, const QVariantList &values);
    base::Result<qint64> write(qint64 id, const domain::Contact &contact, std::optional<qint64> import);
    base::Result<QList<qint64>> addNew(const QList<ContactRow> &rows, std::optional<qint64> import);
    base::Result<Outcome> update(const domain::Contact &contact, std::optional<qint64> import);
    base::Result<void> putBack(qint64 import, qint64 contact, const domain::Contact &before);
    base::Result<bool> join(qint64 contact, const QString &group);
    base::Result<void> joinAll(const QString &group, const QList<qint64> &contacts);
    base::Result<void> nameFields(const QStringList &fields);

    Database &m_database;
};

} // namespace storage
