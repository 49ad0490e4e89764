// SPDX-License-Identifier: GPL-3.0-or-later
// Changes to contacts, groups and opt-outs by a person: each one transaction of the engine's own
// connection, called in the engine's thread.
#pragma once

#include "domain/contact.h"
#include "engine/contactimport.h"
#include "engine/engine.h"
#include "engine/optoutlist.h"

namespace engine::contactbook {

// New with id 0. Its id. InvalidField "number" when another contact has it.
base::Result<qint64> save(Engine &engine, const domain::Contact &contact);
base::Result<void> remove(Engine &engine, const QList<domain::Contact> &contacts);
base::Result<void> restore(Engine &engine, const QList<domain::Contact> &contacts); // undo of remove()

struct Merge // of entries that are one person
{
    domain::Contact kept;
    QList<domain::Contact> gone;
};
// What the kept one lacks it gets from the others, in their order; groups are joined. Who had opted out by
// one of the numbers has by the kept one, too.
base::Result<void> merge(Engine &engine, const QList<Merge> &merges);
// The entries as they were. An opt-out that went along stays: a STOP may have come in since, which is not
// stored twice, and nobody may be written to again by an undo.
base::Result<void> unmerge(Engine &engine, const QList<Merge> &merges);

base::Result<void> createGroup(Engine &engine, const QString &name); // WrongState: taken
base::Result<void> renameGroup(Engine &engine, const QString &name, const QString &to);
base::Result<void> removeGroup(Engine &engine, const QString &name); // its contacts stay
base::Result<void> setMembers(Engine &engine, const QString &group, const QList<domain::Contact> &contacts,
                              bool members);

base::Result<ContactImportSummary> import(Engine &engine, const ContactImportRequest &request,
                                          const std::function<bool(qint64 done, qint64 total)> &progress);
base::Result<qint64> undoImport(Engine &engine, qint64 import); // how many contacts

base::Result<void> setOptedOut(Engine &engine, const QStringList &numbers, bool out);
base::Result<OptOutImport> importOptOuts(Engine &engine, const QString &file);

// Everything about the person, for good. False: another reader keeps traces in the database's log; they
// are wiped as soon as it lets them go.
// WrongState while a message to them is being sent.
base::Result<bool> erase(Engine &engine, const QString &number);

} // namespace engine::contactbook
