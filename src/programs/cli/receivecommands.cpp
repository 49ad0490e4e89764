// SPDX-License-Identifier: GPL-3.0-or-later
// receive: the receiver in the foreground, for a machine that is always on.
#include "engine/care.h"
#include "engine/centralsettings.h"
#include "engine/mailbox.h"
#include "engine/ownerserver.h"
#include "engine/owntime.h"
#include "engine/reception.h"
#include "engine/wording.h"
#include "programs/cli/commands.h"
#include "programs/cli/listening.h"
#include "programs/cli/service.h"
#include "programs/interrupt.h"
#include "storage/groupcommit.h"

#include <QEventLoop>
#include <QFileInfo>

namespace cli {
using namespace Qt::StringLiterals;

namespace {

base::Result<engine::ReceiverSettings> receiverSettings(const QCommandLineParser &options,
                                                        engine::ReceiverSettings settings)
{
    const auto at = listenAt(options, {settings.listenAddress, settings.port});
    if (!at)
        return at.error();
    settings.listenAddress = at->address;
    settings.port = at->port;
    const auto url = publicUrl(options, settings.publicUrl);
    if (!url)
        return url.error();
    settings.publicUrl = *url;
    if (auto both = checkCertificateOptions(options); !both)
        return both.error();
    if (options.isSet(u"tls-cert"_s)) {
        settings.certificateFile = options.value(u"tls-cert"_s);
        settings.keyFile = options.value(u"tls-key"_s);
    }
    const auto allowed = addresses(options, u"allow"_s);
    if (!allowed)
        return allowed.error();
    if (!allowed->isEmpty())
        settings.allowed = *allowed;
    const auto proxies = addresses(options, u"trusted-proxy"_s);
    if (!proxies)
        return proxies.error();
    if (!proxies->isEmpty())
        settings.trustedProxies = *proxies;
    return settings;
}

// The window that takes over runs in another folder.
QString absolute(const QString &file)
{
    return file.isEmpty() ? file : QFileInfo(file).absoluteFilePath();
}

QList<QCommandLineOption> receiveOptions()
{
    return listeningOptions() +
           QList<QCommandLineOption>{
               valued(u"trusted-proxy"_s, u"IP"_s,
                      QCoreApplication::translate(
                          "Cli", "a reverse proxy that passes on the caller's address (may be repeated)"))};
}

Ended runReceive(Console &console)
{
    const auto isService = isForService(console.options());
    if (!isService)
        return isService.error();
    const auto profile = console.profile();
    if (!profile)
        return profile.error();
    const engine::Settings stored((*profile)->settingsFile());
    const auto settings = receiverSettings(console.options(), stored.receiver());
    if (!settings)
        return settings.error();
    if (auto permitted = engine::CentralSettings().permits(*settings); !permitted)
        return permitted.error();
    if (*isService) {
        return runService(console, u"budstikke-receive"_s, u"Budstikke's receiver of statuses and replies"_s,
                          QStringList{u"--profile"_s, (*profile)->folder(), u"receive"_s} +
                              asTyped(console.options(), receiveOptions(), {u"tls-cert"_s, u"tls-key"_s}));
    }
    const auto engine = console.engine(Console::CutOff::Meanwhile);
    if (!engine)
        return engine.error();
    const auto urls = (*engine)->reception().start(*settings);
    if (!urls)
        return urls.error();
    (*engine)->care().start();
    (*engine)->mailbox().startAsking();
    QEventLoop loop;
    programs::Interrupt interrupt;
    QObject::connect(&interrupt, &programs::Interrupt::requested, &loop, &QEventLoop::quit);
    // A window may ask to take over; then this process makes room.
    const engine::OwnTime &time = (*engine)->ownTime();
    if (!time.agreesWithClock())
        console.say(engine::wording::clockDoubt(console.clock().nowMs(), time.nowMs()));
    engine::OwnerServer server(**profile);
    if (auto listening = server.listen(); !listening)
        return listening.error();
    engine::ReceiverSettings asRunning = *settings;
    asRunning.port = (*engine)->reception().port();
    asRunning.certificateFile = absolute(settings->certificateFile);
    asRunning.keyFile = absolute(settings->keyFile);
    server.setAnswer(engine::toJson(asRunning));
    QObject::connect(&server, &engine::OwnerServer::takeOverWanted, &loop, &QEventLoop::quit);
    console.print(QJsonObject{{u"statusUrl"_s, urls->status}, {u"inboundUrl"_s, urls->inbound}});
    loop.exec();
    (*engine)->mailbox().stopAsking();
    (*engine)->reception().stop();
    (*engine)->commits().flush();
    return Done;
}

} // namespace

QList<Command> receiveCommands()
{
    return {
        command(u"receive"_s,
                QCoreApplication::translate("Cli", "receive statuses and messages until stopped"), runReceive)
            .with(receiveOptions() + serviceOptions()),
    };
}

} // namespace cli
