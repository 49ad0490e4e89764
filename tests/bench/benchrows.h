// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the benchmark that need the rooms themselves. Each returns figures by name.
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace bench {

QJsonObject makeLog(const QStringList &arguments); // FILE MESSAGES: a log of that many, and its search index
QJsonObject openLog(const QStringList &arguments); // FILE: first rows, jumps, a filter, a search
// PROFILE FILE: imports the contacts; the longest that the engine's thread was at work without a look around.
QJsonObject importTasks(const QStringList &arguments);
// PROFILE CAMPAIGN PORT SECONDS: sends it from the shown window, which receives on the port for that long
// at least; how long the tasks of the window's thread were. Its own main(): it measures from inside the
// application.
QJsonObject smooth(int argc, char *argv[]);

} // namespace bench
