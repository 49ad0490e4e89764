// SPDX-License-Identifier: GPL-3.0-or-later
// The Engine's test of its own receiver: one harmless request that must arrive here.
#include "engine/engine_p.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 15000;

SelfTest::Result resultOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return SelfTest::NameNotFound;
    case QNetworkReply::ConnectionRefusedError:
        return SelfTest::Refused;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError:
        return SelfTest::TimedOut;
    case QNetworkReply::SslHandshakeFailedError:
        return SelfTest::BadCertificate;
    default:
        return SelfTest::OtherServer; // something answered, but not we
    }
}

} // namespace

// The path lies beside the two real ones, so that nothing can be stored by it. That the request was
// seen here, and not what was answered on the way, is what proves the way.
void Engine::testReceiver(bool outside, std::function<void(SelfTest)> done)
{
    if (!d->receiver)
        return done({SelfTest::NotReceiving, {}});
    QUrl url(d->receiver->statusUrl());
    if (!outside) {
        url.setScheme(d->receiver->certificateExpiry() ? u"https"_s : u"http"_s);
        url.setHost(u"127.0.0.1"_s);
        url.setPort(d->receiver->port());
    }
    QString path = url.path();
    path.chop(static_cast<qsizetype>(qstrlen("status")));
    url.setPath(path + "selftest"_L1);

    auto *manager = new QNetworkAccessManager(this);
    manager->setTransferTimeout(patienceMs);
    auto seen = std::make_shared<bool>(false);
    connect(d->receiver.get(), &receiver::Receiver::rejected, manager,
            [seen](const QString &, const QString &) { *seen = true; });
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    QNetworkReply *reply = manager->get(request);
    if (!outside)
        reply->ignoreSslErrors(); // the certificate is not made out to this computer's inner address
    connect(reply, &QNetworkReply::finished, manager, [manager, reply, seen, done] {
        // What the server saw may be told a turn after its answer has come.
        QTimer::singleShot(
            200, manager, [manager, error = reply->error(), seen, done, text = reply->errorString()] {
                manager->deleteLater();
                done(*seen ? SelfTest{SelfTest::Arrived, {}} : SelfTest{resultOf(error), text});
            });
    });
}

} // namespace engine
