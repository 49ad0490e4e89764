// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/contactbook.h"
#include "engine/engine.h"
#include "gui/dialogs/listdialog.h"
#include "gui/pages/sendpage.h"
#include "gui/widgets/recipientsedit.h"
#include "gui/widgets/strip.h"
#include "storage/campaignrepository.h"
#include "support/openwindow.h"
#include "support/patience.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileOpenEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {

struct SendPlace : support::OpenWindow
{
    using support::OpenWindow::OpenWindow;

    // Of this page: others have fields of the same name.
    template <typename T>
    T *find(const char *name) const
    {
        T *found = window()->sendPage()->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("There is no %s", name);
        return found;
    }
    QPlainTextEdit *message = find<QPlainTextEdit>("messageEdit");
    QComboBox *sender = find<QComboBox>("senderCombo");
    QLineEdit *input = find<QLineEdit>("recipientsInput");
    QPushButton *send = find<QPushButton>("sendButton");
    gui::Strip *strip = find<gui::Strip>("strip");

    QString counter() const { return find<QLabel>("counterLabel")->text(); }
    QString summary() const { return find<QLabel>("summaryLabel")->text(); }
    void type(const QString &recipients)
    {
        input->setFocus();
        QTest::keyClicks(input, recipients);
        QTest::keyClick(input, Qt::Key_Return);
    }
    void fill(const QString &text)
    {
        sender->setCurrentText(u"Korps"_s);
        message->setPlainText(text);
    }
    void write(const QString &text) // to one, so that it can be sent
    {
        type(u"99999991"_s);
        fill(text);
    }
    qint64 campaigns() const
    {
        base::SystemClock clock;
        const auto reader =
            storage::Database::open(application.databaseFile(), storage::OpenMode::ReadOnly, clock);
        return storage::CampaignRepository(*reader.value()).campaigns().value().size();
    }
    QList<domain::CampaignState> states() const
    {
        base::SystemClock clock;
        const auto reader =
            storage::Database::open(application.databaseFile(), storage::OpenMode::ReadOnly, clock);
        QList<domain::CampaignState> found;
        const auto all = storage::CampaignRepository(*reader.value()).campaigns();
        for (const domain::Campaign &campaign : all.value())
            found.append(campaign.state);
        return found;
    }
};

} // namespace

class TestSendPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSendThatCannotBePressedSaysWhy()
    {
        SendPlace place;
        const auto *note = place.find<QLabel>("sendNote");
        QTRY_VERIFY(!note->text().isEmpty()); // there is no text yet
        QCOMPARE(place.send->toolTip(), note->text());
        place.message->setPlainText(u"Hei"_s);
        QTRY_VERIFY(place.send->toolTip().contains(u"recipients"_s));
        QTRY_COMPARE(note->text(), place.send->toolTip());
        QTest::keyClick(place.message, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(place.strip->text(), place.send->toolTip());
        QTRY_COMPARE(note->text(), place.send->toolTip()); // beside the button as well
        place.type(u"99999991"_s);
        QTRY_VERIFY(place.send->isEnabled());
        QCOMPARE(place.send->toolTip(), QString());
        QCOMPARE(note->text(), QString());
    }

    // The reason stood in the strip alone, which large text pushes out of sight; and the key made it yellow.
    void whatTheStripSaysIsSaidInShortBesideTheButton()
    {
        SendPlace place;
        place.type(u"99999991"_s);
        place.message->setPlainText(u"Hei {navnn}"_s);
        QTRY_VERIFY(!place.strip->text().isEmpty());
        QCOMPARE(place.strip->property("kind").toString(), u"error"_s);
        QCOMPARE(place.find<QLabel>("sendNote")->text(), u"The text has an unknown field."_s);
        QTest::keyClick(place.message, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(place.strip->property("kind").toString(), u"error"_s);
    }

    // Beside a typed number it was marked as known, though the strip said that there is no such field.
    void aMisspeltFieldIsMarkedWhoeverGetsIt()
    {
        SendPlace place;
        place.type(u"99999991"_s);
        place.message->setPlainText(u"Hei {navnn}"_s);
        QTRY_VERIFY(!place.strip->text().isEmpty());
        const QList<QTextEdit::ExtraSelection> marks = place.message->extraSelections();
        QVERIFY(!marks.isEmpty());
        QTRY_COMPARE(place.message->extraSelections().constFirst().format.underlineStyle(),
                     QTextCharFormat::WaveUnderline);
    }

    void aSecondListSaysWhatItReplacedAndCanBeUndone()
    {
        SendPlace place;
        QTemporaryDir folder;
        const auto list = [&folder](const QString &name) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::WriteOnly) || file.write("Mobil;Navn\n99999991;Kari\n") < 0)
                qFatal("no list");
            return file.fileName();
        };
        auto *edit = place.find<gui::RecipientsEdit>("recipientsEdit");
        auto *strip = place.find<gui::Strip>("undoStrip");
        edit->addFile(list(u"a.csv"_s));
        QVERIFY(strip->isHidden());
        edit->addFile(list(u"b.csv"_s));
        QVERIFY2(strip->text().contains(u"a.csv"_s), qPrintable(strip->text()));
        place.find<QPushButton>("undoButton")->click();
        QVERIFY(edit->chips().constFirst().name.endsWith(u"a.csv"_s));
        QVERIFY(strip->isHidden());
    }

    void theCounterCountsAsItIsTyped()
    {
        SendPlace place;
        QTest::keyClicks(place.message, u"Hei"_s);
        QCOMPARE(place.counter(), u"GSM · 3 of 160 · 1 SMS · 157 left"_s);
        place.message->setPlainText(QString(u"a"_s.repeated(161)));
        QCOMPARE(place.counter(), u"GSM · 161 of 306 · 2 SMS · 145 left"_s);
        place.message->setPlainText(u"[€]"_s); // OUT-05: two units each
        QVERIFY(place.counter().startsWith(u"GSM · 6 of 160"_s));
    }

    void recipientsAreCountedWhileATemplateIsBeingFilledIn()
    {
        SendPlace place;
        place.type(u"99999991"_s);
        place.message->setPlainText(u"Koden er 1234"_s);
        auto *kind = place.find<QComboBox>("kindCombo");
        kind->setCurrentIndex(kind->findData(u"otp"_s));
        QTRY_COMPARE(place.summary(), u"1 recipient"_s);
        QVERIFY(place.strip->text().isEmpty()); // the form says it, beside the field
        QVERIFY(!place.send->isEnabled());
        place.find<QLineEdit>("codeEdit")->setText(u"1234"_s);
        QTRY_VERIFY(place.send->isEnabled());
    }

    void aFieldThatTheListHasNotIsMarked()
    {
        SendPlace place;
        const QString list = place.folder.filePath(u"liste.csv"_s);
        QFile file(list);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Mobil;Navn\n99999991;Kari\n");
        file.close();
        place.window()->sendPage()->addList(list);
        place.message->setPlainText(u"Hei {navn}, {adresse|kjære deg}"_s);
        const auto marks = [&place] {
            QList<QTextCharFormat::UnderlineStyle> styles;
            for (const auto &selection : place.message->extraSelections())
                styles.append(selection.format.underlineStyle());
            return styles;
        };
        QTRY_COMPARE(marks(), (QList{QTextCharFormat::NoUnderline, QTextCharFormat::WaveUnderline}));
        place.type(u"99999992"_s); // contacts have fields of their own
        QTRY_COMPARE(marks(), (QList{QTextCharFormat::NoUnderline, QTextCharFormat::NoUnderline}));
    }

    void aListThatDoesNotSayWhichColumnIsAskedAbout()
    {
        SendPlace place;
        const QString list = place.folder.filePath(u"liste.csv"_s);
        QFile file(list);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Kode;Navn\n99999991;Kari\n");
        file.close();
        place.window()->sendPage()->addList(list);
        gui::ListDialog *dialog = nullptr;
        QTRY_VERIFY(dialog = place.window()->sendPage()->findChild<gui::ListDialog *>());
        auto *phone = dialog->findChild<QComboBox *>(u"phoneCombo"_s);
        QTRY_COMPARE(phone->count(), 3);
        auto *use = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QVERIFY(!use->isEnabled());
        phone->setCurrentIndex(phone->findText(u"Kode"_s));
        QVERIFY(use->isEnabled());
        use->click();
        QTRY_COMPARE(place.summary(), u"1 recipient"_s);
        QVERIFY(place.find<QPushButton>("listButton")->toolTip().contains(u"Kode"_s));
    }

    void whatCannotBeSentCannotBePressed_data()
    {
        QTest::addColumn<QString>("recipients");
        QTest::addColumn<QString>("sender");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence"); // a word of it
        const QString kari = u"99999991"_s;
        QTest::newRow("nobody") << u""_s << u"Korps"_s << u"Hei"_s << QString();
        QTest::newRow("an empty text") << kari << u"Korps"_s << u""_s << QString();
        QTest::newRow("a wrong number alone") << u"123"_s << u"Korps"_s << u"Hei"_s << QString();
        QTest::newRow("OUT-02 a sender of 12 characters")
            << kari << u"Abcdefghijkl"_s << u"Hei"_s << u"11 characters"_s;
        QTest::newRow("OUT-06 1,531 characters")
            << kari << u"Korps"_s << QString(u"a"_s.repeated(1531)) << u"1530"_s;
        QTest::newRow("OUT-09 a dash without Unicode") << kari << u"Korps"_s << u"kl. 8–9"_s << u"–"_s;
    }
    void whatCannotBeSentCannotBePressed()
    {
        QFETCH(QString, recipients);
        QFETCH(QString, sender);
        QFETCH(QString, text);
        QFETCH(QString, sentence);
        SendPlace place;
        if (!recipients.isEmpty())
            place.type(recipients);
        place.sender->setCurrentText(sender);
        place.message->setPlainText(text);
        QTest::qWait(600); // the engine has looked at it
        QVERIFY(!place.send->isEnabled());
        const QString said = QString(place.strip->text() + u' ' + place.find<QLabel>("senderNote")->text())
                                 .remove(QChar::Nbsp)
                                 .remove(u',');
        QVERIFY2(said.contains(sentence), qUtf8Printable(said));
        // Once all is well it can be.
        if (recipients != "99999991"_L1)
            place.type(u"99999991"_s);
        place.fill(u"Hei"_s);
        QTRY_VERIFY(place.send->isEnabled());
    }

    void theRepairIsOneClick()
    {
        SendPlace place;
        place.write(u"«Vel møtt» – kl. 19…"_s);
        auto *repair = place.find<QPushButton>("repairButton");
        QVERIFY(repair->isVisible());
        repair->click();
        QCOMPARE(place.message->toPlainText(), u"\"Vel møtt\" - kl. 19..."_s);
        QVERIFY(!repair->isVisible());
        QTRY_VERIFY(place.send->isEnabled());
        place.message->undo();
        QCOMPARE(place.message->toPlainText(), u"«Vel møtt» – kl. 19…"_s);
    }

    void aContactsNumberBringsItsFields()
    {
        SendPlace place;
        place.type(u"999 91 001"_s); // a contact of the demo
        place.fill(u"Hei {navn}!"_s);
        QTRY_VERIFY(place.send->isEnabled());
        QCOMPARE(place.find<QLabel>("previewLabel")->text(), u"Kari Nordmann · 1 of 1"_s);
    }

    void aFieldThatNobodyHasIsSaidAtTheText()
    {
        SendPlace place;
        place.type(u"Styret"_s);
        place.fill(u"Hei {tid}"_s);
        QTRY_VERIFY(place.strip->text().contains("{tid}"_L1));
        QVERIFY(!place.send->isEnabled());
        place.message->setPlainText(u"Hei {navn}"_s);
        QTRY_VERIFY(place.send->isEnabled());
        QVERIFY(place.strip->text().isEmpty());
    }

    void unicodeIsOneClickToo()
    {
        SendPlace place;
        place.write(u"Да 👍"_s);
        QVERIFY(!place.find<QPushButton>("repairButton")->isVisible());
        place.find<QPushButton>("unicodeButton")->click();
        QVERIFY(place.counter().startsWith(u"Unicode · 5 of 70"_s));
        QTRY_VERIFY(place.send->isEnabled());
    }

    void itAlwaysSaysToHowMany()
    {
        SendPlace place;
        place.type(u"Medlemmer"_s);
        QTRY_VERIFY(place.summary().startsWith("18 recipients"_L1));
        place.type(u"+47 999 99 999, 123"_s);
        QTRY_VERIFY(place.summary().startsWith("19 recipients"_L1));
        QVERIFY(place.summary().contains("1 invalid"_L1));
        place.message->setPlainText(u"Hei {navn}"_s);
        QTRY_VERIFY(place.find<QLabel>("totalLabel")->text().contains("18"_L1)); // one has no name
    }

    void nothingIsStoredByLookingAtTheReview()
    {
        SendPlace place;
        place.write(u"Hei"_s);
        QTRY_VERIFY(place.send->isEnabled());
        bool looked = false;
        support::OpenWindow::inDialog(place.window(), [&looked](QDialog *dialog) {
            looked = dialog->accessibleName() == "Review and send"_L1;
            dialog->reject();
        });
        QTest::keyClick(place.message, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(looked);
        QTRY_VERIFY(place.send->isEnabled());
        QTRY_COMPARE(place.campaigns(), 0);
    }

    void stopWithinTenSecondsSendsNothing()
    {
        SendPlace place;
        place.write(u"Hei"_s);
        QTRY_VERIFY(place.send->isEnabled());
        support::OpenWindow::inDialog(place.window(), [](QDialog *dialog) {
            dialog->findChild<QPushButton *>(u"sendNowButton"_s)->click();
        });
        place.send->click();
        QVERIFY(!place.send->isEnabled()); // from the first press
        auto *stop = place.window()->findChild<QPushButton *>(u"stopButton"_s);
        QTRY_VERIFY(stop->isVisible());
        place.window()->openLink(u"sms:+4799999992?body=Annet"_s); // waits for the countdown's end
        QCOMPARE(place.message->toPlainText(), u"Hei"_s);
        support::OpenWindow::inDialog(place.window(), [](QDialog *dialog) { dialog->reject(); });
        QTest::keyClick(stop, Qt::Key_Escape);
        QVERIFY(!stop->isVisible());
        QTRY_COMPARE(place.campaigns(), 0);
        QCOMPARE(place.message->toPlainText(), u"Hei"_s); // and nothing written is lost
        QTRY_VERIFY(place.send->isEnabled());
    }

    void whatIsRepeatedGoesToAGroup()
    {
        SendPlace place;
        place.write(u"Hei"_s);
        place.find<QComboBox>("timeCombo")->setCurrentIndex(1);
        place.find<QComboBox>("repeatCombo")->setCurrentIndex(2);
        QTRY_VERIFY(place.strip->text().contains("group"_L1));
        QVERIFY(!place.send->isEnabled());
    }

    void aGroupAtTheGatewayCanBeSentTo()
    {
        SendPlace place;
        place.find<gui::RecipientsEdit>("recipientsEdit")->addGatewayGroup(u"Klubben"_s);
        place.fill(u"Hei"_s);
        QTRY_VERIFY(place.send->isEnabled());
        QCOMPARE(place.summary(), u"Only the gateway knows who is in the group."_s);
        QString asked;
        support::OpenWindow::inDialog(place.window(), [&asked](QDialog *dialog) {
            asked = dialog->findChild<QLabel *>(u"headline"_s)->text();
            dialog->reject();
        });
        place.send->click();
        QTRY_COMPARE(asked, u"Send to the group “Klubben” at the gateway?"_s);
    }

    void aLinkFillsItIn()
    {
        SendPlace place(u"en"_s, u"sms:+4799999991?body=Hei%20du"_s);
        QCOMPARE(place.message->toPlainText(), u"Hei du"_s);
        QCOMPARE(place.find<gui::RecipientsEdit>("recipientsEdit")->chips().size(), 1);
    }

    void aLinkOfTheSystemsFillsItInToo() // as macOS hands it over
    {
        SendPlace place;
        QFileOpenEvent event(QUrl(u"sms:+4799999991?body=Hei%20du"_s));
        QCoreApplication::sendEvent(qApp, &event);
        QCOMPARE(place.message->toPlainText(), u"Hei du"_s);
        QCOMPARE(place.find<gui::RecipientsEdit>("recipientsEdit")->chips().size(), 1);
    }

    void aLinkAsksBeforeItChangesWhatIsWritten_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("chips");
        QTest::newRow("leave it") << u"Cancel"_s << u"Hei"_s << 1;
        QTest::newRow("add the number") << u"Add"_s << u"Hei"_s << 2;
        QTest::newRow("begin anew") << u"Start a new one"_s << u"Hei du"_s << 1;
    }
    void aLinkAsksBeforeItChangesWhatIsWritten()
    {
        QFETCH(QString, button);
        QFETCH(QString, text);
        QFETCH(int, chips);
        SendPlace place;
        place.type(u"99999992"_s);
        place.message->setPlainText(u"Hei"_s);
        bool asked = false;
        support::OpenWindow::inDialog(place.window(), [&asked, button](QDialog *dialog) {
            asked = true;
            for (QPushButton *one : dialog->findChildren<QPushButton *>()) {
                if (one->text() == button)
                    one->click();
            }
        });
        place.window()->openLink(u"sms:+4799999991?body=Hei%20du"_s);
        QVERIFY(asked);
        QCOMPARE(place.message->toPlainText(), text);
        QCOMPARE(place.find<gui::RecipientsEdit>("recipientsEdit")->chips().size(), chips);
    }

    void theTestOfAPersonalTextHasTheNamesFilledIn()
    {
        SendPlace place;
        place.type(u"Styret"_s);
        place.fill(u"Hei {navn}"_s);
        auto *test = place.find<QPushButton>("testButton");
        QTRY_VERIFY(place.summary().startsWith("7 recipients"_L1));
        QTRY_VERIFY(test->isEnabled());
        support::OpenWindow::inDialog(place.window(), [](QDialog *dialog) {
            QStringList words;
            for (const QPushButton *button : dialog->findChildren<QPushButton *>())
                words.append(button->text());
            QVERIFY2(words.contains(u"Send the test"_s) && !words.contains(u"OK"_s),
                     qPrintable(words.join(u' ')));
            // Its title was cut.
            QVERIFY(dialog->width() >= 50 * dialog->fontMetrics().averageCharWidth());
            dialog->findChild<QLineEdit *>()->setText(u"99999992"_s);
            dialog->accept();
        });
        QSignalSpy announced(place.window()->sendPage(), &gui::Page::announced);
        test->click();
        QTRY_COMPARE(place.campaigns(), 1);
        QTRY_VERIFY(
            announced.value(0).value(0).value<gui::Sentence>().text().contains(u"on its way to 99999992"_s));
        QVERIFY(place.window()->sendPage()->isVisible()); // where one is writing
        base::SystemClock clock;
        const auto reader =
            storage::Database::open(place.application.databaseFile(), storage::OpenMode::ReadOnly, clock);
        const auto sent = storage::CampaignRepository(*reader.value()).campaigns().value().constFirst();
        QVERIFY(sent.text.startsWith("Hei "_L1));
        QVERIFY(!sent.text.contains(u'{'));
        QCOMPARE(sent.recipients, 1);
    }

    // What was said of one that could not go out stayed red beneath one that had.
    void aTestThatWentOutTakesAwayWhatWasSaidOfOneBefore()
    {
        SendPlace place;
        place.write(u"Hei"_s);
        auto *test = place.find<QPushButton>("testButton");
        QTRY_VERIFY(test->isEnabled());
        const auto press = [&](const QString &number) {
            support::OpenWindow::inDialog(place.window(), [number](QDialog *dialog) {
                dialog->findChild<QLineEdit *>()->setText(number);
                dialog->accept();
            });
            test->click();
        };
        press(u"123"_s);
        QTRY_VERIFY(!place.strip->text().isEmpty());
        press(u"99999992"_s);
        QTRY_COMPARE(place.campaigns(), 1);
        QTRY_COMPARE(place.strip->text(), QString());
    }

    void aTestThatCannotGoOutIsSaidAndDoesNotWait()
    {
        SendPlace place;
        place.write(u"Hei"_s);
        auto *test = place.find<QPushButton>("testButton");
        QTRY_VERIFY(test->isEnabled());
        place.application.context().engine.call(
            this,
            [](engine::Engine &engine) { return engine.contactBook().setOptedOut({u"+4799999992"_s}, true); },
            [](const base::Result<void> &) {});
        auto press = [&](const QString &number) {
            support::OpenWindow::inDialog(place.window(), [number](QDialog *dialog) {
                dialog->findChild<QLineEdit *>()->setText(number);
                dialog->accept();
            });
            test->click();
        };
        press(u"99999992"_s);
        QTRY_VERIFY2(place.strip->text().contains(u"99999992"_s), qUtf8Printable(place.strip->text()));
        QCOMPARE(place.campaigns(), 0);
        // At its start: nothing more may go out today.
        place.application.context().engine.call(
            this,
            [](engine::Engine &engine) {
                domain::Account account = engine.settings().account({}).value();
                account.sending.quietHours = domain::QuietHours{QTime::currentTime().addSecs(-3600),
                                                                QTime::currentTime().addSecs(3600)};
                return engine.settings().save(account);
            },
            [](const base::Result<void> &) {});
        press(u"99999993"_s);
        QTRY_VERIFY2(place.strip->text().contains(u"quiet hours"_s, Qt::CaseInsensitive),
                     qUtf8Printable(place.strip->text()));
        QTRY_COMPARE(place.states(), QList<domain::CampaignState>{domain::CampaignState::Cancelled});
    }
};

QTEST_MAIN(TestSendPage)
#include "tst_sendpage.moc"
