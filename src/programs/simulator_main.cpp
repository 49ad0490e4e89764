// SPDX-License-Identifier: GPL-3.0-or-later
// budstikke-simulator: a gateway that sends nothing (cli.md, last part).
#include "programs/interrupt.h"
#include "programs/utf8console.h"
#include "simulator/faults.h"
#include "simulator/simulator.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <functional>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

int usage(const QString &problem)
{
    std::fprintf(stderr, "%s See budstikke-simulator --help.\n", qUtf8Printable(problem));
    return 2;
}

int say(const QString &text)
{
    std::fputs(qUtf8Printable(text), stdout);
    return 0;
}

QString helpText()
{
    QString text = u"A gateway that sends nothing: it judges requests, answers, and posts statuses and "
                   "inbound messages.\n\nFaults of a request (one at most happens to each):\n"_s;
    for (const simulator::FaultKind &kind : simulator::requestFaults())
        text += u"  %1 %2\n"_s.arg(kind.name.leftJustified(16), kind.meaning);
    text += u"  %1 %2\n"_s.arg(u"errorN"_s.leftJustified(16), u"refuses it with error code N (1 to 999)"_s);
    text += u"Faults of the statuses (each message may meet several):\n"_s;
    for (const simulator::FaultKind &kind : simulator::statusFaults())
        text += u"  %1 %2\n"_s.arg(kind.name.leftJustified(16), kind.meaning);
    return text +
           u"\nPOST /simulate/inbound with {\"from\",\"to\",\"text\",\"keyword\","
           "\"form\":\"json|get\",\"files\"} posts an inbound message to --inbound-url.\n"
           "The expected password is BUDSTIKKE_SIMULATOR_PASSWORD; without it, any password is accepted."_s;
}

// "127.0.0.1:8080", "localhost:0", "[::1]:8080".
bool setListen(simulator::Options &options, const QString &typed)
{
    const qsizetype colon = typed.lastIndexOf(u':');
    if (colon <= 0)
        return false;
    QString host = typed.first(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1).chopped(1);
    bool good = false;
    options.port = typed.sliced(colon + 1).toUShort(&good);
    options.listenAddress = QHostAddress(host == "localhost"_L1 ? u"127.0.0.1"_s : host);
    return good && !options.listenAddress.isNull();
}

bool setUrl(const QCommandLineParser &parser, const QString &name, QUrl &url)
{
    if (!parser.isSet(name))
        return true;
    url = QUrl(parser.value(name), QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
}

bool setNumber(const QCommandLineParser &parser, const QString &name, qint64 least, qint64 most,
               const std::function<void(qint64)> &store)
{
    if (!parser.isSet(name))
        return true;
    bool good = false;
    const qint64 value = parser.value(name).toLongLong(&good);
    if (!good || value < least || value > most)
        return false;
    store(value);
    return true;
}

bool setFault(simulator::Options &options, const QString &typed)
{
    const qsizetype colon = typed.indexOf(u':');
    if (colon < 1)
        return false;
    bool good = false;
    const double rate = typed.sliced(colon + 1).toDouble(&good);
    options.faults.insert(typed.first(colon), rate);
    return good && simulator::Faults().set(typed.first(colon), rate);
}

// The sentence that says what is wrong with the command line, or nothing.
QString problemWith(const QCommandLineParser &parser, simulator::Options &options)
{
    constexpr qint64 most32 = std::numeric_limits<quint32>::max();
    if (!parser.positionalArguments().isEmpty())
        return u"Unexpected argument; only options are accepted."_s;
    if (parser.isSet(u"listen"_s) && !setListen(options, parser.value(u"listen"_s)))
        return u"--listen needs ADDRESS:PORT."_s;
    if (!setUrl(parser, u"status-url"_s, options.statusUrl) ||
        !setUrl(parser, u"inbound-url"_s, options.inboundUrl))
        return u"--status-url and --inbound-url need an http or https address."_s;
    if (!setNumber(parser, u"service-id"_s, 1, std::numeric_limits<qint64>::max(),
                   [&](qint64 value) { options.serviceId = value; }))
        return u"--service-id needs a number above 0."_s;
    if (!setNumber(parser, u"seed"_s, 0, most32,
                   [&](qint64 value) { options.seed = static_cast<quint32>(value); }))
        return u"--seed needs a whole number."_s;
    if (!setNumber(parser, u"latency"_s, 0, 3'600'000,
                   [&](qint64 value) { options.latencyMs = static_cast<int>(value); }))
        return u"--latency needs milliseconds."_s;
    for (const QString &fault : parser.values(u"fault"_s)) {
        if (!setFault(options, fault))
            return u"--fault needs KIND:RATE with a known kind and a rate from 0 to 1, not “%1”."_s.arg(
                fault);
    }
    return {};
}

} // namespace

int main(int argc, char *argv[])
{
    const programs::Utf8Console letters;
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"budstikke-simulator"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BUDSTIKKE_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(helpText());
    parser.addOptions({
        {u"listen"_s, u"where to listen (127.0.0.1:0); port 0: any"_s, u"ADDR:PORT"_s},
        {u"status-url"_s, u"where statuses go"_s, u"U"_s},
        {u"inbound-url"_s, u"where inbound messages go"_s, u"U"_s},
        {u"service-id"_s, u"the only accepted service ID (default: any)"_s, u"N"_s},
        {u"seed"_s, u"random seed (default: 1)"_s, u"N"_s},
        {u"latency"_s, u"milliseconds before each answer (0)"_s, u"MS"_s},
        {u"fault"_s, u"a fault and how often, 0 to 1; may be repeated"_s, u"KIND:RATE"_s},
        {u"no-duplicate-lock"_s, u"the same message may come again at once"_s},
        {u"log"_s, u"JSON lines of complete requests, without passwords"_s, u"FILE"_s},
    });
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    if (!parser.parse(QCoreApplication::arguments()))
        return usage(parser.errorText());
    // The parser's own showVersion() and showHelp() open a window on Windows where there is no console.
    if (parser.isSet(version))
        return say(u"budstikke-simulator %1\n"_s.arg(QCoreApplication::applicationVersion()));
    if (parser.isSet(help))
        return say(parser.helpText());

    simulator::Options options;
    options.duplicateLock = !parser.isSet(u"no-duplicate-lock"_s);
    options.logFile = parser.value(u"log"_s);
    if (qEnvironmentVariableIsSet("BUDSTIKKE_SIMULATOR_PASSWORD"))
        options.password = qEnvironmentVariable("BUDSTIKKE_SIMULATOR_PASSWORD");
    if (const QString problem = problemWith(parser, options); !problem.isEmpty())
        return usage(problem);

    simulator::Simulator simulator(options);
    if (const auto started = simulator.start(); !started) {
        std::fprintf(stderr, "The simulator cannot start: %s\n", qUtf8Printable(started.error().detail));
        return 1;
    }
    programs::Interrupt interrupt;
    QObject::connect(&interrupt, &programs::Interrupt::requested, &application, &QCoreApplication::quit);
    const QJsonObject first{{u"baseUrl"_s, simulator.baseUrl().toString()}};
    std::printf("%s\n", QJsonDocument(first).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    return QCoreApplication::exec();
}
