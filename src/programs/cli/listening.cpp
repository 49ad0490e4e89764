// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/cli/listening.h"

#include "engine/network.h"

namespace cli {
using namespace Qt::StringLiterals;

namespace {

base::Error wrong(const QString &sentence, const QString &option)
{
    return {base::ErrorCode::Usage, sentence, option};
}

} // namespace

base::Result<ListenAt> listenAt(const QCommandLineParser &options, const ListenAt &otherwise)
{
    if (!options.isSet(u"listen"_s))
        return otherwise;
    const QString typed = options.value(u"listen"_s);
    const qsizetype colon = typed.lastIndexOf(u':');
    bool good = false;
    const uint port = typed.sliced(colon + 1).toUInt(&good);
    QString host = colon > 0 ? typed.first(colon) : otherwise.address;
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    if (host == "localhost"_L1)
        host = u"127.0.0.1"_s;
    if (!good || port > 65535 || !engine::isIpAddress(host)) {
        return wrong(QCoreApplication::translate("Cli", "“%1” is not ADDRESS:PORT (--listen).").arg(typed),
                     u"listen"_s);
    }
    return ListenAt{host, static_cast<quint16>(port)};
}

base::Result<QUrl> publicUrl(const QCommandLineParser &options, const QUrl &otherwise)
{
    if (!options.isSet(u"public-url"_s))
        return otherwise;
    const auto url = engine::publicAddress(options.value(u"public-url"_s));
    if (!url) {
        return wrong(QCoreApplication::translate(
                         "Cli", "“%1” is not an address like https://sms.example.no (--public-url).")
                         .arg(options.value(u"public-url"_s)),
                     u"public-url"_s);
    }
    return url;
}

base::Result<QStringList> addresses(const QCommandLineParser &options, const QString &option)
{
    const QStringList typed = options.values(option);
    for (const QString &text : typed) {
        if (!engine::isIpAddress(text)) {
            return wrong(
                QCoreApplication::translate("Cli", "“%1” is not an IP address (--%2).").arg(text, option),
                option);
        }
    }
    return typed;
}

base::Result<void> checkCertificateOptions(const QCommandLineParser &options)
{
    if (options.isSet(u"tls-cert"_s) == options.isSet(u"tls-key"_s))
        return {};
    return wrong(QCoreApplication::translate("Cli", "Give both --tls-cert and --tls-key."), u"tls-cert"_s);
}

QList<QCommandLineOption> listeningOptions()
{
    return {
        valued(u"listen"_s, u"ADDR:PORT"_s,
               QCoreApplication::translate("Cli", "where to listen; port 0: any free port")),
        valued(u"public-url"_s, u"U"_s,
               QCoreApplication::translate("Cli", "the address by which the gateway reaches this machine")),
        valued(u"tls-cert"_s, u"F"_s, QCoreApplication::translate("Cli", "certificate, PEM")),
        valued(u"tls-key"_s, u"F"_s, QCoreApplication::translate("Cli", "its key, PEM")),
        valued(u"allow"_s, u"IP"_s,
               QCoreApplication::translate(
                   "Cli", "allowed address; replaces the gateway's addresses (may be repeated)")),
    };
}

} // namespace cli
