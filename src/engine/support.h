// SPDX-License-Identifier: GPL-3.0-or-later
// What who helps has to know of this computer, the program and the profile, as one text file that a person
// can read before it is sent. No message's text, no number of anybody's, no name and no password. In English.
#pragma once

#include "base/result.h"
#include "engine/profile.h"

#include <QString>

namespace storage {
class Database;
}

namespace engine {

// `reader` null: nothing is stored yet, or the database cannot be read. FileUnwritable.
base::Result<void> collectForSupport(const Profile &profile, storage::Database *reader, const QString &file);

} // namespace engine
