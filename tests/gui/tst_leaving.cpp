// SPDX-License-Identifier: GPL-3.0-or-later
// Closing the window, or the whole session, while messages are on their way, and the banners above the pages.
#include "engine/campaigns.h"
#include "engine/engine.h"
#include "engine/planning.h"
#include "engine/reception.h"
#include "engine/soundness.h"
#include "gui/banners.h"
#include "gui/widgets/stopbar.h"
#include "models/when.h"
#include "storage/campaignrepository.h"
#include "support/openwindow.h"
#include "support/patience.h"

#include <QLabel>
#include <QMessageBox>
#include <QMetaMethod>
#include <QPlainTextEdit>
#include <QPushButton>

#include <cstddef>

using namespace Qt::StringLiterals;

namespace {

QPushButton *buttonOf(QDialog *dialog, const QString &text)
{
    for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

// A campaign that takes the demo gateway a while.
qint64 send(gui::Context &context)
{
    std::optional<base::Result<engine::PlanSummary>> planned;
    engine::Draft draft;
    draft.sender = u"Solsiden"_s;
    draft.text = u"Hei"_s;
    draft.mode = domain::SendMode::Single;
    for (int i = 0; i < 300; ++i)
        draft.recipients.typed.append(u"+4799992%1"_s.arg(i, 3, 10, QChar(u'0')));
    QObject here;
    context.engine.call(
        &here, [draft](engine::Engine &engine) { return engine.planning().planTyped(draft); },
        [&](const base::Result<engine::PlanSummary> &result) { planned = result; });
    if (!QTest::qWaitFor([&] { return planned.has_value(); }, support::patienceMs) || !planned->ok())
        qFatal("not planned");
    const qint64 id = planned->value().campaign;
    bool begun = false;
    context.engine.callAsync<base::Result<void>>(
        &here,
        [id](engine::Engine &engine, std::function<void(base::Result<void>)> done) {
            engine.campaigns().start(id, true, std::move(done));
        },
        [&](const base::Result<void> &) { begun = true; });
    if (!QTest::qWaitFor([&] { return begun; }, support::patienceMs))
        qFatal("not begun");
    return id;
}

// One that begins by itself at that time.
QString planFor(gui::Context &context, qint64 startAtMs, domain::Repeat repeat, bool approved)
{
    engine::Draft draft;
    draft.name = u"Årsmøte"_s;
    draft.sender = u"Solsiden"_s;
    draft.text = u"Hei"_s;
    draft.recipients.groups = {u"Styret"_s};
    draft.startAtMs = startAtMs;
    draft.startZone = u"Europe/Oslo"_s;
    draft.repeat = repeat;
    std::optional<base::Result<engine::PlanSummary>> planned;
    QObject here;
    context.engine.callAsync<base::Result<engine::PlanSummary>>(
        &here,
        [draft](engine::Planning &planning, const engine::JobDone<engine::PlanSummary> &done) {
            planning.plan(draft, {}, done);
        },
        [&](const base::Result<engine::PlanSummary> &result) { planned = result; });
    if (!QTest::qWaitFor([&] { return planned.has_value(); }, support::patienceMs) || !planned->ok())
        qFatal("not planned");
    bool done = !approved;
    if (approved)
        context.engine.call(
            &here,
            [id = planned->value().campaign](engine::Planning &planning) { return planning.approve(id); },
            [&](const base::Result<void> &) { done = true; });
    if (!QTest::qWaitFor([&] { return done; }, support::patienceMs))
        qFatal("not approved");
    return draft.name;
}

// As Qt does when the desktop asks; nobody looks at the manager that comes with it.
void commitSession()
{
    alignas(std::max_align_t) char manager[64] = {};
    void *arguments[] = {nullptr, manager};
    const QMetaMethod signal = QMetaMethod::fromSignal(&QGuiApplication::commitDataRequest);
    QMetaObject::activate(qApp, signal.methodIndex(), arguments);
}

} // namespace

class TestLeaving : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCampaignUnderWayIsPausedBeforeTheProgramCloses()
    {
        support::OpenWindow place;
        gui::Context &context = place.application.context();
        const qint64 id = send(context);
        auto state = [&] { return storage::CampaignRepository(context.reader).campaign(id)->state; };
        QTRY_COMPARE(state(), domain::CampaignState::Running);

        support::OpenWindow::inDialog(this,
                                      [](QDialog *dialog) { buttonOf(dialog, u"Keep open"_s)->click(); });
        place.window()->close();
        QVERIFY(place.window()->isVisible());
        QCOMPARE(state(), domain::CampaignState::Running);

