// SPDX-License-Identifier: GPL-3.0-or-later
// Qt Test waits five seconds for what is to come. On a machine that does much else at once that is a test of
// the machine: here it waits longer, which costs nothing where what is waited for comes.
#pragma once

#include <QTest>

#if defined(__GNUC__) && QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
#pragma GCC diagnostic ignored "-Wconversion" // Qt's macros themselves narrow a duration
#endif

#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT(expression, support::patienceMs)
#define QTRY_VERIFY2(expression, message) QTRY_VERIFY2_WITH_TIMEOUT(expression, message, support::patienceMs)
#define QTRY_COMPARE(expression, expected)                                                                   \
    QTRY_COMPARE_WITH_TIMEOUT(expression, expected, support::patienceMs)

namespace support {

inline constexpr int patienceMs = 60000;

} // namespace support
