// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/receiver.h"

#include "http/server.h"
#include "receiver/address.h"
#include "receiver/certificate.h"
#include "receiver/legible.h"

#include <QPointer>

namespace receiver {
using namespace Qt::StringLiterals;

class Receiver::Private
{
public:
    Private(Receiver *receiver, ReceiverRules given, Sink to, const base::Clock &time)
        : q(receiver)
        , rules(std::move(given))
        , sink(std::move(to))
        , clock(time)
        , secret(rules.secret.toLatin1())
        , address(rules.publicUrl)
    {
        for (QHostAddress &allowed : rules.allowed)
            allowed = http::normalised(allowed);
    }

    bool isKnown(const QHostAddress &caller) const; // INB-10
    bool admits(const QHostAddress &caller);
    std::optional<QByteArrayView> leaf(QByteArrayView path) const; // after the right secret
    std::optional<Leaf> place(QByteArrayView path) const;
    std::optional<http::Response> judgeHead(const http::Request &request);
    void take(const http::Request &request, const http::Respond &respond);
    QString url(const QString &leaf) const;

    Receiver *const q;
    ReceiverRules rules;
    Sink sink;
    const base::Clock &clock;
    const QByteArray secret;
    const Address address;
    QByteArrayList probes; // the leaves that a test asks for
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
    path = address.withoutPrefix(path);
    if (!path.startsWith('/'))
        return {};
    const qsizetype slash = path.indexOf('/', 1);
    const QByteArrayView token = slash < 0 ? path.sliced(1) : path.sliced(1, slash - 1);
    if (!sameSecret(token, secret))
        return {};
    return slash < 0 ? QByteArrayView() : path.sliced(slash + 1);
}

std::optional<Leaf> Receiver::Private::place(QByteArrayView path) const
{
    const std::optional<QByteArrayView> name = leaf(path);
    return name ? base::valueOf<Leaf>(QString::fromLatin1(*name)) : std::nullopt;
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
    if (!place(request.path))
        return reject(404, u"wrongPath"_s);
    if (const auto refused = refusal(request)) {
        return reject(refused->status, refused->status == 405 ? u"wrongMethod"_s : u"411"_s,
                      refused->extraHeaders);
    }
    return {};
}

void Receiver::Private::take(const http::Request &request, const http::Respond &respond)
{
    dispatch(*place(request.path), request, clock.nowMs(), sink,
             [respond, self = QPointer<Receiver>(q)](Kind kind, bool stored) {
                 respond(stored ? success() : http::Response{503, {}, {}, {}});
                 if (!self)
                     return;
                 if (stored)
                     Q_EMIT self->received(kind);
                 else
                     Q_EMIT self->notStored();
             });
}

QString Receiver::Private::url(const QString &leaf) const
{
    return address.url(rules.secret + u'/' + leaf, server ? server->address() : rules.listenAddress,
                       server ? server->port() : rules.port, !rules.certificateFile.isEmpty(),
                       rules.loopbackAllowed);
}

Receiver::Receiver(ReceiverRules rules, Sink sink, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(rules), std::move(sink), clock))
{
}

Receiver::~Receiver() = default;

base::Result<void> Receiver::start()
{
    if (!isSecret(d->rules.secret))
        return base::Error{base::ErrorCode::InvalidField, {}, u"secret"_s};
    if (auto loaded = load(d->certificate, d->rules.certificateFile, d->rules.keyFile); !loaded)
        return loaded;
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
    return listen(d->server, d->certificate, d->rules.listenAddress, d->rules.port);
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
    return receiver::newSecret();
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
