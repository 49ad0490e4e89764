// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/simulator.h"

#include "http/query.h"
#include "simulator/faults.h"
#include "simulator/inboundposts.h"
#include "simulator/judge.h"
#include "simulator/peer.h"
#include "simulator/statuses.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTimer>

namespace simulator {
using namespace Qt::StringLiterals;

namespace {

const QByteArray folder = "/psk/";
constexpr int earlyMs = 400; // how far early statuses are ahead of the answer
constexpr int repliesAfterMs = 1500;

QJsonObject masked(QJsonObject parameters)
{
    if (parameters.contains(u"password"_s))
        parameters.insert(u"password"_s, u"***"_s);
    return parameters;
}

// The query's parameters as the gateway reads them: Latin-1 unless `encoding` says UTF-8 (OUT-10).
// Nothing if it is not encoded as declared.
std::optional<QJsonObject> fromQuery(const QByteArray &query)
{
    const auto pairs = http::decodeQuery(query);
    if (!pairs)
        return std::nullopt;
    bool isUtf8 = false;
    for (const auto &[name, value] : *pairs)
        isUtf8 = isUtf8 || (name == "encoding" && value.toLower().startsWith("utf"));
    QJsonObject parameters;
    for (const auto &[name, value] : *pairs) {
        const auto text = isUtf8 ? http::utf8(value) : http::latin1(value);
        if (!text)
            return std::nullopt;
        parameters.insert(http::latin1(name), *text);
    }
    return parameters;
}

} // namespace

class Simulator::Private
{
public:
    explicit Private(Options chosen, Simulator *owner)
        : options(std::move(chosen))
        , q(owner)
        , clock(options.clock ? *options.clock : systemClock)
        , judge({options.serviceId, options.password, options.duplicateLock}, clock)
        , faults(options.seed)
        , statuses(faults, options.statusDelayMs, owner)
        , inbound(owner)
    {
    }

    QString faultOf(const http::Request &request);
    Reply reply(const http::Request &request, const QString &fault);
    Reply pushed(const Asked &asked, const QString &fault);
    Reply judged(const Asked &asked, int toldCode, const QString &fault);
    Reply inboundAsked(const http::Request &request);
    void log(const Asked &asked, const http::Request &request, const Reply &reply, const QString &fault);
    bool announce(const Judgement &judgement, const Asked &asked); // true: before the answer
    void replyTo(const Sent &sent);

