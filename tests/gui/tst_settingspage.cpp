// SPDX-License-Identifier: GPL-3.0-or-later
// The settings and the first run's three steps as a person uses them, against a gateway that sends
// nothing and without a keyring.
#include "engine/accounts.h"
#include "engine/care.h"
#include "engine/language.h"
#include "gui/pages/accountsection.h"
#include "gui/pages/backupsection.h"
#include "gui/pages/firstrunsteps.h"
#include "gui/pages/languagesection.h"
#include "gui/pages/privacysection.h"
#include "gui/pages/sendcounter.h"
#include "gui/pages/sendingsection.h"
#include "gui/pages/sendpage.h"
#include "gui/widgets/sendersedit.h"
#include "gui/widgets/strip.h"
#include "gui/widgets/theme.h"
#include "simulator/simulator.h"
#include "support/patience.h"
#include "window.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPalette>
#include <QPushButton>
#include <QScopeGuard>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableWidget>

using namespace Qt::StringLiterals;

class TestSettingsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        // No keyring, whatever the machine has.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        qunsetenv("BUDSTIKKE_PASSWORD");
    }
    void init()
    {
        m_window = std::make_unique<support::Window>();
        simulator::Options options;
        options.serviceId = 1234;
        m_gateway = std::make_unique<simulator::Simulator>(options);
        QVERIFY(m_gateway->start().ok());
    }
    void cleanup()
    {
        m_page.reset();
        m_window.reset();
    }

    void whatIsEntered_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("stored");
        QTest::newRow("ACC-01 a service ID of digits") << u"1234"_s << u"https://www.pling.as/psk/"_s << true;
        QTest::newRow("OUT-01 a service ID of letters")
            << u"abc"_s << u"https://www.pling.as/psk/"_s << false;
        QTest::newRow("OUT-01 a negative service ID") << u"-5"_s << u"https://www.pling.as/psk/"_s << false;
        QTest::newRow("ACC-02 plain http to the world")
            << u"1234"_s << u"http://www.pling.as/psk/"_s << false;
        QTest::newRow("ACC-02 plain http to this machine") << u"1234"_s << u"http://127.0.0.1:1/"_s << true;
    }
    void whatIsEntered()
    {
        QFETCH(QString, service);
        QFETCH(QString, url);
        QFETCH(bool, stored);
        open<gui::AccountSection>();
        fill(service, url);
        click("saveButton");
        if (stored) {
            QTRY_COMPARE(account().serviceId, 1234);
            QCOMPARE(account().authentication, domain::Authentication::IpAddress);
        } else {
            QVERIFY(!strip().isEmpty());
            QCOMPARE(m_window->context().settings.accounts().size(), 0);
        }
    }

    void senders_data()
    {
        QTest::addColumn<QString>("sender");
        QTest::addColumn<bool>("good");
        QTest::newRow("OUT-07 a text of eleven characters") << u"Firmanavn11"_s << true;
        QTest::newRow("OUT-07 a text of twelve characters") << u"Firmanavn123"_s << false;
        QTest::newRow("OUT-07 a number from Front") << u"+4759440000"_s << true;
    }
    void senders()
    {
        QFETCH(QString, sender);
        QFETCH(bool, good);
        gui::SendersEdit edit;
        edit.findChild<QLineEdit *>(u"senderEdit"_s)->setText(sender);
        QCOMPARE(edit.findChild<QPushButton *>(u"addSenderButton"_s)->isEnabled(), good);
        QCOMPARE(edit.commit(), good);
        QCOMPARE(edit.senders(), good ? QStringList{sender} : QStringList{});
    }

    void aTextSenderIsToldThatRepliesCannotReachIt()
    {
        gui::SendersEdit edit;
        edit.findChild<QLineEdit *>(u"senderEdit"_s)->setText(u"Klinikken"_s);
        QVERIFY(edit.findChild<QLabel *>(u"senderNote"_s)->text().contains(u"Klinikken"_s));
        edit.findChild<QLineEdit *>(u"senderEdit"_s)->setText(u"26114"_s);
        QVERIFY(!edit.findChild<QLabel *>(u"senderNote"_s)->text().contains(u"26114"_s));
        edit.findChild<QLineEdit *>(u"senderEdit"_s)->setText(u"26-114"_s);
        QVERIFY(edit.findChild<QLabel *>(u"senderNote"_s)->text().contains(u"26-114"_s));
        QVERIFY(!gui::senderNote(u"26-114"_s).isEmpty()); // so says the Send page
        QVERIFY(gui::senderNote(u"26114"_s).isEmpty());
    }

    void theCheckSaysReachedAndClaimsNoPassword()
    {
        open<gui::AccountSection>();
        fill(u"1234"_s, m_gateway->baseUrl().toString());
        click("checkButton");
        QTRY_VERIFY2(strip().contains(u"was reached"_s), qPrintable(strip()));
        QVERIFY(strip().contains(u"first message"_s));
    }

    void theCheckOfAGatewayThatIsNotThereSaysSo()
    {
        open<gui::AccountSection>();
        fill(u"1234"_s, u"http://127.0.0.1:1/"_s);
        click("checkButton");
        QTRY_COMPARE(account().serviceId, 1234);
        QTRY_VERIFY2(!strip().contains(u"…"_s) && strip() != u"Saved."_s, qPrintable(strip()));
        QVERIFY(!strip().contains(u"was reached"_s));
    }

    void withGetTheDrawbackIsSaid()
    {
        open<gui::AccountSection>();
        child<QComboBox>("methodCombo")->setCurrentIndex(1);
        QVERIFY(child<QLabel>("methodNote")->text().contains(u"password is part of the address"_s)); // OUT-10
    }

    void withoutAKeyringThePasswordIsKeptForThisRunAndNowhereElse()
    {
        open<gui::AccountSection>();
        fill(u"1234"_s, m_gateway->baseUrl().toString());
        child<QComboBox>("authenticationCombo")->setCurrentIndex(0);
        child<QLineEdit>("passwordEdit")->setText(u"kanari-9371"_s);
        QSignalSpy kept(m_window->context().engine.part<engine::Accounts>(),
                        &engine::Accounts::passwordKeptForThisRun);
        click("saveButton");
        QTRY_COMPARE_WITH_TIMEOUT(kept.size(), 1, 20000);
        QTRY_COMPARE(account().authentication, domain::Authentication::Password);
        QTRY_VERIFY(child<QLineEdit>("passwordEdit")->text().isEmpty()); // once the page has heard of it
        QFile settings(m_window->folder() + u"/settings.ini"_s);
        QVERIFY(settings.open(QIODevice::ReadOnly));
        QVERIFY(!settings.readAll().contains("kanari-9371"));
    }

    void sendingRulesAreKept()
    {
        save(1234);
        open<gui::SendingSection>();
        child<QSpinBox>("inFlightSpin")->setValue(8);
        child<QSpinBox>("bulkSizeSpin")->setValue(250);
        child<QSpinBox>("capSpin")->setValue(777);
        child<QCheckBox>("quietBox")->setChecked(true);
        child<QLineEdit>("countriesEdit")->setText(u"no, se"_s);
        click("addPriceButton");
        child<QTableWidget>("pricesTable")->item(0, 0)->setText(u"se"_s);
        child<QTableWidget>("pricesTable")->item(0, 1)->setText(QLocale().toString(0.62, 'f', 2));
        click("saveButton");
        QTRY_COMPARE(account().sending.inFlight, 8);
        QCOMPARE(account().sending.bulkSize, 250);
        QCOMPARE(account().sending.dailyCap, 777);
        QVERIFY(account().sending.quietHours.has_value());
        QCOMPARE(account().sending.allowedCountries, (QStringList{u"NO"_s, u"SE"_s})); // ACC-07
        QCOMPARE(account().sending.pricesByCountryOre.value(u"SE"_s), 62);
    }

    void countriesArePickedByName()
    {
        save(1234);
        open<gui::SendingSection>();
        auto *countries = child<QLineEdit>("countriesEdit");
        QCOMPARE(countries->text(), u"Norway"_s);
        auto *add = child<QComboBox>("addCountryCombo");
        add->setCurrentIndex(add->findText(u"Sweden"_s));
        Q_EMIT add->activated(add->currentIndex());
        QCOMPARE(countries->text(), u"Norway, Sweden"_s);
        Q_EMIT add->activated(add->findText(u"Sweden"_s)); // once is enough
        QCOMPARE(countries->text(), u"Norway, Sweden"_s);
        click("addPriceButton");
        child<QTableWidget>("pricesTable")->item(0, 0)->setText(u"sweden"_s);
        child<QTableWidget>("pricesTable")->item(0, 1)->setText(QLocale().toString(0.62, 'f', 2));
        click("saveButton");
        QTRY_COMPARE(account().sending.allowedCountries, (QStringList{u"NO"_s, u"SE"_s})); // ACC-07
        QCOMPARE(account().sending.pricesByCountryOre.value(u"SE"_s), 62);
        engine::language::install(u"nb"_s);
        const auto back = qScopeGuard([] { engine::language::install(u"en"_s); });
        open<gui::SendingSection>();
        QCOMPARE(child<QLineEdit>("countriesEdit")->text(), u"Norge, Sverige"_s);
        QCOMPARE(child<QTableWidget>("pricesTable")->item(0, 0)->text(), u"Sverige"_s);
    }

    // Scripts know it as "default", which is no name of an office's.
    void theFirstAccountIsCalledOurs()
    {
        domain::Account account;
        account.serviceId = 1234;
        QCOMPARE(account.name, u"default"_s);
        domain::Account other = account;
        other.name = u"Filial"_s;
        QVERIFY(m_window->run([account, other](engine::Engine &engine) -> base::Result<void> {
            if (auto saved = engine.settings().save(account); !saved)
                return saved;
            return engine.settings().save(other);
        }));
        open<gui::AccountSection>();
        const auto *accounts = child<QComboBox>("accountCombo");
        const int ours = accounts->findData(u"default"_s);
        QCOMPARE(accounts->itemText(ours), u"Our account (in use)"_s);
        QVERIFY(accounts->findText(u"Filial"_s) >= 0);
        engine::language::install(u"nb"_s);
        const auto back = qScopeGuard([] { engine::language::install(u"en"_s); });
        QTRY_COMPARE(accounts->itemText(accounts->findData(u"default"_s)), u"Vår konto (i bruk)"_s);
        for (int i = 0; i < accounts->count(); ++i)
            QVERIFY(!accounts->itemText(i).contains(u"default"_s));
    }

    void theAppearanceIsChosenAtOnceAndKept()
    {
        const QPalette before = QApplication::palette();
        const auto back = qScopeGuard([] { gui::theme::dress(*qApp, gui::theme::Appearance::Light); });
        open<gui::LanguageSection>();
        auto *appearance = child<QComboBox>("appearanceCombo");
        QCOMPARE(appearance->currentText(), u"As the system has it"_s);
        const auto choose = [appearance](const QString &words) {
            appearance->setCurrentIndex(appearance->findText(words));
            Q_EMIT appearance->activated(appearance->currentIndex());
        };
        choose(u"Dark"_s);
        QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 128);
        QTRY_COMPARE(m_window->context().settings.value(u"appearance"_s), u"dark"_s);
        choose(u"Light"_s);
        QVERIFY(QApplication::palette().color(QPalette::Window).lightness() > 128);
        QTRY_COMPARE(m_window->context().settings.value(u"appearance"_s), u"light"_s);
        open<gui::LanguageSection>();
        QCOMPARE(child<QComboBox>("appearanceCombo")->currentText(), u"Light"_s);
    }

    void aCountryThatIsNoneIsRefusedAndNothingIsStored()
    {
        save(1234);
        open<gui::SendingSection>();
        child<QLineEdit>("countriesEdit")->setText(u"NO, Langtvekkistan"_s);
        click("saveButton");
        QVERIFY(strip().contains(u"Langtvekkistan"_s));
        QCOMPARE(account().sending.allowedCountries, QStringList{u"NO"_s});
    }

    void retentionIsKept()
    {
        open<gui::PrivacySection>();
        child<QSpinBox>("textDaysSpin")->setValue(30);
        child<QSpinBox>("logMonthsSpin")->setValue(6);
        click("saveButton");
        QTRY_COMPARE(m_window->context().settings.retention().textDays, 30);
        QCOMPARE(m_window->context().settings.retention().logMonths, 6);
    }

    void whatIsFixedForTheComputerIsShownAsFixed()
    {
        const QTemporaryDir office;
        const QString file = office.filePath(u"central.ini"_s);
        QFile central(file);
        QVERIFY(central.open(QIODevice::WriteOnly));
        central.write("[account]\nserviceId=4321\ndailyCap=500\n[privacy]\ntextDays=30\n");
        central.close();
        qputenv("BUDSTIKKE_CENTRAL_SETTINGS", file.toUtf8());
        m_window = std::make_unique<support::Window>(); // a program that starts now
        const auto free = qScopeGuard([] { qunsetenv("BUDSTIKKE_CENTRAL_SETTINGS"); });
        open<gui::AccountSection>();
        QCOMPARE(child<QLineEdit>("serviceEdit")->text(), u"4321"_s);
        QVERIFY(!child<QLineEdit>("serviceEdit")->isEnabled());
        QVERIFY(child<QLineEdit>("urlEdit")->isEnabled());
        QVERIFY(child<QLabel>("fixedNote")->text().contains(u"service ID"_s));
        open<gui::SendingSection>();
        QCOMPARE(child<QSpinBox>("capSpin")->value(), 500);
        QVERIFY(!child<QSpinBox>("capSpin")->isEnabled());
        QVERIFY(child<QSpinBox>("inFlightSpin")->isEnabled());
        child<QSpinBox>("inFlightSpin")->setValue(8); // all else can be changed
        click("saveButton");
        QTRY_COMPARE(account().sending.inFlight, 8);
        open<gui::PrivacySection>();
        QVERIFY(!child<QSpinBox>("textDaysSpin")->isEnabled());
        QVERIFY(child<QLabel>("fixedNote")->isVisible());
    }

    void theNightlyBackupIsListed()
    {
        QVERIFY(m_window
                    ->run([](engine::Engine &engine) {
                        engine.care().lookAfter();
                        return base::Result<void>();
                    })
                    .ok());
        const QString folder = m_window->folder() + u"/backups"_s;
        QTRY_COMPARE(QDir(folder).entryList({u"nightly-*.sqlite"_s}).size(), 1);
        open<gui::BackupSection>();
        const auto *list = child<QListWidget>("nightlyList");
        QTRY_COMPARE(list->count(), 1);
        QVERIFY(!child<QPushButton>("restoreButton")->isEnabled());
        child<QListWidget>("nightlyList")->setCurrentRow(0);
        QVERIFY(child<QPushButton>("restoreButton")->isEnabled());
    }

    // TPL-02: the account's own name is offered; TPL-12, TPL-14: the other preview, and whose choice it is.
    void aTemplateBeginsWithTheAccountsNameAndSaysWhoChoosesIt()
    {
        domain::Account stored;
        stored.serviceId = 1234;
        stored.templateSender = u"Klinikken Sol"_s;
        QVERIFY(
            m_window->run([stored](engine::Engine &engine) { return engine.settings().save(stored); }).ok());
        m_page = std::make_unique<gui::SendPage>(m_window->context());
        m_page->show();
        auto *kind = child<QComboBox>("kindCombo");
        QVERIFY(!child<QWidget>("fallbackPreview")->isVisible());
        kind->setCurrentIndex(kind->findData(u"order_ready"_s));
        QCOMPARE(child<QLineEdit>("sendernameEdit")->text(), u"Klinikken Sol"_s);
        QTRY_VERIFY(child<QWidget>("fallbackPreview")->isVisible());
        QTRY_VERIFY(
            child<QLabel>("kindNote")->text().contains(u"gateway decides by country, operator and route"_s));
    }

    void threeStepsLeadToAnAccountThatIsInUse()
    {
        auto steps = std::make_unique<gui::FirstRunSteps>(m_window->context());
        QSignalSpy done(steps.get(), &gui::FirstRunSteps::done);
        m_page = std::move(steps);
        m_page->show();
        const auto *stack = child<QStackedWidget>("stack");
        click("nextButton"); // no service ID
        QCOMPARE(stack->currentIndex(), 0);
        fill(u"1234"_s, m_gateway->baseUrl().toString());
        click("nextButton");
        QCOMPARE(stack->currentIndex(), 1);
        click("nextButton"); // no sender
        QCOMPARE(stack->currentIndex(), 1);
        child<QLineEdit>("senderEdit")->setText(u"Klinikken"_s);
        click("nextButton");
        QTRY_COMPARE(stack->currentIndex(), 2);
        QTRY_VERIFY(child<QLabel>("answerLabel")->text().contains(u"was reached"_s));
        QCOMPARE(account().senders, QStringList{u"Klinikken"_s});
        click("nextButton");
        QCOMPARE(done.size(), 1);
    }

