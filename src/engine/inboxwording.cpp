// SPDX-License-Identifier: GPL-3.0-or-later
// wording: what the inbox's rules did.
#include "engine/inboxwording.h"

#include "engine/sentences.h"
#include "phone/phonenumber.h"

#include <QCoreApplication>

namespace engine::wording {
using namespace Qt::StringLiterals;

QString selfTest(const SelfTest &test, bool outside)
{
    switch (test.result) {
    case SelfTest::Arrived:
        return outside ? Words::tr("The request went out to the public address and arrived here. The gateway "
                                   "can reach you the same way.")
                       : Words::tr("The receiver answers on this computer.");
    case SelfTest::NotReceiving:
        return Words::tr("The receiver is off. Turn it on and save first.");
    case SelfTest::NameNotFound:
        return Words::tr("The name in the public address cannot be found. Check the spelling, or ask whoever "
                         "manages your domain to point it to your office's address.");
    case SelfTest::Refused:
        return outside ? Words::tr("Nothing is listening at the public address. Open the port in the router "
                                   "and forward it to this computer, or start the reverse proxy.")
                       : Words::tr(
                             "Nothing is listening on this computer's port. A firewall may be blocking it.");
    case SelfTest::TimedOut:
        return outside ? Words::tr("No answer. A router or firewall is dropping the request: open the port "
                                   "and forward it to this computer. Some routers cannot reach their own "
                                   "public address; in that case, try from a phone.")
                       : Words::tr("No answer on this computer's port. A firewall may be blocking it.");
    case SelfTest::BadCertificate:
        return Words::
            tr("The certificate is not accepted: it has expired, is made out to another name, or its chain "
               "is incomplete. The gateway would refuse it too. (%1)")
                .arg(test.detail);
    case SelfTest::OtherServer:
        return Words::tr("Something else answered at that address, and the request did not arrive here. "
                         "Check the reverse proxy's target and path. (%1)")
            .arg(test.detail);
    }
    return {};
}

QString quarantineReason(domain::Unreadable reason)
{
    switch (reason) {
    case domain::Unreadable::BadJson:
        return Words::tr("invalid JSON");
    case domain::Unreadable::BadUtf8:
    case domain::Unreadable::BadEscape:
        return Words::tr("invalid characters");
    case domain::Unreadable::BadBase64:
        return Words::tr("a damaged attachment");
    case domain::Unreadable::DuplicateParameter:
        return Words::tr("a parameter occurs twice");
    case domain::Unreadable::MissingParameter:
        return Words::tr("a parameter is missing");
    case domain::Unreadable::TooManyFiles:
    case domain::Unreadable::FilesTooLarge:
        return Words::tr("too many attachments");
    case domain::Unreadable::ForeignSeal:
        return Words::tr("from the mailbox, sealed to another key");
    case domain::Unreadable::BadParameter:
    case domain::Unreadable::Other:
        break;
    }
    return Words::tr("invalid value");
}

QString replyName(const QString &number)
{
    return Words::tr("Reply to %1").arg(phone::forDisplay(number));
}

QString optOutSource(domain::OptOutSource source)
{
    switch (source) {
    case domain::OptOutSource::Keyword:
        return Words::tr("By a reply");
    case domain::OptOutSource::Import:
        return Words::tr("From a list");
    case domain::OptOutSource::Person:
        break;
    }
    return Words::tr("Manually");
}

QString optOutChange(const domain::OptOutChange &change)
{
    return change.added ? Words::tr("Opted out: %1").arg(optOutSource(*change.added))
                        : Words::tr("Removed from the opt-out list");
}

QString inboundAction(const storage::InboundAction &action)
{
    switch (action.what) {
    case domain::ActionKind::OptedOut:
        return Words::tr("Opted out with this message and receives nothing more.");
    case domain::ActionKind::ConfirmedOptOut:
        return Words::tr("The opt-out was confirmed by SMS.");
    case domain::ActionKind::MayBeOptOut:
        return Words::tr("This may be an opt-out: no rule has been followed. Look at it and decide.");
    case domain::ActionKind::WasOptOut:
        return Words::tr("It was an opt-out; nothing more is sent to them.");
    case domain::ActionKind::WasNoOptOut:
        return Words::tr("Decided by a person: not an opt-out.");
    case domain::ActionKind::Answered:
        return Words::tr("Answered automatically (keyword “%1”).").arg(action.detail);
    case domain::ActionKind::NotAnswered:
        return Words::tr("Not answered automatically: %1").arg(action.detail);
    case domain::ActionKind::RuleFailed:
        return Words::tr("A rule could not be followed for this message: look at it yourself.");
    case domain::ActionKind::JoinedGroup:
        return Words::tr("Joined the group “%1”.").arg(action.detail);
    case domain::ActionKind::Other:
        break;
    }
    return action.detail;
}

} // namespace engine::wording
