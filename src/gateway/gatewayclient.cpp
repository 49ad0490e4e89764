// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/gatewayclient.h"

#include "base/isotime.h"
#include "gateway/flight.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QPointer>
#include <QSet>
#include <QSslConfiguration>
#include <QSslSocket>

#include <algorithm>
#include <list>

namespace gateway {
using namespace Qt::StringLiterals;

namespace {

// A QNetworkAccessManager opens six connections to a host; with four requests each there is always
// a free one, and the requests spread over the managers' network threads.
constexpr int requestsPerManager = 4;

using Judge = Outcome (*)(const Exchange &);

struct Lane
{
    std::shared_ptr<QNetworkAccessManager> manager;
    int inFlight = 0;
};

QSslConfiguration tls(const QList<QSslCertificate> &extraAuthorities)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    if (!extraAuthorities.isEmpty()) // naming any turns off the loading of the system's on demand
        configuration.setCaCertificates(QSslConfiguration::systemCaCertificates() + extraAuthorities);
    return configuration;
}

using Password = std::optional<QString>;

// The forms in which an answer may repeat the password: as it was sent, and as pages write it.
QList<QByteArray> formsOf(const QString &password)
{
    const QByteArray array = QJsonDocument(QJsonArray{password}).toJson(QJsonDocument::Compact);
    QSet<QByteArray> forms{password.toUtf8(), password.toLatin1(), array.sliced(2).chopped(2),
                           password.toHtmlEscaped().toUtf8()};
    forms += {password.toUtf8().toPercentEncoding(), password.toLatin1().toPercentEncoding()};
    QList<QByteArray> list = forms.values();
    std::sort(list.begin(), list.end(),
              [](const QByteArray &a, const QByteArray &b) { return a.size() > b.size(); });
    return list;
}

// What the journal keeps of the exchange. A proxy's page may show the request again, and the password is
// nowhere to be kept; nothing is judged by what remains.
Outcome recorded(Outcome outcome, const Exchange &exchange, const Password &password)
{
    constexpr qsizetype shortest = 4; // less would be found by chance
    outcome.httpStatus = exchange.httpStatus;
    outcome.raw = exchange.body;
    if (!password || password->size() < shortest)
        return outcome;
    const QByteArray mask = QByteArrayLiteral("*****");
    for (const QByteArray &form : formsOf(*password)) {
        outcome.raw.replace(form, mask);
        for (QString *words : {&outcome.description, &outcome.reason})
            words->replace(QString::fromUtf8(form), QString::fromLatin1(mask));
    }
    return outcome;
}

// Nothing can be sent by a check, so either interface's answer says that the gateway was reached.
Outcome judgeCheck(const Exchange &exchange)
{
    const Outcome json = judgeSingle(exchange);
    if (json.errorCode)
        return json;
    const Outcome text = judgeSingleText(exchange);
    return text.errorCode ? text : json;
}

// Whether connections are used for several requests. A server may close one after any answer, and a request
// that meets the closing is lost half way: so only where answers tell what becomes of their connection.
enum class Reuse { Unknown, Told, Never };

} // namespace

class GatewayClient::Private
{
public:
    Private(GatewayClient *client, Connection settings)
        : q(client)
        , connection(std::move(settings))
        , loopback(domain::isLoopback(connection.baseUrl))
        , tlsConfiguration(tls(connection.extraAuthorities))
    {
    }

    // Why nothing may be sent at all; empty: it may.
    QString objection() const
    {
        const QString scheme = connection.baseUrl.scheme();
        const bool fits = scheme == "https"_L1 || (scheme == "http"_L1 && loopback); // ACC-02
        if (!fits || connection.baseUrl.host().isEmpty())
            return base::identifier(base::ErrorCode::InsecureUrl);
        if (scheme == "https"_L1 && !QSslSocket::supportsSsl()) // its plugin is loaded by name
            return u"TLS is not installed"_s;
        return {};
    }

    std::shared_ptr<QNetworkAccessManager> newManager() const
    {
        auto manager = std::make_shared<QNetworkAccessManager>();
        // This machine is reached directly, whatever proxy is set for the world.
        manager->setProxy(loopback ? QNetworkProxy(QNetworkProxy::NoProxy) : connection.proxy);
        if (connection.baseUrl.scheme() == "https"_L1) {
            QObject::connect(manager.get(), &QNetworkAccessManager::finished, q,
                             [this](QNetworkReply *reply) {
                                 if (const auto date = base::fromHttpDate(reply->rawHeader("Date")))
                                     Q_EMIT q->dateHeard(*date);
                             });
        }
        return manager;
    }

    Lane &freeLane()
    {
        const auto least = std::min_element(
            lanes.begin(), lanes.end(), [](const Lane &a, const Lane &b) { return a.inFlight < b.inFlight; });
        if (least != lanes.end() && least->inFlight < requestsPerManager)
            return *least;
        return lanes.emplace_back(Lane{newManager(), 0});
    }

