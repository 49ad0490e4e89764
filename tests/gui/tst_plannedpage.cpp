// SPDX-License-Identifier: GPL-3.0-or-later
// What is planned, as a list and in the month, and what a person changes there.
#include "engine/language.h"
#include "gui/dialogs/timedialog.h"
#include "gui/pages/plannedpage.h"
#include "gui/widgets/monthcalendar.h"
#include "storage/samples.h"
#include "support/child.h"
#include "support/patience.h"
#include "window.h"

#include <QDateEdit>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTimeEdit>
#include <QTimeZone>

#include <cstdlib>

using namespace Qt::StringLiterals;
using domain::CampaignState;

class TestPlannedPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { engine::language::install(u"en"_s); }
    void init()
    {
        m_window = std::make_unique<support::Window>();
        m_tomorrow = QDateTime(QDate::currentDate().addDays(1), QTime(9, 30));
        m_once = add(u"Dugnad"_s, m_tomorrow.addSecs(3600), domain::Repeat::Once);
        m_series = add(u"Møte"_s, m_tomorrow, domain::Repeat::Weekly);
        m_page = std::make_unique<gui::PlannedPage>(m_window->context());
        m_page->resize(1100, 700);
        m_page->show();
        m_page->activated();
    }
    void cleanup()
    {
        m_page.reset();
        m_window.reset();
    }

    void theNextOneIsFirstAndADayShowsItsOwn()
    {
        const QAbstractItemModel *rows = child<QTableView>("table")->model();
        QCOMPARE(names(), (QStringList{u"Møte"_s, u"Dugnad"_s}));
        QCOMPARE(rows->index(0, 2).data().toString(), u"every week"_s);
        const QDate later = m_tomorrow.date().addDays(7);
        Q_EMIT child<gui::MonthCalendar>("calendar")->clicked(later);
        QCOMPARE(names(), QStringList{u"Møte"_s});
        Q_EMIT child<gui::MonthCalendar>("calendar")->clicked(later.addDays(1));
        QCOMPARE(names(), QStringList());
        button("allButton")->click();
        QCOMPARE(names().size(), 2);
    }

    void whereNothingIsPlannedItSaysSoInTheMiddle()
    {
        support::Window window;
        gui::PlannedPage page(window.context());
        page.resize(1100, 700);
        page.show();
        page.activated();
        const auto *label = page.findChild<QLabel *>(u"emptyLabel"_s);
        QTRY_VERIFY(label->isVisible());
        const auto *begin = page.findChild<QPushButton *>(u"newButton"_s);
        QTRY_VERIFY(begin->isVisible());
        // Its words and their button stand in the middle of it.
        QTRY_VERIFY(std::abs(label->geometry().bottom() - page.height() / 2) < page.height() / 6);
        QVERIFY(begin->geometry().top() > label->geometry().bottom());
        QSignalSpy wanted(&page, &gui::Page::pageWanted);
        page.findChild<QPushButton *>(u"newButton"_s)->click();
        QCOMPARE(wanted.size(), 1);
        // Its scroll area took the title's size away, until the language changed.
        QVERIFY(page.findChild<QLabel *>(u"titleLabel"_s)->font().pointSizeF() > page.font().pointSizeF());
    }

    void oneTimeOfASeriesIsSkipped()
    {
        choose(u"Møte"_s);
        button("skipButton")->click();
        QTRY_COMPARE(stored(m_series).startAtMs, std::optional(m_tomorrow.addDays(7).toMSecsSinceEpoch()));
        QTRY_COMPARE(names(), (QStringList{u"Dugnad"_s, u"Møte"_s}));
        choose(u"Dugnad"_s);
        QVERIFY(!button("skipButton")->isEnabled());
        QVERIFY(!button("pauseButton")->isEnabled());
    }

    void aSeriesIsPausedAndResumed()
    {
        choose(u"Møte"_s);
        button("pauseButton")->click();
        QTRY_COMPARE(stored(m_series).state, CampaignState::Paused);
        QTRY_COMPARE(button("pauseButton")->text(), u"&Resume the series"_s);
        QVERIFY(!button("timeButton")->isEnabled());
        QCOMPARE(names().constLast(), u"Møte"_s); // it has no next time
        button("pauseButton")->click();
        QTRY_COMPARE(stored(m_series).state, CampaignState::Planned);
    }

    void theTimeIsChangedButNotToThePast()
    {
        gui::TimeDialog dialog(stored(m_once));
        QVERIFY(qobject_cast<gui::MonthCalendar *>(
            dialog.findChild<QDateEdit *>(u"dayEdit"_s)->calendarWidget()));
        auto *change = dialog.findChild<QPushButton *>(u"changeButton"_s);
        QVERIFY(change->isEnabled());
        dialog.findChild<QDateEdit *>(u"dayEdit"_s)->setDate(QDate::currentDate().addDays(-1));
        QVERIFY(!change->isEnabled());
        dialog.findChild<QDateEdit *>(u"dayEdit"_s)->setDate(m_tomorrow.date().addDays(2));
        dialog.findChild<QTimeEdit *>(u"timeEdit"_s)->setTime({8, 15});
        QVERIFY(change->isEnabled());
        const QDateTime chosen = QDateTime::fromMSecsSinceEpoch(dialog.chosenMs());
        QCOMPARE(chosen, QDateTime(m_tomorrow.date().addDays(2), QTime(8, 15)));
    }

    void pastRunsOfASeriesAreListed()
    {
        choose(u"Møte"_s);
        QCOMPARE(child<QLabel>("runsLabel")->text(), u"No run of “Møte” yet"_s);
        domain::Campaign run = samples::campaign(u"Møte"_s);
        run.series = m_series;
        m_window->run(
            [run](engine::Engine &engine) { return samples::addCampaign(engine.database(), 2, run); });
        choose(u"Dugnad"_s);
        QVERIFY(!child<QTableView>("runsTable")->isVisible());
        choose(u"Møte"_s);
        QCOMPARE(child<QTableView>("runsTable")->model()->rowCount(), 1);
        QCOMPARE(child<QLabel>("runsLabel")->text(), u"Past runs of “Møte”"_s);
    }

