// SPDX-License-Identifier: GPL-3.0-or-later
// wording: what happened to a message, and who did what with a campaign.
#include "engine/eventwording.h"

#include "domain/eventdetail.h"
#include "engine/pausewording.h"
#include "engine/sentences.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace engine::wording {
using namespace Qt::StringLiterals;

namespace {

QString decision(domain::HistoryKind kind)
{
    switch (kind) {
    case domain::HistoryKind::TreatAsSent:
        return Words::tr("Decided: treat as sent");
    case domain::HistoryKind::SendAgain:
        return Words::tr("Decided: send again");
    case domain::HistoryKind::Retry:
        return Words::tr("Retried");
    case domain::HistoryKind::Released:
        return Words::tr("Released");
    case domain::HistoryKind::Cancelled:
        return Words::tr("Cancelled before it was sent");
    default:
        return {};
    }
}

QString heldBack(const domain::PauseReason &reason)
{
    switch (reason.kind()) {
    case domain::PauseReason::Restored:
        return Words::tr("Held back: the database was restored or copied");
    case domain::PauseReason::OtherMachine:
        return Words::tr("Held back: the profile came from another computer");
    case domain::PauseReason::OtherFolder:
        return Words::tr("Held back: the profile was copied or moved");
    case domain::PauseReason::OlderDatabase:
        return Words::tr("Held back: an older copy of the database was put back");
    default:
        return {};
    }
}

QString answer(domain::EventDetail detail)
{
    using domain::EventDetail;
    switch (detail) {
    case EventDetail::Accepted:
        return Words::tr("Accepted by the gateway");
    case EventDetail::Refused:
        return Words::tr("Refused by the gateway");
    case EventDetail::InvalidNumber:
        return Words::tr("The gateway says that the number is not valid");
    case EventDetail::Duplicate:
    case EventDetail::DuplicateNumber:
        return Words::tr("The gateway says that it already has this message");
    case EventDetail::AccountRefused:
        return Words::tr("The gateway refused the account; the message waits");
    case EventDetail::Unsent:
        return Words::tr("Not sent; will be retried");
    case EventDetail::Uncertain:
        return Words::tr("No answer from the gateway: it may have been sent");
    case EventDetail::PresumedAccepted:
        return Words::tr("Already known to the gateway: treated as sent");
    case EventDetail::NoConfirmation:
        return Words::tr("No status received in time");
    case EventDetail::OptedOut:
        return Words::tr("Not sent: the recipient has opted out");
    case EventDetail::Due:
    case EventDetail::Repeated:
        break;
    }
    return {};
}

QString decision(const QString &detail)
{
    if (const auto kind = base::valueOf<domain::HistoryKind>(detail); kind && !decision(*kind).isEmpty())
        return decision(*kind);
    if (const auto reason = domain::pauseReason(detail); reason && !heldBack(*reason).isEmpty())
        return heldBack(*reason);
    if (const auto known = domain::eventDetail(detail); known && !answer(*known).isEmpty())
        return answer(*known);
    return detail.isEmpty() ? Words::tr("Decided") : Words::tr("Decided: %1").arg(detail);
}

QString answer(const QString &detail)
{
    if (const auto known = domain::eventDetail(detail))
        return answer(*known);
    if (domain::pauseReason(detail) == domain::PauseReason::Interrupted)
        return Words::tr("The program ended before the answer: it may have been sent");
    return detail.isEmpty() ? Words::tr("The gateway answered")
                            : Words::tr("The gateway answered: %1").arg(detail);
}

QString status(domain::DeliveryStatus status)
{
    switch (status.known().value_or(domain::DeliveryStatus::Known{})) {
    case domain::DeliveryStatus::Delivered:
        return Words::tr("Status 4: delivered to the phone");
    case domain::DeliveryStatus::Failed:
        return Words::tr("Status 5: not delivered");
    case domain::DeliveryStatus::WithOperator:
        return Words::tr("Status -1: with the operator, not delivered yet");
    }
    return Words::tr("Status %1: not in the gateway's description; changes nothing") // DLR-03
        .arg(status.number());
}

} // namespace

