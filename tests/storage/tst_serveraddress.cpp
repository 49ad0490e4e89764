// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/serveraddress.h"

#include <QTest>

using namespace Qt::StringLiterals;
using storage::connectOptions;
using storage::ServerAddress;

class TestServerAddress : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QStringList>("parts");
        QTest::addColumn<QString>("shown");
        QTest::newRow("whole") << u"postgresql://kari@db.firma.no:5433/budstikke"_s
                               << QStringList{u"kari"_s, u"db.firma.no"_s, u"5433"_s, u"budstikke"_s}
                               << u"postgresql://kari@db.firma.no:5433/budstikke"_s;
        QTest::newRow("the usual port") << u"postgresql://kari@db/budstikke"_s
                                        << QStringList{u"kari"_s, u"db"_s, u"5432"_s, u"budstikke"_s}
                                        << u"postgresql://kari@db:5432/budstikke"_s;
        QTest::newRow("encoded") << u"postgresql://k%40ri@[::1]/b%20s"_s
                                 << QStringList{u"k@ri"_s, u"::1"_s, u"5432"_s, u"b s"_s}
                                 << u"postgresql://k%40ri@[::1]:5432/b%20s"_s;
    }
    void reads()
    {
        QFETCH(QString, url);
        QFETCH(QStringList, parts);
        QFETCH(QString, shown);
        const auto address = ServerAddress::parse(url);
        QVERIFY(address);
        QCOMPARE(
            (QStringList{address->user, address->host, QString::number(address->port), address->database}),
            parts);
        QCOMPARE(address->toString(), shown);
        QCOMPARE(ServerAddress::parse(shown)->toString(), shown);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("part");
        const QString form = u"postgresql://user@host:port/database"_s;
        QTest::newRow("a password") << u"postgresql://kari:hemmelig@db/budstikke"_s << u"password"_s;
        QTest::newRow("an empty password") << u"postgresql://kari:@db/budstikke"_s << u"password"_s;
        QTest::newRow("another scheme") << u"mysql://kari@db/budstikke"_s << form;
        QTest::newRow("a file") << u"/home/kari/budstikke.sqlite"_s << form;
        QTest::newRow("no user") << u"postgresql://db/budstikke"_s << u"user"_s;
        QTest::newRow("no host") << u"postgresql://kari@/budstikke"_s << u"host"_s;
        QTest::newRow("several hosts") << u"postgresql://kari@db1,db2/budstikke"_s << form;
        QTest::newRow("several hosts, encoded") << u"postgresql://kari@db1%2Cdb2/budstikke"_s << form;
        QTest::newRow("no database") << u"postgresql://kari@db/"_s << u"database"_s;
        QTest::newRow("two databases") << u"postgresql://kari@db/a/b"_s << u"database"_s;
        QTest::newRow("a setting of TLS") << u"postgresql://kari@db/b?sslmode=disable"_s << u"?"_s;
        QTest::newRow("a fragment") << u"postgresql://kari@db/b#c"_s << u"?"_s;
    }
    void refuses()
    {
        QFETCH(QString, url);
        QFETCH(QString, part);
        const auto address = ServerAddress::parse(url);
        QVERIFY(!address);
        QCOMPARE(address.error().code, base::ErrorCode::Usage);
        QCOMPARE(address.error().detail, part);
        QVERIFY(!address.error().detail.contains(u"hemmelig"_s));
    }

    void whatIsElsewhereMustProveItsName_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("proves");
        QTest::newRow("elsewhere") << u"db.firma.no"_s << true;
        QTest::newRow("in the office") << u"192.168.1.2"_s << true;
        QTest::newRow("named like this computer") << u"127.0.0.1.firma.no"_s << true;
        QTest::newRow("beginning like it") << u"localhost.firma.no"_s << true;
        QTest::newRow("by name") << u"localhost"_s << false;
        QTest::newRow("by number") << u"127.0.0.1"_s << false;
        QTest::newRow("by its number of version 6") << u"::1"_s << false;
    }
    void whatIsElsewhereMustProveItsName()
    {
        QFETCH(QString, host);
        QFETCH(bool, proves);
        const ServerAddress address{u"kari"_s, host, 5432, u"budstikke"_s, u"/etc/the office's.pem"_s};
        QCOMPARE(address.isLoopback(), !proves);
        const QStringList options = connectOptions(address, {}, false).split(u';');
        QCOMPARE(options.contains(u"sslmode=verify-full"_s), proves);
        QVERIFY(options.contains(u"sslrootcert='/etc/the office\\'s.pem'"_s));
    }

    void limitsAreTheSessions()
    {
        const ServerAddress address{u"kari"_s, u"db"_s, 5432, u"budstikke"_s, {}};
        const QString writer = connectOptions(address, {}, false);
        QVERIFY(writer.contains(u" -c lock_timeout=5000 -c idle_in_transaction_session_timeout=5000"_s));
        QVERIFY(writer.contains(u" -c synchronous_commit=on "_s));
        QVERIFY(!writer.contains(u"read_only"_s));
        QVERIFY(connectOptions(address, {}, true).contains(u" -c default_transaction_read_only=on"_s));
    }
};

QTEST_GUILESS_MAIN(TestServerAddress)
#include "tst_serveraddress.moc"
