// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/receiver.h"

#include "http/server.h"
#include "receiver/callbackdecoder.h"
#include "receiver/certificate.h"
#include "receiver/legible.h"

#include <QNetworkInterface>
#include <QPointer>
#include <QRandomGenerator>

#include <array>

namespace receiver {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestSecret = 22; // Base64url characters of 128 bits

enum class Place { None, Status, Inbound };

// In a time that depends on the presented text alone.
bool sameSecret(QByteArrayView presented, QByteArrayView secret)
{
    unsigned difference = presented.size() == secret.size() ? 0 : 1;
    for (qsizetype i = 0; i < presented.size(); ++i)
        difference |= static_cast<unsigned char>(presented[i] ^ secret[i % secret.size()]);
    return difference == 0;
}

bool isBase64Url(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
               c == u'-' || c == u'_';
    });
}

// Where a caller on another machine reaches this one, as far as that can be known.
QHostAddress reachableAddress(bool loopback)
{
    QHostAddress best(QHostAddress::LocalHost);
    const QList<QHostAddress> own = loopback ? QList<QHostAddress>() : QNetworkInterface::allAddresses();
    for (const QHostAddress &address : own) {
        if (address.isLoopback() || address.isLinkLocal())
            continue;
        if (address.protocol() == QAbstractSocket::IPv4Protocol)
            return address;
        if (best.isLoopback())
            best = address;
    }
    return best;
}

http::Response success()
{
    return {200, "text/plain", "true", {}}; // INB-05; any 2xx would do for the others (INB-03, DLR-08)
}

bool isForm(const http::Request &request)
{
    const QByteArrayList type = request.header("content-type").toLower().split(';');
    return type.first().trimmed() == "application/x-www-form-urlencoded";
}

} // namespace

class Receiver::Private
{
public:
    Private(Receiver *receiver, ReceiverRules given, Sink to, const base::Clock &time)
        : q(receiver)
        , rules(std::move(given))
        , sink(std::move(to))
        , clock(time)
        , secret(rules.secret.toLatin1())
        , prefix(rules.publicUrl.path(QUrl::FullyEncoded).toLatin1())
    {
        while (prefix.endsWith('/'))
            prefix.chop(1);
        for (QHostAddress &address : rules.allowed)
            address = http::normalised(address);
    }

    bool isKnown(const QHostAddress &caller) const; // INB-10
    bool admits(const QHostAddress &caller);
    std::optional<QByteArrayView> leaf(QByteArrayView path) const; // after the right secret
    Place place(QByteArrayView path) const;
    std::optional<http::Response> judgeHead(const http::Request &request);
    void take(const http::Request &request, const http::Respond &respond);
    Decoded decoded(Place where, const http::Request &request, QByteArray &raw) const;
    QString url(const QString &leaf) const;

    Receiver *const q;
    ReceiverRules rules;
    Sink sink;
    const base::Clock &clock;
    const QByteArray secret;
    QByteArrayList probes; // the leaves that a test asks for
    QByteArray prefix;     // of the public URL's path: a proxy may leave it in or take it away
    std::optional<Certificate> certificate;
    std::unique_ptr<http::Server> server;
};

bool Receiver::Private::isKnown(const QHostAddress &caller) const
{
    return rules.allowed.contains(caller) || (rules.loopbackAllowed && caller.isLoopback());
}

bool Receiver::Private::admits(const QHostAddress &caller)
{
    if (certificate && certificate->reloadIfChanged())
        server->setTls(certificate->configuration());
    if (isKnown(caller) || !probes.isEmpty()) // judgeHead refuses a stranger once the path is known
        return true;
    Q_EMIT q->rejected(caller.toString(), u"foreignAddress"_s);
    return false;
}

