// SPDX-License-Identifier: GPL-3.0-or-later
// wording: why a campaign is paused or held, and what to do.
#include "engine/pausewording.h"

#include "engine/wording.h"

#include <QCoreApplication>

namespace engine::wording {
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Wording)
};

// What makes a request unfit to be sent, as its own sentence says it.
std::optional<base::ErrorCode> errorCode(const QString &identifier)
{
    using base::ErrorCode;
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        if (base::identifier(static_cast<ErrorCode>(code)) == identifier)
            return static_cast<ErrorCode>(code);
    }
    return std::nullopt;
}

} // namespace

QString pauseReason(const QString &reason, const QUrl &address)
{
    if (reason.isEmpty())
        return {};
    if (reason.startsWith("error"_L1)) {
        bool isCode = false;
        const int code = reason.sliced(5).toInt(&isCode);
        if (isCode)
            return withRemedy(answerMeaning(code), code);
    }
    if (reason == "interrupted"_L1)
        return Words::tr("The program ended while sending. Check the uncertain messages, then resume.");
    if (reason == "person"_L1)
        return Words::tr("Paused by you. Resume when you are ready.");
    if (reason == "unreachable"_L1)
        return Words::tr("The gateway cannot be reached. Nothing is lost; check the network, then resume.");
    if (reason == "bulkRejected"_L1)
        return Words::tr(
            "The gateway rejected the request without saying why. Check its address, then resume.");
    if (reason == "bulkUncertain"_L1)
        return Words::tr(
            "A request may or may not have been sent. Decide on the uncertain messages, then resume.");
    if (reason == "unprovenAddress"_L1)
        return address.isEmpty()
                   ? Words::tr(
                         "The gateway has not answered at the account's address yet, so nothing more is "
                         "sent there. Check the address in the account's settings, decide on the "
                         "uncertain messages, then resume.")
                   : Words::tr(
                         "The gateway has not answered at %1 yet, so nothing more is sent there. Check "
                         "the address in the account's settings, decide on the uncertain messages, then "
                         "resume.")
                         .arg(address.toDisplayString());
    if (reason == "manyUncertain"_L1)
        return Words::tr("Five requests in a row may or may not have been sent. Check the network, decide on "
                         "the uncertain messages, then resume.");
    if (reason == "quietHours"_L1)
        return Words::tr("The quiet hours have begun. The rest waits; resume when they are over.");
    if (reason == "diskFull"_L1)
        return Words::tr("The disk is full. Free some space, then resume.");
    if (reason == "databaseUnusable"_L1)
        return Words::tr("The database could not be written. Check the disk, then resume.");
    if (reason == "decided"_L1)
        return Words::tr("Queued again as you decided. Resume when you are ready.");
    if (reason == "restored"_L1)
        return Words::tr("This database was restored or copied. Release what you still want to send.");
    if (reason == "otherMachine"_L1)
        return Words::tr("This profile was last used on another computer, which may still send the same "
                         "messages. Release only what is not sent from there.");
    if (reason == "otherFolder"_L1)
        return Words::tr(
            "This profile was copied or moved here from another folder. If the other one is still "
            "in use, it may send the same messages. Release only what is not sent from there.");
    if (reason == "olderDatabase"_L1)
        return Words::tr(
            "An older copy of the database has been put back, so some of these messages may have "
            "been sent since. Release only what has not.");
    if (const auto unfit = errorCode(reason))
        return Words::tr("The rest was not sent: %1").arg(sentence(base::Error{*unfit, {}, {}}));
    return reason;
}

} // namespace engine::wording
