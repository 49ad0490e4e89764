// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/pausereason.h"

#include "base/words.h"

namespace domain {
using namespace Qt::StringLiterals;

namespace {

constexpr auto answerPrefix = "error"_L1;

// Answer is followed by its code; the word of Unfit is that of what it carries.
constexpr base::Words<PauseReason::Kind, 18> kinds{{{
    {PauseReason::None, ""_L1},
    {PauseReason::Person, "person"_L1},
    {PauseReason::Interrupted, "interrupted"_L1},
    {PauseReason::Answer, answerPrefix},
    {PauseReason::BulkRejected, "bulkRejected"_L1},
    {PauseReason::BulkUncertain, "bulkUncertain"_L1},
    {PauseReason::UnprovenAddress, "unprovenAddress"_L1},
    {PauseReason::ManyUncertain, "manyUncertain"_L1},
    {PauseReason::Unreachable, "unreachable"_L1},
    {PauseReason::QuietHours, "quietHours"_L1},
    {PauseReason::DiskFull, "diskFull"_L1},
    {PauseReason::DatabaseUnusable, "databaseUnusable"_L1},
    {PauseReason::Decided, "decided"_L1},
    {PauseReason::Restored, "restored"_L1},
    {PauseReason::OtherMachine, "otherMachine"_L1},
    {PauseReason::OtherFolder, "otherFolder"_L1},
    {PauseReason::OlderDatabase, "olderDatabase"_L1},
    {PauseReason::Unfit, ""_L1},
}}};
static_assert(kinds.isComplete(PauseReason::Unfit));

} // namespace

QString identifier(const PauseReason &reason)
{
    if (const auto unfit = reason.unfitFor())
        return base::identifier(*unfit);
    const QString word = kinds.of(reason.kind());
    return reason.kind() == PauseReason::Answer ? word + QString::number(reason.answerCode()) : word;
}

std::optional<PauseReason> pauseReason(QStringView text)
{
    if (text.startsWith(answerPrefix)) {
        bool isCode = false;
        const int code = text.sliced(answerPrefix.size()).toInt(&isCode);
        return isCode ? std::optional(PauseReason::answer(code)) : std::nullopt;
    }
    if (const auto kind = kinds.valueOf(text))
        return PauseReason(*kind);
    for (int i = 0; i <= static_cast<int>(base::ErrorCode::Internal); ++i) {
        const auto code = static_cast<base::ErrorCode>(i);
        if (base::identifier(code) == text)
            return PauseReason::unfit(code);
    }
    return std::nullopt;
}

} // namespace domain
