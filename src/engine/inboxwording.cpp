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

QString inboundAction(const QString &what, const QString &detail)
{
    if (what == "optedOut"_L1)
        return Words::tr("Opted out with this message; nothing more is sent to them.");
    if (what == "answered"_L1)
        return Words::tr("Answered by itself, because of “%1”.").arg(detail);
    if (what == "notAnswered"_L1)
        return Words::tr("Not answered by itself: %1").arg(detail);
    if (what == "joinedGroup"_L1)
        return Words::tr("Joined the group “%1”.").arg(detail);
    return detail;
}

} // namespace engine::wording
