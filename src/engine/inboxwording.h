// SPDX-License-Identifier: GPL-3.0-or-later
// What came in and what became of it; the test of the receiver.
#pragma once

#include "engine/selftest.h"

#include <QString>

namespace engine::wording {

QString selfTest(const SelfTest &test, bool outside); // what came of it, and what to do
QString quarantineReason(const QString &identifier);  // why a request could not be read
QString replyName(const QString &number);             // of the campaign that a reply is
QString optOutSource(const QString &source);          // how somebody opted out: "person", "keyword", "import"
QString optOutChange(const QString &change);          // "added keyword", "removed": of the history
QString inboundAction(const QString &what, const QString &detail); // what a rule did because of a message

} // namespace engine::wording
