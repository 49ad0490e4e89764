// SPDX-License-Identifier: GPL-3.0-or-later
// The inbox as a person uses it, with the demo's gateway: a reply comes in, is read and answered.
#include "engine/contactbook.h"
#include "engine/demogateway.h"
#include "engine/language.h"
#include "gui/pages/inboxpage.h"
#include "gui/widgets/strip.h"
#include "models/conversationmodel.h"
#include "models/threadmodel.h"
#include "storage/inboxrepository.h"
#include "storage/optoutrepository.h"
#include "support/child.h"
#include "support/patience.h"
#include "window.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;
using models::ThreadModel;

namespace {
const QString kari = QStringLiteral("+4799999999");
}

class TestInboxPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { engine::language::install(u"en"_s); }
    void init()
    {
        m_window = std::make_unique<support::Window>();
        m_page = std::make_unique<gui::InboxPage>(m_window->context());
        m_page->resize(900, 600);
        m_page->show();
        m_page->activated();
    }
    void cleanup()
    {
        m_page.reset();
        m_window.reset();
    }

    void anEmptyInboxSaysWhatBelongsThere()
    {
        QVERIFY(child<QLabel>("emptyLabel")->isVisible());
        QVERIFY(!list()->isVisible());
    }

    void aMessageIsUnreadUntilItsConversationIsOpened()
    {
        m_page->hide();
        QSignalSpy unread(m_page.get(), &gui::InboxPage::unreadChanged);
        receive(kari, u"Kommer dere?"_s, 1);
        m_page->activated();
        QCOMPARE(m_page->unread(), 1);
        m_page->show();
        QVERIFY(list()->isVisible());
        QCOMPARE(list()->model()->rowCount(), 1);
        m_page->activated();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_window->run([](engine::Engine &) { return true; }); // and what was asked of it before
        m_page->activated();
        QCOMPARE(m_page->unread(), 1); // the page alone opens none, nor does the focus
        openNewest();
        QTRY_COMPARE(m_page->unread(), 0);
        QCOMPARE(unread.size(), 2);
        QCOMPARE(thread(), QStringList{u"Kommer dere?"_s});
    }

    void searchNarrowsTheConversations_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("number");
        QTest::newRow("a word that was written, in any case") << u"TAKK"_s << u"+4799999998"_s;
        QTest::newRow("a number as people write it") << u"999 99 999"_s << kari;
    }
    void searchNarrowsTheConversations()
    {
        QFETCH(QString, search);
        QFETCH(QString, number);
        receive(kari, u"Kommer dere?"_s, 1);
        receive(u"+4799999998"_s, u"Tusen takk"_s, 2);
        m_page->activated();
        QCOMPARE(list()->model()->rowCount(), 2);
        child<QLineEdit>("searchEdit")->setText(search);
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QCOMPARE(list()->model()->index(0, 0).data(models::ConversationModel::NumberRole).toString(), number);
        child<QLineEdit>("searchEdit")->clear();
        QTRY_COMPARE(list()->model()->rowCount(), 2);
    }

    void aReplyIsSentFromWhatWasWrittenToAndShownWithItsState()
    {
        startDemo();
        receive(kari, u"Kommer dere?"_s, 1);
        openNewest();
        QCOMPARE(child<QComboBox>("replySender")->currentText(), u"26114"_s);
        QVERIFY(!button("replyButton")->isEnabled());
        child<QPlainTextEdit>("replyEdit")->setPlainText(u"Ja, klokka ti"_s);
        QVERIFY(child<QLabel>("replyCounter")->text().contains("13"_L1));
        button("replyButton")->click();
        QVERIFY(!button("replyButton")->isEnabled()); // from the first press
        QCOMPARE(m_page->focusWidget(), child<QPlainTextEdit>("replyEdit"));
        QTRY_COMPARE(thread(), (QStringList{u"Kommer dere?"_s, u"Ja, klokka ti"_s}));
        QTRY_VERIFY(child<QPlainTextEdit>("replyEdit")->toPlainText().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(spoken(1).contains(u"Delivered"_s), 15000);
    }

    void aFieldOfAReplyIsFilledInWhereItIsKnownAndElseRefused()
    {
        startDemo();
        receive(kari, u"Kommer dere?"_s, 1);
        openNewest();
        auto *edit = child<QPlainTextEdit>("replyEdit");
        edit->setPlainText(u"Hei {navn}!"_s);
        QVERIFY(!button("replyButton")->isEnabled());
        QVERIFY(strip("replyStrip").contains(u"“navn” is not known"_s));
        QCOMPARE(edit->extraSelections().constFirst().format.underlineStyle(),
                 QTextCharFormat::WaveUnderline);
        edit->setPlainText(u"Hei {navn!"_s);
        QVERIFY(!button("replyButton")->isEnabled());
        QVERIFY(!strip("replyStrip").isEmpty());
        edit->setPlainText(u"Hei {navn}!"_s);
        domain::Contact contact;
        contact.number = kari;
        contact.name = u"Kari"_s;
        QVERIFY(m_window->run(
            [contact](engine::ContactBook &contactBook) { return contactBook.save(contact).ok(); }));
        m_page->activated();
        QVERIFY(strip("replyStrip").isEmpty());
        QVERIFY(child<QLabel>("replyCounter")->text().contains("9"_L1)); // as it will be
        button("replyButton")->click();
        QTRY_COMPARE(thread(), (QStringList{u"Kommer dere?"_s, u"Hei Kari!"_s}));
        QTRY_VERIFY(edit->toPlainText().isEmpty());
    }

    void whatCameOfAReplyStaysUntilSomethingElseIsWritten()
    {
        receive(kari, u"Hei"_s, 1); // and there is no account that could answer
        openNewest();
        child<QComboBox>("replySender")->setCurrentText(u"26114"_s);
        child<QPlainTextEdit>("replyEdit")->setPlainText(u"Hei selv"_s);
        button("replyButton")->click();
        QTRY_VERIFY(!strip("replyStrip").isEmpty());
        const QString said = strip("replyStrip");
        receive(u"+4799991002"_s, u"En annen"_s, 2); // the page is read anew
        m_page->activated();
        QCOMPARE(strip("replyStrip"), said);
        child<QPlainTextEdit>("replyEdit")->setPlainText(u"Noe annet"_s);
        QVERIFY(strip("replyStrip") != said);
    }

    void aSearchThatFindsNobodySaysSo()
    {
        receive(kari, u"Hei"_s, 1);
        m_page->activated();
        child<QLineEdit>("searchEdit")->setText(u"finnes ikke"_s);
        QTRY_COMPARE(list()->model()->rowCount(), 0);
        QTRY_COMPARE(strip("gapStrip"), u"No matches."_s);
        child<QLineEdit>("searchEdit")->clear();
        QTRY_VERIFY(strip("gapStrip").isEmpty());
    }

    void aTextSenderCannotBeAnswered()
    {
        receive(u"Posten"_s, u"Pakken er her"_s, 1);
        openNewest();
        QCOMPARE(strip("replyStrip"), u"You cannot reply to a text sender."_s);
        QVERIFY(!child<QPlainTextEdit>("replyEdit")->isEnabled());
        QVERIFY(!button("optOutButton")->isVisible());
    }

    void anOptOutByHandHoldsAtOnceAndIsTakenBackOnlyWhenAsked()
    {
        startDemo();
        receive(kari, u"Ikke mer"_s, 1);
        openNewest();
        child<QPlainTextEdit>("replyEdit")->setPlainText(u"Likevel"_s);
        button("optOutButton")->click();
        QTRY_VERIFY(isOptedOut());
        QTRY_VERIFY(!button("replyButton")->isEnabled());
        QCOMPARE(strip("replyStrip"), u"This person has opted out and cannot be sent messages."_s);
        QCOMPARE(child<QPlainTextEdit>("replyEdit")->toPlainText(), u"Likevel"_s); // nothing is lost
        answer(u"Cancel"_s);
        button("optOutButton")->click();
        QVERIFY(isOptedOut());
        answer(u"Yes, allow messages"_s);
        button("optOutButton")->click();
        QTRY_VERIFY(!isOptedOut());
        QTRY_VERIFY(button("replyButton")->isEnabled());
    }

    void whatMayBeAnOptOutIsAskedAbout_data()
    {
        QTest::addColumn<QByteArray>("pressed");
        QTest::addColumn<bool>("optedOut");
        QTest::newRow("they are opted out") << QByteArray("wasOptOutButton") << true;
        QTest::newRow("it is none") << QByteArray("wasNoOptOutButton") << false;
    }
    void whatMayBeAnOptOutIsAskedAbout()
    {
        QFETCH(QByteArray, pressed);
        QFETCH(bool, optedOut);
        receive(kari, u"Avslutt"_s, 1);
        QVERIFY(m_window->write([](storage::Database &database) {
            return storage::InboxRepository(database).addAction(
                {1, 1, domain::ActionKind::MayBeOptOut, kari});
        }));
        m_page->activated();
        QCOMPARE(list()->model()->index(0, 0).data(models::ConversationModel::TextRole).toString(),
                 u"An opt-out? Avslutt"_s);
        openNewest();
        QVERIFY(!strip("optOutStrip").isEmpty());
        QVERIFY(button("replyButton") &&
                child<QPlainTextEdit>("replyEdit")->isEnabled()); // nothing is decided
        button(pressed.constData())->click();
        QTRY_VERIFY(strip("optOutStrip").isEmpty());
        QTRY_COMPARE(child<QPlainTextEdit>("replyEdit")->isEnabled(), !optedOut);
        QTRY_COMPARE(list()->model()->index(0, 0).data(models::ConversationModel::TextRole).toString(),
                     u"Avslutt"_s);
    }

    void missingCountersAreToldUntilAPersonHasLookedIntoThem()
    {
        receive(kari, u"en"_s, 10, 7166);
        receive(kari, u"to"_s, 11, 7169);
        openNewest();
        QVERIFY2(strip("gapStrip").contains(u"7167–7168"_s), qPrintable(strip("gapStrip"))); // INB-07
        QVERIFY(strip("gapStrip").contains(u"restart its queue"_s));                         // ACC-05
        button("gapsSeenButton")->click();
        QTRY_VERIFY(strip("gapStrip").isEmpty());
    }

    void whatNobodyCanReadIsTold()
    {
        QVERIFY(!button("quarantineButton")->isVisible());
        QVERIFY(m_window->write([](storage::Database &database) {
            return storage::InboxRepository(database).addQuarantined(
                {1, u"127.0.0.1"_s, domain::Unreadable::BadJson, "{"});
        }));
        receive(kari, u"Hei"_s, 1);
        openNewest();
        QVERIFY(button("quarantineButton")->isVisible());
    }

    void theConversationStaysChosenWhenAnotherMessageComes()
    {
        receive(kari, u"Først"_s, 1);
        openNewest();
        child<QPlainTextEdit>("replyEdit")->setPlainText(u"Halvskrevet"_s);
        receive(u"+4799999998"_s, u"Ny samtale"_s, 2);
        m_page->activated();
        QCOMPARE(list()->currentIndex().data(models::ConversationModel::NumberRole).toString(), kari);
        QCOMPARE(thread(), QStringList{u"Først"_s});
        QCOMPARE(child<QPlainTextEdit>("replyEdit")->toPlainText(), u"Halvskrevet"_s);
    }

    void markupOfAStrangerIsShownAsItStands()
    {
        receive(kari, u"<b>Hei</b><img src='http://example.org/x.png'>"_s, 1);
        openNewest();
        QCOMPARE(thread().constFirst(), u"<b>Hei</b><img src='http://example.org/x.png'>"_s);
        QCOMPARE(child<QLabel>("whoLabel")->textFormat(), Qt::PlainText);
    }

private:
    void openNewest()
    {
        m_page->activated();
        list()->setCurrentIndex(list()->model()->index(0, 0));
    }
    template <typename T>
    T *child(const char *name)
    {
        return support::child<T>(*m_page, name);
    }
    QPushButton *button(const char *name) { return child<QPushButton>(name); }
    QString strip(const char *name) { return child<gui::Strip>(name)->text(); }
    QListView *list() { return child<QListView>("conversationList"); }
    bool isOptedOut() { return storage::OptOutRepository(m_window->reader()).contains(kari).value(); }
    QStringList thread()
    {
        const auto *model = child<QListView>("threadList")->model();
        QStringList texts;
        for (int row = 0; row < model->rowCount(); ++row)
            texts.append(model->index(row, 0).data().toString());
        return texts;
    }
    QString spoken(int row)
    {
        return child<QListView>("threadList")->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    }
    // Presses a button of the question that is about to be asked.
    void answer(const QString &text)
    {
        QTimer::singleShot(100, this, [text] {
            auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            if (!question)
                qFatal("no question");
            for (QAbstractButton *button : question->buttons()) {
                if (button->text().remove(u'&') == text)
                    button->click();
            }
        });
    }
    void receive(const QString &from, const QString &text, qint64 id, std::optional<qint64> counter = {})
    {
        domain::InboundMessage message;
        message.gatewayId = id;
        message.from = from;
        message.to = u"26114"_s;
        message.text = text;
        message.counter = counter;
        message.receivedMs = message.sentMs = 1'700'000'000'000 + id;
        QVERIFY(m_window->write([message](storage::Database &database) -> base::Result<void> {
            const auto added = storage::InboxRepository(database).add(message);
            return added ? base::Result<void>() : base::Result<void>(added.error());
        }));
    }
    void startDemo()
    {
        QVERIFY(m_window->run([](engine::Engine &engine) { return engine.demoGateway().start(); }));
    }

    std::unique_ptr<support::Window> m_window;
    std::unique_ptr<gui::InboxPage> m_page;
};

QTEST_MAIN(TestInboxPage)
#include "tst_inboxpage.moc"
