// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailbox/problem.h"

#include <array>
#include <utility>

namespace mailbox {
using namespace Qt::StringLiterals;

namespace {

constexpr std::array names{
    std::pair{Problem::Unreachable, "mailboxUnreachable"_L1},
    std::pair{Problem::Absent, "mailboxAbsent"_L1},
    std::pair{Problem::Moved, "mailboxMoved"_L1},
    std::pair{Problem::Foreign, "mailboxForeign"_L1},
    std::pair{Problem::Changed, "mailboxChanged"_L1},
    std::pair{Problem::Broken, "mailboxBroken"_L1},
    std::pair{Problem::NotUsed, "mailboxNotUsed"_L1},
    std::pair{Problem::NoKey, "mailboxNoKey"_L1},
    std::pair{Problem::FolderInUse, "mailboxFolderInUse"_L1},
};

} // namespace

base::Error error(Problem problem, const QString &detail)
{
    for (const auto &[one, name] : names) {
        if (one == problem)
            return {base::ErrorCode::WrongState, detail, name};
    }
    return {};
}

std::optional<Problem> problemOf(const base::Error &error)
{
    if (error.code != base::ErrorCode::WrongState)
        return {};
    for (const auto &[one, name] : names) {
        if (error.field == name)
            return one;
    }
    return {};
}

} // namespace mailbox
