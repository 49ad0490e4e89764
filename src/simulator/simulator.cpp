// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/simulator.h"

#include "base/clock.h"
#include "http/query.h"
#include "simulator/judge.h"
#include "simulator/peer.h"
#include "simulator/statuses.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QTcpServer>

namespace simulator {
using namespace Qt::StringLiterals;

namespace {

const QByteArray folder = "/psk/";
constexpr int slowMs = 40000; // longer than a client's patience for a single message

QJsonObject masked(QJsonObject parameters)
{
    if (parameters.contains(u"password"_s))
        parameters.insert(u"password"_s, u"***"_s);
    return parameters;
}

// The query's parameters as the gateway reads them: Latin-1 unless `encoding` says UTF-8 (OUT-10).
std::optional<QJsonObject> fromQuery(const QByteArray &query)
{
    const auto pairs = http::decodeQuery(query, http::PlusMeaning::Space);
    if (!pairs)
        return std::nullopt;
    bool utf8 = false;
    for (const auto &[name, value] : *pairs)
        utf8 = utf8 || (name == "encoding" && value.toLower().startsWith("utf"));
    QJsonObject parameters;
    for (const auto &[name, value] : *pairs)
        parameters.insert(QString::fromLatin1(name),
                          utf8 ? QString::fromUtf8(value) : QString::fromLatin1(value));
    return parameters;
}

} // namespace

class Simulator::Private
{
public:
    explicit Private(Options chosen, Simulator *owner)
        : options(std::move(chosen))
        , q(owner)
        , judge({options.serviceId, options.password, options.duplicateLock})
        , faults(options.seed)
        , statuses(faults, options.statusDelayMs, owner)
        , inbound(owner)
    {
    }

    QString faultOf(const http::Request &request);
    Reply reply(const http::Request &request, const QString &fault);
    Reply inboundAsked(const http::Request &request);
    Reply judged(const Asked &asked, const QString &fault);
    void log(const Asked &asked, const http::Request &request, const QString &fault);
    void announce(const Judgement &judgement, const Asked &asked, qint64 firstId);

