// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/selftest.h"

#include "receiver/receiver.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
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

// The path lies beside the two real ones, so that nothing can be stored by it, and is this test's alone.
// That it was asked for here, and not what was answered on the way, is what proves the way.
void testReceiver(receiver::Receiver &receiver, bool outside, const std::function<void(SelfTest)> &done,
                  QObject *parent)
{
    QUrl url(receiver.statusUrl());
    if (!outside) {
        url.setScheme(receiver.certificateExpiry() ? u"https"_s : u"http"_s);
        url.setHost(u"127.0.0.1"_s);
        url.setPort(receiver.port());
    }
    QString path = url.path();
    path.chop(static_cast<qsizetype>(qstrlen("status")));
    const QByteArray leaf = "selftest-" + receiver::Receiver::newSecret().toLatin1();
    url.setPath(path + QLatin1String(leaf));

    auto *manager = new QNetworkAccessManager(parent);
    manager->setTransferTimeout(patienceMs);
    auto seen = std::make_shared<bool>(false);
    const QPointer<receiver::Receiver> tested = &receiver;
    QObject::connect(tested, &receiver::Receiver::probed, manager,
                     [seen, leaf](const QByteArray &asked) { *seen = *seen || asked == leaf; });
    tested->expectProbe(leaf);
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    QNetworkReply *reply = manager->get(request);
    if (!outside)
        reply->ignoreSslErrors(); // the certificate is not made out to this computer's inner address
    QObject::connect(reply, &QNetworkReply::finished, manager, [manager, reply, tested, leaf, seen, done] {
        // What the server saw may be told a turn after its answer has come.
        QTimer::singleShot(
            200, manager,
            [manager, error = reply->error(), tested, leaf, seen, done, text = reply->errorString()] {
                manager->deleteLater();
                if (tested)
                    tested->endProbe(leaf);
                done(*seen ? SelfTest{SelfTest::Arrived, {}} : SelfTest{resultOf(error), text});
            });
    });
}

} // namespace engine
