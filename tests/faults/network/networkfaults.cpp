// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/network/networkfaults.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpServer>
#include <QTimer>

namespace faults {
using namespace Qt::StringLiterals;
using gateway::Outcome;
using gateway::PushRequest;
using gateway::Verdict;
using support::httpAnswer;
using support::PeerPlan;
using When = PeerPlan::When;
using Ending = PeerPlan::Ending;

namespace {

// Short where the peer falls silent, else long enough for the slowest machine.
constexpr int silentDeadlineMs = 300;
constexpr int deadlineMs = 20000;

QByteArray goodAnswer(Endpoint endpoint)
{
    switch (endpoint) {
    case Endpoint::Single:
        return httpAnswer(200, R"({"id": 145099, "errorcode": 0, "description": "OK"})");
    case Endpoint::Get:
        return httpAnswer(200, "ErrorCode=0, ID=145099");
    case Endpoint::Bulk:
        break;
    }
    return httpAnswer(201, R"({"errorcode":0,"description":"OK","invalidPhoneno":[],"duplicatePhoneno":[]})");
}

PeerPlan plan(When when, int bytes, const QByteArray &answer, Ending ending)
{
    PeerPlan result;
    result.when = when;
    result.bytes = bytes;
    result.answer = answer;
    result.ending = ending;
    return result;
}

PeerPlan answering(const QByteArray &answer, Ending ending = Ending::KeepAlive)
{
    return plan(When::AfterRequest, 0, answer, ending);
}

Ending either(QRandomGenerator &random)
{
    return random.bounded(2) == 0 ? Ending::Close : Ending::Reset;
}

template <typename T>
T oneOf(const QList<T> &list, QRandomGenerator &random)
{
    return list.at(random.bounded(static_cast<int>(list.size())));
}

// A first part of the answer that stops within its head (or status line), or within its body.
QByteArray cutHead(Endpoint endpoint, QRandomGenerator &random)
{
    const QByteArray answer = goodAnswer(endpoint);
    return answer.first(random.bounded(20, static_cast<int>(answer.indexOf("\r\n\r\n"))));
}

// GET's text proves acceptance with the first digit of its id, so the cut is before that.
QByteArray cutBody(Endpoint endpoint, QRandomGenerator &random)
{
    const QByteArray answer = goodAnswer(endpoint);
    const int head = static_cast<int>(answer.indexOf("\r\n\r\n")) + 4;
    const qsizetype end = endpoint == Endpoint::Get ? answer.indexOf("145099") + 1 : answer.size();
    return answer.first(random.bounded(head, static_cast<int>(end)));
}

QByteArray bodyOf(const QByteArray &answer)
{
    return answer.sliced(answer.indexOf("\r\n\r\n") + 4);
}

QByteArray cutChunk(Endpoint endpoint, QRandomGenerator &random)
{
    const QByteArray answer = goodAnswer(endpoint);
    const QByteArray size = QByteArray::number(bodyOf(answer).size(), 16);
    return answer.first(answer.indexOf("\r\n")) + "\r\nTransfer-Encoding: chunked\r\n\r\n" + size + "\r\n" +
           bodyOf(cutBody(endpoint, random));
}

QByteArray wrongJson(QRandomGenerator &random)
{
    return oneOf<QByteArray>({"{}", "[]", "null", "{\"id\":145099,\"errorcode\":0", "{\"id\":145099}", "OK",
                              R"({"ok":true,"id":145099})"},
                             random);
}

QList<NetworkFault> cutsOfTheRequest()
{
    const QList<Verdict> uncertain{Verdict::Uncertain};
    // Whether the head was written when the peer went is the network's secret; what must hold is
    // that 'unsent' is said only when nothing of the body came.
    const QList<Verdict> either2{Verdict::Unsent, Verdict::Uncertain};
    return {
        {u"nobody listens"_s, {}, {Verdict::Unsent}, {Verdict::Unsent}, true},
        {u"closed on accept"_s,
         [](Endpoint, QRandomGenerator &) { return plan(When::OnAccept, 0, {}, Ending::Close); }, either2,
         either2},
        {u"reset on accept"_s,
         [](Endpoint, QRandomGenerator &) { return plan(When::OnAccept, 0, {}, Ending::Reset); }, either2,
         either2},
        {u"accepted and silent"_s,
         [](Endpoint, QRandomGenerator &) { return plan(When::OnAccept, 0, {}, Ending::Silence); }, uncertain,
         uncertain},
        {u"gone within the head"_s,
         [](Endpoint, QRandomGenerator &random) {
             return plan(When::AfterHead, random.bounded(1, 120), {}, either(random));
         },
         either2, either2},
        {u"gone within the body"_s,
         [](Endpoint, QRandomGenerator &random) {
             return plan(When::AfterBody, random.bounded(1, 60), {}, either(random));
         },
         uncertain, uncertain},
        {u"closed after the body"_s,
         [](Endpoint, QRandomGenerator &) { return answering({}, Ending::Close); }, uncertain, uncertain},
        {u"reset after the body"_s, [](Endpoint, QRandomGenerator &) { return answering({}, Ending::Reset); },
         uncertain, uncertain},
        {u"a kept connection is gone with the second request"_s,
         [](Endpoint, QRandomGenerator &random) { return answering({}, either(random)); }, uncertain,
         uncertain, false, true},
    };
}

QList<NetworkFault> cutsOfTheAnswer()
{
    const QList<Verdict> uncertain{Verdict::Uncertain};
    return {
        {u"silent after the body"_s,
         [](Endpoint, QRandomGenerator &) { return answering({}, Ending::Silence); }, uncertain, uncertain},
        {u"gone within the status line"_s,
         [](Endpoint endpoint, QRandomGenerator &random) {
             return answering(goodAnswer(endpoint).first(random.bounded(1, 12)), either(random));
         },
         uncertain, uncertain},
        {u"gone within the answer's head"_s,
         [](Endpoint endpoint, QRandomGenerator &random) {
             return answering(cutHead(endpoint, random), either(random));
         },
         uncertain, uncertain},
        {u"gone within the answer's body"_s,
         [](Endpoint endpoint, QRandomGenerator &random) {
             return answering(cutBody(endpoint, random), Ending::Close);
         },
         uncertain, uncertain},
        {u"gone within a chunk"_s,
         [](Endpoint endpoint, QRandomGenerator &random) {
             return answering(cutChunk(endpoint, random), either(random));
         },
         uncertain, uncertain},
        {u"silent within the answer's body"_s,
         [](Endpoint endpoint, QRandomGenerator &random) {
             return answering(cutBody(endpoint, random), Ending::Silence);
         },
         uncertain, uncertain},
    };
}

QList<NetworkFault> wrongAnswers()
{
    const QList<Verdict> uncertain{Verdict::Uncertain};
    const QList<Verdict> pause{Verdict::UncertainAndPause};
    return {
        {u"a good answer, byte by byte"_s,
         [](Endpoint endpoint, QRandomGenerator &random) {
             PeerPlan slow = answering(goodAnswer(endpoint));
             slow.pieceSize = random.bounded(4, 12);
             slow.pieceMs = 1;
             return slow;
         },
         {Verdict::Accepted},
         {Verdict::Accepted}},
        {u"a redirect"_s,
         [](Endpoint, QRandomGenerator &random) {
             return answering(httpAnswer(oneOf<int>({301, 302, 303, 307, 308}, random), "<html>moved</html>",
                                         "Location: @ELSEWHERE@\r\n"));
         },
         uncertain, pause},
        {u"an error page"_s,
         [](Endpoint, QRandomGenerator &random) {
             return answering(httpAnswer(oneOf<int>({408, 500, 502, 503, 504}, random), "<html>sorry</html>"),
                              random.bounded(2) == 0 ? Ending::KeepAlive : Ending::Close);
         },
         uncertain, pause},
        {u"more than 64 KiB"_s,
         [](Endpoint endpoint, QRandomGenerator &random) {
             const QByteArray body = bodyOf(goodAnswer(endpoint)); // what is cut off says nothing new
             return answering(httpAnswer(200, body + QByteArray(65537 + random.bounded(1000000), '\n')));
         },
         uncertain, pause},
        {u"an answer that is not the gateway's"_s,
         [](Endpoint, QRandomGenerator &random) {
             return answering(random.bounded(3) == 0 ? QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n")
                                                     : httpAnswer(200, wrongJson(random)),
                              Ending::Close);
         },
         uncertain,
         {Verdict::UncertainAndPause, Verdict::Uncertain}},
    };
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

Outcome waitedFor(const std::function<void(std::function<void(Outcome)>)> &start)
{
    Outcome result;
    QEventLoop loop;
    start([&](const Outcome &outcome) {
        result = outcome;
        loop.quit();
    });
    loop.exec();
    return result;
}

gateway::Exchange naivelySeen(QNetworkReply *reply)
{
    gateway::Exchange exchange;
    exchange.httpStatus = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    exchange.body = reply->readAll();
    exchange.complete = exchange.httpStatus > 0;
    exchange.bodyUntouched = reply->error() == QNetworkReply::ConnectionRefusedError;
    return exchange;
}

} // namespace

PushRequest someRequest(Endpoint endpoint, QRandomGenerator &random)
{
    PushRequest request;
    request.serviceId = 1234;
    request.password = u"hemmelig"_s;
    request.sender = u"Firmanavn"_s;
    request.text = QString(random.bounded(1, 1530), u'a');
    request.ref = gateway::newRef({});
    const int numbers = endpoint == Endpoint::Bulk ? random.bounded(1, 1000) : 1;
    for (int i = 0; i < numbers; ++i)
        request.numbers.append(u"+47%1"_s.arg(40000000 + i));
    return request;
}

QString nameOf(Endpoint endpoint)
{
    switch (endpoint) {
    case Endpoint::Single:
        return u"single"_s;
    case Endpoint::Bulk:
        return u"bulk"_s;
    case Endpoint::Get:
        break;
    }
    return u"GET"_s;
}

QString nameOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Unsent:
        return u"unsent"_s;
    case Verdict::Accepted:
        return u"accepted"_s;
    case Verdict::Refused:
        return u"refused"_s;
    case Verdict::AccountRefused:
        return u"account refused"_s;
    case Verdict::Duplicate:
        return u"duplicate"_s;
    case Verdict::Uncertain:
        return u"uncertain"_s;
    case Verdict::UnsentAndPause:
        return u"unsent, paused"_s;
    case Verdict::UncertainAndPause:
        return u"uncertain, paused"_s;
    case Verdict::SendAgain:
        break;
    }
    return u"send again"_s;
}

