// SPDX-License-Identifier: GPL-3.0-or-later
// The demo account: its gateway sends nothing, and leaving it puts the receiver back.
#include "engine/accounts.h"
#include "engine/demogateway.h"
#include "engine/office.h"
#include "engine/reception.h"
#include "support/patience.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestDemoGateway : public QObject
{
    Q_OBJECT

    // As the simulator is told that somebody writes; whether it was.
    static bool somebodyWrites(const domain::Account &demo)
    {
        QNetworkAccessManager network;
        QNetworkRequest request(demo.baseUrl.resolved(QUrl(u"simulate/inbound"_s)));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        QNetworkReply *reply = network.post(request, R"({"from":"+4799999991","text":"Kommer!"})");
        QSignalSpy finished(reply, &QNetworkReply::finished);
        return finished.wait(support::patienceMs) && reply->error() == QNetworkReply::NoError;
    }

private Q_SLOTS:
    void itsAccountIsUsedAndItReceives()
    {
        support::Office office;
        QVERIFY(office.engine->demoGateway().start().ok());
        const auto account = office.engine->settings().account({});
        QVERIFY(account && account->demo);
        QCOMPARE(account->name, engine::DemoGateway::accountName());
        QVERIFY(office.engine->reception().isReceiving());
        QSignalSpy came(&office.engine->reception(), &engine::Reception::messageReceived);
        QVERIFY(somebodyWrites(*account));
        QTRY_COMPARE(came.size(), 1);
        QCOMPARE(came.constFirst().at(1).toString(), u"Kommer!"_s);
    }

    void whileItRunsTheReceiversSettingsAreOnlyKept()
    {
        support::Office office;
        QVERIFY(office.engine->demoGateway().start().ok());
        const quint16 port = office.engine->reception().port();
        engine::ReceiverSettings settings;
        settings.listenAddress = u"127.0.0.1"_s;
        settings.port = 0;
        settings.enabled = false;
        QVERIFY(office.engine->reception().use(settings).ok());
        QCOMPARE(office.engine->reception().port(), port);
        QCOMPARE(office.engine->settings().receiver().listenAddress, u"127.0.0.1"_s);
    }

    void usingAnotherAccountLeavesIt()
    {
        support::Office office;
        QVERIFY(office.engine->demoGateway().start().ok());
        const auto demo = office.engine->settings().account({});
        QVERIFY(demo && somebodyWrites(*demo));
        QVERIFY(office.engine->accounts().use(u"default"_s).ok());
        QVERIFY(!office.engine->reception().isReceiving()); // as the settings say
        QVERIFY(!somebodyWrites(*demo));                    // nobody is there any more
    }
};

QTEST_GUILESS_MAIN(TestDemoGateway)
#include "tst_demogateway.moc"
