// SPDX-License-Identifier: GPL-3.0-or-later
// A real database file in a folder of its own, gone after the test.
#pragma once

#include "base/clock.h"
#include "storage/database.h"

#include <QTemporaryDir>

#include <memory>

namespace support {

class TemporaryDatabase
{
public:
    TemporaryDatabase() { open(); }

    storage::Database &database() { return *m_database; }
    operator storage::Database &() { return *m_database; }
    QString file() const { return m_folder.filePath(QStringLiteral("budstikke.sqlite")); }
    QString folder() const { return m_folder.path(); }

    void close() { m_database.reset(); }
    void open()
    {
        auto opened = storage::Database::open(file(), storage::OpenMode::ReadWrite, m_clock);
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
        auto opened = storage::Database::open(file(), storage::OpenMode::ReadOnly, m_clock);
        return opened ? std::move(opened).value() : nullptr;
    }

private:
    base::SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<storage::Database> m_database;
};

} // namespace support
