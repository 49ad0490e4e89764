// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/pausereason.h"

namespace domain {
using namespace Qt::StringLiterals;

namespace {

constexpr auto answerPrefix = "error"_L1;

} // namespace

QString identifier(const PauseReason &reason)
{
    switch (reason.kind()) {
    case PauseReason::None:
        return {};
    case PauseReason::Person:
        return u"person"_s;
    case PauseReason::Interrupted:
        return u"interrupted"_s;
    case PauseReason::Answer:
        return answerPrefix + QString::number(reason.answerCode());
    case PauseReason::BulkRejected:
        return u"bulkRejected"_s;
    case PauseReason::BulkUncertain:
        return u"bulkUncertain"_s;
    case PauseReason::UnprovenAddress:
        return u"unprovenAddress"_s;
    case PauseReason::ManyUncertain:
        return u"manyUncertain"_s;
    case PauseReason::Unreachable:
        return u"unreachable"_s;
    case PauseReason::QuietHours:
        return u"quietHours"_s;
    case PauseReason::DiskFull:
        return u"diskFull"_s;
    case PauseReason::DatabaseUnusable:
        return u"databaseUnusable"_s;
    case PauseReason::Decided:
        return u"decided"_s;
    case PauseReason::Restored:
        return u"restored"_s;
    case PauseReason::OtherMachine:
        return u"otherMachine"_s;
    case PauseReason::OtherFolder:
        return u"otherFolder"_s;
    case PauseReason::OlderDatabase:
        return u"olderDatabase"_s;
    case PauseReason::Unfit:
        return base::identifier(*reason.unfitFor());
    }
    return {};
}

std::optional<PauseReason> pauseReason(QStringView text)
{
    if (text.startsWith(answerPrefix)) {
        bool isCode = false;
        const int code = text.sliced(answerPrefix.size()).toInt(&isCode);
        if (isCode)
            return PauseReason::answer(code);
    }
    for (int i = 0; i < static_cast<int>(PauseReason::Unfit); ++i) {
        const auto kind = static_cast<PauseReason::Kind>(i);
        if (kind != PauseReason::Answer && identifier(PauseReason(kind)) == text)
            return PauseReason(kind);
    }
    for (int i = 0; i <= static_cast<int>(base::ErrorCode::Internal); ++i) {
        const auto code = static_cast<base::ErrorCode>(i);
        if (base::identifier(code) == text)
            return PauseReason::unfit(code);
    }
    return std::nullopt;
}

} // namespace domain
