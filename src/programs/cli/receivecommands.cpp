// SPDX-License-Identifier: GPL-3.0-or-later
// receive: the receiver in the foreground, for a machine that is always on.
#include "engine/care.h"
#include "engine/network.h"
#include "engine/ownerserver.h"
#include "engine/owntime.h"
#include "engine/reception.h"
#include "engine/wording.h"
#include "programs/cli/commands.h"
#include "programs/interrupt.h"
#include "storage/groupcommit.h"

#include <QEventLoop>
#include <QFileInfo>

namespace cli {
using namespace Qt::StringLiterals;

namespace {

base::Result<QStringList> addresses(const QStringList &typed, const QString &option)
{
    for (const QString &text : typed) {
        if (!engine::isIpAddress(text)) {
            return base::Error{
                base::ErrorCode::Usage,
                QCoreApplication::translate("Cli", "“%1” is not an IP address (--%2).").arg(text, option),
                option};
        }
    }
    return typed;
}

base::Result<void> setListen(engine::ReceiverSettings &settings, const QString &typed)
{
    const qsizetype colon = typed.lastIndexOf(u':');
    bool good = false;
    const uint port = typed.sliced(colon + 1).toUInt(&good);
    QString host = colon > 0 ? typed.first(colon) : settings.listenAddress;
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    if (host == "localhost"_L1)
        host = u"127.0.0.1"_s;
    if (!good || port > 65535 || !engine::isIpAddress(host)) {
        return base::Error{
            base::ErrorCode::Usage,
            QCoreApplication::translate("Cli", "“%1” is not ADDRESS:PORT (--listen).").arg(typed),
            u"listen"_s};
    }
    settings.listenAddress = host;
    settings.port = static_cast<quint16>(port);
    return {};
}

base::Result<engine::ReceiverSettings> receiverSettings(const QCommandLineParser &options,
                                                        engine::ReceiverSettings settings)
{
    if (options.isSet(u"listen"_s)) {
        if (auto set = setListen(settings, options.value(u"listen"_s)); !set)
            return set.error();
    }
    if (options.isSet(u"public-url"_s)) {
        const auto url = engine::publicAddress(options.value(u"public-url"_s));
        if (!url) {
            return base::Error{
                base::ErrorCode::Usage,
                QCoreApplication::translate(
                    "Cli", "“%1” is not an address like https://sms.example.no (--public-url).")
                    .arg(options.value(u"public-url"_s)),
                u"public-url"_s};
        }
        settings.publicUrl = *url;
    }
    if (options.isSet(u"tls-cert"_s) != options.isSet(u"tls-key"_s))
        return base::Error{base::ErrorCode::Usage,
                           QCoreApplication::translate("Cli", "Give both --tls-cert and --tls-key."),
                           u"tls-cert"_s};
    if (options.isSet(u"tls-cert"_s)) {
        settings.certificateFile = options.value(u"tls-cert"_s);
        settings.keyFile = options.value(u"tls-key"_s);
    }
    if (options.isSet(u"allow"_s)) {
        const auto allowed = addresses(options.values(u"allow"_s), u"allow"_s);
        if (!allowed)
            return allowed.error();
        settings.allowed = *allowed;
    }
    if (options.isSet(u"trusted-proxy"_s)) {
        const auto proxies = addresses(options.values(u"trusted-proxy"_s), u"trusted-proxy"_s);
        if (!proxies)
            return proxies.error();
        settings.trustedProxies = *proxies;
    }
    return settings;
}

// The window that takes over runs in another folder.
QString absolute(const QString &file)
{
    return file.isEmpty() ? file : QFileInfo(file).absoluteFilePath();
}

int runReceive(Console &console)
{
    const auto profile = console.profile();
    if (!profile)
        return console.fail(profile.error());
    const engine::Settings stored((*profile)->settingsFile());
    const auto settings = receiverSettings(console.options(), stored.receiver());
    if (!settings)
        return console.fail(settings.error());
    const auto engine = console.engine();
    if (!engine)
        return console.fail(engine.error());
    const auto urls = (*engine)->reception().start(*settings);
    if (!urls)
        return console.fail(urls.error());
    (*engine)->care().start();
    QEventLoop loop;
    programs::Interrupt interrupt;
    QObject::connect(&interrupt, &programs::Interrupt::requested, &loop, &QEventLoop::quit);
    // A window may ask to take over; then this process makes room.
    const engine::OwnTime &time = (*engine)->ownTime();
    if (!time.agreesWithClock())
        console.say(engine::wording::clockDoubt(console.clock().nowMs(), time.nowMs()));
    engine::OwnerServer server(**profile);
    if (auto listening = server.listen(); !listening)
        return console.fail(listening.error());
    engine::ReceiverSettings asRunning = *settings;
    asRunning.port = (*engine)->reception().port();
    asRunning.certificateFile = absolute(settings->certificateFile);
    asRunning.keyFile = absolute(settings->keyFile);
    server.setAnswer(engine::toJson(asRunning));
    QObject::connect(&server, &engine::OwnerServer::takeOverWanted, &loop, &QEventLoop::quit);
    console.print(QJsonObject{{u"statusUrl"_s, urls->status}, {u"inboundUrl"_s, urls->inbound}});
    loop.exec();
    (*engine)->reception().stop();
    (*engine)->commits().flush();
    return Done;
}

} // namespace

QList<Command> receiveCommands()
{
    return {
        {{u"receive"_s},
         {},
         QCoreApplication::translate("Cli", "receive statuses and messages until stopped"),
         {valued(u"listen"_s, u"ADDR:PORT"_s,
                 QCoreApplication::translate("Cli", "where to listen; port 0: any free port")),
          valued(u"public-url"_s, u"U"_s,
                 QCoreApplication::translate("Cli", "the address by which the gateway reaches this machine")),
          valued(u"tls-cert"_s, u"F"_s, QCoreApplication::translate("Cli", "certificate, PEM")),
          valued(u"tls-key"_s, u"F"_s, QCoreApplication::translate("Cli", "its key, PEM")),
          valued(u"allow"_s, u"IP"_s,
                 QCoreApplication::translate(
                     "Cli", "allowed address; replaces the gateway's addresses (may be repeated)")),
          valued(u"trusted-proxy"_s, u"IP"_s,
                 QCoreApplication::translate(
                     "Cli", "a reverse proxy that passes on the caller's address (may be repeated)"))},
         0,
         0,
         runReceive}};
}

} // namespace cli
