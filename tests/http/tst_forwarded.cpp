// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/forwarded.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestForwarded final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void believesListedProxiesOnly_data();
    void believesListedProxiesOnly();
};

void TestForwarded::believesListedProxiesOnly_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QByteArray>("forwarded");
    QTest::addColumn<QString>("expected"); // empty: nobody can be named
    QTest::newRow("no proxy at all") << u"203.0.113.9"_s << QByteArray("18.197.36.176") << u"203.0.113.9"_s;
    QTest::newRow("one proxy") << u"10.0.0.1"_s << QByteArray("18.197.36.176") << u"18.197.36.176"_s;
    QTest::newRow("a proxy in its mapped form")
        << u"::ffff:10.0.0.1"_s << QByteArray("18.197.36.176") << u"18.197.36.176"_s;
    QTest::newRow("what the caller wrote himself stands left")
        << u"10.0.0.1"_s << QByteArray("18.197.36.176, 203.0.113.9") << u"203.0.113.9"_s;
    QTest::newRow("two proxies") << u"10.0.0.1"_s << QByteArray("6.6.6.6,18.197.36.176 , 10.0.0.2")
                                 << u"18.197.36.176"_s;
    QTest::newRow("several lines are one list")
        << u"10.0.0.1"_s << QByteArray("6.6.6.6\n18.197.36.176\n10.0.0.2") << u"18.197.36.176"_s;
    QTest::newRow("proxies only") << u"10.0.0.1"_s << QByteArray("10.0.0.2") << u"10.0.0.2"_s;
    QTest::newRow("no line") << u"10.0.0.1"_s << QByteArray() << u"10.0.0.1"_s;
    QTest::newRow("a name is nobody") << u"10.0.0.1"_s << QByteArray("18.197.36.176, unknown") << QString();
    QTest::newRow("an empty entry is nobody") << u"10.0.0.1"_s << QByteArray("18.197.36.176,") << QString();
    QTest::newRow("with a port") << u"10.0.0.1"_s << QByteArray("18.197.36.176:4711") << u"18.197.36.176"_s;
    QTest::newRow("IPv6 with a port")
        << u"10.0.0.1"_s << QByteArray("[2001:db8::1]:4711") << u"2001:db8::1"_s;
    QTest::newRow("a mapped entry") << u"10.0.0.1"_s << QByteArray("::ffff:18.197.36.176")
                                    << u"18.197.36.176"_s;
}

void TestForwarded::believesListedProxiesOnly()
{
    QFETCH(QString, peer);
    QFETCH(QByteArray, forwarded);
    QFETCH(QString, expected);
    QList<http::Header> headers{{"host", "h"}};
    for (const QByteArray &line : forwarded.isEmpty() ? QList<QByteArray>() : forwarded.split('\n'))
        headers.append({"x-forwarded-for", line});
    const QList<QHostAddress> proxies{QHostAddress(u"10.0.0.1"_s), QHostAddress(u"10.0.0.2"_s)};
    const auto seen = http::caller(QHostAddress(peer), headers, proxies);
    QCOMPARE(seen ? seen->toString() : QString(), expected);
}

QTEST_GUILESS_MAIN(TestForwarded)
#include "tst_forwarded.moc"
