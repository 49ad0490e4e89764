// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/callback.h"

#include "receiver/legible.h"

namespace receiver {
using namespace Qt::StringLiterals;

namespace {

bool isForm(const http::Request &request)
{
    const QByteArrayList type = request.header("content-type").toLower().split(';');
    return type.first().trimmed() == "application/x-www-form-urlencoded";
}

// JSON is known by its first character: a form cannot begin with a brace, whatever the type says.
Decoded decoded(Leaf where, const http::Request &request, QByteArray &raw)
{
    const bool post = request.method == "POST";
    raw = request.query;
    if (post && !request.body.isEmpty())
        raw = raw.isEmpty() ? request.body : QByteArray(raw + '&' + request.body); // DLR-08
    if (where == Leaf::Status)
        return decodeStatus(raw);
    const bool json = post && (!isForm(request) || request.body.trimmed().startsWith('{'));
    if (!json || (request.body.isEmpty() && !request.query.isEmpty()))
        return decodeInboundParameters(raw);
    raw = request.body;
    return decodeInboundJson(raw);
}

} // namespace

std::optional<http::Response> refusal(const http::Request &request)
{
    if (request.method != "GET" && request.method != "POST")
        return http::Response{405, {}, {}, {{"Allow", "GET, POST"}}};
    // A POST that says nothing of a body and has no query either would be an empty callback.
    if (request.method == "POST" && request.query.isEmpty() && request.header("content-length").isEmpty() &&
        request.header("transfer-encoding").isEmpty())
        return http::Response{411, {}, {}, {}};
    return {};
}

void dispatch(Leaf leaf, const http::Request &request, qint64 receivedMs, const Sink &sink,
              const std::function<void(Kind, bool)> &done)
{
    QByteArray raw;
    Decoded value = decoded(leaf, request, raw);
    const QString peer = request.peer.toString();
    const auto told = [done](Kind kind) -> Done { return [done, kind](bool stored) { done(kind, stored); }; };
    if (auto *event = std::get_if<domain::StatusEvent>(&value)) {
        event->peer = peer;
        event->receivedMs = receivedMs;
        sink.status(std::move(*event), told(Kind::Status));
    } else if (auto *message = std::get_if<domain::InboundMessage>(&value)) {
        message->peer = peer;
        message->receivedMs = receivedMs;
        sink.inbound(std::move(*message), told(Kind::Inbound));
    } else {
        // Answered as success like the others: the gateway's queue would stand still otherwise.
        domain::Quarantined item{receivedMs, peer, std::get<domain::Unreadable>(value), raw};
        if (leaf == Leaf::Inbound)
            item.legible = raw.trimmed().startsWith('{') ? legibleJson(raw) : legibleParameters(raw);
        sink.quarantine(std::move(item), told(Kind::Quarantined));
    }
}

} // namespace receiver
