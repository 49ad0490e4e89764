// SPDX-License-Identifier: GPL-3.0-or-later
// The list of all recipients with what each gets, and of those who are left out.
#include "gui/dialogs/listdialog.h"
#include "gui/dialogs/recipientsdialog.h"
#include "gui/pages/sendpage.h"
#include "gui/widgets/phonepreview.h"
#include "gui/widgets/recipientsedit.h"
#include "gui/widgets/strip.h"
#include "models/recipientmodel.h"
#include "models/skippedmodel.h"
#include "phone/phonenumber.h"
#include "support/openwindow.h"
#include "support/patience.h"
#include "support/places.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace {

struct WhoPlace : support::OpenWindow
{
    explicit WhoPlace(const QByteArray &list)
    {
        page()->addList(write(list));
        find<QPlainTextEdit>("messageEdit")->setPlainText(u"Hei {navn}"_s);
    }

    QString write(const QByteArray &list) const
    {
        QFile file(folder.filePath(u"liste.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(list) < 0)
            qFatal("The list cannot be written");
        return file.fileName();
    }
    gui::SendPage *page() const { return window()->sendPage(); }
    template <typename T>
    T *find(const char *name) const
    {
        T *found = page()->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("There is no %s", name);
        return found;
    }
    QString summary() const { return find<QLabel>("summaryLabel")->text(); }
    bool says(const QString &summary) const
    {
        return QTest::qWaitFor([&] { return this->summary() == summary; }, support::patienceMs);
    }
    gui::RecipientsDialog *open(const char *button) const
    {
        find<QPushButton>(button)->click();
        return page()->findChild<gui::RecipientsDialog *>();
    }
};

QTableView *table(const gui::RecipientsDialog *dialog, const char *name)
{
    return dialog->findChild<QTableView *>(QLatin1String(name));
}

} // namespace

class TestSendWho : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodyIsThereAndOneCanBeTakenOutAndPutBack()
    {
        WhoPlace place("Mobil;Navn\n99999991;Kari\n99999992;Ola\n99999993;Per\n");
        QVERIFY(place.says(u"3 recipients"_s));
        auto *dialog = place.open("whoButton");
        auto *included = table(dialog, "includedTable");
        QTRY_COMPARE(included->model()->rowCount(), 3);
        QCOMPARE(included->model()->index(1, models::RecipientModel::Text).data().toString(), u"Hei Ola"_s);
        dialog->findChild<QLineEdit *>(u"searchEdit"_s)->setText(u"ola"_s);
        QCOMPARE(included->model()->rowCount(), 1);
        included->selectRow(0);
        dialog->findChild<QPushButton *>(u"removeButton"_s)->click();
        QVERIFY(place.says(u"2 recipients · 1 removed"_s));
        auto *leftOut = table(dialog, "leftOutTable");
        QTRY_COMPARE(leftOut->model()->rowCount(), 1);
        leftOut->selectRow(0);
        dialog->findChild<QPushButton *>(u"restoreButton"_s)->click();
        QVERIFY(place.says(u"3 recipients"_s));
    }

    void aListThatChangedIsSaidInTheReviewAndReadAnewByThePage()
    {
        WhoPlace place("Mobil;Navn\n99999991;Kari\n99999992;Ola\n");
        QVERIFY(place.says(u"2 recipients"_s));
        auto *send = place.find<QPushButton>("sendButton");
        QTRY_VERIFY(send->isEnabled());
        QString said;
        const auto look = [&] {
            said.clear();
            support::OpenWindow::inDialog(place.window(), [&](QDialog *dialog) {
                said = dialog->findChild<QLabel *>(u"headline"_s)->text() + u'|' +
                       dialog->findChild<gui::Strip *>()->text();
                dialog->reject();
            });
            send->click();
            return QTest::qWaitFor([&] { return !said.isEmpty(); }, support::patienceMs);
        };
        QVERIFY(look());
        QVERIFY2(!said.contains(u"changed"_s), qPrintable(said));
        QTRY_VERIFY(send->isEnabled());
        place.write("Mobil;Navn\n99999991;Kari\n99999992;Ola\n99999993;Per\n99999994;Siv\n");
        QVERIFY(look());
        QVERIFY2(said.startsWith(u"Send to 4 recipients?"_s), qPrintable(said));
        QVERIFY2(said.contains(u"since it was read: there were 2 recipients."_s), qPrintable(said));
        QVERIFY(place.says(u"4 recipients"_s));
    }

