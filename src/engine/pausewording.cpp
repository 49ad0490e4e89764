// SPDX-License-Identifier: GPL-3.0-or-later
// wording: why a campaign is paused or held, and what to do.
#include "engine/pausewording.h"

#include "engine/sentences.h"
#include "engine/wording.h"

#include <QCoreApplication>
#include <QSslSocket>

namespace engine::wording {
using namespace Qt::StringLiterals;

namespace {

QString unproven(const QUrl &address)
{
    return address.isEmpty()
               ? Words::tr("The gateway has not answered at the account's address since the program "
                           "started, so nothing more is sent there. Check the address in the account's "
                           "settings, decide on the uncertain messages, then resume.")
               : Words::tr("The gateway has not answered at %1 since the program started, so nothing more "
                           "is sent there. Check the address in the account's settings, decide on the "
                           "uncertain messages, then resume.")
                     .arg(address.toDisplayString());
}

} // namespace

QString pauseReason(const domain::PauseReason &reason, const QUrl &address)
{
    using domain::PauseReason;
    switch (reason.kind()) {
    case PauseReason::None:
        break;
    case PauseReason::Answer:
        return withRemedy(answerMeaning(reason.answerCode()), reason.answerCode());
    case PauseReason::Interrupted:
        return Words::tr("The program ended while sending. Check the uncertain messages, then resume.");
    case PauseReason::Person:
        return Words::tr("Paused by you. Resume when you are ready.");
    case PauseReason::SessionEnded:
        return Words::tr("Paused by log-off, shutdown or a closed terminal. Resume when you are ready.");
    case PauseReason::Unreachable:
        if (address.scheme() != "http"_L1 && !QSslSocket::supportsSsl()) {
            return Words::tr("This computer lacks TLS, so the gateway cannot be reached. Nothing is lost; "
                             "install Budstikke, or OpenSSL, again, then resume.");
        }
        return Words::tr("The gateway cannot be reached. Nothing is lost; check the network, then resume.");
    case PauseReason::BulkRejected:
        return Words::tr("What is at the gateway's address rejected the request without the gateway's own "
                         "words. Check the address in the account's settings, then resume.");
    case PauseReason::BulkUncertain:
        return Words::tr(
            "A request may or may not have been sent. Decide on the uncertain messages, then resume.");
    case PauseReason::UnprovenAddress:
        return unproven(address);
    case PauseReason::ManyUncertain:
        return Words::tr("Five requests in a row may or may not have been sent. Check the network, decide on "
                         "the uncertain messages, then resume.");
    case PauseReason::QuietHours:
        return Words::tr("The quiet hours have begun. The rest waits; resume when they are over.");
    case PauseReason::DiskFull:
        return Words::tr("The disk is full. Free some space, then resume.");
    case PauseReason::DatabaseUnusable:
        return Words::tr("The database could not be written. Check the disk, then resume.");
    case PauseReason::Decided:
        return Words::tr("Queued again as you decided. Resume when you are ready.");
    case PauseReason::Restored:
        return Words::tr("This database was restored or copied. Release what you still want to send.");
    case PauseReason::OtherMachine:
        return Words::tr("This profile was last used on another computer, which may still send the same "
                         "messages. Release only what is not sent from there.");
    case PauseReason::OtherFolder:
        return Words::tr(
            "This profile was copied or moved here from another folder. If the other one is still "
            "in use, it may send the same messages. Release only what is not sent from there.");
    case PauseReason::OlderDatabase:
        return Words::tr(
            "An older copy of the database has been put back, so some of these messages may have "
            "been sent since. Release only what has not.");
    case PauseReason::Unfit:
        return Words::tr("The rest was not sent: %1").arg(sentence(base::Error{*reason.unfitFor(), {}, {}}));
    }
    return {};
}

} // namespace engine::wording
