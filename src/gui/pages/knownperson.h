// SPDX-License-Identifier: GPL-3.0-or-later
// Who has a number: the contact, or with id 0 the number and the name that a message to it had.
#pragma once

#include "domain/contact.h"

namespace storage {
class Database;
}

namespace gui {

constexpr int mostMessagesRead = 1000; // of one person; the newest ones

domain::Contact knownPerson(storage::Database &reader, const QString &number);

} // namespace gui
