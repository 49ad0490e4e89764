// SPDX-License-Identifier: GPL-3.0-or-later
// The Contacts page and its import as a person uses them, and the table behind it.
#include "engine/contactbook.h"
#include "engine/language.h"
#include "gui/dialogs/contactdialog.h"
#include "gui/dialogs/importwizard.h"
#include "gui/dialogs/mergedialog.h"
#include "gui/dialogs/persondialog.h"
#include "gui/pages/contactspage.h"
#include "gui/widgets/strip.h"
#include "models/contactmodel.h"
#include "phone/phonenumber.h"
#include "storage/statement.h"
#include "support/patience.h"
#include "window.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QTableWidget>

using namespace Qt::StringLiterals;

class TestContactsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<support::Window>();
        m_page = std::make_unique<gui::ContactsPage>(m_window->context());
        m_page->show();
        m_page->activated();
    }
    void cleanup() { m_page.reset(); }

    void anEmptyPageOffersTheImport()
    {
        QVERIFY(child<QPushButton>("firstButton")->isVisible());
        QVERIFY(!child<QTableView>("table")->isVisible());
    }

    void whoIsDeletedComesBackWithUndo()
    {
        people({{u"Kari"_s, u"+4799999991"_s}, {u"Ola"_s, u"+4799999992"_s}});
        child<QTableView>("table")->selectRow(0);
        child<QPushButton>("deleteButton")->click();
        QTRY_COMPARE(names(), QStringList{u"Ola"_s});
        QTRY_VERIFY(child<QPushButton>("undoButton")->isVisible());
        child<QPushButton>("undoButton")->click();
        QTRY_COMPARE(names(), (QStringList{u"Kari"_s, u"Ola"_s}));
    }

    void theContactDialogTakesOnlyANumberThatCanBeUsed()
    {
        child<QPushButton>("newButton")->click();
        auto *dialog = m_page->findChild<gui::ContactDialog *>();
        QVERIFY(dialog);
        auto *save = dialog->findChild<QPushButton *>(u"saveContactButton"_s);
        dialog->findChild<QLineEdit *>(u"numberEdit"_s)->setText(u"4,79E+10"_s);
        QVERIFY(!save->isEnabled());
        dialog->findChild<QLineEdit *>(u"numberEdit"_s)->setText(u"999 99 991"_s);
        dialog->findChild<QLineEdit *>(u"nameEdit"_s)->setText(u"Kari"_s);
        QVERIFY(save->isEnabled());
        save->click();
        QTRY_COMPARE(names(), QStringList{u"Kari"_s});
    }

    // It opened with a scroll bar, and e-mail and groups beneath its edge.
    void aNewContactIsSeenWhole()
    {
        child<QPushButton>("newButton")->click();
        auto *dialog = m_page->findChild<gui::ContactDialog *>();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        const auto *area = dialog->findChild<QScrollArea *>();
        QTRY_COMPARE(area->verticalScrollBar()->maximum(), 0);
        QVERIFY(area->widget()->height() >= area->widget()->layout()->totalMinimumSize().height());
        dialog->findChild<QLineEdit *>(u"numberEdit"_s)
            ->setText(u"4,79E+10"_s); // says something, in several lines
        QTRY_COMPARE(area->verticalScrollBar()->maximum(), 0);
        dialog->reject();
    }

    void whoHasOptedOutIsListedAndSaidInWords()
    {
        people({{u"Kari"_s, u"+4799999991"_s}});
        QVERIFY(m_window->run([](engine::Engine &engine) {
            return engine.contactBook().setOptedOut({u"+4799999991"_s}, true);
        }));
        m_page->activated();
        QVERIFY(!table()->model()->index(0, models::ContactModel::OptedOut).data().toString().isEmpty());
        auto *groups = child<QListWidget>("groupList");
        groups->setCurrentRow(groups->count() - 1);
        QCOMPARE(child<QTableView>("optOutTable")->model()->rowCount(), 1);
    }

    void sendsToTheGroupOrToWhoIsSelected()
    {
        people({{u"Kari"_s, u"+4799999991"_s}});
        QSignalSpy sent(m_page.get(), &gui::Page::sendWanted);
        child<QTableView>("table")->selectRow(0);
        child<QPushButton>("sendButton")->click();
        QCOMPARE(sent.size(), 1);
    }

    void importsWithAnErrorCorrectedInPlaceAndUndone()
    {
        gui::ImportWizard *wizard =
            importFile("navn;mobil;by\r\nK\xe5re;99999991;Bod\xf8\r\nOla;4,79E+10;Oslo\r\n");
        QTRY_COMPARE(inside<QComboBox>(wizard, "encodingCombo")->currentText(), u"Windows-1252"_s);
        QCOMPARE(inside<QComboBox>(wizard, "separatorCombo")->currentData().toString(), u";"_s);
        inside<QPushButton>(wizard, "nextButton")->click();
        auto *problems = inside<QTableWidget>(wizard, "problemTable");
        QTRY_COMPARE(problems->rowCount(), 1);
        QCOMPARE(problems->item(0, 0)->text(), u"3"_s);
        QCOMPARE(problems->item(0, 1)->text(), u"4,79E+10"_s);
        QVERIFY(!problems->item(0, 2)->text().isEmpty());
        QCOMPARE(names(), QStringList()); // a dry run stores nothing
        problems->item(0, 1)->setText(u"999 99 992"_s);
        inside<QPushButton>(wizard, "againButton")->click();
        QTRY_COMPARE(problems->rowCount(), 0);
        inside<QPushButton>(wizard, "nextButton")->click();
        QTRY_COMPARE(names(), (QStringList{u"Kåre"_s, u"Ola"_s}));
        inside<QPushButton>(wizard, "undoImportButton")->click();
        QTRY_COMPARE(names(), QStringList());
    }

    void aWrongEncodingIsCorrectedByThePerson()
    {
        gui::ImportWizard *wizard = importFile("navn;mobil\r\nK\xc3\xa5re;99999991\r\n");
        auto *encoding = inside<QComboBox>(wizard, "encodingCombo");
        QTRY_COMPARE(encoding->currentText(), u"UTF-8"_s);
        encoding->setCurrentIndex(encoding->findData(u"Windows-1252"_s));
        Q_EMIT encoding->activated(encoding->currentIndex());
        QCOMPARE(encoding->currentText(), u"Windows-1252"_s);
        QTRY_VERIFY(inside<QPushButton>(wizard, "nextButton")->isEnabled());
        inside<QPushButton>(wizard, "nextButton")->click();
        auto *summary = inside<QLabel>(wizard, "summaryLabel");
        QTRY_VERIFY(!summary->text().isEmpty());
        inside<QPushButton>(wizard, "nextButton")->click();
        QTRY_COMPARE(names(), QStringList{u"KÃ¥re"_s});
    }

    void aListWhoseHeaderDoesNotSayTelephoneAsks()
    {
        gui::ImportWizard *wizard = importFile("navn;kode\r\nKari;99999991\r\n");
        auto *phone = inside<QComboBox>(wizard, "phoneCombo");
        QTRY_COMPARE(phone->count(), 3);
        QCOMPARE(phone->currentIndex(), 0);
        QVERIFY(inside<QLabel>(wizard, "notesLabel")->text().contains(u"telephone"_s));
        QVERIFY(!inside<QPushButton>(wizard, "nextButton")->isEnabled());
        phone->setCurrentIndex(phone->findText(u"kode"_s));
        QVERIFY(inside<QPushButton>(wizard, "nextButton")->isEnabled());
        inside<QPushButton>(wizard, "nextButton")->click();
        QTRY_VERIFY(!inside<QLabel>(wizard, "summaryLabel")->text().isEmpty());
        inside<QPushButton>(wizard, "nextButton")->click();
        QTRY_COMPARE(names(), QStringList{u"Kari"_s});
    }

    void theHeadersRowIsShownAndCorrected()
    {
        gui::ImportWizard *wizard = importFile("Medlemmer 2026\r\nnavn;mobil\r\nKari;99999991\r\n");
        auto *row = inside<QSpinBox>(wizard, "headerRowSpin");
        auto *phone = inside<QComboBox>(wizard, "phoneCombo");
        QTRY_COMPARE(phone->currentText(), u"mobil"_s);
        QCOMPARE(row->value(), 2);
        QVERIFY(inside<QLabel>(wizard, "notesLabel")->text().contains(u"Medlemmer 2026"_s));
        row->setValue(0);
        QTRY_COMPARE(phone->currentText(), u"B"_s);
    }

    void aFileThatCannotBeReadIsSaidAndChangesNothing()
    {
        gui::ImportWizard *wizard = importFile("");
        auto *problem = inside<gui::Strip>(wizard, "importProblem");
        QTRY_VERIFY(!problem->text().isEmpty());
        QCOMPARE(names(), QStringList());
    }

    void theReasonsFollowTheLanguageWhileTheImportIsOpen()
    {
        gui::ImportWizard *wizard = importFile("navn;mobil\r\nKari;99999991\r\nOla;4,79E+10\r\n");
        QTRY_VERIFY(inside<QComboBox>(wizard, "phoneCombo")->count() > 0);
        inside<QPushButton>(wizard, "nextButton")->click();
        auto *problems = inside<QTableWidget>(wizard, "problemTable");
        QTRY_COMPARE(problems->rowCount(), 1);
        const QString english = problems->item(0, 2)->text();
        engine::language::install(u"nb"_s);
        QTRY_VERIFY(problems->item(0, 2)->text() != english);
        engine::language::install(u"en"_s);
        QTRY_COMPARE(problems->item(0, 2)->text(), english);
    }

    void theProblemsOfAnImportAreSortedByWhatIsClickedAndCorrectedWhereTheyStand()
    {
        QByteArray list("navn;mobil\r\n");
        for (int row = 2; row <= 12; ++row)
            list += row == 3    ? "Ola;14\r\n"
                    : row == 12 ? "Kari;12\r\n"
                                : "Per;9999999" + QByteArray::number(row % 10) + "\r\n";
        gui::ImportWizard *wizard = importFile(list);
        QTRY_VERIFY(inside<QComboBox>(wizard, "phoneCombo")->count() > 0);
        inside<QPushButton>(wizard, "nextButton")->click();
        auto *problems = inside<QTableWidget>(wizard, "problemTable");
        QTRY_COMPARE(problems->rowCount(), 2);
        QCOMPARE(problems->item(0, 0)->text(), u"3"_s);
        problems->sortByColumn(1, Qt::AscendingOrder);
        QCOMPARE(problems->item(0, 0)->text(), u"12"_s);
        problems->item(0, 1)->setText(u"99999981"_s); // it stands elsewhere now
        inside<QPushButton>(wizard, "againButton")->click();
        QTRY_COMPARE(problems->rowCount(), 1);
        QCOMPARE(problems->item(0, 0)->text(), u"3"_s);
        problems->sortByColumn(0, Qt::AscendingOrder); // by the number, not its digits
        inside<QPushButton>(wizard, "backButton")->click();
        inside<QPushButton>(wizard, "nextButton")->click();
        QTRY_COMPARE(problems->rowCount(), 2);
        QCOMPARE(problems->item(0, 0)->text(), u"3"_s);
        problems->selectAll();
        QTest::keyClick(problems, Qt::Key_C, Qt::ControlModifier);
        QVERIFY2(QApplication::clipboard()->text().startsWith("3\t14\t"_L1),
                 qPrintable(QApplication::clipboard()->text()));
    }

    void undoingAGroupLeavesThoseInItWhoWereThereBefore()
    {
        people({{u"Kari"_s, u"+4799999991"_s}, {u"Ola"_s, u"+4799999992"_s}});
        QVERIFY(m_window->run([](engine::Engine &engine) -> base::Result<void> {
            if (auto made = engine.contactBook().createGroup(u"Styret"_s); !made)
                return made;
            const auto kari = storage::ContactRepository(engine.database()).contact(u"+4799999991"_s);
            return engine.contactBook().setMembers(u"Styret"_s, {kari.value()}, true);
        }));
        m_page->activated();
        table()->selectAll();
        auto *menu = child<QPushButton>("memberButton")->menu();
        Q_EMIT menu->aboutToShow();
        menu->actions().constFirst()->trigger();
        QTRY_COMPARE(members(u"Styret"_s), 2);
        QTRY_VERIFY(child<QPushButton>("undoButton")->isVisible());
        child<QPushButton>("undoButton")->click();
        QTRY_COMPARE(members(u"Styret"_s), 1);
    }

    void whatIsKnownAboutAPersonIsSaidInWords()
    {
        people({{u"Kari"_s, u"+4799999991"_s}});
        QVERIFY(m_window->run([](engine::Engine &engine) -> base::Result<void> {
            if (auto out = engine.contactBook().setOptedOut({u"+4799999991"_s}, true); !out)
                return out;
            return engine.contactBook().setOptedOut({u"+4799999991"_s}, false);
        }));
        const gui::PersonDialog dialog(m_window->reader(), u"+4799999991"_s, m_page.get());
        const QString text = dialog.findChild<QPlainTextEdit *>(u"personText"_s)->toPlainText();
        QVERIFY(text.startsWith(QString(phone::forDisplay(u"+4799999991"_s) + u"\n\nCONTACT\nKari\n\n"_s)));
        QVERIFY2(text.contains(u"Opted out: Manually"_s), qPrintable(text));
        QVERIFY2(text.contains(u"Removed from the opt-out list"_s), qPrintable(text));
        QVERIFY(!text.contains(u"added"_s));
    }

    void tracesThatAReaderKeepsAreToldAndWipedLater()
    {
        people({{u"Kariatide"_s, u"+4799999991"_s}});
        auto traces = [this] {
            qsizetype found = 0;
            for (const QString &end : {u""_s, u"-wal"_s}) {
                QFile file(m_window->reader().file() + end);
                if (file.open(QIODevice::ReadOnly))
                    found += file.readAll().count("Kariatide");
            }
            return found;
        };
        QVERIFY(traces() > 0);
        const base::SystemClock clock;
        auto other = storage::Database::open(m_window->reader().file(), storage::OpenMode::ReadOnly, clock);
        auto reading = std::make_unique<storage::Statement>(*other.value(), u"SELECT number FROM contact"_s);
        QVERIFY(reading->run().ok() && reading->next()); // in the middle of a read
        std::optional<bool> clean;
        m_window->context().engine.callAsync<base::Result<bool>>(
            this,
            [](engine::ContactBook &book, const engine::JobDone<bool> &erased) {
                book.erase(u"+4799999991"_s, erased);
            },
            [&clean](const base::Result<bool> &erased) { clean = erased && *erased; });
        QTRY_COMPARE_WITH_TIMEOUT(clean, std::optional<bool>(false), 20000);
        reading.reset();
        QTRY_COMPARE_WITH_TIMEOUT(traces(), 0, 20000);
    }

    void whoIsThereTwiceIsMergedAndComesBackWithUndo()
    {
        domain::Contact old;
        old.name = u"Kari Moe"_s;
        old.number = u"+4799999991"_s;
        old.email = u"kari@example.no"_s;
        old.groups = QStringList{u"Kunder"_s};
        old.fields = {{u"By"_s, u"Bodø"_s}};
        domain::Contact now = old;
        now.number = u"+4799999992"_s;
        now.email.clear();
        now.groups = QStringList{u"Styret"_s};
        now.fields = {{u"By"_s, u"Oslo"_s}};
        for (const domain::Contact &contact : {old, now})
            QVERIFY(m_window->run(
                [contact](engine::Engine &engine) { return engine.contactBook().save(contact); }));
        QVERIFY(m_window->run([](engine::Engine &engine) {
            return engine.contactBook().setOptedOut({u"+4799999991"_s}, true);
        }));
        people({{u"Ola"_s, u"+4799999993"_s}});
        trigger("mergeAction");
        gui::MergeDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = m_page->findChild<gui::MergeDialog *>()) != nullptr);
        auto *table = inside<QTableWidget>(dialog, "table");
        QCOMPARE(table->rowCount(), 1); // nobody else is called like another
        auto *go = inside<QPushButton>(dialog, "mergeButton");
        QVERIFY(!go->isEnabled()); // the same name is no proof
        table->item(0, 0)->setCheckState(Qt::Checked);
        qobject_cast<QComboBox *>(table->cellWidget(0, 1))->setCurrentIndex(1);
        go->click();
        QTRY_COMPARE(names(), (QStringList{u"Kari Moe"_s, u"Ola"_s}));
        const auto merged = storage::ContactRepository(m_window->reader()).contact(now.number);
        QCOMPARE(merged->email, old.email); // what it lacked
        QCOMPARE(merged->fields, now.fields);
        QCOMPARE(merged->groups, (QStringList{u"Kunder"_s, u"Styret"_s}));
        QVERIFY(merged->optedOut); // by the number that is gone

        child<QPushButton>("undoButton")->click();
        QTRY_COMPARE(names().size(), 3);
        const auto back = storage::ContactRepository(m_window->reader()).contact(now.number);
        QVERIFY(back->email.isEmpty());
        QVERIFY(back->optedOut); // a STOP may have come since
        QCOMPARE(back->groups, now.groups);
        const auto other = storage::ContactRepository(m_window->reader()).contact(old.number);
        QCOMPARE(other->groups, old.groups);
        QVERIFY(other->optedOut);
    }

    void sortedDuplicatesAreMergedAsTheyAreSeen()
    {
        people({{u"Per"_s, u"+4799999991"_s},
                {u"Per"_s, u"+4799999992"_s},
                {u"Anne"_s, u"+4799999993"_s},
                {u"Anne"_s, u"+4799999994"_s}});
        trigger("mergeAction");
        gui::MergeDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = m_page->findChild<gui::MergeDialog *>()) != nullptr);
        auto *table = inside<QTableWidget>(dialog, "table");
        QCOMPARE(table->rowCount(), 2);
        for (const auto order : {Qt::DescendingOrder, Qt::AscendingOrder})
            table->sortByColumn(0, order);
        QCOMPARE(table->item(0, 0)->text(), u"Anne"_s);
        auto *numbers = qobject_cast<QComboBox *>(table->cellWidget(0, 1));
        QVERIFY2(numbers->currentText().contains(u"93"_s),
                 qPrintable(numbers->currentText())); // it went along
        table->item(0, 0)->setCheckState(Qt::Checked);
        numbers->setCurrentIndex(1);
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QString(u"Anne\t"_s + numbers->currentText() + u'\t'));
        inside<QPushButton>(dialog, "mergeButton")->click();
        QTRY_COMPARE(names(), (QStringList{u"Anne"_s, u"Per"_s, u"Per"_s}));
        QVERIFY(storage::ContactRepository(m_window->reader()).contact(u"+4799999994"_s));
    }

    void manyAreNotOnePerson()
    {
        QList<std::pair<QString, QString>> many;
        for (int i = 0; i < 21; ++i)
            many.append({u"Kunde"_s, u"+47999%1"_s.arg(10000 + i)});
        people(many);
        QSignalSpy said(m_page.get(), &gui::Page::announced);
        trigger("mergeAction"); // finds nobody: what 21 are called is no person's name
        QTRY_COMPARE(said.size(), 1);
        table()->selectAll();
        auto *more = child<QPushButton>("moreButton");
        Q_EMIT more->menu()->aboutToShow();
        QVERIFY(!more->menu()->findChild<QAction *>(u"mergeAction"_s)->isEnabled());
    }

    void theChosenOnesAreMergedWhateverTheirNames()
    {
        people({{u"Kari"_s, u"+4799999991"_s}, {u"Kari Moe"_s, u"+4799999992"_s}});
        table()->selectAll();
        trigger("mergeAction");
        auto *dialog = m_page->findChild<gui::MergeDialog *>();
        QVERIFY(dialog);
        inside<QPushButton>(dialog, "mergeButton")->click();
        QTRY_COMPARE(names(), QStringList{u"Kari"_s});
    }

    void anImportCanBeUndoneAfterItsWindowWasClosed()
    {
        people({{u"Ola"_s, u"+4799999993"_s}});
        auto *wizard = importFile("telefon;navn\n99999991;Kari\n");
        auto *next = inside<QPushButton>(wizard, "nextButton");
        auto *steps = inside<QStackedWidget>(wizard, "steps");
        for (int step = 1; step <= 3; ++step) {
            QTRY_COMPARE(steps->currentIndex(), step);
            QTRY_VERIFY(next->isEnabled());
            next->click();
        }
        QTRY_COMPARE(names(), (QStringList{u"Kari"_s, u"Ola"_s}));
        auto *undo = child<QPushButton>("undoButton");
        QVERIFY(undo->isVisible());
        undo->click();
        QTRY_COMPARE(names(), QStringList{u"Ola"_s});
    }

    void aColumnCanBeLeftOutOnPurpose()
    {
        auto *wizard = importFile("telefon;fornavn;etternavn;epost\n99999991;Kari;Moe;kari@example.no\n");
        auto *steps = inside<QStackedWidget>(wizard, "steps");
        QTRY_COMPARE(steps->currentIndex(), 1);
        QCOMPARE(inside<QComboBox>(wizard, "nameCombo")->currentText(), u"fornavn + etternavn"_s);
        inside<QComboBox>(wizard, "emailCombo")->setCurrentIndex(0);
        auto *next = inside<QPushButton>(wizard, "nextButton");
        for (int step = 1; step <= 2; ++step) {
            QTRY_COMPARE(steps->currentIndex(), step);
            QTRY_VERIFY(next->isEnabled());
            next->click();
        }
        QTRY_COMPARE(steps->currentIndex(), 3);
        const auto kari = storage::ContactRepository(m_window->reader()).contact(u"+4799999991"_s);
        QCOMPARE(kari->name, u"Kari Moe"_s);
        QVERIFY(kari->email.isEmpty());
    }

    void readsAPageAtATime()
    {
        QList<domain::Contact> many;
        for (int i = 0; i < 450; ++i) {
            domain::Contact contact;
            contact.number = u"+47%1"_s.arg(90000000 + i);
            contact.name = u"Navn %1"_s.arg(i, 4, 10, QChar(u'0'));
            many.append(contact);
        }
        QVERIFY(m_window->run([many](engine::Engine &engine) { return engine.contactBook().restore(many); }));
        models::ContactModel model(m_window->reader());
        model.setFilter({});
        QCOMPARE(model.total(), 450);
        QCOMPARE(model.rowCount(), 200);
        while (model.canFetchMore({}))
            model.fetchMore({});
        QCOMPARE(model.rowCount(), 450);
        QCOMPARE(model.contact(449).name, u"Navn 0449"_s);
    }

