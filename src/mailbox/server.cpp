// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailbox/server.h"

#include "base/isotime.h"
#include "http/query.h"
#include "http/server.h"
#include "mailbox/event.h"
#include "receiver/address.h"
#include "receiver/certificate.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QTimer>

namespace mailbox {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 highestNumber = 999999999999999; // of 15 digits

enum class Wish { Test, Events, Done };

struct Asked
{
    QString ask; // given back, so that no old answer is taken for this one
    std::optional<qint64> after;
    std::optional<qint64> upto;
    int waitSeconds = 0;
};

std::optional<qint64> number(const QByteArray &text)
{
    bool good = false;
    const qint64 value = text.toLongLong(&good);
    const bool digits =
        !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return good && digits && value <= highestNumber ? std::optional(value) : std::nullopt;
}

Asked asked(const http::Request &request)
{
    Asked asked;
    const auto parameters = http::decodeQuery(request.query);
    if (!parameters)
        return asked;
    for (const auto &[name, value] : *parameters) {
        if (name == "ask" && value.size() <= 64)
            asked.ask = http::latin1(value);
        else if (name == "after")
            asked.after = number(value);
        else if (name == "upto")
            asked.upto = number(value);
        else if (name == "wait")
            asked.waitSeconds = static_cast<int>(std::min<qint64>(number(value).value_or(0), 3600));
    }
    return asked;
}

http::Response answered(int status, QJsonObject object, const Asked &asked, qint64 nowMs)
{
    object.insert(u"budstikkeMailbox"_s, 1);
    object.insert(u"ask"_s, asked.ask);
    return {status,
            "application/json",
            QJsonDocument(object).toJson(QJsonDocument::Compact),
            {{"Cache-Control", "no-store"}, {"Date", base::httpDate(nowMs)}}};
}

} // namespace

class Server::Private
{
public:
    struct Waiting
    {
        http::Respond respond;
        Asked asked;
        QTimer *timer = nullptr;
    };

    Private(Server *owner, ServerRules given, Config of, Store &to, const base::Clock &time)
        : q(owner)
        , rules(std::move(given))
        , config(std::move(of))
        , store(to)
        , clock(time)
        , address(rules.publicUrl)
    {
        for (QHostAddress &allowed : rules.allowed)
            allowed = http::normalised(allowed);
        rules.limits.handlerMs = std::max(rules.limits.handlerMs, rules.longestWaitMs + 5000);
    }

    std::optional<receiver::Leaf> leaf(QByteArrayView path) const;
    std::optional<Wish> wish(QByteArrayView path) const;
    std::optional<http::Response> judgeHead(const http::Request &request) const;
    void handle(const http::Request &request, const http::Respond &respond);
    void keep(receiver::Leaf leaf, const http::Request &request, const http::Respond &respond);
    void serve(Wish wish, const Asked &asked, const http::Respond &respond);
    void wait(const Asked &asked, const http::Respond &respond);
    void answerWaiting(qsizetype index);
    http::Response events(const Asked &asked) const;
    QJsonObject facts() const;
    QString url(const QString &below) const;

    Server *const q;
    ServerRules rules;
    const Config config;
    Store &store;
    const base::Clock &clock;
    const receiver::Address address;
    std::optional<receiver::Certificate> certificate;
    QList<Waiting> waiting;
    std::unique_ptr<http::Server> server;
};

std::optional<receiver::Leaf> Server::Private::leaf(QByteArrayView path) const
{
    path = address.withoutPrefix(path);
    const qsizetype slash = path.lastIndexOf('/');
    if (slash < 1 || !receiver::sameSecret(path.first(slash), QByteArray('/' + config.secret.toLatin1())))
        return {};
    return base::valueOf<receiver::Leaf>(QString::fromLatin1(path.sliced(slash + 1)));
}

std::optional<Wish> Server::Private::wish(QByteArrayView path) const
{
    path = address.withoutPrefix(path);
    if (path == "/test")
        return Wish::Test;
    if (path == "/events")
        return Wish::Events;
    return path == "/done" ? std::optional(Wish::Done) : std::nullopt;
}

std::optional<http::Response> Server::Private::judgeHead(const http::Request &request) const
{
    if (leaf(request.path)) {
        if (!rules.allowed.contains(request.peer)) // INB-10
            return http::Response{403, {}, {}, {}};
        return receiver::refusal(request);
    }
    const QByteArray key = request.header("x-budstikke-key");
    const auto wanted = wish(request.path);
    if (!wanted || key.isEmpty())
        return http::Response{404, {}, {}, {}};
    if (!receiver::sameSecret(fetchKeyHash(key), config.fetchKeyHash))
        return answered(403, {{u"error"_s, u"key"_s}}, asked(request), clock.nowMs());
    if (*wanted == Wish::Done && request.method != "POST")
        return http::Response{405, {}, {}, {{"Allow", "POST"}}};
    if (*wanted != Wish::Done && request.method != "GET")
        return http::Response{405, {}, {}, {{"Allow", "GET"}}};
    return {};
}