std::optional<QByteArrayView> Receiver::Private::leaf(QByteArrayView path) const
{
    if (!prefix.isEmpty() && path.startsWith(prefix) && path.sliced(prefix.size()).startsWith('/'))
        path = path.sliced(prefix.size());
    if (!path.startsWith('/'))
        return {};
    const qsizetype slash = path.indexOf('/', 1);
    const QByteArrayView token = slash < 0 ? path.sliced(1) : path.sliced(1, slash - 1);
    if (!sameSecret(token, secret))
        return {};
    return slash < 0 ? QByteArrayView() : path.sliced(slash + 1);
}

Place Receiver::Private::place(QByteArrayView path) const
{
    const std::optional<QByteArrayView> name = leaf(path);
    if (name == QByteArrayView("status"))
        return Place::Status;
    return name == QByteArrayView("inbound") ? Place::Inbound : Place::None;
}

std::optional<http::Response> Receiver::Private::judgeHead(const http::Request &request)
{
    const auto reject = [&](int status, const QString &reason, const QList<http::Header> &fields = {}) {
        Q_EMIT q->rejected(request.peer.toString(), reason);
        return http::Response{status, {}, {}, fields};
    };
    if (const auto name = leaf(request.path); name && probes.contains(*name))
        Q_EMIT q->probed(name->toByteArray());
    if (!isKnown(request.peer)) // let in for a test, which may be over by now
        return reject(403, u"foreignAddress"_s);
    if (place(request.path) == Place::None)
        return reject(404, u"wrongPath"_s);
    if (request.method != "GET" && request.method != "POST")
        return reject(405, u"wrongMethod"_s, {{"Allow", "GET, POST"}});
    // A POST that says nothing of a body and has no query either would be an empty callback.
    if (request.method == "POST" && request.query.isEmpty() && request.header("content-length").isEmpty() &&
        request.header("transfer-encoding").isEmpty())
        return reject(411, u"411"_s);
    return {};
}

// JSON is known by its first character: a form cannot begin with a brace, whatever the type says.
Decoded Receiver::Private::decoded(Place where, const http::Request &request, QByteArray &raw) const
{
    const bool post = request.method == "POST";
    raw = request.query;
    if (post && !request.body.isEmpty())
        raw = raw.isEmpty() ? request.body : QByteArray(raw + '&' + request.body); // DLR-08
    if (where == Place::Status)
        return decodeStatus(raw);
    const bool json = post && (!isForm(request) || request.body.trimmed().startsWith('{'));
    if (!json || (request.body.isEmpty() && !request.query.isEmpty()))
        return decodeInboundParameters(raw);
    raw = request.body;
    return decodeInboundJson(raw);
}

void Receiver::Private::take(const http::Request &request, const http::Respond &respond)
{
    QByteArray raw;
    Decoded value = decoded(place(request.path), request, raw);
    const QString peer = request.peer.toString();
    const qint64 now = clock.nowMs();
    const auto answered = [respond, self = QPointer<Receiver>(q)](Kind kind) -> Done {
        return [respond, self, kind](bool stored) {
            respond(stored ? success() : http::Response{503, {}, {}, {}});
            if (!self)
                return;
            if (stored)
                Q_EMIT self->received(kind);
            else
                Q_EMIT self->notStored();
        };
    };
    if (auto *event = std::get_if<domain::StatusEvent>(&value)) {
        event->peer = peer;
        event->receivedMs = now;
        sink.status(std::move(*event), answered(Kind::Status));
    } else if (auto *message = std::get_if<domain::InboundMessage>(&value)) {
        message->peer = peer;
        message->receivedMs = now;
        sink.inbound(std::move(*message), answered(Kind::Inbound));
    } else {
        // Answered as success like the others: the gateway's queue would stand still otherwise.
        domain::Quarantined item{now, peer, std::get<Unreadable>(value).reason, raw};
        if (place(request.path) == Place::Inbound)
            item.legible = raw.trimmed().startsWith('{') ? legibleJson(raw) : legibleParameters(raw);
        sink.quarantine(std::move(item), answered(Kind::Quarantined));
    }
}

