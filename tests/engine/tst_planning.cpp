// SPDX-License-Identifier: GPL-3.0-or-later
// From a draft to a campaign that waits for a person's yes.
#include "engine/changes.h"
#include "engine/office.h"
#include "engine/planning.h"
#include "support/patience.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace {

engine::Draft draftTo(const QStringList &numbers)
{
    engine::Draft draft;
    draft.sender = u"26114"_s;
    draft.text = u"Hei!"_s;
    draft.recipients.typed = numbers;
    return draft;
}

QStringList numbers(int count)
{
    QStringList list;
    for (int i = 0; i < count; ++i)
        list.append(u"+47%1"_s.arg(90000000 + i));
    return list;
}

} // namespace

class TestPlanning : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void examiningStoresNothing()
    {
        support::Office office;
        QSignalSpy changed(&office.engine->changes(), &engine::Changes::campaignsChanged);
        const auto summary = office.examined(draftTo({u"99999991"_s, u"12"_s}));
        QVERIFY(summary.ok());
        QCOMPARE(summary->campaign, 0);
        QCOMPARE(summary->totals.recipients, 1);
        QCOMPARE(summary->skippedCount, 1);
        QVERIFY(office.campaigns().isEmpty());
        QCOMPARE(changed.size(), 0);
    }

    void aPlanIsStoredWholeAndTold()
    {
        support::Office office;
        QSignalSpy changed(&office.engine->changes(), &engine::Changes::campaignsChanged);
        const auto summary = office.planned(draftTo({u"99999991"_s, u"99999992"_s, u"12"_s}));
        QVERIFY(summary.ok());
        QCOMPARE(changed.size(), 1);
        const domain::Campaign stored = office.campaign(summary->campaign);
        QCOMPARE(stored.state, domain::CampaignState::Planned);
        QCOMPARE(stored.recipients, 2);
        QCOMPARE(stored.segments, 2);
        QCOMPARE(office.numbersOf(stored.id), (QStringList{u"+4799999991"_s, u"+4799999992"_s}));
        const auto history = storage::CampaignRepository(office.engine->database()).history(stored.id);
        QCOMPARE(history->size(), 1);
        QCOMPARE(history->constFirst().what, domain::HistoryKind::Created);
    }

    // As the window calls it, with another form of the time.
    void withoutANameItIsCalledAfterWhatItSends()
    {
        support::Office office;
        engine::Draft draft = draftTo({u"99999991"_s});
        draft.name = u"  "_s;
        draft.text = u"Husk\ndugnaden!"_s;
        const auto summary = office.planned(draft);
        QVERIFY(summary.ok());
        const domain::Campaign stored = office.campaign(summary->campaign);
        const QString when =
            QDateTime::fromMSecsSinceEpoch(office.clock.nowMs()).toString(u"yyyy-MM-dd HH:mm"_s);
        QCOMPARE(stored.name, u"Husk dugnaden! "_s + when);
        QCOMPARE(stored.name, engine::suggestedName(draft, when));
    }

    void withNobodyToSendToNothingIsKept()
    {
        support::Office office;
        const auto summary = office.planned(draftTo({u"12"_s}));
        QVERIFY(summary.ok());
        QCOMPARE(summary->campaign, 0);
        QCOMPARE(summary->skippedCount, 1);
        QVERIFY(office.campaigns().isEmpty());
    }

    void anUnknownAccountPlansNothing()
    {
        support::Office office;
        engine::Draft draft = draftTo({u"99999991"_s});
        draft.account = u"Ukjent"_s;
        QCOMPARE(office.planned(draft).error().code, base::ErrorCode::NoAccount);
        QCOMPARE(office.examined(draft).error().code, base::ErrorCode::NoAccount);
    }

    void whatIsRepeatedNeedsAGroupOrAList()
    {
        support::Office office;
        engine::Draft draft = draftTo({u"99999991"_s});
        draft.repeat = domain::Repeat::Weekly;
        QCOMPARE(office.planned(draft).error().code, base::ErrorCode::RepeatNeedsGroup);
    }

    void aPlanThatNobodyWantsIsGoneAndOneThatWasApprovedIsKept()
    {
        support::Office office;
        const qint64 unwanted = office.planned(draftTo({u"99999991"_s}))->campaign;
        const qint64 approved = office.planned(draftTo({u"99999992"_s}))->campaign;
        QVERIFY(office.engine->planning().approve(approved).ok());
        QVERIFY(office.campaign(approved).approvedMs.has_value());
        QVERIFY(office.engine->planning().discard(unwanted).ok());
        QCOMPARE(office.campaigns().size(), 1);
        QCOMPARE(office.campaigns().constFirst().id, approved);
    }

    // The process is cut off while a person looks it over; what a script has planned stays.
    void aPlanThatWasBeingLookedOverIsGoneAtTheNextOpening()
    {
        support::Office office;
        const auto planned = [&office](const QString &number) {
            return engine::awaited<engine::PlanSummary>([&](const auto &done) {
                       office.engine->planning().planForReview(draftTo({number}), done);
                   })
                ->campaign;
        };
        const qint64 fromScript = office.planned(draftTo({u"99999991"_s}))->campaign;
        const qint64 approved = planned(u"99999992"_s);
        QVERIFY(office.engine->planning().approve(approved).ok());
        const qint64 discarded = planned(u"99999993"_s);
        QVERIFY(office.engine->planning().discard(discarded).ok());
        const qint64 cutOff = planned(u"99999994"_s);
        QCOMPARE(office.campaign(cutOff).state, domain::CampaignState::Planned);
        office.open();
        QStringList left;
        for (const domain::Campaign &campaign : office.campaigns())
            left.append(QString::number(campaign.id));
        left.sort();
        QCOMPARE(left, (QStringList{QString::number(fromScript), QString::number(approved)}));
        QTRY_VERIFY(storage::JobRows(office.engine->database()).left()->isEmpty());
        QVERIFY(office.numbersOf(cutOff).isEmpty());
        QCOMPARE(office.numbersOf(approved).size(), 1);
    }

    // ACC-07: the list was narrowed after the plan was made.
    void whatMayBeSentIsJudgedByTheAccountAsItIsNow()
    {
        support::Office office;
        const qint64 id = office.planned(draftTo({u"99999991"_s}))->campaign;
        QVERIFY(office.objections(id)->isEmpty());
        auto account = office.engine->settings().account({}).value();
        account.sending.allowedCountries = {u"SE"_s};
        QVERIFY(office.engine->settings().save(account).ok());
        QCOMPARE(office.objections(id)->size(), 1);
        QVERIFY(!office.objections(id)->constFirst().canBeConfirmed);
    }

    void manyMessagesAreWalkedBesideTheEnginesThread()
    {
        support::Office office;
        const qint64 id = office.planned(draftTo(numbers(engine::jobPortion + 1)))->campaign;
        std::optional<engine::WaitingFacts> facts;
        engine::Planning &planning = office.engine->planning();
        planning.walk(id, [&](const base::Result<engine::WaitingFacts> &waiting) { facts = *waiting; });
        QVERIFY(!facts); // it has only begun
        QTRY_VERIFY(facts);
        QCOMPARE(facts->messages, engine::jobPortion + 1);
        QCOMPARE(facts->segments, engine::jobPortion + 1);
        QCOMPARE(facts->foreign, 0);
        QVERIFY(planning.objections(id, *facts)->has_value());
        // Of others than were walked nothing is said.
        storage::Step cancelled;
        cancelled.message = 1;
        cancelled.to = domain::MessageState::Cancelled;
        QVERIFY(storage::inTransaction(office.engine->database(), [&] {
            return storage::Journal(office.engine->database()).apply(cancelled);
        }));
        QVERIFY(!planning.objections(id, *facts)->has_value());
        const auto stored =
            engine::awaited<engine::PlanSummary>([&](const auto &done) { planning.stored(id, done); });
        QCOMPARE(stored->totals.recipients, engine::jobPortion + 1);
        QCOMPARE(stored->objections.size(), office.objections(id)->size());
    }
};

QTEST_GUILESS_MAIN(TestPlanning)
#include "tst_planning.moc"
