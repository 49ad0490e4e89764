// SPDX-License-Identifier: GPL-3.0-or-later
// What a person is told of a mailbox.
#pragma once

#include "base/result.h"

#include <QStringList>

namespace engine {

struct MailboxTest;

namespace wording {

QString mailboxProblem(const base::Error &error);    // empty: it is not about a mailbox
QStringList mailboxRemarks(const MailboxTest &test); // what a person should know of a working one
QString mailboxFull();
QString mailboxNotEmptied(const base::Error &error); // before something is sent, and why it matters

} // namespace wording
} // namespace engine
