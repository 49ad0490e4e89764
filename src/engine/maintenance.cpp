// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/maintenance.h"

#include "engine/wording.h"
#include "storage/database.h"
#include "storage/journal.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>

namespace engine {
using namespace Qt::StringLiterals;

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
    const QString incoming = profile.databaseFile() + ".incoming"_L1;
    QFile::remove(incoming);
    if (!QFile::copy(backup, incoming) ||
        !QFile::setPermissions(incoming, QFile::ReadOwner | QFile::WriteOwner))
        return base::Error{base::ErrorCode::FileUnwritable, incoming, {}};
    qint64 heldMessages = 0;
    {
        auto restored = storage::Database::open(incoming, storage::OpenMode::ReadWrite, clock);
        if (!restored)
            return restored.error();
        storage::Transaction transaction(*restored.value());
        if (auto begun = transaction.begin(); !begun)
            return begun.error();
        const auto held = storage::Journal(*restored.value()).holdEverything(u"restored"_s, clock.nowMs());
        if (!held)
            return held.error();
        if (auto committed = transaction.commit(); !committed)
            return committed.error();
        heldMessages = *held;
    }
    const QString kept = profile.databaseFile() + ".before-restore-"_L1 +
                         QDateTime::fromMSecsSinceEpoch(clock.nowMs()).toUTC().toString(u"yyyyMMddHHmmss"_s);
    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s}) {
        const QString present = profile.databaseFile() + suffix;
        if (QFile::exists(present) && !QFile::rename(present, kept + suffix))
            return base::Error{base::ErrorCode::FileUnwritable, present, {}};
    }
    if (!QFile::rename(incoming, profile.databaseFile()))
        return base::Error{base::ErrorCode::FileUnwritable, profile.databaseFile(), {}};
    QFile::remove(incoming + "-wal"_L1);
    QFile::remove(incoming + "-shm"_L1);
    return heldMessages;
}

} // namespace engine