    Options options;
    Simulator *q;
    base::SystemClock systemClock;
    const base::Clock &clock;
    Judge judge;
    Faults faults;
    Statuses statuses;
    InboundPosts inbound;
    QTcpServer server;
    QFile logFile;
    Peer::Handlers handlers;
    qint64 nextId = 145099;
};

QString Simulator::Private::faultOf(const http::Request &request)
{
    const bool bulk = request.path == folder + "push_bulk.php";
    return bulk || request.path == folder + "push.php" ? faults.ofRequest(bulk) : QString();
}

// One line as soon as the request is complete, before any byte of the answer.
void Simulator::Private::log(const Asked &asked, const http::Request &request, const Reply &reply,
                             const QString &fault)
{
    if (!logFile.isOpen())
        return;
    const QJsonDocument answer = QJsonDocument::fromJson(reply.body);
    const QJsonObject line{
        {u"at"_s, base::isoUtc(clock.nowMs())},
        {u"endpoint"_s, asked.bulk ? u"push_bulk"_s : u"push"_s},
        {u"method"_s, QString::fromLatin1(request.method)},
        {u"body"_s, masked(asked.parameters)},
        {u"status"_s, reply.status},
        {u"answer"_s, answer.isObject() ? QJsonValue(answer.object()) : QString::fromUtf8(reply.body)},
        {u"fault"_s, fault.isEmpty() ? QJsonValue() : QJsonValue(fault)}};
    logFile.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    logFile.flush();
}

Reply Simulator::Private::reply(const http::Request &request, const QString &fault)
{
    if (request.path == "/simulate/inbound" || request.path == "/psk/simulate/inbound")
        return inboundAsked(request);
    Asked asked;
    asked.bulk = request.path == folder + "push_bulk.php";
    if (!asked.bulk && request.path != folder + "push.php")
        return {404, "text/plain", "no such page\n", {}, 0};
    Reply reply;
    if (request.method == "GET" && !asked.bulk) {
        asked.fromQuery = true;
        const auto parameters = fromQuery(request.query);
        asked.parameters = parameters.value_or(QJsonObject());
        reply = parameters ? pushed(asked, fault) : judged(asked, 19, fault);
    } else if (request.method == "POST") {
        // Where no JSON object can be read, nothing was given: error 8.
        asked.parameters = QJsonDocument::fromJson(request.body).object();
        reply = pushed(asked, fault);
    } else {
        const QByteArray allowed = asked.bulk ? "POST" : "GET, POST";
        return {
            405, "text/plain", request.method == "HEAD" ? "" : "not this method\n", {"Allow", allowed}, 0};
    }
    log(asked, request, reply, fault);
    return reply;
}

// What the faults put in place of an answer; the others spoil the connection, or nothing.
Reply Simulator::Private::pushed(const Asked &asked, const QString &fault)
{
    if (fault == "redirect"_L1)
        return {302, "text/html", "<html>moved</html>", {"Location", "/elsewhere"}, options.latencyMs};
    if (fault == "html500"_L1)
        return {500, "text/html", "<html><body>Internal error</body></html>", {}, options.latencyMs};
    return judged(asked, errorCodeOf(fault), fault);
}

// `toldCode`: refused with that, unjudged.
Reply Simulator::Private::judged(const Asked &asked, int toldCode, const QString &fault)
{
    Judgement judgement;
    judgement.errorCode = toldCode;
    if (toldCode == 0)
        judgement = judge.judged(asked);
    const bool accepted = judgement.errorCode == 0;
    const qint64 id = accepted ? nextId : 0;
    const bool early = accepted && announce(judgement, asked);
    Reply reply;
    reply.delayMs =
        (fault == "slowAnswer"_L1 ? options.slowAnswerMs : options.latencyMs) + (early ? earlyMs : 0);
    if (asked.bulk)
        reply.status = !accepted ? 400 : fault == "bulk200"_L1 ? 200 : 201;
    if (asked.fromQuery) {
        reply.contentType = "text/plain";
        reply.body =
            "ErrorCode=" + QByteArray::number(judgement.errorCode) + ", ID=" + QByteArray::number(id);
        if (fault == "wrongJson"_L1)
            reply.body = "ErrorCode=";
        return reply;
    }
    QJsonObject answer{{u"errorcode"_s, judgement.errorCode},
                       {u"description"_s, description(judgement.errorCode)}};
    if (asked.bulk) {
        answer.insert(u"invalidPhoneno"_s, QJsonArray::fromStringList(judgement.invalid));
        answer.insert(u"duplicatePhoneno"_s, QJsonArray::fromStringList(judgement.duplicate));
    } else {
        answer.insert(u"id"_s, id);
    }
    reply.body = QJsonDocument(answer).toJson(QJsonDocument::Compact);
    if (fault == "wrongJson"_L1)
        reply.body.chop(1);
    return reply;
}

bool Simulator::Private::announce(const Judgement &judgement, const Asked &asked)
{
    bool early = false;
    Sent sent;
    sent.ref = asked.parameters.value(u"ref"_s).toVariant().toString();
    sent.sender = judgement.sender;
    sent.notBeforeMs = qMax<qint64>(0, judgement.startMs - clock.nowMs());
    for (const QString &number : judgement.accepted) {
        sent.id = nextId++;
        sent.number = number;
        early = statuses.announce(sent) || early;
        Q_EMIT q->accepted(number, asked.parameters.value(u"txt"_s).toString());
    }
    return early;
}

// Some recipients answer, so that the demo's inbox fills up.
void Simulator::Private::replyTo(const Sent &sent)
{
    static const QStringList texts{u"Ja takk, det passer fint!"_s, u"Kan vi ta det en time senere?"_s,
                                   u"Tusen takk for beskjed 😊"_s, u"Jeg kommer. Hilsen Åse"_s};
    QRandomGenerator random = faults.ofMessage(-sent.id);
    if (random.generateDouble() >= options.repliesRate)
        return;
    static const QRegularExpression digits(u"\\A\\+?[0-9]+\\z"_s);
    // A text cannot be answered; for the demo's sake the short number takes its place.
    const QString to = digits.match(sent.sender).hasMatch() ? sent.sender : QString();
    const QString &text = texts.at(random.bounded(static_cast<int>(texts.size())));
    QTimer::singleShot(repliesAfterMs + random.bounded(2 * repliesAfterMs), q,
                       [this, to, text, from = sent.number] { q->simulateInbound(from, text, to); });
}

Reply Simulator::Private::inboundAsked(const http::Request &request)
{
    if (request.method != "POST")
        return {405, "text/plain", "use POST\n", {"Allow", "POST"}, 0};
    const QJsonObject asked = QJsonDocument::fromJson(request.body).object();
    const QString form = asked.value(u"form"_s).toString(u"json"_s);
    if (asked.value(u"from"_s).toString().isEmpty() || (form != "json"_L1 && form != "get"_L1))
        return {400, "text/plain", "give from and text, and form as json or get\n", {}, 0};
    if (!inbound.hasUrl())
        return {400, "text/plain", "start with --inbound-url\n", {}, 0};
    InboundPost message;
    message.from = asked.value(u"from"_s).toString();
    message.to = asked.value(u"to"_s).toString(message.to);
    message.text = asked.value(u"text"_s).toString();
    message.keyword = asked.value(u"keyword"_s).toString();
    message.files = asked.value(u"files"_s).toArray();
    message.asGet = form == "get"_L1;
    const QJsonObject answer{{u"counter"_s, inbound.post(message)}};
    return {202, "application/json", QJsonDocument(answer).toJson(QJsonDocument::Compact), {}, 0};
}

Simulator::Simulator(Options options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(options), this))
{
    d->statuses.setUrl(d->options.statusUrl);
    d->inbound.setUrl(d->options.inboundUrl);
    d->handlers.fault = [this](const http::Request &request) { return d->faultOf(request); };
    d->handlers.reply = [this](const http::Request &request, const QString &fault) {
        return d->reply(request, fault);
    };
    connect(&d->statuses, &Statuses::delivered, this, [this](const Sent &sent) { d->replyTo(sent); });
    connect(&d->server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = d->server.nextPendingConnection())
            new Peer(socket, d->handlers, this);
    });
}