private:
    template <typename T>
    T *child(const char *name) const
    {
        return support::child<T>(*m_page, name);
    }
    QPushButton *button(const char *name) const { return child<QPushButton>(name); }

    QStringList names() const
    {
        QStringList names;
        const QAbstractItemModel *rows = child<QTableView>("table")->model();
        for (int row = 0; row < rows->rowCount(); ++row)
            names.append(rows->index(row, 1).data().toString());
        return names;
    }
    void choose(const QString &name)
    {
        child<QTableView>("table")->selectRow(static_cast<int>(names().indexOf(name)));
    }
    qint64 add(const QString &name, const QDateTime &at, domain::Repeat repeat)
    {
        domain::Campaign plan = samples::campaign(name);
        plan.startAtMs = at.toMSecsSinceEpoch();
        plan.startZone = QString::fromLatin1(QTimeZone::systemTimeZoneId());
        plan.repeat = repeat;
        if (repeat != domain::Repeat::Once)
            plan.repeatFromMs = plan.startAtMs;
        plan.approvedMs = samples::noon;
        return m_window->run(
            [plan](engine::Engine &engine) { return samples::addCampaign(engine.database(), 1, plan); });
    }
    domain::Campaign stored(qint64 id)
    {
        return storage::CampaignRepository(m_window->reader()).campaign(id).value();
    }

    std::unique_ptr<support::Window> m_window;
    std::unique_ptr<gui::PlannedPage> m_page;
    QDateTime m_tomorrow;
    qint64 m_once = 0;
    qint64 m_series = 0;
};

QTEST_MAIN(TestPlannedPage)
#include "tst_plannedpage.moc"