    void oneIsShownInThePreview()
    {
        QByteArray list("Mobil;Navn\n");
        for (int i = 0; i < 200; ++i)
            list += QByteArray::number(99990000 + i) + ";Nr " + QByteArray::number(i) + '\n';
        WhoPlace place(list);
        QVERIFY(place.says(u"200 recipients"_s));
        auto *dialog = place.open("whoButton");
        auto *included = table(dialog, "includedTable");
        QTRY_COMPARE(included->model()->rowCount(), 200);
        included->setCurrentIndex(included->model()->index(150, 0));
        dialog->findChild<QPushButton *>(u"previewButton"_s)->click();
        QTRY_COMPARE(place.find<QLabel>("previewLabel")->text(), u"Nr 150 · 151 of 200"_s);
        QCOMPARE(place.find<gui::PhonePreview>("preview")->text(), u"Hei Nr 150"_s);
    }

    void aWrongNumberIsRetypedWhereItStands()
    {
        WhoPlace place("Mobil;Navn\n99999991;Kari\n9999;Ola\n");
        place.find<gui::RecipientsEdit>("recipientsEdit")->addNumbers(u"12"_s);
        QVERIFY(place.says(u"1 recipient · 2 invalid"_s));
        auto *dialog = place.open("leftOutButton");
        QCOMPARE(dialog->findChild<QTabWidget *>()->currentIndex(), 1);
        auto *leftOut = table(dialog, "leftOutTable");
        QTRY_COMPARE(leftOut->model()->rowCount(), 2);
        auto *rows = leftOut->model();
        const auto rowWith = [rows](const QString &value) {
            for (int row = 0; row < rows->rowCount(); ++row) {
                if (rows->index(row, models::SkippedModel::Value).data().toString() == value)
                    return row;
            }
            return -1;
        };
        const int ola = rowWith(u"9999"_s);
        QCOMPARE(rows->index(ola, models::SkippedModel::Name).data().toString(), u"Ola"_s);
        QCOMPARE(rows->index(ola, models::SkippedModel::Source).data().toString(), u"liste.csv"_s);
        QCOMPARE(rows->index(ola, models::SkippedModel::Row).data().toInt(), 3);
        rows->setData(rows->index(ola, models::SkippedModel::Value), u"99999992"_s);
        QVERIFY(place.says(u"2 recipients · 1 invalid"_s));
        QTRY_COMPARE(rows->rowCount(), 1);
        rows->setData(rows->index(0, models::SkippedModel::Value), u"999 91 001"_s); // typed: in its chip
        QVERIFY(place.says(u"3 recipients"_s));
        QVERIFY(!place.find<gui::RecipientsEdit>("recipientsEdit")->chips().constLast().faulty);
    }

    // What had been typed was gone, and nothing said why.
    void aRetypedNumberThatIsStillWrongStaysAndSaysWhy()
    {
        WhoPlace place("Mobil;Navn\n99999991;Kari\n9999;Ola\n");
        QTRY_VERIFY(place.summary().contains(u"1 invalid"_s));
        auto *dialog = place.open("leftOutButton");
        auto *rows = table(dialog, "leftOutTable")->model();
        QTRY_COMPARE(rows->rowCount(), 1);
        const QModelIndex value = rows->index(0, models::SkippedModel::Value);
        QVERIFY(rows->setData(value, u"9999999x"_s));
        QCOMPARE(value.data().toString(), u"9999999x"_s);
        QCOMPARE(value.siblingAtColumn(models::SkippedModel::Why).data().toString(), u"not a phone number"_s);
        QVERIFY(rows->setData(value, u"99999992"_s));
        QVERIFY(place.says(u"2 recipients"_s));
    }

