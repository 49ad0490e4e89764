// SPDX-License-Identifier: GPL-3.0-or-later
// When a message begins: a planned campaign is looked over and counted down before it is sent early, and a
// time that has passed is refused where it is typed.
#include "engine/planning.h"
#include "gui/pages/campaignpage.h"
#include "gui/pages/sendpage.h"
#include "gui/pages/whenform.h"
#include "gui/widgets/recipientsedit.h"
#include "gui/widgets/stopbar.h"
#include "storage/campaignrepository.h"
#include "support/openwindow.h"
#include "support/patience.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {

struct PlannedPlace : support::OpenWindow
{
    qint64 campaign = 0;

    PlannedPlace()
    {
        engine::Draft draft;
        draft.sender = u"Korps"_s;
        draft.text = u"Hei"_s;
        draft.recipients.typed = {u"99999991"_s, u"99999992"_s};
        draft.startAtMs = QDateTime::currentDateTime().addDays(1).toMSecsSinceEpoch();
        application.context().engine.callAsync<base::Result<engine::PlanSummary>>(
            window(),
            [draft](engine::Planning &planning, const engine::JobDone<engine::PlanSummary> &done) {
                planning.plan(draft, {}, done);
            },
            [this](const base::Result<engine::PlanSummary> &plan) {
                application.context().engine.call(
                    window(),
                    [id = plan->campaign](engine::Planning &planning) { return planning.approve(id); },
                    [this, id = plan->campaign](const base::Result<void> &) { campaign = id; });
            });
        if (!QTest::qWaitFor([this] { return campaign != 0; }, support::patienceMs))
            qFatal("Nothing was planned");
        window()->openCampaign(campaign);
    }
    domain::Campaign stored() const
    {
        return storage::CampaignRepository(const_cast<gui::Application &>(application).context().reader)
            .campaign(campaign)
            .value();
    }
    // What the review says; then its button is pressed, or it is closed.
    QString start(bool agree) const
    {
        QString said;
        support::OpenWindow::inDialog(window(), [&said, agree](QDialog *dialog) {
            auto *send = dialog->findChild<QPushButton *>(u"sendNowButton"_s);
            said = dialog->findChild<QLabel *>(u"headline"_s)->text() + u'|' + send->text() + u'|' +
                   dialog->findChild<QPlainTextEdit *>(u"textView"_s)->toPlainText();
            agree ? send->click() : dialog->reject();
        });
        window()->campaignPage()->findChild<QPushButton *>(u"runButton"_s)->click();
        if (!QTest::qWaitFor([&said] { return !said.isEmpty(); }, support::patienceMs))
            qFatal("No review came");
        return said;
    }
};

} // namespace

