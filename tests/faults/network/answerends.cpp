// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/network/answerends.h"

#include "support/loopbacktls.h"

namespace faults {
using namespace Qt::StringLiterals;
using gateway::Verdict;
using Ending = support::PeerPlan::Ending;

namespace {

constexpr qint64 answeredId = 145099;

QByteArray wholeBody(Endpoint endpoint, bool refused, bool lineEnd)
{
    const QByteArray end = lineEnd ? QByteArray("\r\n") : QByteArray();
    switch (endpoint) {
    case Endpoint::Single:
        return (refused ? R"({"id": 0, "errorcode": 1, "description": "Invalid mobile number"})"
                        : R"({"id": 145099, "errorcode": 0, "description": "OK"})") +
               end;
    case Endpoint::Get:
        return (refused ? "ErrorCode=1, ID=0" : "ErrorCode=0, ID=145099") + end;
    case Endpoint::Bulk:
        break;
    }
    return (refused ? R"({"errorcode":16,"description":"Not GSM"})"
                    : R"({"errorcode":0,"description":"OK","invalidPhoneno":[],"duplicatePhoneno":[]})") +
           end;
}

QByteArray framed(Framing framing, int status, const QByteArray &body)
{
    const bool old = framing == Framing::OldLength || framing == Framing::OldClose;
    QByteArray head = QByteArray(old ? "HTTP/1.0 " : "HTTP/1.1 ") + QByteArray::number(status) + " X\r\n";
    switch (framing) {
    case Framing::Length:
    case Framing::OldLength:
        return head + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    case Framing::Promised:
        return head + "Content-Length: " + QByteArray::number(body.size() + 40) + "\r\n\r\n" + body;
    case Framing::Chunked: // in two, as a script's output and its end come
    case Framing::OpenChunks:
        return head + "Transfer-Encoding: chunked\r\n\r\n9\r\n" + body.first(9) + "\r\n" +
               QByteArray::number(body.size() - 9, 16) + "\r\n" + body.sliced(9) + "\r\n" +
               (framing == Framing::Chunked ? "0\r\n\r\n" : "");
    case Framing::Close:
        return head + "Connection: close\r\n\r\n" + body;
    case Framing::OldClose:
        break;
    }
    return head + "\r\n" + body;
}

bool endsWithConnection(Framing framing)
{
    return framing != Framing::Length && framing != Framing::OldLength && framing != Framing::Chunked;
}

} // namespace

QString AnswerEnd::name() const
{
    const QHash<Framing, QString> framings{{Framing::Length, u"a length"_s},
                                           {Framing::Chunked, u"chunks"_s},
                                           {Framing::Close, u"the connection's end"_s},
                                           {Framing::OldLength, u"HTTP/1.0 with a length"_s},
                                           {Framing::OldClose, u"HTTP/1.0 with the connection's end"_s},
                                           {Framing::Promised, u"a length that is never met"_s},
                                           {Framing::OpenChunks, u"chunks without the last"_s}};
    const QHash<Ending, QString> endings{{Ending::KeepAlive, u"kept open"_s},
                                         {Ending::Close, u"closed"_s},
                                         {Ending::Cut, u"closed without TLS's goodbye"_s},
                                         {Ending::Reset, u"reset"_s},
                                         {Ending::Silence, u"silent"_s}};
    return u"%1, %2%3%4"_s.arg(framings.value(framing), endings.value(ending), tls ? u", TLS"_s : QString(),
                               lineEnd ? u", a line's end"_s : QString());
}

QList<AnswerEnd> answerEnds()
{
    QList<AnswerEnd> ends;
    for (const Framing framing : {Framing::Length, Framing::Chunked, Framing::Close, Framing::OldLength,
                                  Framing::OldClose, Framing::Promised, Framing::OpenChunks}) {
        for (const Ending ending :
             {Ending::KeepAlive, Ending::Close, Ending::Cut, Ending::Reset, Ending::Silence}) {
            for (const bool tls : {false, true}) {
                if (ending == Ending::Cut && !tls)
                    continue; // the same as Close
                if (ending == (endsWithConnection(framing) ? Ending::KeepAlive : Ending::Silence))
                    continue; // the one is the other: nothing more comes
                ends.append({framing, ending, tls, false});
                if (endsWithConnection(framing))
                    ends.append({framing, ending, tls, true});
            }
        }
    }
    return ends;
}

EndTrial triedEnd(const AnswerEnd &end, Endpoint endpoint, quint32 seed, const ClientFactory &factory)
{
    constexpr int silentMs = 500;
    constexpr int patientMs = 20000;
    QRandomGenerator random(seed);
    support::FaultPeer peer(end.tls ? std::optional(support::loopbackTls()) : std::nullopt);
    EndTrial result;
    result.refused = random.bounded(4) == 0;
    const int accepted = endpoint == Endpoint::Bulk ? 201 : 200;
    support::PeerPlan plan;
    plan.answer = framed(end.framing, result.refused ? 400 : accepted,
                         wholeBody(endpoint, result.refused, end.lineEnd));
    plan.ending = end.ending;
    if (random.bounded(3) == 0) {
        plan.pieceSize = random.bounded(10, 40);
        plan.pieceMs = 1;
    }
    peer.setPlans({plan});

    gateway::Connection connection;
    connection.baseUrl =
        QUrl(u"%1://127.0.0.1:%2/psk/"_s.arg(end.tls ? u"https"_s : u"http"_s).arg(peer.port()));
    if (end.tls)
        connection.extraAuthorities = {support::loopbackCertificate()};
    connection.method = endpoint == Endpoint::Get ? domain::Method::Get : domain::Method::Json;
    connection.singleDeadlineMs = end.ending == Ending::Silence ? silentMs : patientMs;
    connection.bulkDeadlineMs = connection.singleDeadlineMs;
    const Client client = factory(connection);
    result.trial.outcome = client(endpoint, someRequest(endpoint, random));
    result.trial.seen = peer.seen();
    return result;
}

QStringList violations(const AnswerEnd &end, Endpoint endpoint, const EndTrial &trial)
{
    const gateway::Outcome &outcome = trial.trial.outcome;
    QStringList list;
    // A reset may throw away what has not been read: of a refused bulk request its status alone may be left.
    const bool lost =
        end.ending == Ending::Reset &&
        (outcome.verdict == Verdict::Uncertain ||
         (outcome.verdict == Verdict::UnsentAndPause && endpoint == Endpoint::Bulk && trial.refused));
    const Verdict said = trial.refused ? Verdict::Refused : Verdict::Accepted;
    if (outcome.verdict != said && !lost)
        list.append(u"judged %1 (%2)"_s.arg(nameOf(outcome.verdict), outcome.reason));
    if (trial.trial.seen.requests != 1)
        list.append(u"arrived %1 times"_s.arg(trial.trial.seen.requests));
    if (outcome.gatewayId && *outcome.gatewayId != answeredId)
        list.append(u"took %1 for the id"_s.arg(*outcome.gatewayId));
    if (outcome.verdict != Verdict::Accepted || endpoint == Endpoint::Bulk)
        return list;
    const bool unknown = endpoint == Endpoint::Get && endsWithConnection(end.framing) && !end.lineEnd;
    const bool known =
        endpoint == Endpoint::Single || end.ending == Ending::KeepAlive ||
        (end.ending != Ending::Reset && (end.lineEnd || (end.framing != Framing::Chunked && !unknown)));
    if (unknown && outcome.gatewayId)
        list.append(u"kept an id whose end is not known"_s);
    if (known && !outcome.gatewayId)
        list.append(u"lost the id"_s);
    return list;
}

} // namespace faults
