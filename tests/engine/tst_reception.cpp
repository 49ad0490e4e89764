// SPDX-License-Identifier: GPL-3.0-or-later
// The receiver as the window sets it up: its settings, its test of itself, and the confirmed opt-out.
#include "engine/contactbook.h"
#include "engine/planning.h"
#include "engine/reception.h"
#include "office.h"
#include "storage/inboxrepository.h"
#include "support/patience.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using engine::ReceiverSettings;
using engine::SelfTest;

namespace {

ReceiverSettings onLoopback(quint16 port = 0)
{
    ReceiverSettings settings;
    settings.enabled = true;
    settings.listenAddress = u"127.0.0.1"_s;
    settings.port = port;
    return settings;
}

quint16 freePort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("no port");
    return server.serverPort();
}

SelfTest test(engine::Engine &engine, bool outside)
{
    std::optional<SelfTest> result;
    engine.reception().test(outside, [&result](const SelfTest &found) { result = found; });
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, 30000))
        qFatal("the test did not end");
    return *result;
}

} // namespace

class TestReception : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTestOnThisComputer()
    {
        support::Office office;
        QCOMPARE(test(*office.engine, false).result, SelfTest::NotReceiving);
        QVERIFY(office.engine->reception().use(onLoopback()).ok());
        QCOMPARE(test(*office.engine, false).result, SelfTest::Arrived);
        QVERIFY(storage::InboxRepository(office.engine->database()).messages({}).value().isEmpty());
    }

    void theTestFromOutside_data()
    {
        QTest::addColumn<QString>("publicHost"); // OWN, OTHER and CLOSED stand for ports
        QTest::addColumn<SelfTest::Result>("expected");
        QTest::newRow("ACC-03 the public address leads here")
            << u"http://127.0.0.1:OWN"_s << SelfTest::Arrived;
        QTest::newRow("ACC-03 a path of the proxy is kept, and belongs to the way")
            << u"http://127.0.0.1:OWN/sms/"_s << SelfTest::Arrived;
        QTest::newRow("nothing listens there") << u"http://127.0.0.1:CLOSED"_s << SelfTest::Refused;
        QTest::newRow("something else answers there") << u"http://127.0.0.1:OTHER"_s << SelfTest::OtherServer;
        QTest::newRow("nobody knows the name") << u"http://nowhere.invalid"_s << SelfTest::NameNotFound;
    }
    void theTestFromOutside()
    {
        QFETCH(QString, publicHost);
        QFETCH(SelfTest::Result, expected);
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        connect(&other, &QTcpServer::newConnection, &other, [&other] {
            QTcpSocket *socket = other.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
        support::Office office;
        ReceiverSettings settings = onLoopback(freePort());
        publicHost.replace(u"OWN"_s, QString::number(settings.port));
        publicHost.replace(u"OTHER"_s, QString::number(other.serverPort()));
        publicHost.replace(u"CLOSED"_s, QString::number(freePort()));
        settings.publicUrl = QUrl(publicHost);
        QVERIFY(office.engine->reception().use(settings).ok());
        QVERIFY(office.engine->reception().urls().status.startsWith(publicHost));
        QCOMPARE(test(*office.engine, true).result, expected);
    }

    void anotherRequestDuringTheTestProvesNothing()
    {
        support::Office office;
        ReceiverSettings settings = onLoopback(freePort());
        QTcpServer other; // where the public address leads by mistake
        QVERIFY(other.listen(QHostAddress::LocalHost));
        QTcpSocket stranger; // who looks for something else here, just then
        connect(&other, &QTcpServer::newConnection, &other, [&] {
            QTcpSocket *socket = other.nextPendingConnection();
            connect(&stranger, &QTcpSocket::disconnected, socket, [socket] {
                socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                socket->disconnectFromHost();
            });
            stranger.connectToHost(QHostAddress::LocalHost, settings.port);
            stranger.write("GET /favicon.ico HTTP/1.1\r\nHost: h\r\n\r\n");
        });
        settings.publicUrl = QUrl(u"http://127.0.0.1:%1"_s.arg(other.serverPort()));
        QVERIFY(office.engine->reception().use(settings).ok());
        QCOMPARE(test(*office.engine, true).result, SelfTest::OtherServer);
        QVERIFY(stranger.readAll().startsWith("HTTP/1.1 404 ")); // it did come in
    }

    void whatCannotBeUsedLeavesTheFormerInForce()
    {
        support::Office office;
        const ReceiverSettings good = onLoopback(freePort());
        QVERIFY(office.engine->reception().use(good).ok());
        const QString url = office.engine->reception().urls().status;
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        const auto used = office.engine->reception().use(onLoopback(taken.serverPort()));
        QVERIFY(!used);
        QCOMPARE(used.error().code, base::ErrorCode::ListenFailed);
        QVERIFY(office.engine->reception().isReceiving());
        QCOMPARE(office.engine->reception().urls().status, url);
        QCOMPARE(office.engine->settings().receiver().port, good.port);
        QCOMPARE(test(*office.engine, false).result, SelfTest::Arrived);
    }

    void turnedOffItIsKeptSo()
    {
        support::Office office;
        QSignalSpy changed(&office.engine->reception(), &engine::Reception::receivingChanged);
        ReceiverSettings settings = onLoopback(freePort());
        QVERIFY(office.engine->reception().use(settings).ok());
        settings.enabled = false;
        QVERIFY(office.engine->reception().use(settings).ok());
        QVERIFY(!office.engine->reception().isReceiving());
        QVERIFY(!office.engine->settings().receiver().enabled);
        QCOMPARE(changed.constLast().constFirst().toBool(), false);
    }

    void whatIsNoSettingIsRefused_data()
    {
        QTest::addColumn<ReceiverSettings>("settings");
        QTest::addColumn<QString>("field");
        auto row = [](const char *name, const QString &field, auto change) {
            ReceiverSettings settings = onLoopback(1);
            change(settings);
            QTest::newRow(name) << settings << field;
        };
        row("an address that is none", u"listenAddress"_s, [](auto &s) { s.listenAddress = u"kontoret"_s; });
        row("a public address without a host", u"publicUrl"_s,
            [](auto &s) { s.publicUrl = QUrl(u"https://"_s); });
        row("a public address of another kind", u"publicUrl"_s,
            [](auto &s) { s.publicUrl = QUrl(u"ftp://sms.example.no"_s); });
        row("a public address with a query", u"publicUrl"_s,
            [](auto &s) { s.publicUrl = QUrl(u"https://sms.example.no/?a=1"_s); });
        row("a certificate without its key", u"keyFile"_s, [](auto &s) { s.certificateFile = u"/a.pem"_s; });
        row("a key without its certificate", u"certificateFile"_s, [](auto &s) { s.keyFile = u"/a.pem"_s; });
        row("INB-10 a name where an address is wanted", u"allowed"_s, [](auto &s) {
            s.allowed = {u"18.197.36.176"_s, u"gateway.no"_s};
        });
        row("a proxy that is no address", u"trustedProxies"_s, [](auto &s) {
            s.trustedProxies = {u"1.2.3"_s, u"x"_s};
        });
    }
    void whatIsNoSettingIsRefused()
    {
        QFETCH(ReceiverSettings, settings);
        QFETCH(QString, field);
        support::Office office;
        const auto used = office.engine->reception().use(settings);
        QVERIFY(!used);
        QCOMPARE(used.error().code, base::ErrorCode::InvalidField);
        QCOMPARE(used.error().field, field);
        QVERIFY(!office.engine->settings().receiver().enabled);
    }

    void anOptOutIsConfirmedOnceAndNothingElseIsSent()
    {
        support::Office office;
        const QString kari = u"+4799992001"_s;
        QVERIFY(office.engine->reception().use(onLoopback()).ok());
        inbox::IntakeRules rules;
        rules.optOutAnswer = u"Du får ikke flere meldinger fra oss."_s;
        QVERIFY(office.engine->reception().setRules(rules).ok());
        QCOMPARE(office.engine->reception().rules().optOutAnswer, rules.optOutAnswer);
        QSignalSpy accepted(office.gateway.get(), &simulator::Simulator::accepted);
        QSignalSpy came(&office.engine->reception(), &engine::Reception::messageReceived);
        office.gateway->setInboundUrl(QUrl(office.engine->reception().urls().inbound));
        office.gateway->simulateInbound(kari, u"STOPP"_s, u"26114"_s);
        QTRY_COMPARE(accepted.size(), 1);
        QVERIFY(accepted.constFirst().constFirst().toString().endsWith(u"99992001"_s));
        QCOMPARE(accepted.constFirst().at(1).toString(), rules.optOutAnswer);

        office.gateway->simulateInbound(kari, u"Stopp!"_s, u"26114"_s);
        QTRY_COMPARE(came.size(), 2);
        QTest::qWait(300); // time in which a second confirmation would be on its way
        QCOMPARE(accepted.size(), 1);

        engine::Draft draft; // a campaign does not reach them any more
        draft.sender = u"26114"_s;
        draft.text = u"Hei"_s;
        draft.recipients.typed = {kari};
        const auto planned = office.planned(draft);
        QVERIFY(planned.ok());
        QCOMPARE(planned->campaign, 0);
        QCOMPARE(planned->skipped.constFirst().reason, domain::SkipReason::OptedOut);
    }

    void aRuleFillsInItsFieldsOrSendsNothing()
    {
        support::Office office;
        QVERIFY(office.engine->reception().use(onLoopback()).ok());
        inbox::IntakeRules rules;
        rules.keywords = {{u"tid"_s, {}, u"Hei {navn"_s}};
        QVERIFY(!office.engine->reception().setRules(rules).ok());
        rules.keywords = {{u"tid"_s, {}, u"Hei {navn}!"_s}};
        QVERIFY(office.engine->reception().setRules(rules).ok());
        domain::Contact kari;
        kari.number = u"+4799992001"_s;
        kari.name = u"Kari"_s;
        QVERIFY(office.engine->contactBook().save(kari).ok());
        QSignalSpy accepted(office.gateway.get(), &simulator::Simulator::accepted);
        QSignalSpy came(&office.engine->reception(), &engine::Reception::messageReceived);
        office.gateway->setInboundUrl(QUrl(office.engine->reception().urls().inbound));
        office.gateway->simulateInbound(u"+4799992002"_s, u"tid"_s, u"26114"_s); // a stranger
        QTRY_COMPARE(came.size(), 1);
        office.gateway->simulateInbound(kari.number, u"tid"_s, u"26114"_s);
        QTRY_COMPARE(accepted.size(), 1);
        QVERIFY(accepted.constFirst().constFirst().toString().endsWith(u"99992001"_s));
        QCOMPARE(accepted.constFirst().at(1).toString(), u"Hei Kari!"_s);
    }

    void withoutAConfirmationAnOptOutIsSilent()
    {
        support::Office office;
        QVERIFY(office.engine->reception().use(onLoopback()).ok());
        office.gateway->setInboundUrl(QUrl(office.engine->reception().urls().inbound));
        QSignalSpy came(&office.engine->reception(), &engine::Reception::messageReceived);
        office.gateway->simulateInbound(u"+4799992001"_s, u"STOPP"_s, u"26114"_s);
        QTRY_COMPARE(came.size(), 1);
        QTest::qWait(200);
        QVERIFY(office.campaigns().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestReception)
#include "tst_reception.moc"
