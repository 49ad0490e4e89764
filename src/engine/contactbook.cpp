// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/contactbook.h"

#include "storage/contactrepository.h"
#include "storage/optoutrepository.h"
#include "storage/personrecords.h"

#include <QTimer>

#include <algorithm>

namespace engine::contactbook {
using namespace Qt::StringLiterals;

namespace {

base::Result<void> inTransaction(Engine &engine,
                                 const std::function<base::Result<void>(storage::Database &)> &work)
{
    engine.commits().flush();
    storage::Transaction transaction(engine.database());
    if (auto begun = transaction.begin(); !begun)
        return begun;
    if (auto done = work(engine.database()); !done)
        return done;
    return transaction.commit();
}

domain::Contact joined(const Merge &merge)
{
    domain::Contact contact = merge.kept;
    for (const domain::Contact &other : merge.gone) {
        if (contact.name.isEmpty())
            contact.name = other.name;
        if (contact.email.isEmpty())
            contact.email = other.email;
        for (const QString &group : other.groups) {
            if (!contact.groups.contains(group))
                contact.groups.append(group);
        }
        for (auto field = other.fields.cbegin(); field != other.fields.cend(); ++field) {
            if (contact.fields.value(field.key()).isEmpty())
                contact.fields.insert(field.key(), field.value());
        }
    }
    return contact;
}

bool carriesOptOut(const Merge &merge)
{
    const auto optedOut = [](const domain::Contact &contact) { return contact.optedOut; };
    return !merge.kept.optedOut && std::any_of(merge.gone.cbegin(), merge.gone.cend(), optedOut);
}

constexpr int scrubAgainMs = 5000;

void scrubLater(Engine &engine)
{
    QTimer::singleShot(scrubAgainMs, &engine, [&engine] {
        const auto clean = storage::PersonRecords(engine.database()).scrub();
        if (!clean || !*clean)
            scrubLater(engine);
    });
}

} // namespace

base::Result<qint64> save(Engine &engine, const domain::Contact &contact)
{
    qint64 id = 0;
    const auto done = inTransaction(engine, [&](storage::Database &database) -> base::Result<void> {
        storage::ContactRepository contacts(database);
        const auto other = contacts.contact(contact.number);
        if (other && other->id != contact.id)
            return base::Error{base::ErrorCode::InvalidField, contact.number, u"number"_s};
        const auto saved = contacts.save(contact);
        if (!saved)
            return saved.error();
        id = *saved;
        return {};
    });
    if (!done)
        return done.error();
    return id;
}

base::Result<void> remove(Engine &engine, const QList<domain::Contact> &gone)
{
    return inTransaction(engine, [&](storage::Database &database) -> base::Result<void> {
        storage::ContactRepository contacts(database);
        for (const domain::Contact &contact : gone) {
            if (auto removed = contacts.remove(contact.id); !removed)
                return removed;
        }
        return {};
    });
}

base::Result<void> restore(Engine &engine, const QList<domain::Contact> &back)
{
    return inTransaction(engine, [&](storage::Database &database) -> base::Result<void> {
        // A contact re-created in the meantime keeps its values; only empty ones are filled.
        if (auto restored = storage::ContactRepository(database).upsertAll(back); !restored)
            return restored.error();
        return {};
    });
}

base::Result<void> merge(Engine &engine, const QList<Merge> &merges)
{
    const qint64 now = engine.clock().nowMs();
    return inTransaction(engine, [&](storage::Database &database) -> base::Result<void> {
        storage::ContactRepository contacts(database);
        for (const Merge &one : merges) {
            for (const domain::Contact &contact : one.gone) {
                if (auto removed = contacts.remove(contact.id); !removed)
                    return removed;
            }
            if (auto saved = contacts.save(joined(one)); !saved)
                return saved.error();
            if (!carriesOptOut(one))
                continue;
            const auto added = storage::OptOutRepository(database).add({one.kept.number, now, u"person"_s});
            if (!added)
                return added.error();
        }
        return {};
    });
}

base::Result<void> unmerge(Engine &engine, const QList<Merge> &merges)
{
    return inTransaction(engine, [&](storage::Database &database) -> base::Result<void> {
        storage::ContactRepository contacts(database);
        for (const Merge &one : merges) {
            if (auto saved = contacts.save(one.kept); !saved)
                return saved.error();
            if (auto restored = contacts.upsertAll(one.gone); !restored)
                return restored.error();
        }
        return {};
    });
}

base::Result<void> createGroup(Engine &engine, const QString &name)
{
    return inTransaction(engine, [&](storage::Database &database) -> base::Result<void> {
        const auto created = storage::ContactRepository(database).createGroup(name);
        if (!created)
            return created.error();
        if (!*created)
            return base::Error{base::ErrorCode::WrongState, name, u"group"_s};
        return {};
    });
}

base::Result<void> renameGroup(Engine &engine, const QString &name, const QString &to)
{
    return inTransaction(engine, [&](storage::Database &database) {
        return storage::ContactRepository(database).renameGroup(name, to);
    });
}

base::Result<void> removeGroup(Engine &engine, const QString &name)
{
    return inTransaction(engine, [&](storage::Database &database) {
        return storage::ContactRepository(database).removeGroup(name);
    });
}

base::Result<void> setMembers(Engine &engine, const QString &group, const QList<domain::Contact> &contacts,
                              bool members)
{
    return inTransaction(engine, [&](storage::Database &database) -> base::Result<void> {
        storage::ContactRepository repository(database);
        for (const domain::Contact &contact : contacts) {
            if (auto changed = repository.setMember(group, contact.id, members); !changed)
                return changed;
        }
        return {};
    });
}

base::Result<ContactImportSummary> import(Engine &engine, const ContactImportRequest &request,
                                          const std::function<bool(qint64, qint64)> &progress)
{
    engine.commits().flush();
    return importContacts(engine.database(), request, engine.clock(), progress);
}

base::Result<qint64> undoImport(Engine &engine, qint64 import)
{
    qint64 contacts = 0;
    const auto done = inTransaction(engine, [&](storage::Database &database) -> base::Result<void> {
        const auto undone = storage::ContactRepository(database).undoImport(import);
        if (!undone)
            return undone.error();
        contacts = *undone;
        return {};
    });
    if (!done)
        return done.error();
    return contacts;
}

base::Result<void> setOptedOut(Engine &engine, const QStringList &numbers, bool out)
{
    return inTransaction(engine, [&](storage::Database &database) -> base::Result<void> {
        storage::OptOutRepository optOuts(database);
        const qint64 now = engine.clock().nowMs();
        for (const QString &number : numbers) {
            const auto changed = out ? optOuts.add({number, now, u"person"_s}) : optOuts.remove(number, now);
            if (!changed)
                return changed.error();
        }
        return {};
    });
}

base::Result<OptOutImport> importOptOuts(Engine &engine, const QString &file)
{
    engine.commits().flush();
    return engine::importOptOuts(engine.database(), file, engine.clock());
}

base::Result<bool> erase(Engine &engine, const QString &number)
{
    const auto erased = inTransaction(
        engine, [&](storage::Database &database) { return storage::PersonRecords(database).erase(number); });
    if (!erased)
        return erased.error();
    const auto clean = storage::PersonRecords(engine.database()).scrub();
    if (!clean || !*clean)
        scrubLater(engine);
    return clean;
}

} // namespace engine::contactbook
