// SPDX-License-Identifier: GPL-3.0-or-later
// Campaigns under way: started behind the guards, paused, cancelled.
#include "engine/campaigns.h"
#include "engine/office.h"
#include "engine/planning.h"
#include "storage/groupcommit.h"
#include "support/patience.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using domain::CampaignState;

class TestCampaigns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneRunsToItsEndAndSaysSo()
    {
        support::Office office;
        const qint64 id = planned(office, u"99999999"_s);
        QSignalSpy stopped(&office.engine->campaigns(), &engine::Campaigns::stopped);
        QVERIFY(begun(office, id).ok());
        QVERIFY(office.engine->campaigns().isRunning(id));
        QVERIFY(office.engine->campaigns().isSending());
        QTRY_COMPARE(stopped.size(), 1);
        QCOMPARE(stopped.constFirst().constFirst().toLongLong(), id);
        QCOMPARE(office.campaign(id).state, CampaignState::Finished);
        QVERIFY(!office.engine->campaigns().isSending());
        QCOMPARE(history(office, id), (QStringList{u"created"_s, u"started"_s, u"finished"_s}));
    }

    void oneThatIsCancelledBeforeItStartedNeverDoes()
    {
        support::Office office;
        const qint64 id = planned(office, u"99999999"_s);
        QVERIFY(office.engine->campaigns().cancel(id).ok());
        QCOMPARE(office.campaign(id).state, CampaignState::Cancelled);
        const auto started = begun(office, id);
        QVERIFY(!started.ok());
        QCOMPARE(started.error().code, base::ErrorCode::WrongState);
        QVERIFY(office.engine->campaigns().cancel(id).ok()); // once more changes nothing
        QCOMPARE(history(office, id).count(u"cancelled"_s), 1);
    }

    void onlyWhatRunsIsPaused()
    {
        support::Office office;
        const qint64 id = planned(office, u"99999999"_s);
        QCOMPARE(office.engine->campaigns().pause(id).error().code, base::ErrorCode::WrongState);
        QCOMPARE(office.engine->campaigns().pause(id + 1).error().code, base::ErrorCode::NotFound);
    }

    void aNameIsChangedAndTheFormerOneKept()
    {
        support::Office office;
        const qint64 id = planned(office, u"99999999"_s);
        const QString former = office.campaign(id).name;
        QVERIFY(office.engine->campaigns().rename(id, u"  Dugnad  2030 "_s).ok());
        QCOMPARE(office.campaign(id).name, u"Dugnad 2030"_s);
        const auto entry =
            storage::CampaignRepository(office.engine->database()).history(id).value().constLast();
        QCOMPARE(entry.what, domain::HistoryKind::Renamed);
        QCOMPARE(entry.detail, former);
        QCOMPARE(office.engine->campaigns().rename(id, u" "_s).error().code, base::ErrorCode::TextEmpty);
        QCOMPARE(office.campaign(id).name, u"Dugnad 2030"_s);
    }

    void onlyWhatHasEndedIsArchived()
    {
        support::Office office;
        const qint64 id = planned(office, u"99999999"_s);
        auto &campaigns = office.engine->campaigns();
        QCOMPARE(campaigns.setArchived(id, true).error().code, base::ErrorCode::WrongState);
        QVERIFY(campaigns.cancel(id).ok());
        QVERIFY(campaigns.setArchived(id, true).ok());
        QVERIFY(office.campaign(id).archived);
        QVERIFY(campaigns.setArchived(id, false).ok());
        QVERIFY(!office.campaign(id).archived);
    }

    void aPausedOneIsCarriedOnWith()
    {
        support::Office office;
        simulator::Options slow;
        slow.latencyMs = 200;
        office.gateway = std::make_unique<simulator::Simulator>(slow);
        QVERIFY(office.gateway->start().ok());
        auto account = office.engine->settings().account({}).value();
        account.baseUrl = office.gateway->baseUrl();
        QVERIFY(office.engine->settings().save(account).ok());
        const qint64 id = planned(office, u"99999999"_s);
        QVERIFY(begun(office, id).ok());
        QVERIFY(office.engine->campaigns().pause(id).ok());
        QTRY_VERIFY(!office.engine->campaigns().isRunning(id));
        if (office.campaign(id).state == CampaignState::Paused)
            QVERIFY(begun(office, id).ok());
        QTRY_COMPARE(office.campaign(id).state, CampaignState::Finished);
    }

    // ACC-07: the list was narrowed after the plan was made.
    void aCampaignIntoACountryThatIsNoLongerAllowedDoesNotStart()
    {
        support::Office office;
        const qint64 campaign = planned(office, u"99999999"_s);
        auto account = office.engine->settings().account({}).value();
        account.sending.allowedCountries = {u"SE"_s};
        QVERIFY(office.engine->settings().save(account).ok());
        std::optional<base::Result<void>> answer;
        office.engine->campaigns().start(campaign, true,
                                         [&](const base::Result<void> &result) { answer = result; });
        QTRY_VERIFY(answer.has_value());
        QVERIFY(!answer->ok());
        QCOMPARE(answer->error().code, base::ErrorCode::CountryNotAllowed);
        QCOMPARE(office.campaign(campaign).state, domain::CampaignState::Planned);
    }

private:
    static qint64 planned(support::Office &office, const QString &number)
    {
        engine::Draft draft;
        draft.sender = u"Firmanavn"_s;
        draft.text = u"Hei"_s;
        draft.recipients.typed = {number};
        return office.planned(draft).value().campaign;
    }
    static base::Result<void> begun(support::Office &office, qint64 id)
    {
        std::optional<base::Result<void>> answer;
        office.engine->campaigns().start(id, true,
                                         [&](const base::Result<void> &result) { answer = result; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, support::patienceMs))
            qFatal("not told");
        return *answer;
    }
    static QStringList history(support::Office &office, qint64 id)
    {
        office.engine->commits().flush();
        QStringList entries;
        for (const auto &entry : storage::CampaignRepository(office.engine->database()).history(id).value())
            entries.append(domain::identifier(entry.what));
        return entries;
    }
};

QTEST_GUILESS_MAIN(TestCampaigns)
#include "tst_campaigns.moc"
