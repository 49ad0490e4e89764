// SPDX-License-Identifier: GPL-3.0-or-later
// What can be wrong with a mailbox. As an Error it is a WrongState whose field names it, so that scripts
// and the wording can tell them apart: "mailboxAbsent".
#pragma once

#include "base/result.h"

#include <optional>

namespace mailbox {

enum class Problem {
    Unreachable,
    Absent,  // something else answers at its address
    Moved,   // its address leads to another one, which is the detail
    Foreign, // it has another office's key
    Changed, // its answer came changed ("around"), cut off ("cut") or out of a store on the way ("old")
    Broken,  // it says that it cannot do its work; the detail says why
    NotUsed, // this profile has none
    NoKey,   // nor a key for one
    FolderInUse,
};

base::Error error(Problem problem, const QString &detail = {});
std::optional<Problem> problemOf(const base::Error &error);

} // namespace mailbox