class TestStarts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlannedCampaignIsLookedOverAndCountedDown()
    {
        PlannedPlace place;
        QCOMPARE(place.start(false), u"Send to 2 recipients?|Send now|Hei"_s);
        auto *bar = place.window()->findChild<gui::StopBar *>();
        QVERIFY(!bar->isCounting());

        place.start(true);
        QTRY_VERIFY(bar->isCounting());
        bar->stop();
        QTest::qWait(300);
        QCOMPARE(place.stored().state, domain::CampaignState::Planned); // it is there as before
        QVERIFY(place.stored().startAtMs.has_value());
        QVERIFY(place.window()->sendPage()->isEnabled());

        place.start(true);
        QTRY_VERIFY(bar->isCounting());
        QTRY_VERIFY_WITH_TIMEOUT(!bar->isCounting(), 15000);
        QTRY_COMPARE_WITH_TIMEOUT(place.stored().state, domain::CampaignState::Finished, 15000);
    }

    void aTimeThatIsTypedOverAllOfTheOldOneIsTaken_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDateTime>("read");
        const QDateTime before(QDate(2040, 11, 29), QTime(22, 15));
        QTest::newRow("as it is shown")
            << u"30/11/2040 08:00"_s << QDateTime(QDate(2040, 11, 30), QTime(8, 0));
        QTest::newRow("a day that this month has not")
            << u"31/12/2040 8:05"_s << QDateTime(QDate(2040, 12, 31), QTime(8, 5));
        QTest::newRow("a year of two digits")
            << u"1/2/41 08:00"_s << QDateTime(QDate(2041, 2, 1), QTime(8, 0));
        QTest::newRow("what is no time leaves the old one") << u"30/11/2040 25:00"_s << before;
    }
    void aTimeThatIsTypedOverAllOfTheOldOneIsTaken()
    {
        QFETCH(QString, typed);
        QFETCH(QDateTime, read);
        gui::WhenForm form;
        form.findChild<QComboBox *>(u"timeCombo"_s)->setCurrentIndex(1);
        auto *time = form.findChild<QDateTimeEdit *>(u"timeEdit"_s);
        time->setDisplayFormat(u"dd/MM/yyyy HH:mm"_s);
        time->setDateTime({QDate(2040, 11, 29), QTime(22, 15)});
        time->selectAll();
        QTest::keyClicks(time, typed);
        QTest::keyClick(time, Qt::Key_Return);
        QCOMPARE(time->dateTime(), read);
    }

    void theSuggestedTimeIsAheadAndNeverStale()
    {
        gui::WhenForm form;
        auto *time = form.findChild<QDateTimeEdit *>(u"timeEdit"_s);
        const auto isSuggested = [time] {
            const qint64 minutes = QDateTime::currentDateTime().secsTo(time->dateTime()) / 60;
            return minutes >= 59 && minutes <= 75 && time->time().minute() % 15 == 0;
        };
        QVERIFY(isSuggested());
        {
            const QSignalBlocker quiet(time); // as the form has stood there since yesterday
            time->setDateTime(QDateTime::currentDateTime().addDays(-1));
        }
        form.findChild<QComboBox *>(u"timeCombo"_s)->setCurrentIndex(1);
        QVERIFY(isSuggested());
        const QDateTime chosen = QDateTime::currentDateTime().addDays(2);
        time->setDateTime(chosen);
        form.refresh();
        QCOMPARE(time->dateTime(), chosen); // a person's choice stays
    }

    void aTimeThatHasPassedIsRefusedWhereItIsTyped_data()
    {
        QTest::addColumn<int>("when");
        QTest::newRow("from this computer") << 1;
        QTest::newRow("from the gateway") << 2;
    }
    void aTimeThatHasPassedIsRefusedWhereItIsTyped()
    {
        QFETCH(int, when);
        const support::OpenWindow place;
        const gui::SendPage *page = place.window()->sendPage();
        page->findChild<gui::RecipientsEdit *>()->addNumbers(u"99999991"_s);
        page->findChild<QComboBox *>(u"senderCombo"_s)->setCurrentText(u"Korps"_s);
        page->findChild<QPlainTextEdit *>(u"messageEdit"_s)->setPlainText(u"Hei"_s);
        auto *send = page->findChild<QPushButton *>(u"sendButton"_s);
        QTRY_VERIFY(send->isEnabled());
        page->findChild<QComboBox *>(u"timeCombo"_s)->setCurrentIndex(when);
        QTRY_VERIFY(send->isEnabled());
        auto *time = page->findChild<QDateTimeEdit *>(u"timeEdit"_s);
        time->setDateTime(QDateTime::currentDateTime().addSecs(-60));
        QCOMPARE(page->findChild<QLabel *>(u"timeNote"_s)->text(),
                 u"This time has passed. Choose a later one."_s);
        QVERIFY(!send->isEnabled());
        QVERIFY(!page->findChild<QLabel *>(u"summaryLabel"_s)->text().startsWith(u'0'));
        time->setDateTime(QDateTime::currentDateTime().addSecs(3600));
        QTRY_VERIFY(send->isEnabled());
    }
};

QTEST_MAIN(TestStarts)
#include "tst_starts.moc"