QList<NetworkFault> networkFaults()
{
    return cutsOfTheRequest() + cutsOfTheAnswer() + wrongAnswers();
}

ClientFactory gatewayClient()
{
    return [](const gateway::Connection &connection) -> Client {
        auto client = std::make_shared<gateway::GatewayClient>(connection);
        return [client](Endpoint endpoint, const PushRequest &request) {
            return waitedFor([&](const auto &done) {
                endpoint == Endpoint::Bulk ? client->postBulk(request, done)
                                           : client->postSingle(request, done);
            });
        };
    };
}

ClientFactory naiveClient()
{
    return [](const gateway::Connection &connection) -> Client {
        auto manager = std::make_shared<QNetworkAccessManager>();
        return [manager, connection](Endpoint endpoint, const PushRequest &request) {
            QUrl url = endpoint == Endpoint::Bulk ? gateway::bulkUrl(connection.baseUrl)
                                                  : gateway::singleUrl(connection.baseUrl);
            if (endpoint == Endpoint::Get)
                url.setQuery(QString::fromLatin1(gateway::singleQuery(request)));
            QNetworkRequest post(url);
            post.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
            const std::unique_ptr<QNetworkReply> reply(
                endpoint == Endpoint::Get
                    ? manager->get(QNetworkRequest(url))
                    : manager->post(post, endpoint == Endpoint::Bulk ? gateway::bulkBody(request)
                                                                     : gateway::singleBody(request)));
            QEventLoop loop;
            QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
            QTimer::singleShot(connection.singleDeadlineMs, reply.get(), &QNetworkReply::abort);
            loop.exec();
            const gateway::Exchange exchange = naivelySeen(reply.get());
            switch (endpoint) {
            case Endpoint::Single:
                return gateway::judgeSingle(exchange);
            case Endpoint::Bulk:
                return gateway::judgeBulk(exchange);
            case Endpoint::Get:
                break;
            }
            return gateway::judgeSingleText(exchange);
        };
    };
}