    void aNumberThatWasRetypedWronglyIsTakenOutAndRetypedOnceMore()
    {
        WhoPlace place("Mobil;Navn\n99999991;Kari\n9999;Ola\n");
        QTRY_VERIFY(place.summary().contains(u"1 invalid"_s));
        auto *dialog = place.open("leftOutButton");
        auto *leftOut = table(dialog, "leftOutTable");
        auto *rows = leftOut->model();
        QTRY_COMPARE(rows->rowCount(), 1);
        QVERIFY(rows->setData(rows->index(0, models::SkippedModel::Value), u"99999992"_s));
        QVERIFY(place.says(u"2 recipients"_s));
        auto *included = table(dialog, "includedTable");
        QTRY_COMPARE(included->model()->rowCount(), 2);
        included->selectRow(1);
        dialog->findChild<QPushButton *>(u"removeButton"_s)->click();
        QTRY_COMPARE(rows->rowCount(), 1);
        leftOut->selectRow(0);
        QVERIFY(dialog->findChild<QPushButton *>(u"correctButton"_s)->isEnabled());
        const QModelIndex value = rows->index(0, models::SkippedModel::Value);
        QVERIFY(rows->flags(value).testFlag(Qt::ItemIsEditable));
        QVERIFY(rows->setData(value, u"99999993"_s));
        QVERIFY(place.says(u"2 recipients"_s));
        QTRY_COMPARE(included->model()->index(1, models::RecipientModel::Number).data().toString(),
                     phone::forDisplay(u"+4799999993"_s));
    }

    void whoGetsItIsSortedByWhatIsClicked()
    {
        WhoPlace place("Mobil;Navn\n99999992;Kari\n99999991;Ola\n99999993;Anne\n");
        QVERIFY(place.says(u"3 recipients"_s));
        auto *dialog = place.open("whoButton");
        auto *included = table(dialog, "includedTable");
        QTRY_COMPARE(included->model()->rowCount(), 3);
        const auto names = [included] {
            QStringList shown;
            for (int row = 0; row < included->model()->rowCount(); ++row)
                shown.append(included->model()->index(row, models::RecipientModel::Name).data().toString());
            return shown;
        };
        included->sortByColumn(models::RecipientModel::Name, Qt::AscendingOrder);
        QCOMPARE(names(), (QStringList{u"Anne"_s, u"Kari"_s, u"Ola"_s}));
        included->sortByColumn(models::RecipientModel::Number, Qt::DescendingOrder);
        QCOMPARE(names(), (QStringList{u"Anne"_s, u"Kari"_s, u"Ola"_s}));
        included->sortByColumn(models::RecipientModel::Number, Qt::AscendingOrder);
        QCOMPARE(names(), (QStringList{u"Ola"_s, u"Kari"_s, u"Anne"_s}));
        included->setCurrentIndex(included->model()->index(0, 0)); // the second that is sent to
        dialog->findChild<QPushButton *>(u"previewButton"_s)->click();
        QTRY_COMPARE(place.find<QLabel>("previewLabel")->text(), u"Ola · 2 of 3"_s);
    }

    void theSkippedRowsAreExportedWithTheirReasons()
    {
        WhoPlace place("Mobil;Navn\n99999991;Kari\n9999;Ola\n+46701234567;Sven\n");
        QTRY_VERIFY(place.summary().startsWith("1 recipient "_L1));
        auto *dialog = place.open("leftOutButton");
        QTRY_COMPARE(table(dialog, "leftOutTable")->model()->rowCount(), 2);
        QTemporaryDir folder;
        const QString file = folder.filePath(u"utelatt.csv"_s);
        support::OpenWindow::chooseFile(file);
        dialog->findChild<QPushButton *>(u"exportButton"_s)->click();
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QString written = QString::fromUtf8(csv.readAll());
        QVERIFY2(written.contains(u"Ola"_s) && written.contains(u"9999"_s), qPrintable(written));
        QVERIFY2(written.contains(u"too short for a phone number"_s), qPrintable(written));
        QVERIFY2(written.contains(u"Sweden is not an allowed country"_s), qPrintable(written));
        QVERIFY(!written.contains(u"Kari"_s));
        QVERIFY(dialog->findChild<gui::Strip *>(u"strip"_s)->text().contains(u"2 rows"_s));
    }

    void landlinesAreLeftOutByOneClick()
    {
        WhoPlace place("Mobil;Navn\n99999991;Kari\n22334455;Ola\n");
        QVERIFY(place.says(u"2 recipients"_s));
        auto *strip = place.find<gui::Strip>("recipientsStrip");
        QCOMPARE(strip->text(), u"1 is a landline: it may never see an SMS."_s);
        place.find<QPushButton>("landlinesButton")->click();
        QVERIFY(place.says(u"1 recipient · 1 landline skipped"_s));
        QCOMPARE(strip->text(), QString());
    }

