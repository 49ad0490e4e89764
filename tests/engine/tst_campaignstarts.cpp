// SPDX-License-Identifier: GPL-3.0-or-later
// Campaigns under way as the engine keeps them: what a person does while a start waits, what all of an
// account share, and the quiet hours.
#include "engine/campaigns.h"
#include "support/patience.h"

#include "engine/decisions.h"
#include "engine/planning.h"
#include "engine/timetable.h"
#include "office.h"
#include "storage/groupcommit.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using base::ErrorCode;
using domain::CampaignState;
using domain::MessageState;

namespace {

// A keyring that a person has to open first.
class SlowSecrets final : public engine::Secrets
{
public:
    void read(const QString &, QObject *, ReadDone done) override { waiting.append(std::move(done)); }
    void write(const QString &, const QString &, QObject *, WriteDone done) override { done({}); }
    void remove(const QString &, QObject *, WriteDone done) override { done({}); }
    void keepForThisRun(const QString &, const QString &) override {}
    void open()
    {
        for (const ReadDone &done : std::exchange(waiting, {}))
            done(u"hemmelig"_s);
    }
    QList<ReadDone> waiting;
};

engine::Draft draftTo(const QStringList &numbers)
{
    engine::Draft draft;
    draft.account = u"default"_s;
    draft.sender = u"Firmanavn"_s;
    draft.text = u"Hei"_s;
    draft.mergeFields = false;
    draft.mode = domain::SendMode::Single;
    draft.recipients.typed = numbers;
    return draft;
}

QStringList numbers(int first, int count)
{
    QStringList list;
    for (int i = 0; i < count; ++i)
        list.append(u"+47%1"_s.arg(90000000 + first + i));
    return list;
}

qint64 planned(support::Office &office, const engine::Draft &draft)
{
    const auto plan = office.planned(draft);
    return plan ? plan->campaign : 0;
}

// How a start has gone so far: "", "begun", or the error.
struct Start
{
    QString said;
    std::function<void(base::Result<void>)> done()
    {
        return [this](const base::Result<void> &begun) {
            said += begun ? u"begun"_s : base::identifier(begun.error().code);
        };
    }
};

bool untilStopped(support::Office &office, qint64 id)
{
    return QTest::qWaitFor([&] { return !office.engine->campaigns().isRunning(id); }, support::patienceMs);
}

} // namespace

class TestCampaignStarts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsDoneWhileAStartWaitsCounts_data();
    void whatIsDoneWhileAStartWaitsCounts();
    void aSecondStartLeavesTheFirstAlone();
    void theCapHoldsOverAllThatAreStartedAtOnce();
    void oneThatRepeatsHasNothingToSend();
    void aDecisionSeesWhatIsOnItsWayToTheDisk();
    void quietHoursAreThoseOfTheDelivery_data();
    void quietHoursAreThoseOfTheDelivery();
    void whatTheQuietHoursPausedGoesOnByItself();

private:
    void useSlowKeyring(support::Office &office)
    {
        office.engine.reset();
        auto opened = engine::Engine::open(*office.profile, m_keyring, office.clock);
        QVERIFY(opened.ok());
        office.engine = std::move(opened).value();
        domain::Account account = *office.engine->settings().account(u"default"_s);
        account.authentication = domain::Authentication::Password;
        QVERIFY(office.engine->settings().save(account).ok());
    }
    SlowSecrets m_keyring;
};

void TestCampaignStarts::whatIsDoneWhileAStartWaitsCounts_data()
{
    QTest::addColumn<QString>("meanwhile");
    QTest::addColumn<CampaignState>("state");
    QTest::newRow("paused") << u"pause"_s << CampaignState::Planned;
    QTest::newRow("cancelled") << u"cancel"_s << CampaignState::Cancelled;
    QTest::newRow("cancelled, and started once more") << u"again"_s << CampaignState::Cancelled;
}

