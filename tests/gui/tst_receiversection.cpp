// SPDX-License-Identifier: GPL-3.0-or-later
// The receiver's and the replies' settings, pressed as a person would.
#include "engine/language.h"
#include "engine/reception.h"
#include "gui/pages/receiversection.h"
#include "gui/pages/repliessection.h"
#include "gui/widgets/strip.h"
#include "support/child.h"
#include "support/patience.h"
#include "window.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTcpServer>

using namespace Qt::StringLiterals;

class TestReceiverSection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { engine::language::install(u"en"_s); }
    void init()
    {
        m_window = std::make_unique<support::Window>();
        m_section = std::make_unique<gui::ReceiverSection>(m_window->context());
        m_section->show();
    }
    void cleanup()
    {
        m_section.reset();
        m_window.reset();
    }

    void onAndTested()
    {
        QTRY_VERIFY(!child<QPushButton>("copyStatusButton")->isEnabled());
        turnOn();
        QTRY_VERIFY(child<QPushButton>("copyStatusButton")->isEnabled());
        QCOMPARE(said("strip"), u"Saved. The receiver is on."_s);
        QVERIFY(m_window->context().settings.receiver().enabled);
        const QString url = child<QLineEdit>("statusUrlEdit")->text();
        QVERIFY(url.endsWith(u"/status"_s)); // ACC-03
        QVERIFY(child<QLineEdit>("inboundUrlEdit")->text().endsWith(u"/inbound"_s));
        click("copyStatusButton");
        QCOMPARE(QGuiApplication::clipboard()->text(), url);
        click("copyInboundButton");
        QVERIFY(QGuiApplication::clipboard()->text().endsWith(u"/inbound"_s));

        click("testHereButton");
        QTRY_COMPARE(said("testStrip"), u"The receiver answers on this computer."_s);
        click("testOutsideButton");
        QTRY_VERIFY(said("testStrip").startsWith(u"The request went out to the public address"_s));

        child<QCheckBox>("enabledBox")->setChecked(false);
        click("saveButton");
        QTRY_VERIFY(!child<QPushButton>("testHereButton")->isEnabled());
        QVERIFY(child<QLineEdit>("statusUrlEdit")->text().isEmpty());
    }

    void whatIsEnteredWrongly_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("entered");
        QTest::addColumn<QString>("words");
        QTest::newRow("an address") << u"addressEdit"_s << u"kontoret"_s
                                    << u"“kontoret” is not an IP address"_s;
        QTest::newRow("the gateway's") << u"allowedEdit"_s << u"18.197.36.176, hei"_s << u"“hei” is not"_s;
        QTest::newRow("a proxy") << u"proxiesEdit"_s << u"10.0.0.300"_s << u"“10.0.0.300” is not"_s;
        QTest::newRow("the public one") << u"publicEdit"_s << u"ftp://x.no"_s << u"“ftp://x.no” is not"_s;
        QTest::newRow("half a certificate")
            << u"certificateEdit"_s << u"/etc/cert.pem"_s << u"belong together"_s;
    }
    void whatIsEnteredWrongly()
    {
        QFETCH(QString, field);
        QFETCH(QString, entered);
        QFETCH(QString, words);
        child<QLineEdit>(field.toLatin1().constData())->setText(entered);
        turnOn();
        QTRY_VERIFY2(said("strip").contains(words), qPrintable(said("strip")));
        QVERIFY(!m_window->context().settings.receiver().enabled);
        QCOMPARE(child<QLineEdit>(field.toLatin1().constData())->text(), entered);
    }

    void whetherItStaysBesideTheClockCanBeChanged()
    {
        auto stays = [this] { return m_window->context().settings.value(u"whenClosed"_s); };
        turnOn();
        QTRY_VERIFY(said("strip").startsWith(u"Saved"_s));
        QCOMPARE(stays(), QString()); // still to be asked
        child<QCheckBox>("stayBox")->setChecked(true);
        click("saveButton");
        QTRY_COMPARE(stays(), u"receive"_s);
        QTRY_VERIFY(child<QPushButton>("saveButton")->isEnabled());
        child<QCheckBox>("stayBox")->setChecked(false);
        click("saveButton");
        QTRY_COMPARE(stays(), u"quit"_s);
    }

    void aPortInUseIsSaid()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        turnOn(taken.serverPort());
        QTRY_VERIFY2(said("strip").contains(u"Another program"_s), qPrintable(said("strip")));
        QVERIFY(!m_window->context().settings.receiver().enabled);
    }

    void aPublicAddressWithoutItsSchemeIsHttps()
    {
        child<QLineEdit>("publicEdit")->setText(u"sms.example.no"_s);
        turnOn();
        QTRY_VERIFY(child<QLineEdit>("inboundUrlEdit")->text().startsWith(u"https://sms.example.no/"_s));
        QCOMPARE(child<QLineEdit>("publicEdit")->text(), u"https://sms.example.no"_s);
    }

    void rulesAreKeptAndInForce()
    {
        gui::RepliesSection replies(m_window->context());
        replies.show();
        auto *words = replies.findChild<QLineEdit *>(u"wordsEdit"_s);
        QTRY_COMPARE(words->text(), u"STOPP, STOP"_s);
        auto *table = replies.findChild<QTableWidget *>(u"rulesTable"_s);
        auto *strip = replies.findChild<gui::Strip *>(u"strip"_s);
        auto save = [&] { replies.findChild<QPushButton *>(u"saveButton"_s)->click(); };
        auto enter = [table](int column, const QString &text) { table->item(0, column)->setText(text); };

        words->clear();
        save();
        QVERIFY(strip->text().contains(u"at least one"_s));
        words->setText(u"STOPP, SLUTT"_s);
        replies.findChild<QPushButton *>(u"addRuleButton"_s)->click();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        enter(0, u"to ord"_s);
        save();
        QVERIFY(strip->text().contains(u"one word"_s));
        enter(0, u"Slutt"_s);
        save();
        QVERIFY(strip->text().contains(u"is an opt-out word"_s));
        enter(0, u"SOMMER"_s);
        save();
        QVERIFY(strip->text().contains(u"a group to join"_s));
        enter(1, u"Sommerfest"_s);
        enter(2, u"Velkommen!"_s);
        replies.findChild<QLineEdit *>(u"confirmEdit"_s)->setText(u"Du er meldt av."_s);
        save();
        QTRY_VERIFY(strip->text().startsWith(u"Saved"_s));
        const auto rules = m_window->run([](engine::Engine &engine) { return engine.reception().rules(); });
        QCOMPARE(rules.optOutWords, (QStringList{u"STOPP"_s, u"SLUTT"_s}));
        QCOMPARE(rules.optOutAnswer, u"Du er meldt av."_s);
        QCOMPARE(rules.keywords,
                 (QList<inbox::KeywordRule>{{u"SOMMER"_s, u"Sommerfest"_s, u"Velkommen!"_s}}));
    }

private:
    template <typename T>
    T *child(const char *name)
    {
        return support::child<T>(*m_section, name);
    }
    void click(const char *name) { child<QPushButton>(name)->click(); }
    QString said(const char *strip) { return child<gui::Strip>(strip)->text(); }
    void turnOn(quint16 port = 0)
    {
        if (port == 0) {
            QTcpServer server;
            QVERIFY(server.listen(QHostAddress::LocalHost));
            port = server.serverPort();
        }
        if (child<QLineEdit>("addressEdit")->text() == u"0.0.0.0"_s)
            child<QLineEdit>("addressEdit")->setText(u"127.0.0.1"_s);
        child<QSpinBox>("portSpin")->setValue(port);
        child<QCheckBox>("enabledBox")->setChecked(true);
        click("saveButton");
    }

    std::unique_ptr<support::Window> m_window;
    std::unique_ptr<gui::ReceiverSection> m_section;
};

QTEST_MAIN(TestReceiverSection)
#include "tst_receiversection.moc"
