// SPDX-License-Identifier: GPL-3.0-or-later
// Which contacts the page shows, those whom nothing reaches, and groups that are picked and dropped on.
#include "engine/contactbook.h"
#include "engine/language.h"
#include "gui/dialogs/contactdialog.h"
#include "gui/pages/contactspage.h"
#include "gui/widgets/grouplist.h"
#include "gui/widgets/strip.h"
#include "models/contactmodel.h"
#include "storage/samples.h"
#include "support/patience.h"
#include "window.h"

#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

class TestContactFilters : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        engine::language::install(u"en"_s);
        m_window = std::make_unique<support::Window>();
        m_page = std::make_unique<gui::ContactsPage>(m_window->context());
        m_page->show();
        m_page->activated();
    }
    void cleanup() { m_page.reset(); }

    void findsNorwegianNamesWithoutTheirLettersAndSortsThemLast()
    {
        people({{u"Ørjan"_s, u"+4799999991"_s}, {u"Åse"_s, u"+4799999992"_s}, {u"Bo"_s, u"+4799999993"_s}});
        QCOMPARE(names(), (QStringList{u"Bo"_s, u"Ørjan"_s, u"Åse"_s}));
        child<QLineEdit>("searchEdit")->setText(u"ase"_s);
        QTRY_COMPARE(names(), QStringList{u"Åse"_s});
        child<QLineEdit>("searchEdit")->setText(u"orjan"_s);
        QTRY_COMPARE(names(), QStringList{u"Ørjan"_s});
    }

    void isNarrowedByOptOutAndByOwnFields()
    {
        people({{u"Kari"_s, u"+4799999991"_s}, {u"Ola"_s, u"+4799999992"_s}});
        domain::Contact anne;
        anne.name = u"Anne"_s;
        anne.number = u"+4799999993"_s;
        anne.fields = {{u"By"_s, u"Oslo"_s}};
        QVERIFY(m_window->run([anne](engine::Engine &engine) { return engine.contactBook().save(anne); }));
        QVERIFY(m_window->run([](engine::Engine &engine) {
            return engine.contactBook().setOptedOut({u"+4799999991"_s}, true);
        }));
        m_page->activated();
        auto *filter = child<QComboBox>("filterCombo");
        const auto choose = [filter](const QString &words) {
            filter->setCurrentText(words);
            Q_EMIT filter->activated(filter->currentIndex());
        };
        choose(u"Not opted out"_s);
        QCOMPARE(names(), (QStringList{u"Anne"_s, u"Ola"_s}));
        choose(u"Opted out"_s);
        QCOMPARE(names(), QStringList{u"Kari"_s});
        choose(u"Has By"_s);
        QCOMPARE(names(), QStringList{u"Anne"_s});
        m_page->activated(); // what was chosen stays so
        QCOMPARE(filter->currentText(), u"Has By"_s);
        QCOMPARE(names(), QStringList{u"Anne"_s});
        QVERIFY(!child<QPushButton>("sendButton")->isEnabled()); // nobody is meant who is not seen
        choose(u"Last three failed"_s);
        QCOMPARE(names(), QStringList());
    }

    void numbersThatFailedThreeTimesRunningAreOfferedForRemoval()
    {
        people({{u"Kari"_s, samples::number(0)}, {u"Ola"_s, samples::number(1)}});
        for (int run = 0; run < 3; ++run) {
            m_window->run([](engine::Engine &engine) { return samples::addCampaign(engine.database(), 2); });
            QVERIFY(m_window->write([run](storage::Database &database) -> base::Result<void> {
                storage::Journal journal(database);
                if (auto failed = journal.apply(samples::step(1 + 2 * run, domain::MessageState::Failed));
                    !failed)
                    return failed;
                return journal.apply(samples::step(2 + 2 * run, domain::MessageState::Delivered));
            }));
        }
        m_page->activated();
        QVERIFY(child<gui::Strip>("unreachableStrip")->isVisible());
        child<QPushButton>("unreachableButton")->click();
        QCOMPARE(names(), QStringList{u"Kari"_s});
        QVERIFY(!child<gui::Strip>("unreachableStrip")->isVisible());
        child<QPushButton>("deleteButton")->click();
        QTRY_COMPARE(names(), QStringList());
    }

    void groupsArePickedAndANewOneIsNamed()
    {
        people({{u"Kari"_s, u"+4799999991"_s}});
        QVERIFY(m_window->run(
            [](engine::Engine &engine) { return engine.contactBook().createGroup(u"Styret, gamle"_s); }));
        table()->selectRow(0);
        child<QPushButton>("editButton")->click();
        auto *dialog = m_page->findChild<gui::ContactDialog *>();
        auto *groups = dialog->findChild<QListWidget *>(u"groupsList"_s);
        QCOMPARE(groups->count(), 1);
        QCOMPARE(groups->item(0)->checkState(), Qt::Unchecked);
        groups->item(0)->setCheckState(Qt::Checked);
        auto *added = dialog->findChild<QLineEdit *>(u"newGroupEdit"_s);
        added->setText(u"Foreldre"_s);
        QTest::keyClick(added, Qt::Key_Return); // adds it, and does not save yet
        QVERIFY(dialog->isVisible());
        QCOMPARE(groups->count(), 2);
        dialog->findChild<QPushButton *>(u"saveContactButton"_s)->click();
        QTRY_COMPARE(members(u"Foreldre"_s), 1);
        QCOMPARE(members(u"Styret, gamle"_s), 1);
    }

    void contactsAreDroppedOnAGroup()
    {
        people({{u"Kari"_s, u"+4799999991"_s}, {u"Ola"_s, u"+4799999992"_s}});
        QVERIFY(m_window->run(
            [](engine::Engine &engine) { return engine.contactBook().createGroup(u"Styret"_s); }));
        m_page->activated();
        table()->selectAll();
        auto *groups = child<gui::GroupList>("groupList");
        const std::unique_ptr<QMimeData> dragged(table()->model()->mimeData({}));
        const auto drop = [&](int row) {
            const QPointF place = groups->visualItemRect(groups->item(row)).center();
            QDragEnterEvent entered(place.toPoint(), Qt::CopyAction, dragged.get(), Qt::LeftButton,
                                    Qt::NoModifier);
            QApplication::sendEvent(groups->viewport(), &entered);
            QDropEvent event(place, Qt::CopyAction, dragged.get(), Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(groups->viewport(), &event);
            return event.isAccepted();
        };
        QVERIFY(drop(1));
        QTRY_COMPARE(members(u"Styret"_s), 2);
        QVERIFY(!drop(0)); // "All" is no group
    }

private:
    template <typename Child>
    Child *child(const char *name)
    {
        return m_page->findChild<Child *>(QString::fromLatin1(name));
    }
    QTableView *table() { return child<QTableView>("table"); }
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

    std::unique_ptr<support::Window> m_window;
    std::unique_ptr<gui::ContactsPage> m_page;
};

QTEST_MAIN(TestContactFilters)
#include "tst_contactfilters.moc"
