// SPDX-License-Identifier: GPL-3.0-or-later
// Several messages of a campaign to one number, where each row is a message of its own.
#include "campaign/run.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::SendMode;
using gateway::Verdict;
using support::acceptingAll;
using support::numberAt;
using support::outcomeOf;
using support::Run;
using support::SendingPlace;

namespace {

// One more to the first recipient.
domain::Campaign withSecondMessage(SendingPlace &place, const domain::Campaign &campaign, const QString &text)
{
    domain::Message second = place.message(campaign.id, 0);
    second.copy = 1;
    second.text = text;
    place.write([&] {
        QVERIFY(storage::CampaignRepository(*place.database)
                    .addMessages(campaign.id, {second}, place.clock.nowMs())
                    .ok());
    });
    return place.read(campaign.id);
}

} // namespace

class TestSharedNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneOfSeveralToANumberIsNotRepeated()
    {
        SendingPlace place;
        place.account.sending.retryByDuplicateLock = true;
        const auto campaign = withSecondMessage(place, place.planned(1), u"Hei igjen"_s);
        Run run(place, campaign);
        run.start();
        place.transport.answer(0, outcomeOf(Verdict::Uncertain));
        place.transport.answer(1, outcomeOf(Verdict::Accepted, 7));
        place.pass(10'000);
        QCOMPARE(place.transport.posts.size(), 2); // 17 would not say which of them the gateway has
        QCOMPARE(place.states(campaign.id), u"uncertain accepted"_s);
        QCOMPARE(run.end(), u"finished"_s);
    }

    // BLK-06: the answer's lists name numbers.
    void aBulkRequestHasNoNumberTwice()
    {
        SendingPlace place;
        place.account.sending.bulkInFlight = 2;
        const auto campaign = withSecondMessage(place, place.planned(2, SendMode::Bulk), u"Hei"_s);
        place.transport.script = acceptingAll();
        Run run(place, campaign);
        run.start();
        QCOMPARE(place.transport.posts.size(), 2);
        QCOMPARE(place.transport.posts[0].request.numbers, (QStringList{numberAt(0), numberAt(1)}));
        QCOMPARE(place.transport.posts[1].request.numbers, QStringList{numberAt(0)});
        QCOMPARE(place.states(campaign.id), u"accepted accepted accepted"_s);
    }

    // DLR-02: each request's reference leads to its own message.
    void aStatusFindsItsMessageAmongThoseToANumber()
    {
        SendingPlace place;
        const auto campaign = withSecondMessage(place, place.planned(1), u"Hei igjen"_s);
        place.transport.script = acceptingAll();
        Run run(place, campaign);
        run.start();
        for (const int i : {1, 0}) {
            domain::StatusEvent event;
            event.ref = place.message(campaign.id, i).ref;
            event.number = numberAt(0);
            const auto found = storage::Journal(*place.database).matching(event).value();
            QVERIFY(found.has_value());
            QCOMPARE(*found, place.message(campaign.id, i).id);
        }
    }
};

QTEST_GUILESS_MAIN(TestSharedNumbers)
#include "tst_sharednumbers.moc"
