// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"

namespace base {

QString identifier(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
        return QStringLiteral("usage");
    case ErrorCode::TextEmpty:
        return QStringLiteral("textEmpty");
    case ErrorCode::TextTooLong:
        return QStringLiteral("textTooLong");
    case ErrorCode::NeedsUnicode:
        return QStringLiteral("needsUnicode");
    case ErrorCode::NoRecipients:
        return QStringLiteral("noRecipients");
    case ErrorCode::InvalidNumber:
        return QStringLiteral("invalidNumber");
    case ErrorCode::SenderEmpty:
        return QStringLiteral("senderEmpty");
    case ErrorCode::SenderTooLong:
        return QStringLiteral("senderTooLong");
    case ErrorCode::InvalidSender:
        return QStringLiteral("invalidSender");
    case ErrorCode::RefTooLong:
        return QStringLiteral("refTooLong");
    case ErrorCode::ScheduledInPast:
        return QStringLiteral("scheduledInPast");
    case ErrorCode::InvalidPrice:
        return QStringLiteral("invalidPrice");
    case ErrorCode::InvalidValidity:
        return QStringLiteral("invalidField");
    case ErrorCode::InvalidProtocolId:
        return QStringLiteral("invalidField");
    case ErrorCode::InvalidField:
        return QStringLiteral("invalidField");
    case ErrorCode::MissingField:
        return QStringLiteral("missingField");
    case ErrorCode::CountryNotAllowed:
        return QStringLiteral("countryNotAllowed");
    case ErrorCode::OverDailyCap:
        return QStringLiteral("overDailyCap");
    case ErrorCode::RepeatNeedsGroup:
        return QStringLiteral("repeatNeedsGroup");
    case ErrorCode::QuietHours:
        return QStringLiteral("quietHours");
    case ErrorCode::NeedsConfirmation:
        return QStringLiteral("needsConfirmation");
    case ErrorCode::OptedOut:
        return QStringLiteral("optedOut");
    case ErrorCode::FileUnreadable:
        return QStringLiteral("fileUnreadable");
    case ErrorCode::FileUnwritable:
        return QStringLiteral("fileUnwritable");
    case ErrorCode::ProfileInUse:
        return QStringLiteral("profileInUse");
    case ErrorCode::DatabaseUnusable:
        return QStringLiteral("databaseUnusable");
    case ErrorCode::DatabaseNewer:
        return QStringLiteral("databaseNewer");
    case ErrorCode::DatabaseOlder:
        return QStringLiteral("databaseOlder");
    case ErrorCode::DiskFull:
        return QStringLiteral("diskFull");
    case ErrorCode::NoAccount:
        return QStringLiteral("noAccount");
    case ErrorCode::NoPassword:
        return QStringLiteral("noPassword");
    case ErrorCode::NoKeyring:
        return QStringLiteral("noKeyring");
    case ErrorCode::InsecureUrl:
        return QStringLiteral("insecureUrl");
    case ErrorCode::GatewayUnreachable:
        return QStringLiteral("gatewayUnreachable");
    case ErrorCode::GatewayAnswer:
        return QStringLiteral("gatewayAnswer");
    case ErrorCode::ListenFailed:
        return QStringLiteral("listenFailed");
    case ErrorCode::NotFound:
        return QStringLiteral("notFound");
    case ErrorCode::WrongState:
        return QStringLiteral("wrongState");
    case ErrorCode::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorCode::Internal:
        break;
    }
    return QStringLiteral("internal");
}

} // namespace base
