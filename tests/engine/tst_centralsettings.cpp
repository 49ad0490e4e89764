// SPDX-License-Identifier: GPL-3.0-or-later
// What is fixed for a computer comes before a profile's own settings, and nothing changes it.
#include "domain/accountrules.h"
#include "engine/centralsettings.h"
#include "engine/centralwording.h"
#include "engine/engine.h"
#include "engine/reception.h"
#include "engine/wording.h"
#include "support/fakesecrets.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using engine::Fixed;

namespace {

// A file that fixes what it says for as long as this lives, and a profile's settings beside it.
class Office
{
public:
    explicit Office(const QByteArray &fixed)
    {
        QFile file(m_folder.filePath(u"central.ini"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(fixed) != fixed.size())
            qFatal("not written");
        qputenv("BUDSTIKKE_CENTRAL_SETTINGS", file.fileName().toUtf8());
    }
    ~Office() { qunsetenv("BUDSTIKKE_CENTRAL_SETTINGS"); }

    engine::Settings settings() const { return engine::Settings(m_folder.filePath(u"settings.ini"_s)); }
    QString folder() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

domain::Account account(int dailyCap)
{
    domain::Account account;
    account.serviceId = 1234;
    account.sending.dailyCap = dailyCap;
    return account;
}

} // namespace

class TestCentralSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutAFileNothingIsFixed()
    {
        qunsetenv("BUDSTIKKE_CENTRAL_SETTINGS");
        const engine::CentralSettings central;
        QVERIFY(central.check().ok());
        QCOMPARE(central.all(), QList<Fixed>());
        QVERIFY(central.permits(account(7)).ok());
    }

    void anAccountOfTheProfileHasWhatIsFixed()
    {
        const QTemporaryDir before;
        engine::Settings own(before.filePath(u"settings.ini"_s));
        QVERIFY(own.save(account(9000)).ok());
        const Office office("[account]\nbaseUrl=https://sms.example.no/psk\nsenders=Klinikken, 26114\n"
                            "allowedCountries=no, SE\ndailyCap=500\nquietHours=21:00-08:00\n"
                            "authentication=ip\nmethod=get\n");
        const auto used = engine::Settings(before.filePath(u"settings.ini"_s)).account({}).value();
        QCOMPARE(used.serviceId, 1234); // its own
        QCOMPARE(used.baseUrl, QUrl(u"https://sms.example.no/psk/"_s));
        QCOMPARE(used.senders, (QStringList{u"Klinikken"_s, u"26114"_s}));
        QCOMPARE(used.sending.allowedCountries, (QStringList{u"NO"_s, u"SE"_s})); // ACC-07
        QCOMPARE(used.sending.dailyCap, 500);
        QCOMPARE(used.sending.quietHours->from, QTime(21, 0));
        QCOMPARE(used.authentication, domain::Authentication::IpAddress);
        QCOMPARE(used.method, domain::Method::Get);
    }

    void whatWasOnesOwnIsThereAgainWhenItIsFixedNoMore()
    {
        const QTemporaryDir folder;
        engine::Settings own(folder.filePath(u"settings.ini"_s));
        domain::Account cautious = account(777);
        cautious.sending.quietHours = domain::quietHours(u"22:00-06:00"_s);
        QVERIFY(own.save(cautious).ok());
        QVERIFY(own.save(engine::RetentionSettings{60, 6}).ok());
        {
            const Office office("[account]\ndailyCap=9999\nquietHours=off\n[privacy]\ntextDays=30\n");
            auto changed = own.account({}).value();
            changed.senders = {u"Klinikken"_s};
            QVERIFY(own.save(changed).ok());
            QVERIFY(own.save(engine::RetentionSettings{30, 3}).ok());
            QCOMPARE(own.account({})->sending.dailyCap, 9999);
        }
        const auto again = own.account({}).value();
        QCOMPARE(again.senders, QStringList{u"Klinikken"_s});
        QCOMPARE(again.sending.dailyCap, 777);
        QCOMPARE(again.sending.quietHours, cautious.sending.quietHours);
        QCOMPARE(own.retention().textDays, 60);
        QCOMPARE(own.retention().logMonths, 3);
    }

    void aFixedServiceIsAnAccountInAnEmptyProfile()
    {
        const Office office("[account]\nserviceId=4321\n");
        engine::Settings settings = office.settings();
        QCOMPARE(settings.accounts().size(), 1);
        QCOMPARE(settings.activeAccount(), u"default"_s);
        QCOMPARE(settings.account({})->serviceId, 4321);
        QVERIFY(settings.save(*settings.account({})).ok());
        QCOMPARE(settings.accounts().size(), 1); // the same one
    }

    void whatIsFixedIsNotChanged()
    {
        const Office office("[account]\ndailyCap=500\n[privacy]\ntextDays=30\n[receiver]\nport=9000\n"
                            "[mailbox]\nurl=https://www.example.no/postkasse.php\n");
        engine::Settings settings = office.settings();
        QVERIFY(settings.save(account(500)).ok());
        const auto refused = settings.save(account(501));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, base::ErrorCode::WrongState);
        QCOMPARE(engine::wording::sentence(refused.error()),
                 u"Set by your administrator and locked on this computer: max. SMS per day."_s);
        QCOMPARE(settings.account({})->sending.dailyCap, 500);

