// SPDX-License-Identifier: GPL-3.0-or-later
// A real database of the test's own, gone after it: a file, or on a server where ctest asks for one.
#pragma once

#include "base/clock.h"
#include "storage/database.h"
#include "support/serverdatabase.h"

#include <QTemporaryDir>

#include <memory>

namespace support {

class TemporaryDatabase
{
public:
    TemporaryDatabase()
    {
        if (ServerDatabase::isAsked())
            m_server = std::make_unique<ServerDatabase>();
        open();
    }

    storage::Database &database() { return *m_database; }
    operator storage::Database &() { return *m_database; }
    QString file() const { return m_folder.filePath(QStringLiteral("budstikke.sqlite")); }
    QString folder() const { return m_folder.path(); }

    void close() { m_database.reset(); }
    void open()
    {
        auto opened = openAs(storage::OpenMode::ReadWrite);
        if (!opened)
            qFatal("no database: %s", qPrintable(opened.error().detail));
        m_database = std::move(opened).value();
    }
    void reopen()
    {
        close();
        open();
    }
    // A reader beside the writer.
    std::unique_ptr<storage::Database> reader()
    {
        auto opened = openAs(storage::OpenMode::ReadOnly);
        return opened ? std::move(opened).value() : nullptr;
    }

    // Another connection.
    base::Result<std::unique_ptr<storage::Database>> openAs(storage::OpenMode mode)
    {
        return m_server ? m_server->open(mode) : storage::Database::open(file(), mode, m_clock);
    }

private:
    base::SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<ServerDatabase> m_server;
    std::unique_ptr<storage::Database> m_database;
};

} // namespace support
