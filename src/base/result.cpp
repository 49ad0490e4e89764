// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"

#include "base/words.h"

namespace base {
using namespace Qt::StringLiterals;

namespace {

constexpr Words<ErrorCode::Internal> errorCodes({
    {ErrorCode::Usage, "usage"_L1},
    {ErrorCode::TextEmpty, "textEmpty"_L1},
    {ErrorCode::TextTooLong, "textTooLong"_L1},
    {ErrorCode::NeedsUnicode, "needsUnicode"_L1},
    {ErrorCode::NoRecipients, "noRecipients"_L1},
    {ErrorCode::InvalidNumber, "invalidNumber"_L1},
    {ErrorCode::SenderEmpty, "senderEmpty"_L1},
    {ErrorCode::SenderTooLong, "senderTooLong"_L1},
    {ErrorCode::InvalidSender, "invalidSender"_L1},
    {ErrorCode::RefTooLong, "refTooLong"_L1},
    {ErrorCode::ScheduledInPast, "scheduledInPast"_L1},
    {ErrorCode::InvalidPrice, "invalidPrice"_L1},
    {ErrorCode::InvalidValidity, "invalidField"_L1},
    {ErrorCode::InvalidProtocolId, "invalidField"_L1},
    {ErrorCode::InvalidField, "invalidField"_L1},
    {ErrorCode::MissingField, "missingField"_L1},
    {ErrorCode::CountryNotAllowed, "countryNotAllowed"_L1},
    {ErrorCode::OverDailyCap, "overDailyCap"_L1},
    {ErrorCode::QuietHours, "quietHours"_L1},
    {ErrorCode::RepeatNeedsGroup, "repeatNeedsGroup"_L1},
    {ErrorCode::NeedsConfirmation, "needsConfirmation"_L1},
    {ErrorCode::OptedOut, "optedOut"_L1},
    {ErrorCode::FileUnreadable, "fileUnreadable"_L1},
    {ErrorCode::FileUnwritable, "fileUnwritable"_L1},
    {ErrorCode::ProfileInUse, "profileInUse"_L1},
    {ErrorCode::DatabaseUnusable, "databaseUnusable"_L1},
    {ErrorCode::DatabaseNewer, "databaseNewer"_L1},
    {ErrorCode::DatabaseOlder, "databaseOlder"_L1},
    {ErrorCode::DiskFull, "diskFull"_L1},
    {ErrorCode::NoAccount, "noAccount"_L1},
    {ErrorCode::NoPassword, "noPassword"_L1},
    {ErrorCode::NoKeyring, "noKeyring"_L1},
    {ErrorCode::InsecureUrl, "insecureUrl"_L1},
    {ErrorCode::GatewayUnreachable, "gatewayUnreachable"_L1},
    {ErrorCode::GatewayAnswer, "gatewayAnswer"_L1},
    {ErrorCode::ListenFailed, "listenFailed"_L1},
    {ErrorCode::NotFound, "notFound"_L1},
    {ErrorCode::WrongState, "wrongState"_L1},
    {ErrorCode::Cancelled, "cancelled"_L1},
    {ErrorCode::Internal, "internal"_L1},
});

} // namespace

QString identifier(ErrorCode code)
{
    return errorCodes.of(code);
}

} // namespace base
