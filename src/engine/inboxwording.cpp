// SPDX-License-Identifier: GPL-3.0-or-later
// wording: what the inbox's rules did.
#include "engine/wording.h"
#include "phone/phonenumber.h"

#include <QCoreApplication>

namespace engine::wording {
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Wording)
};

} // namespace

QString selfTest(const SelfTest &test, bool outside)
{
    switch (test.result) {
    case SelfTest::Arrived:
        return outside
                   ? Words::tr("The request went out to the public address and came in here. The gateway can "
                               "take the same way.")
                   : Words::tr("The receiver answers on this computer.");
    case SelfTest::NotReceiving:
        return Words::tr("The receiver is off. Turn it on and save first.");
    case SelfTest::NameNotFound:
        return Words::tr("The name in the public address cannot be found. Check the spelling, or ask whoever "
                         "manages your domain to point it to your office's address.");
    case SelfTest::Refused:
        return outside ? Words::tr(
                             "Nothing listens at the public address. Open the port in the router and have it "
                             "forward to this computer, or start the reverse proxy.")
                       : Words::tr("Nothing listens on this computer's port. A firewall may stop it.");
    case SelfTest::TimedOut:
        return outside
                   ? Words::tr(
                         "Nobody answered. A router or firewall drops the request: open the port there, and "
                         "let it forward to this computer. Some routers cannot reach their own public "
                         "address; then try from a phone.")
                   : Words::tr("Nobody answered on this computer's port. A firewall may stop it.");
    case SelfTest::BadCertificate:
        return Words::
            tr("The certificate is not accepted: it has expired, is made out to another name, or its chain "
               "is incomplete. The gateway would refuse it too. (%1)")
                .arg(test.detail);
    case SelfTest::OtherServer:
        return Words::
            tr("Something else answered at that address, and the request did not come in here. Look at the "
               "reverse proxy's target and path. (%1)")
                .arg(test.detail);
    }
    return {};
}

QString quarantineReason(const QString &identifier)
{
    if (identifier == "badJson"_L1)
        return Words::tr("its JSON is broken");
    if (identifier == "badUtf8"_L1 || identifier == "badEscape"_L1)
        return Words::tr("its characters are broken");
    if (identifier == "badBase64"_L1)
        return Words::tr("a file in it is broken");
    if (identifier == "duplicateParameter"_L1)
        return Words::tr("the same thing stands in it twice");
    if (identifier == "missingParameter"_L1)
        return Words::tr("something is missing in it");
    if (identifier == "unknownStatus"_L1)
        return Words::tr("its status is unknown");
    if (identifier == "tooManyFiles"_L1 || identifier == "filesTooLarge"_L1)
        return Words::tr("there are more files in it than are taken");
    return Words::tr("a value in it makes no sense");
}

QString replyName(const QString &number)
{
    return Words::tr("Reply to %1").arg(phone::forDisplay(number));
}

QString optOutSource(const QString &source)
{
    if (source == "keyword"_L1)
        return Words::tr("By a reply");
    return source == "import"_L1 ? Words::tr("From a list") : Words::tr("By hand");
}

QString optOutChange(const QString &change)
{
    const QString what = change.section(u' ', 0, 0);
    if (what == "removed"_L1)
        return Words::tr("Taken off the list of opt-outs");
    return Words::tr("Opted out: %1").arg(optOutSource(change.section(u' ', 1)));
}

QString inboundAction(const QString &what, const QString &detail)
{
    if (what == "optedOut"_L1)
        return Words::tr("Opted out with this message; nothing more is sent to them.");
    if (what == "confirmedOptOut"_L1)
        return Words::tr("The opt-out was confirmed by SMS.");
    if (what == "answered"_L1)
        return Words::tr("Answered by itself, because of “%1”.").arg(detail);
    if (what == "notAnswered"_L1)
        return Words::tr("Not answered by itself: %1").arg(detail);
    if (what == "joinedGroup"_L1)
        return Words::tr("Joined the group “%1”.").arg(detail);
    return detail;
}

} // namespace engine::wording