    Options options;
    Simulator *q;
    Judge judge;
    Faults faults;
    Statuses statuses;
    InboundPosts inbound;
    base::SystemClock clock;
    QTcpServer server;
    QFile logFile;
    Peer::Callbacks callbacks;
    qint64 nextId = 145099;
};

QString Simulator::Private::faultOf(const http::Request &request)
{
    const bool push = request.path == folder + "push.php" || request.path == folder + "push_bulk.php";
    const QString fault = push ? faults.ofRequest() : QString();
    const bool single = request.path.endsWith("push.php");
    return fault == "bulk200"_L1 && single ? QString() : fault;
}

void Simulator::Private::log(const Asked &asked, const http::Request &request, const QString &fault)
{
    if (!logFile.isOpen())
        return;
    QJsonObject line{{u"at"_s, base::isoUtc(clock.nowMs())},
                     {u"endpoint"_s, asked.bulk ? u"push_bulk"_s : u"push"_s},
                     {u"method"_s, QString::fromLatin1(request.method)},
                     {u"body"_s, masked(asked.parameters)}};
    if (!fault.isEmpty())
        line.insert(u"fault"_s, fault);
    logFile.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    logFile.flush();
}

Reply Simulator::Private::reply(const http::Request &request, const QString &fault)
{
    if (request.path == "/simulate/inbound")
        return inboundAsked(request);
    Asked asked;
    asked.bulk = request.path == folder + "push_bulk.php";
    if (!asked.bulk && request.path != folder + "push.php")
        return {404, "text/plain", "no such page\n", {}, 0};
    if (request.method == "GET" && !asked.bulk) {
        const auto parameters = fromQuery(request.query);
        if (!parameters)
            return {400, "text/plain", "the query cannot be read\n", {}, 0};
        asked.parameters = *parameters;
        asked.fromQuery = true;
    } else if (request.method == "POST") {
        const QJsonDocument document = QJsonDocument::fromJson(request.body);
        if (!document.isObject())
            return {400, "text/plain", "the body is no JSON object\n", {}, 0};
        asked.parameters = document.object();
    } else {
        return {405, "text/plain", "use POST\n", {}, 0};
    }
    log(asked, request, fault);
    if (fault == "redirect"_L1)
        return {302, "text/html", "<html>moved</html>", "/elsewhere", options.latencyMs};
    if (fault == "html500"_L1)
        return {500, "text/html", "<html><body>Internal error</body></html>", {}, options.latencyMs};
    if (fault == "wrongJson"_L1)
        return {200, "application/json", "{\"id\": \"many\", \"errorcode\": }", {}, options.latencyMs};
    return judged(asked, fault);
}

Reply Simulator::Private::judged(const Asked &asked, const QString &fault)
{
    const Judgement judgement = judge.judged(asked, clock.nowMs());
    const bool accepted = judgement.errorCode == 0;
    const qint64 id = nextId;
    nextId += qMax<qint64>(1, judgement.accepted.size());
    if (accepted)
        announce(judgement, asked, id);
    Reply reply;
    reply.delayMs = fault == "slowAnswer"_L1 ? slowMs : options.latencyMs;
    if (asked.fromQuery) {
        reply.contentType = "text/plain";
        reply.body = "ErrorCode=" + QByteArray::number(judgement.errorCode) +
                     ", ID=" + QByteArray::number(accepted ? id : 0);
        return reply;
    }
    QJsonObject answer{{u"errorcode"_s, judgement.errorCode},
                       {u"description"_s, description(judgement.errorCode)}};
    if (asked.bulk) {
        answer.insert(u"invalidPhoneno"_s, QJsonArray::fromStringList(judgement.invalid));
        answer.insert(u"duplicatePhoneno"_s, QJsonArray::fromStringList(judgement.duplicate));
        reply.status = !accepted ? 400 : fault == "bulk200"_L1 ? 200 : 201;
    } else {
        answer.insert(u"id"_s, accepted ? id : 0);
    }
    reply.body = QJsonDocument(answer).toJson(QJsonDocument::Compact);
    return reply;
}

void Simulator::Private::announce(const Judgement &judgement, const Asked &asked, qint64 firstId)
{
    const QJsonValue ref = asked.parameters.value(u"ref"_s);
    Sent sent;
    sent.ref = ref.isDouble() ? QString::number(ref.toInteger()) : ref.toString();
    const QString scheduled = asked.parameters.value(u"scheduled"_s).toString();
    if (!scheduled.isEmpty()) {
        QDateTime time = QDateTime::fromString(scheduled, Qt::ISODateWithMs);
        if (time.timeSpec() == Qt::LocalTime)
            time.setTimeSpec(Qt::UTC);
        sent.notBeforeMs = qMax<qint64>(0, time.toMSecsSinceEpoch() - clock.nowMs());
    }
    QStringList numbers = judgement.accepted;
    if (!judgement.group.isEmpty()) // whoever is in it, only the gateway knows (BLK-10)
        numbers = {u"+4799999901"_s, u"+4799999902"_s, u"+4799999903"_s};
    for (const QString &number : numbers) {
        sent.id = firstId++;
        sent.number = number;
        statuses.announce(sent);
        Q_EMIT q->accepted(number, asked.parameters.value(u"txt"_s).toString());
    }
}

Reply Simulator::Private::inboundAsked(const http::Request &request)
{
    if (request.method != "POST")
        return {405, "text/plain", "use POST\n", {}, 0};
    const QJsonObject asked = QJsonDocument::fromJson(request.body).object();
    if (asked.value(u"from"_s).toString().isEmpty() || !inbound.hasUrl())
        return {400, "text/plain", "give from and text, and start with --inbound-url\n", {}, 0};
    InboundPost message;
    message.from = asked.value(u"from"_s).toString();
    message.to = asked.value(u"to"_s).toString(message.to);
    message.text = asked.value(u"text"_s).toString();
    message.keyword = asked.value(u"keyword"_s).toString();
    message.files = asked.value(u"files"_s).toArray();
    message.asGet = asked.value(u"form"_s).toString() == "get"_L1;
    inbound.post(message);
    return {202, "application/json", "{}", {}, 0};
}

Simulator::Simulator(Options options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(options), this))
{
    d->statuses.setUrl(d->options.statusUrl);
    d->inbound.setUrl(d->options.inboundUrl);
    d->callbacks.fault = [this](const http::Request &request) { return d->faultOf(request); };
    d->callbacks.reply = [this](const http::Request &request, const QString &fault) {
        return d->reply(request, fault);
    };
    connect(&d->server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = d->server.nextPendingConnection())
            new Peer(socket, d->callbacks, this);
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

void Simulator::simulateInbound(const QString &from, const QString &text)
{
    InboundPost message;
    message.from = from;
    message.text = text;
    d->inbound.post(message);
}

} // namespace simulator
