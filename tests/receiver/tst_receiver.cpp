// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/receiverstore.h"
#include "support/patience.h"
#include "support/places.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

using namespace receiverstore;

class TestReceiver final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storesTheGatewaysVectors_data();
    void storesTheGatewaysVectors();
    void takesCallbacks_data();
    void takesCallbacks();
    void refusesOthers_data();
    void refusesOthers();
    void saysSuccessOnlyWhenStored();
    void saysUnavailableWhenNotStored();
    void saysUnavailableWhenNothingIsHeard();

private:
    FixedClock m_clock;
};

void TestReceiver::storesTheGatewaysVectors_data()
{
    QTest::addColumn<QJsonObject>("vector");
    QFile file(support::dataFile(QStringLiteral("callbacks.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray vectors = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(vectors.size() >= 6);
    for (const QJsonValue &vector : vectors)
        QTest::newRow(qPrintable(vector["rule"_L1].toString() + u" end to end"_s)) << vector.toObject();
}

void TestReceiver::storesTheGatewaysVectors()
{
    QFETCH(const QJsonObject, vector);
    Store store;
    Receiver receiver(localRules(), store.sink(), m_clock);
    QVERIFY(receiver.start());
    QSignalSpy received(&receiver, &Receiver::received);

    const bool status = vector["stored"_L1]["kind"_L1] == "status"_L1;
    const QByteArray query = vector["request"_L1].toString().toLatin1().split(' ').at(1).mid(4);
    const QByteArray body = QJsonDocument(vector["body"_L1].toObject()).toJson();
    Peer peer(portOf(receiver), vector.contains("body"_L1)
                                    ? posted(path("inbound"), "application/json", body)
                                    : get(path(status ? "status" : "inbound") + '?' + query));
    QCOMPARE(peer.answer(), success); // INB-05
    QCOMPARE(received.size(), 1);
    QCOMPARE(store.count(), 1);
    if (status) {
        QCOMPARE(store.statuses.size(), 1);
        QCOMPARE(store.statuses.first().status.number(), vector["stored"_L1]["status"_L1].toInt());
        QCOMPARE(store.statuses.first().origId, std::optional(vector["stored"_L1]["origid"_L1].toInteger()));
        QCOMPARE(store.statuses.first().receivedMs, m_clock.nowMs());
        QCOMPARE(store.statuses.first().peer, u"127.0.0.1"_s);
    } else {
        QCOMPARE(store.messages.size(), 1);
        QCOMPARE(store.messages.first().from, vector["stored"_L1]["from"_L1].toString());
        QCOMPARE(store.messages.first().receivedMs, m_clock.nowMs());
        QCOMPARE(store.messages.first().peer, u"127.0.0.1"_s);
    }
}

void TestReceiver::takesCallbacks_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QString>("stored"); // status …, inbound … or the reason of the quarantine
    const auto row = [](const char *name, const QByteArray &request, const QString &stored) {
        QTest::newRow(name) << request << stored;
    };
    const QByteArray message =
        R"({"id":1,"to":"26114","from":"+4799999999","text":"Å","sent":"2019-12-31T23:59:59Z"})";
    const QByteArray parameters = "fromid=26114&phonenr=004799999999&txt=%C5+1&time=1";
    row("DLR-08 a status as form", posted(path("status"), form, "status=4&origid=1"), u"status 4"_s);
    row("DLR-08 a status as form with a charset",
        posted(path("status"), form + "; charset=utf-8", "status=5&origid=1"), u"status 5"_s);
    row("DLR-08 a status posted with its query",
        "POST " + path("status?status=4&origid=1") + " HTTP/1.1\r\nHost: h\r\n\r\n", u"status 4"_s);
    row("DLR-08 a status half in the query", posted(path("status?status=4"), form, "origid=1"),
        u"status 4"_s);
    row("DLR-08 a status as form without a type", posted(path("status"), {}, "status=-1&origid=1"),
        u"status -1"_s);
    row("DLR-03 a status that the description lacks", get(path("status?status=0&origid=1")), u"status 0"_s);
    row("a status said twice", posted(path("status?status=4"), form, "status=4&origid=1"),
        u"duplicateParameter"_s);
    row("a status as JSON", posted(path("status"), "application/json", R"({"status":4})"),
        u"missingParameter"_s);
    row("a status without parameters", get(path("status")), u"missingParameter"_s);
    row("a malformed escape", get(path("status?status=4&ref=%E")), u"badEscape"_s);
    row("INB-01 JSON", posted(path("inbound"), "application/json; charset=utf-8", message), u"inbound Å"_s);
    row("INB-01 JSON in chunks",
        "POST " + path("inbound") + " HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n" +
            QByteArray::number(message.size(), 16) + "\r\n" + message + "\r\n0\r\n\r\n",
        u"inbound Å"_s);
    row("INB-01 JSON with another type", posted(path("inbound"), form, ' ' + message), u"inbound Å"_s);
    row("INB-01 JSON without a type", posted(path("inbound"), {}, message), u"inbound Å"_s);
    row("INB-04 parameters", get(path("inbound?" + parameters)), u"inbound Å 1"_s);
    row("INB-04 parameters as form", posted(path("inbound"), form, parameters), u"inbound Å 1"_s);
    row("INB-04 parameters posted in the query",
        "POST " + path("inbound?" + parameters) + " HTTP/1.1\r\nHost: h\r\n\r\n", u"inbound Å 1"_s);
    row("a body that is no JSON", posted(path("inbound"), "application/json", "{"), u"badJson"_s);
    row("a body that is not UTF-8", posted(path("inbound"), "application/json", "{\"text\":\"\xE6\"}"),
        u"badUtf8"_s);
    row("an empty body", posted(path("inbound"), "application/json", {}), u"badJson"_s);
    row("a form that lacks its text", posted(path("inbound"), form, "fromid=1&phonenr=2&time=1"),
        u"missingParameter"_s);
    row("a text said twice", get(path("inbound?" + parameters + "&txt=b")), u"duplicateParameter"_s);
}

// Read or not: stored, and answered as success.
void TestReceiver::takesCallbacks()
{
    QFETCH(QByteArray, request);
    QFETCH(QString, stored);
    Store store;
    Receiver receiver(localRules(), store.sink(), m_clock);
    QVERIFY(receiver.start());
    QSignalSpy received(&receiver, &Receiver::received);
    Peer peer(portOf(receiver), request);
    QCOMPARE(peer.answer(), success);
    QCOMPARE(store.count(), 1);
    QCOMPARE(received.size(), 1);
    QString seen;
    for (const domain::StatusEvent &event : std::as_const(store.statuses))
        seen = u"status "_s + QString::number(event.status.number());
    for (const domain::InboundMessage &inbound : std::as_const(store.messages))
        seen = u"inbound "_s + inbound.text;
    for (const domain::Quarantined &item : std::as_const(store.quarantined)) {
        seen = identifier(item.reason);
        QCOMPARE(item.peer, u"127.0.0.1"_s);
        QCOMPARE(item.receivedMs, m_clock.nowMs());
        const QByteArray body = request.mid(request.indexOf("\r\n\r\n") + 4);
        QVERIFY(item.raw.endsWith(body));
        QVERIFY(!item.raw.contains(secret.toLatin1()));
    }
    QCOMPARE(seen, stored);
}

void TestReceiver::refusesOthers_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &request, const QByteArray &status,
                        const QString &reason) { QTest::newRow(name) << request << status << reason; };
    const QByteArray query = "?status=4&origid=1";
    const QByteArray token = secret.toLatin1();
    row("no path", get('/' + query), "404", u"wrongPath"_s);
    row("no secret", get("/status" + query), "404", u"wrongPath"_s);
    row("an empty secret", get("//status" + query), "404", u"wrongPath"_s);
    row("another secret", get("/abcdefghijklmnopqrstuw/status" + query), "404", u"wrongPath"_s);
    row("half the secret", get('/' + token.left(11) + "/status" + query), "404", u"wrongPath"_s);
    row("twice the secret", get('/' + token + token + "/status" + query), "404", u"wrongPath"_s);
    row("the secret in capitals", get('/' + token.toUpper() + "/status" + query), "404", u"wrongPath"_s);
    row("the secret escaped", get("/%61" + token.mid(1) + "/status" + query), "404", u"wrongPath"_s);
    row("the secret alone", get('/' + token), "404", u"wrongPath"_s);
    row("another leaf", get(path("statuses") + query), "404", u"wrongPath"_s);
    row("a leaf below", get(path("status/x") + query), "404", u"wrongPath"_s);
    row("a leaf with a slash", get(path("status/") + query), "404", u"wrongPath"_s);
    row("a path before the secret", get("/x" + path("status") + query), "404", u"wrongPath"_s);
    row("a wrong path with a wrong method", "DELETE / HTTP/1.1\r\nHost: h\r\n\r\n", "404", u"wrongPath"_s);
    row("a wrong path before its body", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\n", "404",
        u"wrongPath"_s);
    row("PUT", "PUT " + path("inbound") + " HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n{}", "405",
        u"wrongMethod"_s);
    row("DELETE", "DELETE " + path("status") + query + " HTTP/1.1\r\nHost: h\r\n\r\n", "405",
        u"wrongMethod"_s);
    row("HEAD", "HEAD " + path("status") + query + " HTTP/1.1\r\nHost: h\r\n\r\n", "405", u"wrongMethod"_s);
    row("OPTIONS", "OPTIONS " + path("status") + " HTTP/1.1\r\nHost: h\r\n\r\n", "405", u"wrongMethod"_s);
    row("a POST without any content", "POST " + path("inbound") + " HTTP/1.1\r\nHost: h\r\n\r\n", "411",
        u"411"_s);
    row("a compressed body",
        "POST " + path("inbound") +
            " HTTP/1.1\r\nHost: h\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx",
        "415", u"415"_s);
    row("a body over 16 MiB",
        "POST " + path("inbound") + " HTTP/1.1\r\nHost: h\r\nContent-Length: 16777217\r\n\r\n", "413",
        u"413"_s);
    row("length and chunked",
        "POST " + path("inbound") +
            " HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "400", u"400"_s);
    row("no host", "GET " + path("status") + query + " HTTP/1.1\r\n\r\n", "400", u"400"_s);
}

void TestReceiver::refusesOthers()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, status);
    QFETCH(QString, reason);
    Store store;
    Receiver receiver(localRules(), store.sink(), m_clock);
    QVERIFY(receiver.start());
    QSignalSpy rejected(&receiver, &Receiver::rejected);
    Peer peer(portOf(receiver), request);
    const QByteArray answer = peer.answer();
    QCOMPARE(answer.mid(9, 3), status);
    QVERIFY(answer.contains("\r\nConnection: close\r\n"));
    QCOMPARE(answer.contains("\r\nAllow: GET, POST\r\n"), status == "405");
    QVERIFY(!answer.contains("true"));
    QCOMPARE(store.count(), 0);
    QCOMPARE(rejected.size(), 1);
    QCOMPARE(rejected.first(), (QVariantList{u"127.0.0.1"_s, reason}));
}

