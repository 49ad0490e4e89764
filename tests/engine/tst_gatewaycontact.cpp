// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of the gateway: reached only by its own answers, else what is wrong, since when, and when it
// is tried again; by itself, and of a campaign that runs.
#include "engine/accounts.h"
#include "engine/campaigns.h"
#include "engine/contactwording.h"
#include "engine/gatewaycontact.h"
#include "engine/office.h"
#include "engine/planning.h"
#include "support/patience.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using engine::Contact;
using gateway::Verdict;

namespace {

gateway::Outcome outcomeOf(Verdict verdict, std::optional<int> code, int httpStatus = 0,
                           const QString &reason = {})
{
    gateway::Outcome outcome;
    outcome.verdict = verdict;
    outcome.errorCode = code;
    outcome.httpStatus = httpStatus;
    outcome.reason = reason;
    outcome.listsKnown = code.has_value();
    return outcome;
}

} // namespace

class TestGatewayContact : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isReachedByAnswersOfTheGatewaysOwnAlone_data()
    {
        QTest::addColumn<gateway::Outcome>("outcome");
        QTest::addColumn<Contact::Kind>("kind");
        QTest::newRow("accepted") << outcomeOf(Verdict::Accepted, 0, 200) << Contact::Reached;
        QTest::newRow("ERR-07 refused, but by itself")
            << outcomeOf(Verdict::AccountRefused, 7, 200) << Contact::Reached;
        QTest::newRow("a 404 of some web server")
            << outcomeOf(Verdict::Uncertain, {}, 404) << Contact::OtherAnswer;
        QTest::newRow("a bulk request that some proxy refused")
            << outcomeOf(Verdict::UnsentAndPause, {}, 403) << Contact::OtherAnswer;
        QTest::newRow("BLK-06 a 201 that cannot be read")
            << outcomeOf(Verdict::Accepted, {}, 201) << Contact::OtherAnswer;
        QTest::newRow("refused connection") << outcomeOf(Verdict::Unsent, {}) << Contact::NoConnection;
        QTest::newRow("time-out") << outcomeOf(Verdict::Uncertain, {}) << Contact::NoAnswer;
    }
    void isReachedByAnswersOfTheGatewaysOwnAlone()
    {
        QFETCH(gateway::Outcome, outcome);
        QFETCH(Contact::Kind, kind);
        QCOMPARE(engine::contactOf(outcome), kind);
        Contact contact;
        contact.kind = kind;
        QCOMPARE(contact.isTrouble(), kind != Contact::Reached);
    }

    void troubleIsDatedFromItsBeginningAndSaysWhenItIsTriedAgain()
    {
        support::ManualClock clock;
        const qint64 began = clock.nowMs();
        engine::GatewayContact gateway(clock);
        QSignalSpy changed(&gateway, &engine::GatewayContact::changed);
        const auto refused = outcomeOf(Verdict::Unsent, {}, 0, u"connection refused"_s);
        gateway.asked(u"kontor"_s);
        gateway.heard(u"kontor"_s, refused);
        gateway.waits(u"kontor"_s, began + 8000);
        const auto said = [&] { return engine::wording::contact(gateway.of(u"kontor"_s), clock.nowMs()); };
        QVERIFY2(said().endsWith("the connection was refused. Next try in 8 s."_L1), qPrintable(said()));
        QCOMPARE(changed.size(), 2);
        clock.set(began + 7500);
        QVERIFY(said().endsWith("Next try in 1 s."_L1));
        clock.set(began + 8000);
        gateway.asked(u"kontor"_s);
        QVERIFY(!gateway.of(u"kontor"_s).nextTryMs);
        gateway.heard(u"kontor"_s, refused);
        QCOMPARE(gateway.of(u"kontor"_s).sinceMs, began);
        QCOMPARE(gateway.of(u"annen"_s).kind, Contact::NotAsked);
        clock.set(began + 60000); // another trouble began only now
        gateway.heard(u"kontor"_s, outcomeOf(Verdict::Uncertain, {}, 404));
        QCOMPARE(gateway.of(u"kontor"_s).kind, Contact::OtherAnswer);
        QCOMPARE(gateway.of(u"kontor"_s).sinceMs, began + 60000);
        gateway.asked(u"kontor"_s);
        gateway.heard(u"kontor"_s, outcomeOf(Verdict::Accepted, 0, 200));
        QCOMPARE(gateway.of(u"kontor"_s).kind, Contact::Reached);
        QCOMPARE(said(), QString());
    }

    void whoDoesNotAnswerForFiveSecondsIsSaidToKeepUsWaiting()
    {
        support::ManualClock clock;
        engine::GatewayContact gateway(clock);
        gateway.asked(u"kontor"_s);
        clock.set(clock.nowMs() + 4900);
        gateway.lookAtWaiting();
        QCOMPARE(gateway.of(u"kontor"_s).kind, Contact::NotAsked);
        clock.set(clock.nowMs() + 200);
        gateway.lookAtWaiting();
        QCOMPARE(gateway.of(u"kontor"_s).kind, Contact::Waiting);
        QCOMPARE(gateway.of(u"kontor"_s).sinceMs, clock.nowMs() - 5100);
        gateway.heard(u"kontor"_s, outcomeOf(Verdict::Uncertain, {}, 0, u"timeout"_s));
        QCOMPARE(gateway.of(u"kontor"_s).kind, Contact::NoAnswer);
        QCOMPARE(gateway.of(u"kontor"_s).sinceMs, clock.nowMs() - 5100);
    }

    // At a thousand messages a minute the window is told once a second.
    void goodNewsIsToldOnceASecond()
    {
        support::ManualClock clock;
        engine::GatewayContact gateway(clock);
        QSignalSpy changed(&gateway, &engine::GatewayContact::changed);
        for (int i = 0; i < 100; ++i) {
            gateway.asked(u"kontor"_s);
            clock.set(clock.nowMs() + 30);
            gateway.heard(u"kontor"_s, outcomeOf(Verdict::Accepted, 0, 200));
        }
        QVERIFY2(changed.size() >= 2 && changed.size() <= 4, QByteArray::number(changed.size()));
    }

    void aCampaignTellsOfAGatewayThatIsNotThere()
    {
        support::Office office;
        const qint64 id = planned(office, QUrl(u"http://127.0.0.1:9/"_s));
        QSignalSpy changed(&office.engine->gatewayContact(), &engine::GatewayContact::changed);
        office.engine->campaigns().start(id, true, [](const base::Result<void> &) {});
        QTRY_COMPARE(office.engine->gatewayContact().of(u"default"_s).kind, Contact::NoConnection);
        QTRY_VERIFY(office.engine->gatewayContact().of(u"default"_s).nextTryMs);
        QVERIFY(office.engine->campaigns().pause(id));
        QTRY_VERIFY(!office.engine->gatewayContact().of(u"default"_s).nextTryMs);
    }

    void aCampaignAndTheCheckTellOfTheRealOne()
    {
        support::Office office;
        const qint64 id = planned(office, office.gateway->baseUrl());
        office.engine->campaigns().start(id, true, [](const base::Result<void> &) {});
        QTRY_COMPARE(office.engine->gatewayContact().of(u"default"_s).kind, Contact::Reached);
        domain::Account other = *office.engine->settings().account(u"default"_s);
        other.name = u"annen"_s;
        bool answered = false;
        office.engine->accounts().check(
            other, [&answered](const base::Result<engine::AccountAnswer> &) { answered = true; });
        QTRY_VERIFY(answered);
        QCOMPARE(office.engine->gatewayContact().of(u"annen"_s).kind, Contact::Reached);
    }

private:
    static qint64 planned(support::Office &office, const QUrl &address)
    {
        domain::Account account = *office.engine->settings().account(u"default"_s);
        account.baseUrl = address;
        if (!office.engine->settings().save(account))
            qFatal("not saved");
        engine::Draft draft;
        draft.sender = u"Firmanavn"_s;
        draft.text = u"Hei"_s;
        draft.recipients.typed = {u"99999991"_s};
        return office.planned(draft).value().campaign;
    }
};

QTEST_GUILESS_MAIN(TestGatewayContact)
#include "tst_gatewaycontact.moc"
