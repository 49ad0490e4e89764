// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reception.h"

#include "campaign/statusprojector.h"
#include "engine/centralsettings.h"
#include "engine/changes.h"
#include "engine/inboxrules.h"
#include "receiver/receiver.h"

#include <QFile>
#include <QSaveFile>

#include <tuple>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

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

receiver::ReceiverRules receiverRules(const ReceiverSettings &settings, const QString &secret)
{
    receiver::ReceiverRules rules;
    rules.listenAddress = QHostAddress(settings.listenAddress);
    rules.port = settings.port;
    rules.publicUrl = settings.publicUrl;
    rules.secret = secret;
    rules.allowed =
        settings.allowed.isEmpty() ? receiver::Receiver::gatewayAddresses() : addresses(settings.allowed);
    rules.trustedProxies = addresses(settings.trustedProxies);
    rules.certificateFile = settings.certificateFile;
    rules.keyFile = settings.keyFile;
    return rules;
}

} // namespace

Reception::Reception(const ReceptionContext &context)
    : m_context(context)
    , m_intake(context.database, context.commits, context.clock)
{
    connect(&m_intake, &inbox::Intake::messageStored, this, &Reception::messageReceived);
    // Queued: the group of commits that wanted it has to be done with first.
    connect(&m_intake, &inbox::Intake::replyWanted, this, &Reception::replyWanted, Qt::QueuedConnection);
}

Reception::~Reception() = default;

receiver::Sink Reception::sink()
{
    receiver::Sink sink;
    sink.status = [this](const domain::StatusEvent &event, const receiver::Done &done) {
        m_context.statuses.take(event, [this, done, at = event.receivedMs](bool stored) {
            done(stored);
            if (stored)
                m_context.changes.noteStatus(at);
        });
    };
    sink.inbound = [this](const domain::InboundMessage &message, const receiver::Done &done) {
        m_intake.take(message, done);
    };
    sink.quarantine = [this](const domain::Quarantined &item, const receiver::Done &done) {
        m_intake.takeQuarantined(item, done);
    };
    return sink;
}

base::Result<ReceiverUrls> Reception::start(const ReceiverSettings &settings)
{
    const auto secret = receiverSecret(m_context.profile.secretFile());
    if (!secret)
        return secret.error();
    receiver::ReceiverRules listening = receiverRules(settings, *secret);
    const auto account = m_context.settings.account({});
    listening.loopbackAllowed = account && domain::isLoopback(account->baseUrl);

    inbox::IntakeRules intake = rules();
    intake.watchCounters = settings.watchCounters;
    m_intake.setRules(intake);

    m_receiver = std::make_unique<receiver::Receiver>(listening, sink(), m_context.clock);
    if (auto started = m_receiver->start(); !started) {
        stop();
        return started.error();
    }
    Q_EMIT receivingChanged(true);
    return urls();
}

void Reception::close()
{
    m_receiver.reset();
}

void Reception::stop()
{
    m_receiver.reset();
    Q_EMIT receivingChanged(false);
}

base::Result<void> Reception::use(const ReceiverSettings &settings)
{
    if (auto good = engine::check(settings); !good)
        return good;
    if (auto permitted = CentralSettings().permits(settings); !permitted)
        return permitted;
    if (m_demo) // the demo's own receiver stays as it is
        return m_context.settings.save(settings);
    const ReceiverSettings former = m_context.settings.receiver();
    if (settings.enabled) {
        const bool was = isReceiving();
        if (const auto started = start(settings); !started) {
            if (was)
                std::ignore = start(former);
            return started.error();
        }
    } else {
        stop();
    }
    return m_context.settings.save(settings);
}

base::Result<ReceiverUrls> Reception::startForDemo()
{
    m_demo = true;
    ReceiverSettings receiving;
    receiving.listenAddress = u"127.0.0.1"_s;
    receiving.port = 0;
    return start(receiving);
}

base::Result<void> Reception::endDemo()
{
    m_demo = false;
    stop();
    return use(m_context.settings.receiver());
}

quint16 Reception::port() const
{
    return m_receiver ? m_receiver->port() : quint16(0);
}

std::optional<QDateTime> Reception::certificateExpiry() const
{
    return m_receiver ? m_receiver->certificateExpiry() : std::nullopt;
}

bool Reception::isReceiving() const
{
    return m_receiver != nullptr;
}

ReceiverUrls Reception::urls() const
{
    if (!m_receiver)
        return {};
    return {m_receiver->statusUrl(), m_receiver->inboundUrl()};
}

void Reception::test(bool outside, const std::function<void(SelfTest)> &done)
{
    if (!m_receiver)
        return done({SelfTest::NotReceiving, {}});
    testReceiver(*m_receiver, outside, done, this);
}

inbox::IntakeRules Reception::rules() const
{
    return inboxRules(m_context.settings);
}

base::Result<void> Reception::setRules(const inbox::IntakeRules &rules)
{
    if (auto kept = saveInboxRules(m_context.settings, rules); !kept)
        return kept;
    m_intake.setRules(rules);
    return {};
}

} // namespace engine
