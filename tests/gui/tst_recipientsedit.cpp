// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/chipbutton.h"
#include "gui/widgets/recipientsedit.h"
#include "support/patience.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QCompleter>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextLayout>

using namespace Qt::StringLiterals;
using gui::RecipientChip;
using gui::RecipientsEdit;

class TestRecipientsEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersComeInAsPeopleHaveThem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("numbers");
        QTest::newRow("eight digits") << u"99999991"_s << QStringList{u"99999991"_s};
        QTest::newRow("with spaces") << u"999 99 991"_s << QStringList{u"999 99 991"_s};
        QTest::newRow("with the country") << u"+47 999 99 991"_s << QStringList{u"+47 999 99 991"_s};
        QTest::newRow("several lines of a spreadsheet")
            << u"99999991\n99999992\n"_s << QStringList{u"99999991"_s, u"99999992"_s};
        QTest::newRow("several in a line")
            << u"99999991, 99999992"_s << QStringList{u"99999991"_s, u"99999992"_s};
        QTest::newRow("several with nothing but spaces between")
            << u"99999991 +4799999992 99999993"_s
            << QStringList{u"99999991"_s, u"+4799999992"_s, u"99999993"_s};
    }
    void numbersComeInAsPeopleHaveThem()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, numbers);
        RecipientsEdit edit;
        QSignalSpy changed(&edit, &RecipientsEdit::chipsChanged);
        edit.addNumbers(typed);
        QCOMPARE(edit.chips().size(), 1);
        QCOMPARE(edit.chips().constFirst().numbers, numbers);
        QVERIFY(!edit.chips().constFirst().faulty);
        QCOMPARE(changed.size(), 1);
    }

    void whatIsNoNumberIsMarked()
    {
        RecipientsEdit edit;
        edit.addNumbers(u"Kari"_s);
        QVERIFY(edit.chips().constFirst().faulty);
        QVERIFY(edit.findChild<QPushButton *>()->text().startsWith(u'⚠'));
    }

    void anArabicNameDoesNotFlipItsChip()
    {
        RecipientsEdit edit;
        edit.addNamed(u"محمد علي"_s, {u"99999991"_s});
        const QString shown = edit.findChild<gui::ChipButton *>()->text();
        QVERIFY(!shown.isRightToLeft()); // or all of it is laid out from the right
        QTextLayout layout(shown);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        layout.endLayout();
        const qsizetype close = shown.lastIndexOf(u'×');
        QVERIFY2(close > 0, qPrintable(shown));
        const qreal cross = line.cursorToX(static_cast<int>(close));
        for (int i = 0; i < close; ++i) // to the right of every letter
            QVERIFY(line.cursorToX(i) <= cross);
    }

    void aGroupsNameTypedInFullIsTheGroup()
    {
        RecipientsEdit edit;
        edit.setGroups({u"Styret"_s});
        QTest::keyClicks(edit.input(), u"styret"_s);
        QTest::keyClick(edit.input(), Qt::Key_Return);
        QCOMPARE(edit.chips().constFirst().kind, RecipientChip::Group);
        QCOMPARE(edit.chips().constFirst().name, u"Styret"_s);
        edit.addGroup(u"Styret"_s); // once is enough
        QCOMPARE(edit.chips().size(), 1);
    }

    void aContactIsFoundAsItsNameIsTyped()
    {
        RecipientsEdit edit;
        edit.show();
        QStringList asked;
        edit.setSuggest([&asked](const QString &typed) {
            asked.append(typed);
            return QList<gui::RecipientSuggestion>{{u"Karikretsen"_s, {}}, {u"Kari"_s, u"+4799999991"_s}};
        });
        QTest::keyClicks(edit.input(), u"kari"_s);
        auto *completer = edit.findChild<QCompleter *>();
        QTRY_COMPARE(asked, QStringList{u"kari"_s}); // once, at rest
        QTRY_VERIFY(completer->popup()->isVisible());
        QTest::keyClick(completer->popup(), Qt::Key_Down);
        QTest::keyClick(completer->popup(), Qt::Key_Down);
        QTest::keyClick(completer->popup(), Qt::Key_Return);
        QTRY_COMPARE(edit.chips().size(), 1);
        QCOMPARE(edit.chips().constFirst().numbers, QStringList{u"+4799999991"_s});
        QCOMPARE(edit.chips().constFirst().name, u"Kari"_s);
        QCOMPARE(edit.input()->text(), QString());
    }

    void whatWasTakenOutComesBack()
    {
        RecipientsEdit edit;
        edit.addNumbers(u"99999991"_s);
        edit.addNumbers(u"99999992"_s);
        QTest::keyClick(edit.input(), Qt::Key_Backspace);
        QCOMPARE(edit.chips().size(), 1);
        QTest::keyClick(edit.findChild<QPushButton *>(), Qt::Key_Delete);
        QTRY_COMPARE(edit.chips().size(), 0);
        QTest::keyClick(edit.input(), Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(edit.input(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(edit.chips().size(), 2);
    }

    void onlyItsCrossTakesAChipOut()
    {
        RecipientsEdit edit;
        edit.resize(400, 60);
        edit.show();
        edit.addNumbers(u"99999991"_s);
        QSignalSpy opened(&edit, &RecipientsEdit::chipOpened);
        auto *chip = edit.findChild<gui::ChipButton *>();
        QTest::mouseClick(chip, Qt::LeftButton, {}, QPoint(12, chip->height() / 2));
        QCOMPARE(opened.size(), 1);
        QCOMPARE(edit.chips().size(), 1);
        QTest::mouseClick(chip, Qt::LeftButton, {}, chip->cross().center());
        QTRY_COMPARE(edit.chips().size(), 0);
        QCOMPARE(opened.size(), 1);
    }

    void fromTenOnTypedNumbersAreOneChip()
    {
        RecipientsEdit edit;
        edit.addNamed(u"Kari"_s, {u"+4799999990"_s});
        edit.addNumbers(u"12"_s);
        for (int i = 1; i < 10; ++i)
            edit.addNumbers(u"9999990%1"_s.arg(i));
        QCOMPARE(edit.chips().size(), 11);
        edit.addNumbers(u"99999910"_s);
        QCOMPARE(edit.chips().size(), 3); // a contact and what is wrong stay by themselves
        QCOMPARE(edit.chips().constLast().numbers.size(), 10);
        edit.retypeChip(2, u"99999901\n99999902"_s);
        edit.renameChip(2, u"Dugnad"_s);
        QCOMPARE(edit.chips().constLast().numbers.size(), 2);
        QVERIFY(edit.findChildren<gui::ChipButton *>().constLast()->text().startsWith("Dugnad (2)"_L1));
        edit.replaceNumber(u"12"_s, u"99999912"_s);
        QVERIFY(!edit.chips().at(1).faulty);
    }

    void whatIsPastedFromASpreadsheetIsTakenAtOnce_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<int>("kind");
        QTest::newRow("a column of numbers") << u"99999991\n99999992\n"_s << int(RecipientChip::Numbers);
        QTest::newRow("two columns are a list")
            << u"Navn\tMobil\nKari\t99999991\nOla\t99999992\n"_s << int(RecipientChip::File);
    }
    void whatIsPastedFromASpreadsheetIsTakenAtOnce()
    {
        QFETCH(QString, pasted);
        QFETCH(int, kind);
        RecipientsEdit edit;
        QGuiApplication::clipboard()->setText(pasted);
        QTest::keyClick(edit.input(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(edit.chips().size(), 1);
        QCOMPARE(int(edit.chips().constFirst().kind), kind);
        if (kind == RecipientChip::File) {
            QFile list(edit.chips().constFirst().name);
            QVERIFY(list.open(QIODevice::ReadOnly));
            QVERIFY(QString::fromUtf8(list.readAll()).endsWith(pasted));
        }
        QTest::keyClick(edit.input(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(edit.chips().size(), 0);
    }

    void aLongNameIsElidedAndNeverCut()
    {
        RecipientsEdit edit;
        edit.resize(200, 60);
        edit.addFile(u"/tmp/en liste med et ganske langt navn fra regnskapet.xlsx"_s);
        auto *chip = edit.findChild<QPushButton *>();
        QVERIFY(chip->text().contains(u'…'));
        QVERIFY(chip->width() <= 200);
        QVERIFY(chip->fontMetrics().horizontalAdvance(chip->text()) <= chip->width());
    }
};

QTEST_MAIN(TestRecipientsEdit)
#include "tst_recipientsedit.moc"
