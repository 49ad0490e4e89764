// SPDX-License-Identifier: GPL-3.0-or-later
// budstikke-simulator: a gateway that sends nothing (cli.md, last part).
#include "programs/interrupt.h"
#include "simulator/simulator.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

int usage(const QString &problem)
{
    std::fprintf(stderr, "%s See budstikke-simulator --help.\n", qUtf8Printable(problem));
    return 2;
}

bool setListen(simulator::Options &options, const QString &typed)
{
    const qsizetype colon = typed.lastIndexOf(u':');
    bool good = false;
    const uint port = typed.sliced(colon + 1).toUInt(&good);
    if (colon > 0)
        options.listenAddress =
            QHostAddress(typed.first(colon) == "localhost"_L1 ? u"127.0.0.1"_s : typed.first(colon));
    options.port = static_cast<quint16>(port);
    return good && port <= 65535 && !options.listenAddress.isNull();
}

bool setNumber(const QCommandLineParser &parser, const QString &name, qint64 least,
               const std::function<void(qint64)> &store)
{
    if (!parser.isSet(name))
        return true;
    bool good = false;
    const qint64 value = parser.value(name).toLongLong(&good);
    if (good && value >= least)
        store(value);
    return good && value >= least;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"budstikke-simulator"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BUDSTIKKE_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"A gateway that sends nothing. Faults of requests: "_s + simulator::requestFaults().join(u", "_s) +
        u"; of statuses: "_s + simulator::statusFaults().join(u", "_s) +
        u". POST /simulate/inbound with "
        u"{\"from\",\"to\",\"text\",\"keyword\",\"form\":\"json|get\",\"files\"} posts an inbound "
        "message."_s);
    parser.addOptions({
        {u"listen"_s, u"where to listen; port 0: any"_s, u"ADDR:PORT"_s},
        {u"status-url"_s, u"where statuses go"_s, u"U"_s},
        {u"inbound-url"_s, u"where inbound messages go"_s, u"U"_s},
        {u"service-id"_s, u"the only serviceid that is right"_s, u"N"_s},
        {u"seed"_s, u"of what is random"_s, u"N"_s},
        {u"latency"_s, u"milliseconds before each answer"_s, u"MS"_s},
        {u"fault"_s, u"a fault and how often, 0 to 1 (repeat)"_s, u"KIND:RATE"_s},
        {u"no-duplicate-lock"_s, u"the same message may come again at once"_s},
        {u"log"_s, u"JSON lines of complete requests, without passwords"_s, u"FILE"_s},
    });
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    if (!parser.parse(QCoreApplication::arguments()))
        return usage(parser.errorText());
    if (parser.isSet(version))
        parser.showVersion();
    if (parser.isSet(help))
        parser.showHelp();
    if (!parser.positionalArguments().isEmpty())
        return usage(u"There is nothing to give beside options."_s);

    simulator::Options options;
    options.statusUrl = QUrl(parser.value(u"status-url"_s));
    options.inboundUrl = QUrl(parser.value(u"inbound-url"_s));
    options.duplicateLock = !parser.isSet(u"no-duplicate-lock"_s);
    options.logFile = parser.value(u"log"_s);
    if (qEnvironmentVariableIsSet("BUDSTIKKE_SIMULATOR_PASSWORD"))
        options.password = qEnvironmentVariable("BUDSTIKKE_SIMULATOR_PASSWORD");
    if (parser.isSet(u"listen"_s) && !setListen(options, parser.value(u"listen"_s)))
        return usage(u"--listen needs ADDRESS:PORT."_s);
    if (!setNumber(parser, u"service-id"_s, 1, [&](qint64 value) { options.serviceId = value; }) ||
        !setNumber(parser, u"seed"_s, 0, [&](qint64 value) { options.seed = static_cast<quint32>(value); }) ||
        !setNumber(parser, u"latency"_s, 0,
                   [&](qint64 value) { options.latencyMs = static_cast<int>(value); }))
        return usage(u"--service-id, --seed and --latency need whole numbers."_s);
    for (const QString &fault : parser.values(u"fault"_s)) {
        const qsizetype colon = fault.indexOf(u':');
        bool good = colon > 0;
        const double rate = good ? fault.sliced(colon + 1).toDouble(&good) : 0;
        if (!good)
            return usage(u"--fault needs KIND:RATE."_s);
        options.faults.insert(fault.first(colon), rate);
    }
    simulator::Simulator simulator(options);
    if (const auto started = simulator.start(); !started) {
        if (started.error().code == base::ErrorCode::InvalidField)
            return usage(u"There is no fault “%1” at that rate."_s.arg(started.error().detail));
        std::fprintf(stderr, "The simulator cannot start: %s\n", qUtf8Printable(started.error().detail));
        return 1;
    }
    programs::Interrupt interrupt;
    QObject::connect(&interrupt, &programs::Interrupt::requested, &application, &QCoreApplication::quit);
    const QJsonObject first{{u"baseUrl"_s, simulator.baseUrl().toString()}};
    std::printf("%s\n", QJsonDocument(first).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    return application.exec();
}