    void oneOfSeveralSheetsIsSaidAndChosen()
    {
        WhoPlace place("Mobil;Navn\n99999991;Kari\n");
        place.page()->addList(support::dataFile(u"lists/empty-first-sheet.xlsx"_s)); // in place of the other
        auto *strip = place.find<gui::Strip>("recipientsStrip");
        QTRY_VERIFY(strip->text().startsWith(u"The sheet “"_s));
        QVERIFY(place.says(u"1 recipient"_s));
        place.find<QPushButton>("sheetButton")->click();
        gui::ListDialog *dialog = nullptr;
        QTRY_VERIFY(dialog = place.page()->findChild<gui::ListDialog *>());
        auto *use = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QTRY_VERIFY(use->isEnabled());
        use->click();
        QTRY_VERIFY(strip->text().isEmpty()); // it was looked at
        QVERIFY(place.says(u"1 recipient"_s));
    }

    void aSheetThatIsNoListIsAskedAboutAndTheOtherRead()
    {
        WhoPlace place("Mobil;Navn\n99999991;Kari\n");
        place.page()->addList(support::dataFile(u"lists/first-sheet-is-no-list.xlsx"_s));
        gui::ListDialog *dialog = nullptr;
        QTRY_VERIFY(dialog = place.page()->findChild<gui::ListDialog *>());
        const QString said = place.find<gui::Strip>("recipientsStrip")->text();
        QVERIFY2(said.contains(u"Choose the column"_s) && !said.contains(u"--"_s), qPrintable(said));
        auto *sheet = dialog->findChild<QComboBox *>(u"sheetCombo"_s);
        QTRY_COMPARE(sheet->count(), 2);
        sheet->setCurrentText(u"Liste"_s);
        Q_EMIT sheet->activated(sheet->currentIndex());
        auto *use = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QTRY_VERIFY(use->isEnabled());
        QVERIFY(place.find<QPushButton>("sheetButton")->isVisible()); // once it was closed, too
        use->click();
        QTRY_VERIFY(place.summary().contains("recipient"_L1) && !place.summary().startsWith(u'0'));
        QVERIFY(!place.find<QPushButton>("sheetButton")->isVisible());
    }

    void aNameThatDoesNotFitIsSaidWithItsRemedies()
    {
        WhoPlace place("Mobil;Navn\n99999991;Kari\n99999992;Łukasz\n");
        QVERIFY(place.says(u"1 recipient · 1 with letters outside ordinary SMS"_s));
        QVERIFY(place.find<gui::Strip>("strip")->text().contains(u'Ł'));
        QVERIFY(place.find<QPushButton>("sendButton")->isEnabled());
        place.find<QPushButton>("lettersButton")->click();
        QVERIFY(place.says(u"2 recipients"_s));
        QCOMPARE(place.find<gui::Strip>("strip")->text(), QString());
    }

    void aFieldThatIsNotThereIsTheTextsFault()
    {
        WhoPlace place("Mobil;Navn\n99999991;Kari\n99999992;Ola\n");
        place.find<QPlainTextEdit>("messageEdit")->setPlainText(u"Hei {nvan}"_s);
        QTRY_COMPARE(place.find<gui::Strip>("strip")->text(),
                     u"There is no {nvan}. The fields are {Mobil}, {Navn}."_s);
        QCOMPARE(place.summary(), u"2 recipients"_s);
        QVERIFY(!place.find<QPushButton>("sendButton")->isEnabled());
        // With a default it can be sent, but everybody gets that.
        place.find<QPlainTextEdit>("messageEdit")->setPlainText(u"Hei {nvan|du}"_s);
        QTRY_COMPARE(place.find<gui::Strip>("strip")->text(),
                     u"No recipient has {nvan}: everyone gets the default."_s);
    }

    void aFieldThatIsBeingTypedIsNoError()
    {
        WhoPlace place("Mobil;Navn\n99999991;Kari\n");
        QVERIFY(place.says(u"1 recipient"_s));
        auto *message = place.find<QPlainTextEdit>("messageEdit");
        message->clear();
        QTest::keyClicks(message, u"Hei {na"_s);
        QTest::keyClick(message, Qt::Key_Escape); // the list of fields
        QTest::qWait(600);
        QCOMPARE(place.summary(), u"1 recipient"_s);
        QCOMPARE(place.find<gui::Strip>("strip")->text(), QString());
        QVERIFY(place.find<QPushButton>("sendButton")->toolTip().contains(u"{na"_s));
        message->moveCursor(QTextCursor::Start); // somewhere else: then it is one
        QTRY_VERIFY(place.find<gui::Strip>("strip")->text().contains(u"brace"_s));
    }
};

QTEST_MAIN(TestSendWho)
#include "tst_sendwho.moc"
