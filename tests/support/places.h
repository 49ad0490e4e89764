// SPDX-License-Identifier: GPL-3.0-or-later
// Where a test finds what it does not carry itself. Only places.cpp knows the checkout's own folders: all
// other object files are then the same in every checkout, and the compiler cache serves them all.
#pragma once

#include <QString>

namespace support {

QString dataFile(const QString &name); // of tests/data
QString testFile(const QString &name); // of tests/
QString program(const QString &name);  // built beside the tests

} // namespace support
