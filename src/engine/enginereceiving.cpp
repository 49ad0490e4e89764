// SPDX-License-Identifier: GPL-3.0-or-later
// The Engine's receiving half, and the demo gateway.
#include "engine/engine_p.h"
#include "simulator/simulator.h"

#include <QFile>
#include <QSaveFile>

#include <tuple>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

const QString demoAccount = QStringLiteral("Demo");

// The path token: the same from run to run, readable by its owner only.
base::Result<QString> receiverSecret(const QString &file)
{
    QFile stored(file);
    if (stored.open(QIODevice::ReadOnly)) {
        const QString secret = QString::fromLatin1(stored.readAll().trimmed());
        if (secret.size() >= 22)
            return secret;
    }
    const QString secret = receiver::Receiver::newSecret();
    QSaveFile fresh(file);
    if (!fresh.open(QIODevice::WriteOnly) || !fresh.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        fresh.write(secret.toLatin1()) < 0 || !fresh.commit())
        return base::Error{base::ErrorCode::FileUnwritable, file, {}};
    return secret;
}

QList<QHostAddress> addresses(const QStringList &texts)
{
    QList<QHostAddress> list;
    for (const QString &text : texts)
        list.append(QHostAddress(text));
    return list;
}

} // namespace

base::Result<ReceiverUrls> Engine::startReceiver(const ReceiverSettings &settings)
{
    const auto secret = receiverSecret(d->profile.secretFile());
    if (!secret)
        return secret.error();
    receiver::ReceiverRules rules;
    rules.listenAddress = QHostAddress(settings.listenAddress);
    rules.port = settings.port;
    rules.publicUrl = settings.publicUrl;
    rules.secret = *secret;
    rules.allowed =
        settings.allowed.isEmpty() ? receiver::Receiver::gatewayAddresses() : addresses(settings.allowed);
    rules.trustedProxies = addresses(settings.trustedProxies);
    rules.certificateFile = settings.certificateFile;
    rules.keyFile = settings.keyFile;
    const auto account = d->settings.account({});
    rules.loopbackAllowed = account && domain::isLoopback(account->baseUrl);

    inbox::IntakeRules intake = inboxRules();
    intake.watchCounters = settings.watchCounters;
    d->intake->setRules(intake);

    receiver::Sink sink;
    sink.status = [this](const domain::StatusEvent &event, const receiver::Done &done) {
        d->projector->take(event, [this, done, at = event.receivedMs](bool stored) {
            done(stored);
            if (!stored)
                return;
            d->lastStatusMs = at;
            if (!d->noticeTimer.isActive())
                d->noticeTimer.start();
        });
    };
    sink.inbound = [this](const domain::InboundMessage &message, const receiver::Done &done) {
        takeInbound(message, done);
    };
    sink.quarantine = [this](const domain::Quarantined &item, const receiver::Done &done) {
        takeQuarantined(item, done);
    };
    d->receiver = std::make_unique<receiver::Receiver>(rules, sink, d->clock);
    if (auto started = d->receiver->start(); !started) {
        d->receiver.reset();
        Q_EMIT receivingChanged(false);
        return started.error();
    }
    Q_EMIT receivingChanged(true);
    return receiverUrls();
}

void Engine::stopReceiver()
{
    d->receiver.reset();
    Q_EMIT receivingChanged(false);
}

base::Result<void> Engine::useReceiver(const ReceiverSettings &settings)
{
    if (auto good = check(settings); !good)
        return good;
    if (d->demo) // the demo's own receiver stays as it is
        return d->settings.save(settings);
    const ReceiverSettings former = d->settings.receiver();
    if (settings.enabled) {
        const bool was = isReceiving();
        if (const auto started = startReceiver(settings); !started) {
            if (was)
                std::ignore = startReceiver(former);
            return started.error();
        }
    } else {
        stopReceiver();
    }
    return d->settings.save(settings);
}

quint16 Engine::receiverPort() const
{
    return d->receiver ? d->receiver->port() : quint16(0);
}

std::optional<QDateTime> Engine::certificateExpiry() const
{
    return d->receiver ? d->receiver->certificateExpiry() : std::nullopt;
}

bool Engine::isReceiving() const
{
    return d->receiver != nullptr;
}

ReceiverUrls Engine::receiverUrls() const
{
    if (!d->receiver)
        return {};
    return {d->receiver->statusUrl(), d->receiver->inboundUrl()};
}

base::Result<void> Engine::startDemo()
{
    simulator::Options options;
    options.serviceId = 1234;
    options.statusDelayMs = 600;
    options.latencyMs = 120;
    options.repliesRate = 0.2;
    d->demo = std::make_unique<simulator::Simulator>(options);
    if (auto started = d->demo->start(); !started)
        return started;
    domain::Account account = d->settings.account(demoAccount).value_or(domain::Account{});
    account.name = demoAccount;
    account.serviceId = options.serviceId;
    account.baseUrl = d->demo->baseUrl();
    account.authentication = domain::Authentication::IpAddress;
    account.demo = true;
    if (account.senders.isEmpty())
        account.senders = {u"Solsiden"_s, u"26114"_s};
    if (!account.sending.pricePerSmsOre)
        account.sending.pricePerSmsOre = 44;
    if (auto saved = d->settings.save(account); !saved)
        return saved;
    if (auto used = d->settings.use(demoAccount); !used)
        return used;
    ReceiverSettings receiving;
    receiving.listenAddress = u"127.0.0.1"_s;
    receiving.port = 0;
    const auto urls = startReceiver(receiving);
    if (!urls)
        return urls.error();
    d->demo->setStatusUrl(QUrl(urls->status));
    d->demo->setInboundUrl(QUrl(urls->inbound));
    return {};
}

base::Result<void> Engine::useAccount(const QString &name)
{
    if (auto used = d->settings.use(name); !used)
        return used;
    if (!d->demo || name == demoAccount)
        return {};
    stopReceiver();
    d->demo.reset();
    return useReceiver(d->settings.receiver());
}

void Engine::simulateReply(const QString &from, const QString &text)
{
    if (d->demo)
        d->demo->simulateInbound(from, text);
}

} // namespace engine
