// SPDX-License-Identifier: GPL-3.0-or-later
// A command that goes on by itself, without a window and from the computer's start: as a unit of the user's
// systemd, an agent of launchd, or a scheduled task of Windows.
#pragma once

#include "programs/cli/console.h"

namespace cli {

struct Service
{
    QString name;        // "budstikke-receive"
    QString description; // for the system's own list
    QStringList command; // the program with its whole path, then its arguments
    QString user;        // of the computer; for Windows, with its domain
};

enum class ServiceSystem { Systemd, Launchd, ScheduledTasks };
ServiceSystem serviceSystem(); // this computer's

// What the system reads. It starts the service again whenever it has ended: a window that takes the profile
// over gives it back.
QByteArray definition(const Service &service, ServiceSystem system);

QList<QCommandLineOption> serviceOptions(); // --install, --remove
// Whether the command was called with one of these; Usage with both.
base::Result<bool> isForService(const QCommandLineParser &options);
// Those of the options that were given, with their values; the values of `files` as whole paths.
QStringList asTyped(const QCommandLineParser &options, const QList<QCommandLineOption> &of,
                    const QStringList &files);
// Does what they say with a command of this program.
Ended runService(Console &console, const QString &name, const QString &description,
                 const QStringList &command);

} // namespace cli