void TestCampaignStarts::whatIsDoneWhileAStartWaitsCounts()
{
    QFETCH(QString, meanwhile);
    QFETCH(CampaignState, state);
    m_keyring.waiting.clear();
    support::Office office;
    useSlowKeyring(office);
    const qint64 id = planned(office, draftTo(numbers(0, 3)));
    Start start;
    Start again;
    office.engine->campaigns().start(id, true, start.done());
    QCOMPARE(start.said, QString());
    if (meanwhile == "pause"_L1)
        QVERIFY(office.engine->campaigns().pause(id).ok());
    else
        QVERIFY(office.engine->campaigns().cancel(id).ok());
    if (meanwhile == "again"_L1)
        office.engine->campaigns().start(id, true, again.done());
    m_keyring.open();
    QTRY_COMPARE(start.said, u"cancelled"_s);
    QCOMPARE(again.said, meanwhile == "again"_L1 ? u"wrongState"_s : QString());
    QVERIFY(!office.engine->campaigns().isRunning(id));
    QCOMPARE(office.campaign(id).state, state);
}

void TestCampaignStarts::aSecondStartLeavesTheFirstAlone()
{
    m_keyring.waiting.clear();
    support::Office office;
    useSlowKeyring(office);
    const qint64 id = planned(office, draftTo(numbers(0, 3)));
    Start first;
    Start second;
    office.engine->campaigns().start(id, true, first.done());
    office.engine->campaigns().start(id, true, second.done());
    QCOMPARE(second.said, u"wrongState"_s);
    m_keyring.open();
    QTRY_COMPARE(first.said, u"begun"_s);
    Start third;
    office.engine->campaigns().start(id, true, third.done());
    QCOMPARE(third.said, u"wrongState"_s);
    QVERIFY(untilStopped(office, id));
    QCOMPARE(office.campaign(id).state, CampaignState::Finished);
    QCOMPARE(office.campaign(id).counts[static_cast<size_t>(MessageState::Uncertain)], 0);
}

void TestCampaignStarts::theCapHoldsOverAllThatAreStartedAtOnce()
{
    support::Office office;
    domain::Account account = *office.engine->settings().account(u"default"_s);
    account.sending.dailyCap = 20;
    QVERIFY(office.engine->settings().save(account).ok());
    QStringList said;
    QList<qint64> ids;
    for (int i = 0; i < 5; ++i) {
        ids.append(planned(office, draftTo(numbers(10 * i, 6))));
        office.engine->campaigns().start(ids.last(), true, [&](const base::Result<void> &begun) {
            said.append(begun ? u"begun"_s : base::identifier(begun.error().code));
        });
    }
    QTRY_COMPARE(said.size(), 5);
    const QString over = u"overDailyCap"_s;
    QCOMPARE(said, (QStringList{u"begun"_s, u"begun"_s, u"begun"_s, over, over}));
    for (const qint64 id : std::as_const(ids))
        QVERIFY(untilStopped(office, id));
    // What has ended holds nothing back any more: two are left of the day.
    Start small;
    office.engine->campaigns().start(planned(office, draftTo(numbers(90, 2))), true, small.done());
    QTRY_COMPARE(small.said, u"begun"_s);
}

void TestCampaignStarts::oneThatRepeatsHasNothingToSend()
{
    support::Office office;
    office.addToGroup(u"Kunder"_s, numbers(0, 3));
    engine::Draft draft = draftTo({});
    draft.recipients.groups = {u"Kunder"_s};
    draft.startAtMs = office.clock.nowMs() + 3600 * 1000;
    draft.startZone = u"Europe/Oslo"_s;
    draft.repeat = domain::Repeat::Daily;
    const qint64 id = planned(office, draft);
    QCOMPARE(office.campaign(id).recipients, 3); // what the review shows
    QCOMPARE(office.numbersOf(id), QStringList());
    QVERIFY(office.engine->planning().approve(id).ok());
    Start start;
    office.engine->campaigns().start(id, true, start.done());
    QTRY_COMPARE(start.said, u"wrongState"_s);
    QCOMPARE(office.campaign(id).state, CampaignState::Planned);
}