        QCOMPARE(settings.retention().textDays, 30);
        QVERIFY(settings.save(engine::RetentionSettings{30, 3}).ok());
        QCOMPARE(settings.retention().logMonths, 3);
        QCOMPARE(settings.save(engine::RetentionSettings{31, 3}).error().detail, u"privacy/textDays"_s);

        engine::ReceiverSettings receiver = settings.receiver();
        QCOMPARE(receiver.port, 9000);
        receiver.allowed = {u"10.0.0.1"_s};
        QVERIFY(settings.save(receiver).ok());
        receiver.port = 8088;
        QCOMPARE(settings.save(receiver).error().detail, u"receiver/port"_s);

        QVERIFY(engine::CentralSettings().permits(QUrl(u"https://www.example.no/postkasse.php"_s)).ok());
        QVERIFY(!engine::CentralSettings().permits(QUrl(u"https://elsewhere.example/postkasse.php"_s)).ok());
    }

    void theDemoAccountStaysAsItIs()
    {
        const Office office("[account]\nserviceId=4321\ndailyCap=1\n");
        engine::Settings settings = office.settings();
        domain::Account demo = account(7);
        demo.name = u"demo"_s;
        demo.demo = true;
        QVERIFY(settings.save(demo).ok());
        QCOMPARE(settings.account(u"demo"_s)->sending.dailyCap, 7);
        QCOMPARE(settings.accounts().size(), 2); // and the office's own
    }

    // A limit that is misspelt must not be none.
    void whatIsNotUnderstoodStopsTheEngine_data()
    {
        QTest::addColumn<QByteArray>("fixed");
        QTest::addColumn<QString>("named");
        QTest::newRow("a limit that is no number")
            << QByteArray("[account]\ndailyCap=many\n") << u"account/dailyCap=many"_s;
        QTest::newRow("a limit without its equals sign")
            << QByteArray("[account]\r\ndailyCap 500\r\n") << u"dailyCap 500 ("_s;
        QTest::newRow("a section that is not closed")
            << QByteArray("[account\ndailyCap=500\n") << u"[account ("_s;
        QTest::newRow("a name that does not exist")
            << QByteArray("[account]\ndailycapp=5\n") << u"account/dailycapp=5"_s;
        QTest::newRow("ACC-02 plain http to the world")
            << QByteArray("[account]\nbaseUrl=http://www.pling.as/psk/\n") << u"account/baseUrl"_s;
        QTest::newRow("ACC-07 a country that is none")
            << QByteArray("[account]\nallowedCountries=NO, Sverige\n") << u"Sverige"_s;
        QTest::newRow("OUT-07 a sender of twelve characters")
            << QByteArray("[account]\nsenders=Firmanavn123\n") << u"Firmanavn123"_s;
        QTest::newRow("a port above all") << QByteArray("[receiver]\nport=70000\n") << u"70000"_s;
        QTest::newRow("ACC-03 an address that is none")
            << QByteArray("[receiver]\nlistenAddress=1.2.3\n") << u"1.2.3"_s;
        QTest::newRow("days that keep nothing") << QByteArray("[privacy]\ntextDays=0\n") << u"textDays=0"_s;
        QTest::newRow("a mailbox without https")
            << QByteArray("[mailbox]\nurl=http://www.example.no/postkasse.php\n") << u"mailbox/url"_s;
    }
    void whatIsNotUnderstoodStopsTheEngine()
    {
        QFETCH(QByteArray, fixed);
        QFETCH(QString, named);
        const Office office(fixed);
        const engine::CentralSettings before; // a command reads them more than once
        const QTemporaryDir folder;
        auto profile = engine::Profile::at(folder.path());
        QVERIFY(profile.ok());
        support::FakeSecrets secrets;
        const base::SystemClock clock;
        const auto opened = engine::Engine::open(profile.value(), secrets, clock);
        QVERIFY(!opened.ok());
        QVERIFY2(opened.error().detail.contains(named), qPrintable(opened.error().detail));
        QVERIFY(engine::wording::sentence(opened.error()).contains(u"central.ini"_s));
        QVERIFY(!office.settings().save(account(7)).ok());
    }

    void aCommentIsNoEntry()
    {
        const Office office("\xef\xbb\xbf# by IT\n[account]\n# dailyCap=3\n; senders=Nobody\n\ndailyCap=5\n");
        const engine::CentralSettings central;
        QVERIFY(central.check().ok());
        QCOMPARE(central.all(), QList<Fixed>{Fixed::DailyCap});
    }

    void eachHasANameForPeople()
    {
        for (int i = 0; i <= static_cast<int>(Fixed::MailboxUrl); ++i) {
            const auto setting = static_cast<Fixed>(i);
            QVERIFY(!engine::wording::fixedName(setting).isEmpty());
            QCOMPARE(base::valueOf<engine::Fixed>(engine::identifier(setting)), setting);
        }
    }
};

QTEST_GUILESS_MAIN(TestCentralSettings)
#include "tst_centralsettings.moc"