void Server::Private::handle(const http::Request &request, const http::Respond &respond)
{
    if (const auto where = leaf(request.path))
        return keep(*where, request, respond);
    serve(*wish(request.path), asked(request), respond);
}

// INB-08, DLR-07: success only for what is on the disk.
void Server::Private::keep(receiver::Leaf leaf, const http::Request &request, const http::Respond &respond)
{
    const QByteArray content = sealed(packed({leaf, request, clock.nowMs()}), config.publicKey);
    const auto kept =
        content.isEmpty() ? base::Error{base::ErrorCode::Internal, {}, {}} : store.add(leaf, content);
    respond(kept ? receiver::success() : http::Response{503, {}, {}, {}});
    while (kept && !waiting.isEmpty())
        answerWaiting(0);
}

void Server::Private::serve(Wish wish, const Asked &asked, const http::Respond &respond)
{
    const auto wrong = [&](int status, const QString &what) {
        respond(answered(status, {{u"error"_s, what}}, asked, clock.nowMs()));
    };
    if (wish == Wish::Test) {
        store.forgetOld();
        QJsonObject object = facts();
        object.insert(u"left"_s, store.count());
        object.insert(u"fsync"_s, true);
        object.insert(u"shows"_s, false);
        object.insert(u"largestBody"_s, rules.limits.body);
        object.insert(u"by"_s, QString(u"Budstikke "_s + QCoreApplication::applicationVersion()));
        return respond(answered(200, object, asked, clock.nowMs()));
    }
    if (wish == Wish::Done) {
        if (!asked.upto)
            return wrong(400, u"number"_s);
        if (!store.forgetUpto(*asked.upto))
            return wrong(503, u"folder"_s);
        return respond(answered(200, facts(), asked, clock.nowMs()));
    }
    if (!asked.after)
        return wrong(400, u"number"_s);
    if (asked.waitSeconds > 0 && store.after(*asked.after).isEmpty())
        return wait(asked, respond);
    respond(events(asked));
}

void Server::Private::wait(const Asked &asked, const http::Respond &respond)
{
    if (waiting.size() >= rules.mostWaiting)
        answerWaiting(0);
    auto *timer = new QTimer(q);
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, q, [this, timer] {
        for (qsizetype i = 0; i < waiting.size(); ++i) {
            if (waiting[i].timer == timer)
                return answerWaiting(i);
        }
    });
    timer->start(std::min(asked.waitSeconds * 1000, rules.longestWaitMs));
    waiting.append({respond, asked, timer});
}

void Server::Private::answerWaiting(qsizetype index)
{
    const Waiting one = waiting.takeAt(index);
    one.timer->deleteLater();
    one.respond(events(one.asked));
}

http::Response Server::Private::events(const Asked &asked) const
{
    QJsonArray array;
    const QList<StoredEvent> found = store.after(asked.after.value_or(0));
    for (const StoredEvent &event : found) {
        array.append(
            QJsonObject{{u"n"_s, event.number}, {u"sealed"_s, QString::fromLatin1(event.sealed.toBase64())}});
    }
    QJsonObject object = facts();
    object.insert(u"left"_s, found.isEmpty() ? 0 : store.last() - found.constLast().number);
    object.insert(u"events"_s, array);
    return answered(200, object, asked, clock.nowMs());
}

QJsonObject Server::Private::facts() const
{
    return {{u"now"_s, clock.nowMs()}, {u"key"_s, printable(config.publicKey)}, {u"full"_s, store.isFull()}};
}

QString Server::Private::url(const QString &below) const
{
    const QHostAddress bound = server ? server->address() : rules.listenAddress;
    return address.url(below, bound, server ? server->port() : rules.port, certificate.has_value(),
                       bound.isLoopback());
}

Server::Server(ServerRules rules, Config config, Store &store, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(rules), std::move(config), store, clock))
{
}

Server::~Server() = default;

base::Result<void> Server::start()
{
    if (auto loaded = receiver::load(d->certificate, d->rules.certificateFile, d->rules.keyFile); !loaded)
        return loaded;
    http::Callbacks callbacks;
    callbacks.admit = [this](const QHostAddress &) {
        if (d->certificate && d->certificate->reloadIfChanged())
            d->server->setTls(d->certificate->configuration());
        return true; // the office asks from anywhere; judgeHead looks at who brings
    };
    callbacks.headArrived = [this](const http::Request &request) { return d->judgeHead(request); };
    callbacks.handle = [this](const http::Request &request, const http::Respond &respond) {
        d->handle(request, respond);
    };
    d->server = std::make_unique<http::Server>(d->rules.limits, std::move(callbacks));
    return receiver::listen(d->server, d->certificate, d->rules.listenAddress, d->rules.port);
}

QString Server::statusUrl() const
{
    return d->url(d->config.secret + u"/status"_s);
}

QString Server::inboundUrl() const
{
    return d->url(d->config.secret + u"/inbound"_s);
}

QString Server::url() const
{
    return d->url({});
}

} // namespace mailbox
