// SPDX-License-Identifier: GPL-3.0-or-later
// A message and rules for the tests of the inbox.
#pragma once

#include "inbox/rules.h"

namespace support {
using namespace Qt::StringLiterals;

inline const QString kari = QStringLiteral("+4799999999");

inline domain::InboundMessage inbound(const QString &text, qint64 id)
{
    domain::InboundMessage message;
    message.gatewayId = id;
    message.from = kari;
    message.to = u"26114"_s;
    message.text = text;
    message.sentMs = 1000;
    message.receivedMs = 2000;
    message.counter = id;
    return message;
}

inline inbox::IntakeRules withKeywords()
{
    inbox::IntakeRules rules;
    rules.keywords = {{u"Sommer"_s, u"Sommerfest"_s, u"Velkommen!"_s},
                      {u"PRIS"_s, {}, u"En billett koster 250 kr."_s},
                      {u"nyheter"_s, u"Nyhetsbrev"_s, {}}};
    return rules;
}

} // namespace support