private:
    template <typename Child>
    Child *child(const char *name)
    {
        return m_page->findChild<Child *>(QString::fromLatin1(name));
    }
    template <typename Child>
    Child *inside(QWidget *widget, const char *name)
    {
        return widget->findChild<Child *>(QString::fromLatin1(name));
    }
    QTableView *table() { return child<QTableView>("table"); }
    void trigger(const char *action) // of the menu More
    {
        auto *more = child<QPushButton>("moreButton");
        Q_EMIT more->menu()->aboutToShow();
        more->menu()->findChild<QAction *>(QString::fromLatin1(action))->trigger();
    }

    qint64 members(const QString &group)
    {
        storage::ContactFilter filter;
        filter.group = group;
        return storage::ContactRepository(m_window->reader()).count(filter).value();
    }
    QStringList names()
    {
        QStringList names;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            names.append(table()->model()->index(row, models::ContactModel::Name).data().toString());
        return names;
    }

    void people(const QList<std::pair<QString, QString>> &namesAndNumbers)
    {
        for (const auto &[name, number] : namesAndNumbers) {
            domain::Contact contact;
            contact.name = name;
            contact.number = number;
            QVERIFY(m_window->run(
                [contact](engine::Engine &engine) { return engine.contactBook().save(contact); }));
        }
        m_page->activated();
    }

    gui::ImportWizard *importFile(const QByteArray &content)
    {
        const QString name = m_window->folder() + u"/liste.csv"_s;
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("the list was not written");
        file.close();
        m_page->findChild<QPushButton *>(u"importButton"_s)->click();
        auto *wizard = m_page->findChild<gui::ImportWizard *>();
        wizard->openFile(name);
        return wizard;
    }

    std::unique_ptr<support::Window> m_window;
    std::unique_ptr<gui::ContactsPage> m_page;
};

QTEST_MAIN(TestContactsPage)
#include "tst_contactspage.moc"
