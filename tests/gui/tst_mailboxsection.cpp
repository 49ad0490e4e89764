// SPDX-License-Identifier: GPL-3.0-or-later
// The mailbox's settings, pressed as a person would.
#include "engine/engine.h"
#include "engine/language.h"
#include "gui/banners.h"
#include "gui/dialogs/mailboxquestion.h"
#include "gui/pages/mailboxsection.h"
#include "gui/statusline.h"
#include "gui/widgets/strip.h"
#include "mailbox/server.h"
#include "support/patience.h"
#include "window.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;

class TestMailboxSection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { engine::language::install(u"en"_s); }
    void init()
    {
        m_window = std::make_unique<support::Window>();
        m_section = std::make_unique<gui::MailboxSection>(m_window->context());
        m_section->show();
    }
    void cleanup()
    {
        m_section.reset();
        m_server.reset();
        m_store.reset();
        m_window.reset();
    }

    void theFileIsSavedAsAPersonSaysIt()
    {
        const QString file = m_window->folder() + "/postkasse.php"_L1;
        choose(file);
        click("saveFileButton");
        QTRY_VERIFY(said("fileStrip").startsWith(u"Saved as"_s));
        QFile php(file);
        QVERIFY(php.open(QIODevice::ReadOnly));
        QVERIFY(!php.readAll().contains("@SECRET@"));
        QVERIFY(!(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void testedAndUsedWithTheAddressesForThePortal()
    {
        QTRY_VERIFY(!child<QPushButton>("copyStatusButton")->isEnabled());
        gui::StatusLine line(m_window->context());
        auto *words = line.findChild<QLabel *>(u"mailboxLabel"_s);
        QVERIFY(!words->isVisibleTo(&line));
        serve();
        enter(m_server->url());
        QTRY_VERIFY2(said("testStrip").startsWith(u"The mailbox works"_s), qPrintable(said("testStrip")));
        QTRY_COMPARE(child<QLineEdit>("statusUrlEdit")->text(), m_server->statusUrl()); // ACC-03
        QCOMPARE(child<QLineEdit>("inboundUrlEdit")->text(), m_server->inboundUrl());
        click("copyInboundButton");
        QCOMPARE(QGuiApplication::clipboard()->text(), m_server->inboundUrl());
        QTRY_VERIFY(words->isVisibleTo(&line));

        click("fetchButton");
        QTRY_COMPARE(said("moreStrip"), u"0 events fetched from the mailbox."_s);
        QTRY_VERIFY2(words->accessibleName().startsWith(u"● Mailbox checked "_s),
                     qPrintable(words->accessibleName()));
        m_server.reset();
        click("fetchButton");
        QTRY_VERIFY2(said("moreStrip").contains(u"cannot be reached"_s), qPrintable(said("moreStrip")));
        QTRY_COMPARE(words->accessibleName(), u"✕ Mailbox not reached"_s);
    }

    void whatIsEnteredWrongly_data()
    {
        QTest::addColumn<QString>("entered");
        QTest::addColumn<QString>("words");
        QTest::newRow("http") << u"http://www.example.no/postkasse.php"_s << u"must begin with https://"_s;
        QTest::newRow("no address") << u"https://"_s << u"is not an address like"_s;
        QTest::newRow("nobody there") << u"http://127.0.0.1:9/postkasse.php"_s << u"cannot be reached"_s;
    }
    void whatIsEnteredWrongly()
    {
        QFETCH(QString, entered);
        QFETCH(QString, words);
        makeKeys();
        enter(entered);
        QTRY_VERIFY2(said("testStrip").contains(words), qPrintable(said("testStrip")));
        QCOMPARE(child<QLineEdit>("addressEdit")->text(), entered);
        QVERIFY(!m_section->isUsed());
    }

    void anotherOfficesMailboxIsSaid()
    {
        serve(mailbox::newKeys());
        makeKeys();
        enter(m_server->url());
        QTRY_VERIFY2(said("testStrip").contains(u"another office's key"_s), qPrintable(said("testStrip")));
    }

    void aFullOneIsSaidAboveEveryPage()
    {
        gui::Banners banners(m_window->context());
        auto *strip = banners.findChild<gui::Strip *>(u"mailboxStrip"_s);
        mailbox::StoreLimits limits;
        limits.events = limits.reservedEvents;
        serve({}, limits);
        enter(m_server->url());
        QTRY_VERIFY2(strip->text().contains(u"The mailbox is full"_s), qPrintable(strip->text()));
    }

    void twoWeeksWithoutAFetchAreSaidUntilClosed()
    {
        const qint64 fifteenDaysAgo = m_clock.nowMs() - 15LL * 24 * 3600 * 1000;
        QVERIFY(m_window
                    ->run([fifteenDaysAgo](engine::Settings &settings) {
                        const auto kept =
                            settings.setValue(u"mailbox/lastFetchMs"_s, QString::number(fifteenDaysAgo));
                        return kept ? settings.setValue(u"mailbox/url"_s, u"https://www.example.no/p.php"_s)
                                    : kept;
                    })
                    .ok());
        gui::Banners banners(m_window->context());
        auto *strip = banners.findChild<gui::Strip *>(u"mailboxStrip"_s);
        QTRY_VERIFY2(strip->text().startsWith(u"Nothing had been fetched from the mailbox since"_s),
                     qPrintable(strip->text()));
        banners.findChild<QPushButton *>(u"closeMailboxButton"_s)->click();
        QVERIFY(strip->text().isEmpty());
    }

    void aNewKeyWaitsUntilItsFileIsThere()
    {
        serve();
        enter(m_server->url());
        QTRY_VERIFY(said("testStrip").startsWith(u"The mailbox works"_s));
        QTRY_VERIFY(child<QPushButton>("newKeyButton")->isEnabled());
        choose(m_window->folder() + "/ny.php"_L1);
        press(u"Make a new key"_s);
        click("newKeyButton");
        QTRY_VERIFY2(said("moreStrip").startsWith(u"Saved as"_s), qPrintable(said("moreStrip")));
        QTRY_VERIFY(said("stateStrip").startsWith(u"The new key is in force once"_s));
        QVERIFY(m_window->run([](const engine::Mailbox &mailbox) { return mailbox.awaitsNewKey(); }));
    }

    void noLongerUsedWhenAPersonSaysSo()
    {
        serve();
        enter(m_server->url());
        QTRY_VERIFY(m_section->isUsed());
        QTRY_VERIFY(child<QPushButton>("offButton")->isEnabled());
        press(u"Stop using it"_s);
        click("offButton");
        QTRY_VERIFY(!m_section->isUsed());
        QTRY_VERIFY(!child<QPushButton>("fetchButton")->isEnabled());
    }

    // Goes on without the mailbox only where a person says so.
    void whoIsAskedDecides_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<int>("tries");
        QTest::newRow("go on") << u"Continue anyway"_s << 2;
        QTest::newRow("not now") << u"Not now"_s << 1;
    }
    void whoIsAskedDecides()
    {
        QFETCH(QString, button);
        QFETCH(int, tries);
        QList<engine::Unfetched> asked;
        std::optional<base::Result<void>> told;
        press(button);
        gui::tryWithMailbox(
            m_section.get(),
            [&](engine::Unfetched unfetched, const gui::Outcome &done) {
                asked.append(unfetched);
                if (unfetched == engine::Unfetched::GoOn)
                    return done({});
                done(base::Error{base::ErrorCode::NeedsConfirmation, u"STOPP"_s, u"mailbox"_s});
            },
            [&](const base::Result<void> &result) { told = result; });
        QTRY_VERIFY(told.has_value());
        QCOMPARE(asked.size(), tries);
        QCOMPARE(told->ok(), tries == 2);
    }

private:
    template <typename Widget>
    Widget *child(const char *name)
    {
        return m_section->findChild<Widget *>(QLatin1StringView(name));
    }
    void click(const char *button) { child<QPushButton>(button)->click(); }
    QString said(const char *strip) { return child<gui::Strip>(strip)->text(); }
    void enter(const QString &address)
    {
        child<QLineEdit>("addressEdit")->setText(address);
        click("testButton");
    }
    // In the next question, which blocks.
    static void press(const QString &text)
    {
        auto *timer = new QTimer(qApp);
        QObject::connect(timer, &QTimer::timeout, timer, [timer, text] {
            for (QWidget *widget : QApplication::topLevelWidgets()) {
                auto *box = qobject_cast<QMessageBox *>(widget);
                if (!box || !box->isVisible())
                    continue;
                for (QAbstractButton *button : box->buttons()) {
                    if (button->text().remove(u'&') == text) {
                        timer->deleteLater();
                        timer->stop();
                        return button->click();
                    }
                }
            }
        });
        timer->start(20);
    }
    // In the next file dialog, which blocks.
    static void choose(const QString &file)
    {
        auto *timer = new QTimer(qApp);
        QObject::connect(timer, &QTimer::timeout, timer, [timer, file] {
            for (QWidget *widget : QApplication::topLevelWidgets()) {
                auto *dialog = qobject_cast<QFileDialog *>(widget);
                if (!dialog || !dialog->isVisible())
                    continue;
                timer->deleteLater();
                timer->stop();
                dialog->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(file);
                static_cast<QDialog *>(dialog)->accept();
                return;
            }
        });
        timer->start(20);
    }
    void makeKeys()
    {
        const QString file = m_window->folder() + "/config"_L1;
        QVERIFY(m_window
                    ->run([file](engine::Mailbox &mailbox) {
                        return mailbox.writeFile(engine::MailboxFile::ServerSettings, file);
                    })
                    .ok());
    }
    // `mailbox serve` with this profile's settings, or another office's.
    void serve(const std::optional<mailbox::Keys> &foreign = {}, const mailbox::StoreLimits &limits = {})
    {
        makeKeys();
        const QString file = m_window->folder() + "/config"_L1;
        if (foreign)
            QVERIFY(mailbox::writePrivately(file, mailbox::configFile(*foreign)).ok());
        const auto config = mailbox::readConfig(file);
        auto store = mailbox::Store::open(m_window->folder() + "/data"_L1, m_clock, limits);
        QVERIFY(config && store);
        m_store = std::move(store).value();
        mailbox::ServerRules rules;
        rules.port = 0;
        m_server = std::make_unique<mailbox::Server>(rules, *config, *m_store, m_clock);
        QVERIFY(m_server->start().ok());
    }

    base::SystemClock m_clock;
    std::unique_ptr<support::Window> m_window;
    std::unique_ptr<gui::MailboxSection> m_section;
    std::unique_ptr<mailbox::Store> m_store;
    std::unique_ptr<mailbox::Server> m_server;
};

QTEST_MAIN(TestMailboxSection)
#include "tst_mailboxsection.moc"
