// SPDX-License-Identifier: GPL-3.0-or-later
// Where the database of an office is: postgresql://user@host:port/database. Pure.
#pragma once

#include "base/result.h"

#include <QString>

#include <chrono>

namespace storage {

struct ServerAddress
{
    static constexpr int usualPort = 5432;

    QString user;
    QString host;
    int port = usualPort;
    QString database;
    QString caFile; // PEM: who may vouch for the server; empty: ~/.postgresql/root.crt

    // Usage, naming the part that is wrong: a password in it (detail says only that), no user, no host or
    // several, of which the one that answers may lag behind, no database, or anything behind its name.
    static base::Result<ServerAddress> parse(const QString &url);
    QString toString() const; // without caFile
    bool isLoopback() const;  // this computer: nobody can listen in
};

// How long something may take; at most 10 s, as an engine that waits takes good answers for time-outs.
struct ServerLimits
{
    std::chrono::milliseconds lock{5'000};    // until the writer before has committed
    std::chrono::milliseconds idle{5'000};    // within a transaction, before the server ends the session
    std::chrono::milliseconds answer{10'000}; // of any statement, before the connection is given up
};

// As libpq takes them. The server's certificate must be good for its name, unless it is this computer.
QString connectOptions(const ServerAddress &address, const ServerLimits &limits, bool readOnly);

} // namespace storage