Trial tried(const NetworkFault &fault, Endpoint endpoint, quint32 seed, const ClientFactory &factory)
{
    QRandomGenerator random(seed);
    support::FaultPeer peer;
    support::FaultPeer elsewhere;
    elsewhere.setPlans({answering(goodAnswer(endpoint))});

    PeerPlan bad = fault.plan ? fault.plan(endpoint, random) : PeerPlan{};
    bad.answer.replace("@ELSEWHERE@", QByteArray("http://127.0.0.1:") + QByteArray::number(elsewhere.port()) +
                                          "/psk/push.php");
    // A cut within the body becomes one behind the request where there is no body.
    if (endpoint == Endpoint::Get && bad.when == When::AfterBody)
        bad.when = When::AfterRequest;

    gateway::Connection connection;
    const quint16 port = fault.nobodyListens ? freePort() : peer.port();
    connection.baseUrl = QUrl(u"http://127.0.0.1:%1/psk/"_s.arg(port));
    connection.method = endpoint == Endpoint::Get ? domain::Method::Get : domain::Method::Json;
    connection.singleDeadlineMs = bad.ending == Ending::Silence ? silentDeadlineMs : deadlineMs;
    connection.bulkDeadlineMs = connection.singleDeadlineMs;
    const Client client = factory(connection);

    if (fault.reusesConnection) {
        peer.setPlans({answering(goodAnswer(endpoint))});
        client(endpoint, someRequest(endpoint, random));
        peer.forget();
    }
    peer.setPlans({bad});
    Trial trial;
    trial.outcome = client(endpoint, someRequest(endpoint, random));
    trial.seen = peer.seen();
    trial.redirected = elsewhere.seen().requests;
    return trial;
}

QStringList violations(const NetworkFault &fault, Endpoint endpoint, const Trial &trial)
{
    QStringList list;
    const support::PeerSeen &seen = trial.seen;
    const Verdict verdict = trial.outcome.verdict;
    if (!(endpoint == Endpoint::Bulk ? fault.bulk : fault.single).contains(verdict))
        list.append(u"judged %1 (%2)"_s.arg(nameOf(verdict), trial.outcome.reason));
    if (seen.heads > 1 || seen.requests > 1)
        list.append(u"arrived %1 times, %2 whole"_s.arg(seen.heads).arg(seen.requests));
    const bool something = endpoint == Endpoint::Get ? seen.bytes > 0 : seen.bodyBytes > 0;
    if (verdict == Verdict::Unsent && something)
        list.append(u"judged unsent after bytes had arrived"_s);
    if (trial.redirected > 0)
        list.append(u"followed a redirect"_s);
    return list;
}

} // namespace faults
