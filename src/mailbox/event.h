// SPDX-License-Identifier: GPL-3.0-or-later
// One request of the gateway as the mailbox keeps it: as it came in, understood by nobody there.
#pragma once

#include "http/message.h"
#include "receiver/callback.h"

#include <QByteArray>

#include <optional>

namespace mailbox {

struct Event
{
    receiver::Leaf leaf = receiver::Leaf::Status;
    http::Request request; // its method, query, Content-Type, body and peer
    qint64 receivedMs = 0; // by the mailbox's clock
};

// A line of JSON that tells the lengths, then the query, then the body. postkasse.php writes the same.
QByteArray packed(const Event &event);
std::optional<Event> unpacked(const QByteArray &bytes); // nothing: it is no event

} // namespace mailbox
