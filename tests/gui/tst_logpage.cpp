// SPDX-License-Identifier: GPL-3.0-or-later
// The Log page as a person uses it: search, filters, jumps, details.
#include "engine/changes.h"
#include "gui/pages/logpage.h"
#include "models/logmodel.h"
#include "phone/phonenumber.h"
#include "storage/samples.h"
#include "support/child.h"
#include "support/patience.h"
#include "window.h"

#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>

using namespace Qt::StringLiterals;
using domain::MessageState;

namespace {
constexpr QSize smallest{848, 670}; // what a window of 1024 by 700 has for a page
}

class TestLogPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_window = std::make_unique<support::Window>(); }
    void cleanup()
    {
        m_page.reset();
        m_window.reset();
    }

    void anEmptyLogSaysWhatComesThereAndHowToBegin()
    {
        open();
        QTRY_VERIFY(button("newButton")->isVisible());
        QVERIFY(!child<QTableView>("table")->isVisible());
        QSignalSpy gone(m_page.get(), &gui::Page::pageWanted);
        button("newButton")->click();
        QCOMPARE(gone.size(), 1);
    }

    void everyColumnIsSeenInASmallWindow()
    {
        add(30);
        open();
        m_page->resize(smallest);
        QTRY_COMPARE(rows(), 30);
        QTRY_COMPARE(child<QTableView>("table")->horizontalScrollBar()->maximum(), 0);
    }

    void showsTheNewestFirstAndHowMany()
    {
        add(30);
        open();
        QTRY_COMPARE(rows(), 30);
        QCOMPARE(cell(0, models::LogModel::Number), phone::forDisplay(u"+4790000029"_s));
        QCOMPARE(child<QLabel>("totalLabel")->text(), u"30 messages"_s);
    }

    void searchesAsOneTypesAndClearsAgain()
    {
        add(30);
        open();
        QTRY_COMPARE(rows(), 30);
        QTest::keyClicks(child<QLineEdit>("searchEdit"), u"90000017"_s);
        QTRY_COMPARE(rows(), 1);
        QCOMPARE(cell(0, models::LogModel::Number), phone::forDisplay(u"+4790000017"_s));
        QVERIFY(button("clearButton")->isVisible());
        child<QLineEdit>("searchEdit")->setText(u"finnes ikke"_s);
        QTRY_VERIFY(child<QWidget>("emptyArea")->isVisible());
        QVERIFY(!button("newButton")->isVisible());
        button("clearButton")->click();
        QTRY_COMPARE(rows(), 30);
    }

    void anEmptyLogStaysOneWhateverIsSearchedFor()
    {
        open();
        child<QLineEdit>("searchEdit")->setText(u"finnes ikke"_s);
        QTRY_VERIFY(button("newButton")->isVisible());
        QCOMPARE(child<QLabel>("emptyLabel")->text(),
                 u"Every message you send is listed here with its outcome."_s);
    }

    void sortsByAClickOnAHead()
    {
        add(30);
        open();
        QTRY_COMPARE(rows(), 30);
        child<QTableView>("table")->sortByColumn(models::LogModel::Number, Qt::AscendingOrder);
        QTRY_COMPARE(cell(0, models::LogModel::Number), phone::forDisplay(u"+4790000000"_s));
        button("newestButton")->click(); // by time again, and the head says so
        QTRY_COMPARE(cell(0, models::LogModel::Number), phone::forDisplay(u"+4790000029"_s));
        QCOMPARE(child<QTableView>("table")->horizontalHeader()->sortIndicatorSection(), -1);
    }

    void filtersByState()
    {
        add(10);
        move(4, MessageState::Failed);
        open();
        QTRY_COMPARE(rows(), 10);
        auto *states = child<QComboBox>("stateCombo");
        states->setCurrentIndex(states->findData(static_cast<int>(MessageState::Failed)));
        Q_EMIT states->activated(states->currentIndex());
        QTRY_COMPARE(rows(), 1);
        QCOMPARE(cell(0, models::LogModel::State), u"Failed"_s);
    }

    void jumpsToTheOldest()
    {
        add(900);
        open();
        QTRY_VERIFY(rows() > 0);
        QVERIFY(rows() < 900);
        button("oldestButton")->click();
        QTRY_COMPARE(cell(rows() - 1, models::LogModel::Number), phone::forDisplay(u"+4790000000"_s));
        button("newestButton")->click();
        QTRY_COMPARE(cell(0, models::LogModel::Number), phone::forDisplay(u"+4790000899"_s));
    }

    void theDetailsTellEachStepInWords()
    {
        add(3);
        move(2, MessageState::Delivered);
        open();
        QTRY_COMPARE(rows(), 3);
        child<QTableView>("table")->selectRow(1);
        QTRY_VERIFY(button("detailsButton")->isEnabled());
        button("detailsButton")->click();
        const auto *dialog = m_page->findChild<QDialog *>(u"MessageDialog"_s);
        QVERIFY(dialog);
        const auto *events = dialog->findChild<QListWidget *>(u"eventsList"_s);
        QCOMPARE(events->count(), 2);
        QVERIFY(events->item(0)->text().contains("Queued"_L1));
        QVERIFY(dialog->findChild<QLabel *>(u"stateLabel"_s)->text().contains("Delivered"_L1));
    }

    void whatComesInMeanwhileAppears()
    {
        add(5);
        open();
        QTRY_COMPARE(rows(), 5);
        add(2, 100);
        m_window->run([](engine::Engine &engine) {
            engine.changes().tellCampaigns();
            return true;
        });
        QTRY_COMPARE(rows(), 7);
    }

private:
    template <typename T>
    T *child(const char *name) const
    {
        return support::child<T>(*m_page, name);
    }
    QPushButton *button(const char *name) const { return child<QPushButton>(name); }
    int rows() const { return child<QTableView>("table")->model()->rowCount(); }
    QString cell(int row, int column) const
    {
        const auto *model = child<QTableView>("table")->model();
        return model->index(row, column).data().toString();
    }

    void open()
    {
        m_page = std::make_unique<gui::LogPage>(m_window->context());
        m_page->resize(1000, 600);
        m_page->show();
        m_page->activated();
    }
    void add(int count, int first = 0)
    {
        m_window->run([=](engine::Engine &engine) {
            return samples::addCampaign(engine.database(), count, samples::campaign(), first);
        });
    }
    void move(qint64 message, MessageState to)
    {
        QVERIFY(m_window->write([=](storage::Database &database) {
            return storage::Journal(database).apply(samples::step(message, to));
        }));
    }

    std::unique_ptr<support::Window> m_window;
    std::unique_ptr<gui::LogPage> m_page;
};

QTEST_MAIN(TestLogPage)
#include "tst_logpage.moc"
