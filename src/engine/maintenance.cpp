// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/maintenance.h"

#include "base/crashpoint.h"
#include "engine/wording.h"
#include "storage/database.h"
#include "storage/journal.h"
#include "storage/transaction.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

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

base::Result<qint64> restoreDatabase(Profile &profile, const QString &backup, const base::Clock &clock)
{
    if (auto owned = profile.own(); !owned)
        return owned.error();
    if (auto finished = finishRestore(profile); !finished)
        return finished.error();
    // A backup that cannot be read must not cost the present database.
    {
        auto candidate = storage::Database::open(backup, storage::OpenMode::ReadOnly, clock);
        if (!candidate) {
            const base::Error &error = candidate.error();
            return error.code == base::ErrorCode::NotFound
                       ? base::Error{base::ErrorCode::FileUnreadable, backup, u"file"_s}
                       : error;
        }
        const auto problems = candidate.value()->integrityProblems(true);
        if (!problems || !problems->isEmpty())
            return base::Error{base::ErrorCode::FileUnreadable, backup, u"file"_s};
    }
    const QString copy = profile.databaseFile() + ".restoring"_L1;
    removeDatabase(copy);
    if (!QFile::copy(backup, copy) || !QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner))
        return base::Error{base::ErrorCode::FileUnwritable, copy, {}};
    qint64 heldMessages = 0;
    {
        auto restored = storage::Database::open(copy, storage::OpenMode::ReadWrite, clock);
        if (!restored)
            return restored.error();
        storage::Database &database = *restored.value();
        const auto held = storage::inTransaction(database, [&] {
            return storage::Journal(database).holdEverything(u"restored"_s, clock.nowMs());
        });
        if (!held)
            return held;
        heldMessages = *held;
    }
    // From here a crash is made good by finishRestore: a file of this name is whole.
    const QString file = profile.databaseFile();
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
    return heldMessages;
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