Simulator::~Simulator()
{
    for (Peer *peer : findChildren<Peer *>(Qt::FindDirectChildrenOnly))
        delete peer;
}

base::Result<void> Simulator::start()
{
    for (const auto &[kind, rate] : d->options.faults.asKeyValueRange()) {
        if (!d->faults.set(kind, rate))
            return base::Error{base::ErrorCode::InvalidField, kind, u"fault"_s};
    }
    if (!d->options.logFile.isEmpty()) {
        d->logFile.setFileName(d->options.logFile);
        if (!d->logFile.open(QIODevice::WriteOnly | QIODevice::Append))
            return base::Error{base::ErrorCode::FileUnwritable, d->options.logFile, u"log"_s};
    }
    d->server.setListenBacklogSize(1024);
    d->server.setProxy(QNetworkProxy::NoProxy);
    if (!d->server.listen(d->options.listenAddress, d->options.port))
        return base::Error{base::ErrorCode::ListenFailed, d->server.errorString(), u"listen"_s};
    return {};
}

QUrl Simulator::baseUrl() const
{
    QHostAddress host = d->options.listenAddress;
    if (host == QHostAddress::AnyIPv4 || host == QHostAddress::Any)
        host = QHostAddress::LocalHost;
    if (host == QHostAddress::AnyIPv6)
        host = QHostAddress::LocalHostIPv6;
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(host.toString());
    url.setPort(d->server.serverPort());
    url.setPath(QString::fromLatin1(folder));
    return url;
}

void Simulator::setStatusUrl(const QUrl &url)
{
    d->statuses.setUrl(url);
}

void Simulator::setInboundUrl(const QUrl &url)
{
    d->inbound.setUrl(url);
}

void Simulator::simulateInbound(const QString &from, const QString &text, const QString &to)
{
    if (!d->inbound.hasUrl())
        return;
    InboundPost message;
    message.from = from;
    message.text = text;
    if (!to.isEmpty())
        message.to = to;
    d->inbound.post(message);
}

} // namespace simulator