QString connectionProblem(const QString &detail)
{
    if (detail == "timeout"_L1 || detail == "no connection in time"_L1)
        return Words::tr("no answer in time", "connection");
    if (detail == "connection refused"_L1)
        return Words::tr("the connection was refused", "connection");
    if (detail == "host not found"_L1)
        return Words::tr("the host was not found", "connection");
    if (detail.startsWith("connection closed"_L1) || detail == "answer cut short"_L1 ||
        detail == "no whole answer"_L1)
        return Words::tr("the connection broke before the answer arrived", "connection");
    if (detail == "TLS is not installed"_L1)
        return Words::tr("this computer lacks TLS; install Budstikke, or OpenSSL, again", "connection");
    if (detail.startsWith("TLS"_L1))
        return Words::tr("no secure connection could be made: %1", "connection").arg(detail);
    static const QRegularExpression status(u"\\AHTTP ([0-9]{3}) "_s);
    if (const auto answered = status.match(detail); answered.hasMatch())
        return Words::tr("HTTP %1, but no gateway response", "connection").arg(answered.captured(1));
    return detail;
}

QString note(domain::Note note)
{
    switch (note) {
    case domain::Note::None:
        break;
    case domain::Note::Presumed:
        return Words::tr("The gateway already knew this message, so it is treated as sent.");
    case domain::Note::DeliveredAfterFailed:
        return Words::tr("First reported as failed, then as delivered.");
    case domain::Note::StatusOverrides:
        return Words::tr("The gateway's first answer said otherwise; the phone's own status counts.");
    case domain::Note::SentTwice:
        return Words::tr(
            "Two statuses with different IDs arrived: this message may have been delivered twice.");
    }
    return {};
}

QString event(const domain::MessageEvent &event)
{
    switch (event.kind) {
    case domain::EventKind::Queued:
        return domain::eventDetail(event.detail) == domain::EventDetail::Due
                   ? Words::tr("Scheduled time reached")
                   : Words::tr("Queued");
    case domain::EventKind::Sending:
        return domain::eventDetail(event.detail) == domain::EventDetail::Repeated
                   ? Words::tr("Sent once more, exactly as before")
                   : Words::tr("Sending started");
    case domain::EventKind::Answer:
        return answer(event.detail);
    case domain::EventKind::Status:
        if (!event.status)
            return answer(event.detail);
        return status(*event.status);
    case domain::EventKind::Decision:
        return decision(event.detail);
    }
    return {};
}

QString history(const domain::HistoryEntry &entry)
{
    bool isNumber = false;
    const int count = entry.detail.toInt(&isNumber);
    using Kind = domain::HistoryKind;
    switch (entry.what) {
    case Kind::Created:
        return Words::tr("Created");
    case Kind::Reviewed:
        return Words::tr("Reviewed and approved");
    case Kind::Started:
        return Words::tr("Started");
    case Kind::Resumed:
        return Words::tr("Resumed");
    case Kind::Paused:
        if (entry.reason == domain::PauseReason::None || entry.reason == domain::PauseReason::Person)
            return Words::tr("Paused", "history");
        return Words::tr("Paused automatically: %1").arg(pauseReason(entry.reason));
    case Kind::TimeSkipped:
        return Words::tr("One run skipped");
    case Kind::TimeChanged:
        return Words::tr("Time changed; it was %1").arg(entry.detail);
    case Kind::Renamed:
        return Words::tr("Renamed; it was called “%1”").arg(entry.detail);
    case Kind::Finished:
        return Words::tr("Sending finished");
    case Kind::Cancelled:
        return Words::tr("Cancelled", "history");
    case Kind::TreatAsSent:
    case Kind::SendAgain: {
        const QString decided = decision(entry.what);
        // Of one recipient, or of all that were uncertain.
        return entry.detail.isEmpty() ? decided
                                      : Words::tr("%1 (%2)", "decision, number").arg(decided, entry.detail);
    }
    case Kind::Retry:
        return isNumber ? Words::tr("%n failed messages were queued again", nullptr, count) : entry.detail;
    case Kind::Released:
        return isNumber ? Words::tr("%n held messages were released", nullptr, count) : entry.detail;
    case Kind::SentTwice:
        return Words::tr("Alarm: %1 may have received the message twice").arg(entry.detail);
    case Kind::Other:
        break;
    }
    return entry.detail;
}

} // namespace engine::wording