void TestReceiver::saysSuccessOnlyWhenStored()
{
    Store store;
    store.answer.reset();
    Receiver receiver(localRules(), store.sink(), m_clock);
    QVERIFY(receiver.start());
    Peer waiting(portOf(receiver), get(path("status?status=4&origid=1")));
    QTRY_COMPARE(store.pending.size(), 1);
    Peer other(portOf(receiver), get(path("status?status=5&origid=2")));
    QTRY_COMPARE(store.pending.size(), 2);
    store.pending[1](true);
    QCOMPARE(other.answer(), success);
    QCOMPARE(waiting.received, QByteArray()); // INB-08
    QCOMPARE(waiting.socket.state(), QAbstractSocket::ConnectedState);
    store.pending[0](true);
    QCOMPARE(waiting.answer(), success);
}

void TestReceiver::saysUnavailableWhenNotStored()
{
    const QList<QByteArray> requests{get(path("status?status=4&origid=1")), get(path("status?status=x")),
                                     get(path("inbound?fromid=1&phonenr=2&txt=x&time=1"))};
    Store store;
    store.answer = false;
    Receiver receiver(localRules(), store.sink(), m_clock);
    QVERIFY(receiver.start());
    QSignalSpy received(&receiver, &Receiver::received);
    QSignalSpy notStored(&receiver, &Receiver::notStored);
    for (const QByteArray &request : requests) {
        Peer peer(portOf(receiver), request);
        QCOMPARE(peer.answer(), refusal("503 Service Unavailable"));
    }
    QCOMPARE(store.count(), 3);
    QCOMPARE(notStored.size(), 3);
    QCOMPARE(received.size(), 0);
}

void TestReceiver::saysUnavailableWhenNothingIsHeard()
{
    Store store;
    store.answer.reset();
    ReceiverRules rules = localRules();
    QCOMPARE(rules.limits.handlerMs, 5000);
    rules.limits.handlerMs = 100;
    auto receiver = std::make_unique<Receiver>(rules, store.sink(), m_clock);
    QVERIFY(receiver->start());
    QSignalSpy notStored(receiver.get(), &Receiver::notStored);
    Peer peer(portOf(*receiver), get(path("inbound?fromid=1&phonenr=2&txt=x&time=1")));
    QCOMPARE(peer.answer(), refusal("503 Service Unavailable"));
    QCOMPARE(notStored.size(), 1);
    Peer last(portOf(*receiver), get(path("status?status=4&origid=1")));
    QTRY_COMPARE(store.pending.size(), 2);
    receiver.reset();
    for (const Done &done : std::as_const(store.pending))
        done(true); // stored after all, but nobody is there to be told
    QCOMPARE(last.answer(), QByteArray());
}

QTEST_GUILESS_MAIN(TestReceiver)
#include "tst_receiver.moc"