void TestCampaignStarts::aDecisionSeesWhatIsOnItsWayToTheDisk()
{
    support::Office office;
    const qint64 id = planned(office, draftTo(numbers(0, 1)));
    office.engine->commits().submit([&]() -> base::Result<void> {
        storage::Step step;
        step.to = MessageState::Uncertain;
        step.atMs = office.clock.nowMs();
        const auto moved =
            storage::Journal(office.engine->database()).moveAll(id, {MessageState::Queued}, step);
        if (!moved)
            return moved.error();
        return storage::CampaignRepository(office.engine->database())
            .setState(id, CampaignState::Finished, {}, office.clock.nowMs());
    });
    const auto resolved = office.engine->decisions().resolve(id, campaign::Decision::SendAgain, {});
    QVERIFY(resolved.ok());
    QCOMPARE(*resolved, 1);
    QCOMPARE(office.campaign(id).state, CampaignState::Paused); // or it would wait in a finished one
}

void TestCampaignStarts::quietHoursAreThoseOfTheDelivery_data()
{
    QTest::addColumn<int>("quietFrom"); // minutes from now
    QTest::addColumn<int>("scheduled"); // minutes from now; 0: at once
    QTest::addColumn<QString>("said");
    QTest::newRow("at night, for at once") << -60 << 0 << u"quietHours"_s;
    QTest::newRow("at night, for noon (OUT-13)") << -60 << 8 * 60 << u"begun"_s;
    QTest::newRow("by day, for the night (OUT-13)") << 60 << 120 << u"quietHours"_s;
    QTest::newRow("by day, for at once") << 60 << 0 << u"begun"_s;
}

void TestCampaignStarts::quietHoursAreThoseOfTheDelivery()
{
    QFETCH(int, quietFrom);
    QFETCH(int, scheduled);
    QFETCH(QString, said);
    // The simulator judges `scheduled` by its own clock.
    support::Office office(QDateTime::currentMSecsSinceEpoch());
    const QTime now = QDateTime::fromMSecsSinceEpoch(office.clock.nowMs()).time();
    domain::Account account = *office.engine->settings().account(u"default"_s);
    account.sending.quietHours =
        domain::QuietHours{now.addSecs(60 * quietFrom), now.addSecs(60 * (quietFrom + 180))};
    QVERIFY(office.engine->settings().save(account).ok());
    engine::Draft draft = draftTo(numbers(0, 1));
    if (scheduled > 0)
        draft.options.scheduledAtMs = office.clock.nowMs() + 60'000LL * scheduled;
    const qint64 id = planned(office, draft);
    Start start;
    office.engine->campaigns().start(id, true, start.done());
    QTRY_COMPARE(start.said, said);
    QVERIFY(untilStopped(office, id));
}

void TestCampaignStarts::whatTheQuietHoursPausedGoesOnByItself()
{
    support::Office office;
    const qint64 id = planned(office, draftTo(numbers(0, 3)));
    QVERIFY(office.engine->planning().approve(id).ok());
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(office.clock.nowMs());
    domain::Account account = *office.engine->settings().account(u"default"_s);
    account.sending.quietHours = domain::QuietHours{now.time().addSecs(-60), now.time().addSecs(3600)};
    QVERIFY(office.engine->settings().save(account).ok());
    QCOMPARE(office.engine->timetable().goOnAfterQuietHours(id).ok(), false); // nothing has paused it
    office.engine->commits().submit([&] {
        return storage::CampaignRepository(office.engine->database())
            .setState(id, CampaignState::Paused, domain::PauseReason::QuietHours, office.clock.nowMs());
    });
    office.engine->commits().flush();
    QVERIFY(office.engine->timetable().goOnAfterQuietHours(id).ok());
    const qint64 at = office.campaign(id).startAtMs.value_or(0);
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(at).time(),
             office.engine->settings().account(u"default"_s)->sending.quietHours->to);
    office.engine->timetable().start();
    QTest::qWait(50);
    QCOMPARE(office.campaign(id).state, CampaignState::Paused);
    office.engine->timetable().stop();
    office.clock.set(at + 1000);
    office.engine->timetable().start();
    QTRY_COMPARE_WITH_TIMEOUT(office.campaign(id).state, CampaignState::Finished, support::patienceMs);
    QCOMPARE(office.campaign(id).counts[static_cast<size_t>(MessageState::Queued)], 0);
}

QTEST_GUILESS_MAIN(TestCampaignStarts)
#include "tst_campaignstarts.moc"
