// SPDX-License-Identifier: GPL-3.0-or-later
// One request of the gateway, however it came here: from the receiver's own socket or out of a mailbox,
// it is read, kept and put into quarantine in the same way.
#pragma once

#include "base/words.h"
#include "http/message.h"
#include "receiver/callbackdecoder.h"

#include <functional>
#include <optional>

namespace receiver {
using base::identifier;

// The two addresses that the customer enters in the gateway's portal (ACC-03).
enum class Leaf { Status, Inbound };
constexpr auto wordsOf(Leaf) // as in the address
{
    return base::Words<Leaf::Inbound>({"status", "inbound"});
}

using Done = std::function<void(bool stored)>; // call once; false, or nothing for 5 s: 503 is answered

struct Sink
{
    std::function<void(domain::StatusEvent, Done)> status;
    std::function<void(domain::InboundMessage, Done)> inbound;
    std::function<void(domain::Quarantined, Done)> quarantine;
};

enum class Kind { Status, Inbound, Quarantined };

// Why a request is none of the gateway's, by its head alone; nothing: it may be one. 405 and 411.
std::optional<http::Response> refusal(const http::Request &request);

// Decodes it and hands it to the sink, with the peer that the request names; what cannot be read goes to
// quarantine. Its kind is told once it is stored, or not.
void dispatch(Leaf leaf, const http::Request &request, qint64 receivedMs, const Sink &sink,
              const std::function<void(Kind, bool stored)> &done);

} // namespace receiver