QString Receiver::Private::url(const QString &leaf) const
{
    QUrl url = rules.publicUrl;
    if (url.isEmpty()) {
        const QHostAddress bound = server ? server->address() : rules.listenAddress;
        const bool any = bound.isNull() || bound == QHostAddress(QHostAddress::Any) ||
                         bound == QHostAddress(QHostAddress::AnyIPv4) ||
                         bound == QHostAddress(QHostAddress::AnyIPv6);
        url.setScheme(rules.certificateFile.isEmpty() ? u"http"_s : u"https"_s);
        url.setHost((any ? reachableAddress(rules.loopbackAllowed) : bound).toString());
        url.setPort(server ? server->port() : rules.port);
    }
    url.setQuery(QString());
    url.setFragment(QString());
    url.setPath(QString::fromLatin1(prefix) + u'/' + rules.secret + u'/' + leaf, QUrl::TolerantMode);
    return url.toString(QUrl::FullyEncoded);
}

Receiver::Receiver(ReceiverRules rules, Sink sink, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(rules), std::move(sink), clock))
{
}

Receiver::~Receiver() = default;

base::Result<void> Receiver::start()
{
    if (d->secret.size() < shortestSecret || !isBase64Url(d->rules.secret))
        return base::Error{base::ErrorCode::InvalidField, {}, u"secret"_s};
    d->certificate.reset();
    if (!d->rules.certificateFile.isEmpty()) {
        d->certificate.emplace(d->rules.certificateFile, d->rules.keyFile);
        if (auto loaded = d->certificate->load(); !loaded)
            return loaded;
    }
    http::Callbacks callbacks;
    callbacks.admit = [this](const QHostAddress &caller) { return d->admits(caller); };
    callbacks.headArrived = [this](const http::Request &request) { return d->judgeHead(request); };
    callbacks.handle = [this](const http::Request &request, const http::Respond &respond) {
        d->take(request, respond);
    };
    callbacks.refused = [this](const QHostAddress &peer, int status) {
        if (status == 503)
            Q_EMIT notStored();
        else
            Q_EMIT rejected(peer.toString(), QString::number(status));
    };
    d->server = std::make_unique<http::Server>(d->rules.limits, std::move(callbacks));
    d->server->setTrustedProxies(d->rules.trustedProxies);
    if (d->certificate)
        d->server->setTls(d->certificate->configuration());
    auto listening = d->server->listen(d->rules.listenAddress, d->rules.port);
    if (!listening)
        d->server.reset();
    return listening;
}

void Receiver::stop()
{
    d->server.reset();
}

quint16 Receiver::port() const
{
    return d->server ? d->server->port() : d->rules.port;
}

bool Receiver::isListening() const
{
    return d->server && d->server->isListening();
}

QString Receiver::statusUrl() const
{
    return d->url(u"status"_s);
}

QString Receiver::inboundUrl() const
{
    return d->url(u"inbound"_s);
}

std::optional<QDateTime> Receiver::certificateExpiry() const
{
    return d->certificate ? d->certificate->expiry() : std::nullopt;
}

void Receiver::expectProbe(const QByteArray &leaf)
{
    d->probes.append(leaf);
}

void Receiver::endProbe(const QByteArray &leaf)
{
    d->probes.removeOne(leaf);
}

QString Receiver::newSecret()
{
    std::array<quint32, 4> bits;
    QRandomGenerator::system()->fillRange(bits.data(), bits.size());
    const QByteArray bytes(reinterpret_cast<const char *>(bits.data()), sizeof bits);
    return QString::fromLatin1(
        bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QList<QHostAddress> Receiver::gatewayAddresses()
{
    return receiver::gatewayAddresses();
}

QList<QHostAddress> gatewayAddresses()
{
    return {QHostAddress(u"18.197.36.176"_s), QHostAddress(u"18.197.110.183"_s),
            QHostAddress(u"18.197.138.46"_s)};
}

} // namespace receiver
