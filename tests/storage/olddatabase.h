// SPDX-License-Identifier: GPL-3.0-or-later
// A database as an older program left it.
#pragma once

#include "storage/migrations.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace samples {
using namespace Qt::StringLiterals;

// With only the first migrations, as an older program made it; `extra` is run after them.
inline bool makeOldDatabase(const QString &file, int version, const QString &extra = {})
{
    bool good = true;
    {
        QSqlDatabase old = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"old"_s);
        old.setDatabaseName(file);
        good = old.open();
        QSqlQuery query(old);
        for (const storage::Migration &migration : storage::allMigrations()) {
            if (migration.version > version)
                break;
            for (const QString &sql : migration.statements)
                good = good && query.exec(sql);
        }
        good = good && query.exec(u"PRAGMA user_version = %1"_s.arg(version));
        good = good && (extra.isEmpty() || query.exec(extra));
        good = good &&
               query.exec(
                   u"INSERT INTO campaign (name, account, sender, text, mode, gateway_group, state, reason, "
                   "created_ms, start_zone, catch_up_minutes, recipients, segments, unicode, flash, "
                   "protocol_id, reference, template_type, template_fields) VALUES ('Fra før', '', '', "
                   "'', 1, '', 'finished', '', 1, '', 0, 0, 0, 0, 0, 0, '', '', '{}')"_s);
    }
    QSqlDatabase::removeDatabase(u"old"_s);
    return good;
}

} // namespace samples
