// SPDX-License-Identifier: GPL-3.0-or-later
// A database of one test's own on the PostgreSQL server that ctest starts (tests/support/postgresql).
#pragma once

#include "storage/database.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <memory>
#include <utility>

namespace support {

class ServerDatabase
{
public:
    // Whether this test runs on a server: ctest says so, and where it is.
    static bool isAsked() { return qEnvironmentVariableIsSet(variable); }

    // Laid out as the program does it, or with nothing in it.
    explicit ServerDatabase(bool empty = false)
    {
        if (!empty && !hasTemplate()) {
            const ServerDatabase first(true);
            if (const auto made = first.open(storage::OpenMode::ReadWrite); !made)
                qFatal("no schema on the server: %s", qPrintable(made.error().detail));
            // Files are copied, not their pages logged: that takes a third of the time.
            administer(QStringLiteral("CREATE DATABASE %1 TEMPLATE %2 STRATEGY FILE_COPY")
                           .arg(templateName(), first.m_address.database));
        }
        static int made = 0;
        m_address = server();
        m_address.database = QStringLiteral("t%1_%2").arg(processId()).arg(++made);
        administer(QStringLiteral("CREATE DATABASE %1 TEMPLATE %2 STRATEGY FILE_COPY")
                       .arg(m_address.database, empty ? QStringLiteral("template0") : templateName()));
    }
    ~ServerDatabase() { administer(QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(m_address.database)); }
    ServerDatabase(const ServerDatabase &) = delete;
    ServerDatabase &operator=(const ServerDatabase &) = delete;

    const storage::ServerAddress &address() const { return m_address; }
    static QString password() { return line(1); }

    base::Result<std::unique_ptr<storage::Database>> open(storage::OpenMode mode,
                                                          const storage::ServerLimits &limits = {}) const
    {
        return storage::Database::open(m_address, password(), mode, limits);
    }

    // As the server's owner, in a session of its own.
    static void administer(const QString &sql, const QString &database = QStringLiteral("postgres"))
    {
        const QString name = QStringLiteral("administrator");
        {
            QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), name);
            const storage::ServerAddress address = server();
            connection.setHostName(address.host);
            connection.setPort(address.port);
            connection.setUserName(address.user);
            connection.setPassword(password());
            connection.setDatabaseName(database);
            if (!connection.open())
                qFatal("no server: %s", qPrintable(connection.lastError().text()));
            QSqlQuery query(connection);
            if (!query.exec(sql))
                qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
        }
        QSqlDatabase::removeDatabase(name);
    }

private:
    static constexpr const char *variable = "BUDSTIKKE_TEST_SERVER";

    static QString line(int number)
    {
        QFile file(qEnvironmentVariable(variable));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no server: %s", qPrintable(file.fileName()));
        return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n')).value(number);
    }
    static storage::ServerAddress server()
    {
        const auto address = storage::ServerAddress::parse(line(0));
        if (!address)
            qFatal("no server's address: %s", qPrintable(address.error().detail));
        return *address;
    }
    static qint64 processId() { return QCoreApplication::applicationPid(); }
    static QString templateName() { return QStringLiteral("t%1_template").arg(processId()); }

    // It goes with the server.
    static bool hasTemplate()
    {
        static bool made = false;
        return std::exchange(made, true);
    }

    storage::ServerAddress m_address;
};

} // namespace support
