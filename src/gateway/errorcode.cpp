// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/errorcode.h"

#include "base/oneof.h"

#include <QtGlobal>

#include <array>

namespace gateway {

namespace {

struct Answer
{
    const char *field; // as cli.md names the input
    const char *meaning;
    const char *remedy;
};

// clang-format off
constexpr std::array<Answer, errorCodeCount> answers{{
    /* ERR-00 */ {"", QT_TRANSLATE_NOOP("GatewayAnswer", "OK (message sent)"), nullptr},
    /* ERR-01 */ {"to", QT_TRANSLATE_NOOP("GatewayAnswer", "Invalid mobile number"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Check the recipient's number and its country code, then send again.")},
    /* ERR-02 */ {"account", QT_TRANSLATE_NOOP("GatewayAnswer", "Message sent from an illegal IP address"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Add this computer's public IP address to the gateway's set-up in Front's portal, or use a password instead.")},
    /* ERR-03 */ {"from", QT_TRANSLATE_NOOP("GatewayAnswer", "Invalid sender (fromid)"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Choose a sender that Front has assigned to you, or ask Front to add this one.")},
    /* ERR-04 */ {"price", QT_TRANSLATE_NOOP("GatewayAnswer", "Invalid price class"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Set the price to whole kroner from 1 to 200.")},
    /* ERR-05 */ {"account", QT_TRANSLATE_NOOP("GatewayAnswer", "No SMS messages left on the account"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Order more messages from Front, then resume the campaign.")},
    /* ERR-06 */ {"price", QT_TRANSLATE_NOOP("GatewayAnswer", "No access to premium (charged) SMS"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Ask Front to activate charged messages, or remove the price.")},
    /* ERR-07 */ {"account", QT_TRANSLATE_NOOP("GatewayAnswer", "The account is blocked by Front, or wrong serviceid"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Check the service ID in the account's settings. If it is right, contact Front.")},
    /* ERR-08 */ {"account", QT_TRANSLATE_NOOP("GatewayAnswer", "serviceid is blank or missing"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Enter the service ID in the account's settings.")},
    /* ERR-09 */ {"to", QT_TRANSLATE_NOOP("GatewayAnswer", "phoneno is blank or missing"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Enter the recipient's number, then send again.")},
    /* ERR-10 */ {"text", QT_TRANSLATE_NOOP("GatewayAnswer", "txt is blank or missing"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Write a message, then send again.")},
    /* ERR-11 */ {"from", QT_TRANSLATE_NOOP("GatewayAnswer", "fromid is blank or missing"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Choose a sender, then send again.")},
    /* ERR-12 */ {"to", QT_TRANSLATE_NOOP("GatewayAnswer", "Invalid mobile number for premium (charged) SMS"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Only Norwegian mobile subscribers can be charged: remove the recipient, or send without a price.")},
    /* ERR-13 */ {"account", QT_TRANSLATE_NOOP("GatewayAnswer", "Invalid password"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Enter the gateway's password again in the account's settings, then resume the campaign.")},
    /* ERR-14 */ {"text", QT_TRANSLATE_NOOP("GatewayAnswer", "The message is too long (1530 characters at most)"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Shorten the message, then send again.")},
    /* ERR-15 */ {"text", QT_TRANSLATE_NOOP("GatewayAnswer", "The premium (charged) message is too long (160 characters at most)"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Shorten the message to 160 characters, or remove the price.")},
    /* ERR-16 */ {"text", QT_TRANSLATE_NOOP("GatewayAnswer", "The text has characters outside the GSM character set (bulk only)"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Replace the marked characters, or allow Unicode.")},
    /* ERR-17 */ {"text", QT_TRANSLATE_NOOP("GatewayAnswer", "Duplicate: same fromid, phoneno and txt sent within 120 seconds"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "The same message was accepted a moment ago. Send it again only if the recipient should get it twice.")},
    /* ERR-18 */ {"account", QT_TRANSLATE_NOOP("GatewayAnswer", "Not encrypted: use https"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Change the gateway's address in the account's settings so that it begins with https.")},
    /* ERR-19 */ {"account", QT_TRANSLATE_NOOP("GatewayAnswer", "Invalid value for encoding"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Choose JSON as the method in the account's settings.")},
    /* ERR-20 */ {"unicode", QT_TRANSLATE_NOOP("GatewayAnswer", "unicode must be true or false"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Choose again whether to allow Unicode, then send again.")},
    /* ERR-21 */ {"to", QT_TRANSLATE_NOOP("GatewayAnswer", "The mobile number is blacklisted"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Front does not send to this number. Ask the recipient for another one, or contact Front.")},
    /* ERR-22 */ {"flash", QT_TRANSLATE_NOOP("GatewayAnswer", "flash must be true or false"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Choose again whether to send a flash message, then send again.")},
    /* ERR-23 */ {"protocol-id", QT_TRANSLATE_NOOP("GatewayAnswer", "protocolid must be a whole number from 0 to 255"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Set the protocol ID to a whole number from 0 to 255.")},
    /* ERR-24 */ {"validity", QT_TRANSLATE_NOOP("GatewayAnswer", "validity must be a positive whole number"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Set how long the message is valid to at least one minute.")},
    /* ERR-25 */ {"ref", QT_TRANSLATE_NOOP("GatewayAnswer", "ref cannot exceed 100 characters"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Shorten your reference to 60 characters at most.")},
    /* ERR-26 */ {"scheduled", QT_TRANSLATE_NOOP("GatewayAnswer", "scheduled must be a future date and time (ISO 8601)"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Choose a later time, and check that this computer's clock is right.")},
    /* ERR-27 */ {"group", QT_TRANSLATE_NOOP("GatewayAnswer", "group must name a contact group with at least one contact"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Write the group's name exactly as in Front's portal, and check that it has an active contact.")},
    /* ERR-28 */ {"type", QT_TRANSLATE_NOOP("GatewayAnswer", "type must be one of otp, order_confirmation, order_ready, conf_booking, conf_reminder"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Choose one of the five templates, or none.")},
    /* ERR-29 */ {"code", QT_TRANSLATE_NOOP("GatewayAnswer", "code is required for otp and must be 4-15 characters"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Enter a code of 4 to 15 characters, preferably 4 to 8 digits.")},
    /* ERR-30 */ {"sendername", QT_TRANSLATE_NOOP("GatewayAnswer", "sendername is missing or invalid"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Enter the name of your company or service, 50 characters at most.")},
    /* ERR-31 */ {"orderno", QT_TRANSLATE_NOOP("GatewayAnswer", "orderno is invalid"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Use only lower-case letters a to z, digits, hyphens and underscores in the order number.")},
    /* ERR-32 */ {"amount", QT_TRANSLATE_NOOP("GatewayAnswer", "amount is invalid"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Use only digits, spaces, commas, full stops, hyphens and underscores in the amount, and put the currency in its own field.")},
    /* ERR-33 */ {"currency", QT_TRANSLATE_NOOP("GatewayAnswer", "currency is invalid"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Write the currency in 10 characters at most, such as NOK.")},
    /* ERR-34 */ {"orderurl", QT_TRANSLATE_NOOP("GatewayAnswer", "orderurl is invalid"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Check the link to the order, and that Front has approved its domain.")},
    /* ERR-35 */ {"pax", QT_TRANSLATE_NOOP("GatewayAnswer", "pax is invalid"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Write the number of guests in digits.")},
    /* ERR-36 */ {"date", QT_TRANSLATE_NOOP("GatewayAnswer", "date is invalid"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Write the date as year-month-day, such as 2030-01-31.")},
    /* ERR-37 */ {"time", QT_TRANSLATE_NOOP("GatewayAnswer", "time is invalid"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Write the time as hours and minutes, such as 18:30.")},
    /* ERR-38 */ {"datetime", QT_TRANSLATE_NOOP("GatewayAnswer", "datetime is invalid"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Write date and time such as 2030-01-31T18:30:00.")},
    /* ERR-39 */ {"username", QT_TRANSLATE_NOOP("GatewayAnswer", "username is invalid"),
        QT_TRANSLATE_NOOP("GatewayAnswer", "Shorten the user name to 255 characters at most, and leave out web addresses.")},
}};
// clang-format on

} // namespace

bool isKnown(int code)
{
    return code >= 0 && code < errorCodeCount;
}

bool concernsAccount(int code)
{
    return base::isOneOf(code, 2, 3, 5, 6, 7, 8, 13, 18);
}

QString fieldOf(int code)
{
    return isKnown(code) ? QString::fromLatin1(answers[static_cast<size_t>(code)].field) : QString();
}

const char *meaning(int code)
{
    return isKnown(code) ? answers[static_cast<size_t>(code)].meaning : nullptr;
}

const char *remedy(int code)
{
    return isKnown(code) ? answers[static_cast<size_t>(code)].remedy : nullptr;
}

} // namespace gateway