        support::OpenWindow::inDialog(this, [](QDialog *dialog) {
            QVERIFY(qobject_cast<QMessageBox *>(dialog)->text().contains(u"Hei"_s)); // its name
            buttonOf(dialog, u"Pause and close"_s)->click();
        });
        place.window()->close();
        QTRY_VERIFY_WITH_TIMEOUT(!place.window()->isVisible(), 25000);
        QCOMPARE(state(), domain::CampaignState::Paused);
        const auto campaign = storage::CampaignRepository(context.reader).campaign(id).value();
        QCOMPARE(campaign.counts.at(static_cast<size_t>(domain::MessageState::Sending)), 0);
        QCOMPARE(campaign.counts.at(static_cast<size_t>(domain::MessageState::Uncertain)), 0);
        QVERIFY(campaign.counts.at(static_cast<size_t>(domain::MessageState::Queued)) > 0);
    }

    // Both while one is being sent.
    void theEndOfTheSessionPausesWithoutAQuestion_data()
    {
        QTest::addColumn<bool>("fromOutside");
        QTest::newRow("log-off or shutdown, as the desktop tells it") << false;
        QTest::newRow("SIGTERM, as the system tells it") << true;
    }
    void theEndOfTheSessionPausesWithoutAQuestion()
    {
        QFETCH(bool, fromOutside);
        support::OpenWindow place;
        gui::Context &context = place.application.context();
        const qint64 id = send(context);
        auto campaign = [&] { return storage::CampaignRepository(context.reader).campaign(id).value(); };
        QTRY_COMPARE(campaign().state, domain::CampaignState::Running);
        QSignalSpy ended(&place.application, &gui::Application::ended);
        if (fromOutside) {
            place.application.leave();
            QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 25000);
        } else {
            commitSession();
        }
        QVERIFY(!QApplication::activeModalWidget());
        QCOMPARE(campaign().state, domain::CampaignState::Paused);
        QCOMPARE(domain::identifier(campaign().reason), u"sessionEnded"_s);
        QCOMPARE(campaign().counts.at(static_cast<size_t>(domain::MessageState::Sending)), 0);
        QCOMPARE(campaign().counts.at(static_cast<size_t>(domain::MessageState::Uncertain)), 0);
        QVERIFY(campaign().counts.at(static_cast<size_t>(domain::MessageState::Queued)) > 0);
    }

    // A session may stay after all: then the window asks as before.
    void aWindowWhoseSessionStayedStillAsks()
    {
        support::OpenWindow place;
        commitSession();
        QVERIFY(place.window()->isVisible());
        send(place.application.context());
        QTRY_COMPARE(
            storage::CampaignRepository(place.application.context().reader).campaigns()->constFirst().state,
            domain::CampaignState::Running);
        bool asked = false;
        support::OpenWindow::inDialog(this, [&](QDialog *dialog) {
            asked = true;
            buttonOf(dialog, u"Keep open"_s)->click();
        });
        place.window()->close();
        QVERIFY(asked);
        QVERIFY(place.window()->isVisible());
    }

    void theCountdownEndsWithTheSession()
    {
        support::OpenWindow place;
        auto *bar = place.window()->findChild<gui::StopBar *>();
        bar->begin(1, 3, false);
        commitSession();
        QVERIFY(!bar->isCounting());
    }

    void theCountdownWaitsWhileItsStopCannotBePressed()
    {
        QWidget window;
        gui::StopBar bar(&window);
        window.show();
        const auto *label = bar.findChild<QLabel *>();
        QSignalSpy elapsed(&bar, &gui::StopBar::elapsed);
        bar.begin(1, 3, false);
        bar.findChild<QTimer *>()->setInterval(5);
        {
            QDialog dialog(&window);
            dialog.open();
            QTRY_VERIFY(label->text().contains(u"Waiting"_s));
            QTest::qWait(gui::StopBar::seconds * 20); // many times what is left
            QVERIFY(bar.isCounting());
            QCOMPARE(elapsed.size(), 0);
        }
        QTRY_COMPARE(elapsed.size(), 1);
        QVERIFY(!bar.isCounting());
    }

    void closingTheWindowHoldsTheCountdownAndStopIsTheSafeAnswer_data()
    {
        QTest::addColumn<QString>("answer"); // empty: Return
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("Return stops") << QString() << false;
        QTest::newRow("Stop") << u"Stop"_s << false;
        QTest::newRow("Send counts on") << u"Send"_s << true;
    }
    void closingTheWindowHoldsTheCountdownAndStopIsTheSafeAnswer()
    {
        QFETCH(QString, answer);
        QFETCH(bool, goesOn);
        support::OpenWindow place;
        auto *bar = place.window()->findChild<gui::StopBar *>();
        QObject::disconnect(bar, &gui::StopBar::elapsed, nullptr, nullptr); // there is no campaign
        QSignalSpy elapsed(bar, &gui::StopBar::elapsed);
        bar->begin(1, 3, false);
        bar->findChild<QTimer *>()->setInterval(5);
        QTimer::singleShot(gui::StopBar::seconds * 20, this, [answer] { // many times what is left
            auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            if (answer.isEmpty())
                QTest::keyClick(dialog, Qt::Key_Return);
            else
                buttonOf(dialog, answer)->click();
        });
        place.window()->close();
        QVERIFY(place.window()->isVisible());
        QCOMPARE(elapsed.size(), 0);
        QCOMPARE(bar->isCounting(), goesOn);
        QTRY_COMPARE(elapsed.size(), goesOn ? 1 : 0);
    }

    void anIdleWindowClosesWithoutAQuestion()
    {
        support::OpenWindow place;
        place.window()->close();
        QVERIFY(!place.window()->isVisible());
    }

    // Nobody was told that what is planned needs the program to be open.
    void whatIsPlannedFromThisComputerIsSaidBeforeTheProgramCloses_data()
    {
        QTest::addColumn<domain::Repeat>("repeat");
        QTest::newRow("once") << domain::Repeat::Once;
        QTest::newRow("every week") << domain::Repeat::Weekly;
    }
    void whatIsPlannedFromThisComputerIsSaidBeforeTheProgramCloses()
    {
        QFETCH(domain::Repeat, repeat);
        support::OpenWindow place;
        const qint64 at = QDateTime::currentDateTime().addDays(1).toMSecsSinceEpoch();
        const QString name = planFor(place.application.context(), at, repeat, true);
        QString words;
        support::OpenWindow::inDialog(this, [&](QDialog *dialog) {
            words = qobject_cast<QMessageBox *>(dialog)->text();
            buttonOf(dialog, u"Keep it open"_s)->click();
        });
        place.window()->close();
        QVERIFY(place.window()->isVisible());
        QVERIFY2(words.contains(name) && words.contains(models::when(at)), qPrintable(words));
        support::OpenWindow::inDialog(this,
                                      [](QDialog *dialog) { buttonOf(dialog, u"Close anyway"_s)->click(); });
        place.window()->close();
        QVERIFY(!place.window()->isVisible());
    }

    void whatNobodyApprovedHoldsNoWindowOpen()
    {
        support::OpenWindow place;
        planFor(place.application.context(), QDateTime::currentDateTime().addDays(1).toMSecsSinceEpoch(),
                domain::Repeat::Once, false);
        place.window()->close();
        QVERIFY(!place.window()->isVisible());
    }

    void aReceiverThatCannotListenIsToldUntilItDoes()
    {
        support::OpenWindow place;
        auto *strip = place.find<QWidget>("receiverStrip");
        QVERIFY(strip->isHidden());
        place.window()->banners()->receiverFailed({base::ErrorCode::ListenFailed, u"0.0.0.0:8088"_s, {}});
        QVERIFY(!strip->isHidden());
        place.find<QPushButton>("receiverSettingsButton")->click();
        QTRY_VERIFY(place.find<QWidget>("sectionList")->isVisible());
        place.application.context().engine.call(
            this,
            [](engine::Engine &engine) {
                engine::ReceiverSettings settings;
                settings.listenAddress = u"127.0.0.1"_s;
                settings.port = 0;
                return engine.reception().start(settings);
            },
            [](const base::Result<engine::ReceiverUrls> &) {});
        QTRY_VERIFY(strip->isHidden());
    }

    void aFullDiskIsToldAndItsEndToo()
    {
        support::OpenWindow place;
        gui::Context &context = place.application.context();
        auto *soundness =
            const_cast<engine::Soundness *>(context.engine.part<engine::Soundness>()); // speaks for it
        auto *strip = place.find<QWidget>("storageStrip");
        Q_EMIT soundness->storageFailed({base::ErrorCode::DiskFull, {}, {}});
        QTRY_VERIFY(!strip->isHidden());
        QVERIFY(place.find<QPushButton>("closeStorageButton")->isHidden());
        Q_EMIT soundness->storageRecovered();
        QTRY_VERIFY(!place.find<QPushButton>("closeStorageButton")->isHidden());
        QVERIFY(strip->findChild<QWidget *>(u"stripText"_s)
                    ->property("text")
                    .toString()
                    .contains(u"restart link"_s)); // ACC-05
        place.find<QPushButton>("closeStorageButton")->click();
        QVERIFY(strip->isHidden());
    }
};

QTEST_MAIN(TestLeaving)
#include "tst_leaving.moc"
