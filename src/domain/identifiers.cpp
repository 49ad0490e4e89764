// SPDX-License-Identifier: GPL-3.0-or-later
// The word of each value of the closed sets: what is stored and what scripts read (cli.md), and back.
#include "base/words.h"
#include "domain/account.h"
#include "domain/campaign.h"
#include "domain/contact.h"
#include "domain/eventdetail.h"
#include "domain/inbound.h"

namespace domain {
using namespace Qt::StringLiterals;

namespace {

constexpr base::Words<Authentication::IpAddress> authentications({
    {Authentication::Password, "password"_L1},
    {Authentication::IpAddress, "ip"_L1},
});

constexpr base::Words<Method::Get> methods({
    {Method::Json, "json"_L1},
    {Method::Get, "get"_L1},
});

constexpr base::Words<ProxyKind::Manual> proxyKinds({
    {ProxyKind::System, "system"_L1},
    {ProxyKind::None, "none"_L1},
    {ProxyKind::Manual, "manual"_L1},
});

constexpr base::Words<CampaignState::Held> campaignStates({
    {CampaignState::Planned, "planned"_L1},
    {CampaignState::Running, "running"_L1},
    {CampaignState::Paused, "paused"_L1},
    {CampaignState::Finished, "finished"_L1},
    {CampaignState::Cancelled, "cancelled"_L1},
    {CampaignState::Held, "held"_L1},
});

constexpr base::Words<HistoryKind::Other> historyKinds({
    {HistoryKind::Created, "created"_L1},
    {HistoryKind::Reviewed, "reviewed"_L1},
    {HistoryKind::Started, "started"_L1},
    {HistoryKind::Resumed, "resumed"_L1},
    {HistoryKind::Paused, "paused"_L1},
    {HistoryKind::TimeSkipped, "timeSkipped"_L1},
    {HistoryKind::TimeChanged, "timeChanged"_L1},
    {HistoryKind::Renamed, "renamed"_L1},
    {HistoryKind::Finished, "finished"_L1},
    {HistoryKind::Cancelled, "cancelled"_L1},
    {HistoryKind::TreatAsSent, "treatAsSent"_L1},
    {HistoryKind::SendAgain, "sendAgain"_L1},
    {HistoryKind::Retry, "retry"_L1},
    {HistoryKind::Released, "released"_L1},
    {HistoryKind::SentTwice, "sentTwice"_L1},
    {HistoryKind::Other, "other"_L1},
});

constexpr base::Words<SkipReason::Removed> skipReasons({
    {SkipReason::Empty, "empty"_L1},
    {SkipReason::NotANumber, "notANumber"_L1},
    {SkipReason::TooShort, "tooShort"_L1},
    {SkipReason::TooLong, "tooLong"_L1},
    {SkipReason::ScientificNotation, "scientificNotation"_L1},
    {SkipReason::InvalidCountry, "invalidCountry"_L1},
    {SkipReason::Duplicate, "duplicate"_L1},
    {SkipReason::OptedOut, "optedOut"_L1},
    {SkipReason::CountryNotAllowed, "countryNotAllowed"_L1},
    {SkipReason::MissingField, "missingField"_L1},
    {SkipReason::TextTooLong, "textTooLong"_L1},
    {SkipReason::NeedsUnicode, "needsUnicode"_L1},
    {SkipReason::TextEmpty, "textEmpty"_L1},
    {SkipReason::InvalidField, "invalidField"_L1},
    {SkipReason::Landline, "landline"_L1},
    {SkipReason::Removed, "removed"_L1},
});

constexpr base::Words<ActionKind::Other> actionKinds({
    {ActionKind::OptedOut, "optedOut"_L1},
    {ActionKind::ConfirmedOptOut, "confirmedOptOut"_L1},
    {ActionKind::MayBeOptOut, "mayBeOptOut"_L1},
    {ActionKind::WasOptOut, "wasOptOut"_L1},
    {ActionKind::WasNoOptOut, "wasNoOptOut"_L1},
    {ActionKind::JoinedGroup, "joinedGroup"_L1},
    {ActionKind::Answered, "answered"_L1},
    {ActionKind::NotAnswered, "notAnswered"_L1},
    {ActionKind::RuleFailed, "ruleFailed"_L1},
    {ActionKind::Other, "other"_L1},
});

constexpr base::Words<MessageState::Held> messageStates({
    {MessageState::Scheduled, "scheduled"_L1},
    {MessageState::Queued, "queued"_L1},
    {MessageState::Sending, "sending"_L1},
    {MessageState::Accepted, "accepted"_L1},
    {MessageState::Refused, "refused"_L1},
    {MessageState::Duplicate, "duplicate"_L1},
    {MessageState::Uncertain, "uncertain"_L1},
    {MessageState::WithOperator, "withOperator"_L1},
    {MessageState::Delivered, "delivered"_L1},
    {MessageState::Failed, "failed"_L1},
    {MessageState::NoConfirmation, "noConfirmation"_L1},
    {MessageState::Cancelled, "cancelled"_L1},
    {MessageState::Held, "held"_L1},
});

constexpr base::Words<Note::SentTwice> notes({
    {Note::None, ""_L1},
    {Note::Presumed, "presumed"_L1},
    {Note::DeliveredAfterFailed, "deliveredAfterFailed"_L1},
    {Note::StatusOverrides, "statusOverrides"_L1},
    {Note::SentTwice, "sentTwice"_L1},
});

constexpr base::Words<EventKind::Decision> eventKinds({
    {EventKind::Queued, "queued"_L1},
    {EventKind::Sending, "sending"_L1},
    {EventKind::Answer, "answer"_L1},
    {EventKind::Status, "status"_L1},
    {EventKind::Decision, "decision"_L1},
});

constexpr base::Words<EventDetail::OptedOut> eventDetails({
    {EventDetail::Due, "due"_L1},
    {EventDetail::Repeated, "repeated"_L1},
    {EventDetail::Accepted, "accepted"_L1},
    {EventDetail::Refused, "refused"_L1},
    {EventDetail::InvalidNumber, "invalidPhoneno"_L1},
    {EventDetail::DuplicateNumber, "duplicatePhoneno"_L1},
    {EventDetail::Duplicate, "duplicate"_L1},
    {EventDetail::AccountRefused, "accountRefused"_L1},
    {EventDetail::Unsent, "unsent"_L1},
    {EventDetail::Uncertain, "uncertain"_L1},
    {EventDetail::PresumedAccepted, "presumedAccepted"_L1},
    {EventDetail::NoConfirmation, "noConfirmation"_L1},
    {EventDetail::OptedOut, "optedOut"_L1},
});

constexpr auto beforeReason = ": "_L1;

constexpr base::Words<OptOutSource::Import> optOutSources({
    {OptOutSource::Person, "person"_L1},
    {OptOutSource::Keyword, "keyword"_L1},
    {OptOutSource::Import, "import"_L1},
});

constexpr auto answerPrefix = "error"_L1;

// Answer is followed by its code; the word of Unfit is that of what it carries.
constexpr base::Words<PauseReason::Unfit> pauseReasons({
    {PauseReason::None, ""_L1},
    {PauseReason::Person, "person"_L1},
    {PauseReason::SessionEnded, "sessionEnded"_L1},
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
});

} // namespace

QString identifier(Authentication value)
{
    return authentications.of(value);
}

Authentication authentication(QStringView text)
{
    return authentications.valueOf(text).value_or(Authentication::Password);
}

QString identifier(Method value)
{
    return methods.of(value);
}

std::optional<Method> method(QStringView text)
{
    return methods.valueOf(text);
}

QString identifier(ProxyKind kind)
{
    return proxyKinds.of(kind);
}

ProxyKind proxyKind(QStringView text)
{
    return proxyKinds.valueOf(text).value_or(ProxyKind::System);
}

QString identifier(CampaignState state)
{
    return campaignStates.of(state);
}

std::optional<CampaignState> campaignState(QStringView text)
{
    return campaignStates.valueOf(text);
}

QString identifier(HistoryKind kind)
{
    return historyKinds.of(kind);
}

std::optional<HistoryKind> historyKind(QStringView text)
{
    return historyKinds.valueOf(text);
}

QString identifier(SkipReason reason)
{
    return skipReasons.of(reason);
}

std::optional<SkipReason> skipReason(QStringView text)
{
    return skipReasons.valueOf(text);
}

SkipReason skipReason(phone::NumberError error)
{
    return skipReason(phone::identifier(error)).value_or(SkipReason::NotANumber);
}

QString identifier(ActionKind kind)
{
    return actionKinds.of(kind);
}

ActionKind actionKind(QStringView text)
{
    return actionKinds.valueOf(text).value_or(ActionKind::Other);
}

QString identifier(MessageState state)
{
    return messageStates.of(state);
}

std::optional<MessageState> messageState(QStringView text)
{
    return messageStates.valueOf(text);
}

QString identifier(Note note)
{
    return notes.of(note);
}

std::optional<Note> note(QStringView text)
{
    return notes.valueOf(text);
}

QString identifier(EventKind kind)
{
    return eventKinds.of(kind);
}

QString identifier(EventDetail detail, const QString &reason)
{
    const QString word = eventDetails.of(detail);
    return reason.isEmpty() ? word : QString(word + beforeReason + reason);
}

std::optional<EventDetail> eventDetail(QStringView stored)
{
    const qsizetype end = stored.indexOf(beforeReason);
    return eventDetails.valueOf(end < 0 ? stored : stored.first(end));
}

QString identifier(OptOutSource source)
{
    return optOutSources.of(source);
}

OptOutSource optOutSource(QStringView text)
{
    return optOutSources.valueOf(text).value_or(OptOutSource::Person);
}

QString identifier(const OptOutChange &change)
{
    return change.added ? QString(u"added "_s + identifier(*change.added)) : u"removed"_s;
}

QString identifier(const PauseReason &reason)
{
    if (const auto unfit = reason.unfitFor())
        return base::identifier(*unfit);
    const QString word = pauseReasons.of(reason.kind());
    return reason.kind() == PauseReason::Answer ? word + QString::number(reason.answerCode()) : word;
}

std::optional<PauseReason> pauseReason(QStringView text)
{
    if (text.startsWith(answerPrefix)) {
        bool isCode = false;
        const int code = text.sliced(answerPrefix.size()).toInt(&isCode);
        return isCode ? std::optional(PauseReason::answer(code)) : std::nullopt;
    }
    if (const auto kind = pauseReasons.valueOf(text))
        return PauseReason(*kind);
    for (int i = 0; i <= static_cast<int>(base::ErrorCode::Internal); ++i) {
        const auto code = static_cast<base::ErrorCode>(i);
        if (base::identifier(code) == text)
            return PauseReason::unfit(code);
    }
    return std::nullopt;
}

} // namespace domain