private:
    template <typename Section>
    void open()
    {
        auto section = std::make_unique<Section>(m_window->context());
        section->load();
        m_page = std::move(section);
        m_page->show();
    }
    template <typename Child>
    Child *child(const char *name)
    {
        auto *found = m_page->findChild<Child *>(QLatin1StringView(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    void click(const char *name) { child<QPushButton>(name)->click(); }
    QString strip() { return child<gui::Strip>("strip")->text(); }
    domain::Account account() { return m_window->context().settings.account({}).value_or(domain::Account{}); }
    void fill(const QString &service, const QString &url)
    {
        child<QLineEdit>("serviceEdit")->setText(service);
        child<QComboBox>("authenticationCombo")->setCurrentIndex(1);
        child<QLineEdit>("urlEdit")->setText(url);
    }
    void save(qint64 serviceId)
    {
        domain::Account stored;
        stored.serviceId = serviceId;
        QVERIFY(
            m_window->run([stored](engine::Engine &engine) { return engine.settings().save(stored); }).ok());
    }

    std::unique_ptr<support::Window> m_window;
    std::unique_ptr<simulator::Simulator> m_gateway;
    std::unique_ptr<QWidget> m_page;
};

QTEST_MAIN(TestSettingsPage)
#include "tst_settingspage.moc"
