// SPDX-License-Identifier: GPL-3.0-or-later
// mailbox new, serve, key save and key load: what is made for a mailbox, and the mailbox itself.
#include "programs/cli/mailboxcommands.h"
#include "engine/mailboxkeys.h"
#include "mailbox/server.h"
#include "programs/cli/listening.h"
#include "programs/cli/service.h"
#include "programs/interrupt.h"

#include <QEventLoop>

namespace cli {
using namespace Qt::StringLiterals;

namespace {

constexpr quint16 usualPort = 8089; // beside the receiver's

Ended done(Console &console, const QString &file)
{
    if (console.json())
        console.print(QJsonObject{{u"file"_s, file}});
    return Done;
}

Ended runNew(Console &console)
{
    const QString file = console.options().value(u"o"_s);
    if (file.isEmpty())
        return badUsage(QCoreApplication::translate("Cli", "Give the file to write with -o FILE."));
    const auto profile = console.profile();
    if (!profile)
        return profile.error();
    const bool server = console.options().isSet(u"server"_s);
    const auto kind = server ? engine::MailboxFile::ServerSettings : engine::MailboxFile::Php;
    if (auto written = engine::writeMailboxFile(**profile, kind, file); !written)
        return written.error();
    return done(console, file);
}

// The private key to or from the file that the command names.
template <typename Move>
Ended moveKey(Console &console, Move move)
{
    const QString file = console.words().constFirst();
    const auto profile = console.profile();
    if (!profile)
        return profile.error();
    if (auto moved = move(**profile, file); !moved)
        return moved.error();
    return done(console, file);
}

Ended runKeySave(Console &console)
{
    return moveKey(console, engine::saveMailboxKeys);
}

Ended runKeyLoad(Console &console)
{
    return moveKey(console, engine::loadMailboxKeys);
}

base::Result<mailbox::ServerRules> serverRules(const QCommandLineParser &options)
{
    if (auto both = checkCertificateOptions(options); !both)
        return both.error();
    const bool tls = options.isSet(u"tls-cert"_s);
    const auto at = listenAt(options, {tls ? u"0.0.0.0"_s : u"127.0.0.1"_s, usualPort});
    if (!at)
        return at.error();
    const auto url = publicUrl(options, {});
    if (!url)
        return url.error();
    const auto allowed = addresses(options, u"allow"_s);
    if (!allowed)
        return allowed.error();
    mailbox::ServerRules rules;
    rules.listenAddress = QHostAddress(at->address);
    rules.port = at->port;
    rules.publicUrl = *url;
    rules.certificateFile = options.value(u"tls-cert"_s);
    rules.keyFile = options.value(u"tls-key"_s);
    if (!allowed->isEmpty()) {
        rules.allowed.clear();
        for (const QString &address : *allowed)
            rules.allowed.append(QHostAddress(address));
    }
    if (!tls && !rules.listenAddress.isLoopback()) {
        return base::Error{
            base::ErrorCode::Usage,
            QCoreApplication::translate(
                "Cli", "Without a certificate the mailbox listens on this machine only. Give --tls-cert and "
                       "--tls-key, or put a web server in front of it and --listen 127.0.0.1:PORT."),
            u"listen"_s};
    }
    return rules;
}

QList<QCommandLineOption> serveOptions()
{
    return QList<QCommandLineOption>{
               valued(u"config"_s, u"FILE"_s,
                      QCoreApplication::translate("Cli", "the settings written by mailbox new --server")),
               valued(u"data"_s, u"DIR"_s,
                      QCoreApplication::translate("Cli", "the folder for what comes in"))} +
           listeningOptions();
}

Ended runServe(Console &console)
{
    const QCommandLineParser &options = console.options();
    const auto isService = isForService(options);
    if (!isService)
        return isService.error();
    const QString name = u"budstikke-mailbox"_s;
    const QString description = u"Budstikke's mailbox for statuses and replies"_s;
    if (*isService && options.isSet(u"remove"_s))
        return runService(console, name, description, {});
    if (!options.isSet(u"config"_s) || !options.isSet(u"data"_s)) {
        return badUsage(QCoreApplication::translate(
            "Cli", "Give the mailbox's settings with --config FILE and its folder with --data DIR."));
    }
    const auto rules = serverRules(options);
    if (!rules)
        return rules.error();
    const auto config = mailbox::readConfig(options.value(u"config"_s));
    if (!config)
        return config.error();
    if (*isService) {
        return runService(
            console, name, description,
            QStringList{u"mailbox"_s, u"serve"_s} +
                asTyped(options, serveOptions(), {u"config"_s, u"data"_s, u"tls-cert"_s, u"tls-key"_s}));
    }
    const auto store = mailbox::Store::open(options.value(u"data"_s), console.clock());
    if (!store)
        return store.error();
    mailbox::Server server(*rules, *config, **store, console.clock());
    if (auto started = server.start(); !started)
        return started.error();
    QEventLoop loop;
    programs::Interrupt interrupt;
    QObject::connect(&interrupt, &programs::Interrupt::requested, &loop, &QEventLoop::quit);
    console.print(QJsonObject{{u"statusUrl"_s, server.statusUrl()},
                              {u"inboundUrl"_s, server.inboundUrl()},
                              {u"mailboxUrl"_s, server.url()}});
    loop.exec();
    return Done;
}

} // namespace

QList<Command> mailboxCommands()
{
    return {
        command(u"mailbox new"_s,
                QCoreApplication::translate(
                    "Cli", "write the mailbox's file for a web host, or the settings for serve"),
                runNew)
            .with({valued(u"o"_s, u"FILE"_s, QCoreApplication::translate("Cli", "the file to write")),
                   flag(u"server"_s,
                        QCoreApplication::translate("Cli", "write the settings for mailbox serve"))}),
        command(u"mailbox serve"_s,
                QCoreApplication::translate("Cli", "run a mailbox until stopped; needs no profile"), runServe)
            .with(serveOptions() + serviceOptions()),
        command(u"mailbox key save"_s,
                QCoreApplication::translate("Cli", "save a copy of the mailbox's private key"), runKeySave)
            .takes(u"FILE"_s),
        command(u"mailbox key load"_s, QCoreApplication::translate("Cli", "load a saved private key"),
                runKeyLoad)
            .takes(u"FILE"_s),
    };
}

} // namespace cli
