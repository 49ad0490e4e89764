// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/maintenance.h"

#include "base/crashpoint.h"
#include "engine/copyguard.h"
#include "storage/carryover.h"
#include "storage/database.h"
#include "storage/journal.h"
#include "storage/transaction.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <memory>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

constexpr auto incomingSuffix = ".incoming"_L1;
constexpr auto keptSuffix = ".before-restore-"_L1;

void removeDatabase(const QString &file)
{
    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s})
        QFile::remove(file + suffix);
}

} // namespace

base::Result<QStringList> checkDatabase(Profile &profile, const base::Clock &clock)
{
    auto database = storage::Database::open(profile.databaseFile(), storage::OpenMode::ReadOnly, clock);
    if (!database)
        return database.error();
    auto findings = database.value()->integrityProblems(false);
    if (!findings)
        return findings.error();
    const auto differences = storage::Journal(*database.value()).differences();
    if (!differences)
        return differences.error();
    for (const storage::Journal::Difference &difference : *differences) {
        findings.value().append(
            QCoreApplication::translate("Maintenance", "Message %1 is stored as %2, but its events say %3.")
                .arg(QString::number(difference.message), difference.stored, difference.replayed));
    }
    return findings.value();
}

namespace {

// A backup that cannot be read must not cost the present database.
base::Result<void> checkBackup(const QString &backup, const base::Clock &clock)
{
    const base::Error unreadable{base::ErrorCode::FileUnreadable, backup, u"backup"_s};
    auto candidate = storage::Database::open(backup, storage::OpenMode::ReadOnly, clock);
    if (!candidate && candidate.error().code == base::ErrorCode::DatabaseOlder)
        return {}; // its copy is migrated
    if (!candidate)
        return candidate.error().code == base::ErrorCode::DatabaseNewer ? candidate.error() : unreadable;
    const auto problems = candidate.value()->integrityProblems(true);
    return problems && problems->isEmpty() ? base::Result<void>() : base::Result<void>(unreadable);
}

// The database that is to be replaced, to be read; nothing where it cannot be.
std::unique_ptr<storage::Database> replacedDatabase(const QString &file, const base::Clock &clock)
{
    auto opened = storage::Database::open(file, storage::OpenMode::ReadOnly, clock);
    if (!opened && opened.error().code == base::ErrorCode::DatabaseOlder)
        opened = storage::Database::open(file, storage::OpenMode::ReadWrite, clock);
    return opened ? std::move(opened).value() : nullptr;
}

// What has happened since the backup is taken over, all that waits is held, and the database takes the
// place of the one that it replaces: should that one come back, it is the older of the two.
base::Result<Restored> prepare(storage::Database &copy, storage::Database *replaced, const Profile &profile,
                               const base::Clock &clock)
{
    return storage::inTransaction(copy, [&]() -> base::Result<Restored> {
        Restored restored;
        restored.whole = replaced != nullptr;
        if (replaced) {
            const auto carried = storage::carryOver(*replaced, copy);
            if (!carried)
                return carried.error();
            restored.whole = carried->whole;
            const auto former = storage::readIdentity(*replaced);
            auto identity = storage::readIdentity(copy);
            if (former && identity) {
                identity.value().id = former->id;
                identity.value().generation = std::max(identity->generation, former->generation);
                if (auto written = storage::writeIdentity(copy, *identity); !written)
                    return written.error();
            }
        }
        const auto held = storage::Journal(copy).holdEverything(domain::PauseReason::Restored, clock.nowMs());
        if (!held)
            return held.error();
        restored.held = *held;
        const auto claimed = CopyGuard(copy, profile.folder()).claim({});
        return claimed ? base::Result<Restored>(restored) : base::Result<Restored>(claimed.error());
    });
}

} // namespace

base::Result<Restored> restoreDatabase(Profile &profile, const QString &backup, const base::Clock &clock)
{
    if (auto owned = profile.own(); !owned)
        return owned.error();
    if (auto finished = finishRestore(profile); !finished)
        return finished.error();
    if (auto good = checkBackup(backup, clock); !good)
        return good.error();
    const QString file = profile.databaseFile();
    const QString copy = file + ".restoring"_L1;
    removeDatabase(copy);
    if (!QFile::copy(backup, copy) || !QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner))
        return base::Error{base::ErrorCode::FileUnwritable, copy, {}};
    base::Result<Restored> restored = base::Error{};
    {
        const auto database = storage::Database::open(copy, storage::OpenMode::ReadWrite, clock);
        if (!database)
            return database.error();
        const bool anything = QFile::exists(file);
        const auto replaced = anything ? replacedDatabase(file, clock) : nullptr;
        restored = prepare(*database.value(), replaced.get(), profile, clock);
        if (!restored)
            return restored;
        if (!anything) // there is nothing that could be missing
            restored.value().whole = true;
    }
    // The look at the replaced database may have left an empty log beside it.
    if (QFileInfo(file + "-wal"_L1).size() == 0) {
        QFile::remove(file + "-wal"_L1);
        QFile::remove(file + "-shm"_L1);
    }
    // From here a crash is made good by finishRestore: a file of this name is whole.
    QFile::remove(file + incomingSuffix);
    if (!QFile::rename(copy, file + incomingSuffix))
        return base::Error{base::ErrorCode::FileUnwritable, copy, {}};
    base::crashPoint("restore-ready");
    const QString kept =
        file + keptSuffix +
        QDateTime::fromMSecsSinceEpoch(clock.nowMs()).toUTC().toString(u"yyyyMMddHHmmsszzz"_s);
    if (QFile::exists(file) && !QFile::rename(file, kept))
        return base::Error{base::ErrorCode::FileUnwritable, file, {}};
    base::crashPoint("restore-moved");
    if (auto finished = finishRestore(profile); !finished)
        return finished.error();
    return restored;
}

base::Result<void> finishRestore(Profile &profile)
{
    const QString file = profile.databaseFile();
    const QString incoming = file + incomingSuffix;
    if (!QFile::exists(incoming))
        return {};
    if (QFile::exists(file)) { // nothing was moved yet: that restore did not happen
        QFile::remove(incoming);
        return {};
    }
    // The log of the database that was moved away belongs beside it, never to the new one.
    const QFileInfo info(file);
    const QStringList keptFiles = info.dir().entryList(
        {info.fileName() + keptSuffix + u"?????????????????"_s}, QDir::Files, QDir::Name);
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s}) {
        if (!QFile::exists(file + suffix))
            continue;
        const bool moved =
            keptFiles.isEmpty()
                ? QFile::remove(file + suffix)
                : QFile::rename(file + suffix, info.dir().filePath(keptFiles.constLast()) + suffix);
        if (!moved)
            return base::Error{base::ErrorCode::FileUnwritable, file + suffix, {}};
        base::crashPoint("restore-log-moved");
    }
    if (!QFile::rename(incoming, file))
        return base::Error{base::ErrorCode::FileUnwritable, file, {}};
    base::crashPoint("restored");
    return {};
}

} // namespace engine