    FlightPlan planFor(const QUrl &url) const
    {
        FlightPlan plan;
        plan.request.setUrl(url);
        plan.request.setSslConfiguration(tlsConfiguration);
        plan.deadlineMs = connection.singleDeadlineMs;
        return plan;
    }

    FlightPlan postOf(const QUrl &url, const QByteArray &body) const
    {
        FlightPlan plan = planFor(url);
        plan.request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        plan.body = body;
        return plan;
    }

    void post(const FlightPlan &plan, const Password &password, Judge judge, Done done)
    {
        if (const QString why = objection(); !why.isEmpty())
            return refuse(why, std::move(done));
        if (reuse != Reuse::Told) {
            const auto own = newManager();
            launch(own, plan, [this, own, password, judge, done = std::move(done)](const Exchange &exchange) {
                if (reuse == Reuse::Unknown && exchange.tellsOfConnection) {
                    reuse = Reuse::Told;
                    lanes.emplace_back(Lane{own, 0});
                }
                done(recorded(judge(exchange), exchange, password));
            });
            return;
        }
        Lane &lane = freeLane(); // lanes are never removed: the reference stays good
        ++lane.inFlight;
        launch(lane.manager, plan,
               [this, &lane, password, judge, done = std::move(done)](const Exchange &exchange) {
                   --lane.inFlight;
                   if (!exchange.tellsOfConnection) // lost, perhaps by a closing that nobody told of
                       reuse = Reuse::Never;
                   done(recorded(judge(exchange), exchange, password));
               });
    }

    // A new connection each time: only then is it seen being made, and 'unsent' can be proved while
    // it was not.
    void get(const FlightPlan &plan, const Password &password, Done done)
    {
        if (const QString why = objection(); !why.isEmpty())
            return refuse(why, std::move(done));
        launch(newManager(), plan, [password, done = std::move(done)](const Exchange &exchange) {
            done(recorded(judgeSingleText(exchange), exchange, password));
        });
    }

    void refuse(const QString &why, Done done) const
    {
        Outcome outcome;
        outcome.verdict = Verdict::Unsent;
        outcome.reason = why;
        QMetaObject::invokeMethod(
            q, [done = std::move(done), outcome] { done(outcome); }, Qt::QueuedConnection);
    }

    void launch(std::shared_ptr<QNetworkAccessManager> manager, const FlightPlan &plan,
                std::function<void(const Exchange &)> judged)
    {
        auto landed = [this, judged = std::move(judged)](Flight &flight, const Exchange &exchange) {
            flights.remove(&flight);
            flight.deleteLater(); // it is still on the stack
            judged(exchange);     // last: it may delete the client
        };
        flights.insert(new Flight(std::move(manager), plan, std::move(landed)));
    }

    GatewayClient *const q;
    const Connection connection;
    const bool loopback;
    const QSslConfiguration tlsConfiguration;
    std::list<Lane> lanes;
    Reuse reuse = Reuse::Unknown;
    QSet<Flight *> flights; // owned
};

GatewayClient::GatewayClient(Connection connection, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(connection)))
{
}

GatewayClient::~GatewayClient()
{
    qDeleteAll(std::exchange(d->flights, {}));
}

void GatewayClient::postSingle(const PushRequest &request, Done done)
{
    const QUrl url = singleUrl(d->connection.baseUrl);
    if (d->connection.method == domain::Method::Json)
        return d->post(d->postOf(url, singleBody(request)), request.password, &judgeSingle, std::move(done));
    FlightPlan plan =
        d->planFor(QUrl::fromEncoded(url.toEncoded() + '?' + singleQuery(request), QUrl::StrictMode));
    plan.verb = "GET";
    d->get(plan, request.password, std::move(done));
}

void GatewayClient::postBulk(const PushRequest &request, Done done)
{
    FlightPlan plan = d->postOf(bulkUrl(d->connection.baseUrl), bulkBody(request));
    plan.deadlineMs = d->connection.bulkDeadlineMs;
    d->post(plan, request.password, &judgeBulk,
            [done = std::move(done), sent = request.numbers](const Outcome &outcome) {
                done(sent.isEmpty() ? outcome : namedAsSent(outcome, sent)); // none: a group
            });
}

void GatewayClient::check(qint64 serviceId, const std::optional<QString> &password, Done done)
{
    const QUrl url = singleUrl(d->connection.baseUrl);
    d->post(d->postOf(url, checkBody(serviceId, password)), password, &judgeCheck, std::move(done));
}

void GatewayClient::abortAll()
{
    QList<QPointer<Flight>> inFlight; // their done may delete this client
    for (Flight *flight : std::as_const(d->flights))
        inFlight.append(flight);
    for (const QPointer<Flight> &flight : inFlight) {
        if (flight)
            flight->abort();
    }
}

} // namespace gateway
