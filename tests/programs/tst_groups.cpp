// SPDX-License-Identifier: GPL-3.0-or-later
// Groups that the gateway knows (BLK-02, BLK-10): one request, whose members are not known here.
#include "programs/contacts.h"
#include "programs/receiving.h"

using namespace Qt::StringLiterals;
using namespace programs;

namespace {

Ended toGroup(const Profile &profile, const QString &text = u"Hei"_s)
{
    return profile.cli({u"--language"_s, u"en"_s, u"send"_s, u"--group"_s, u"Kunder i Åsane"_s, u"--from"_s,
                        u"F"_s, u"--text"_s, text});
}

QString campaignOf(const Ended &ended)
{
    return QString::number(ended.last().value(u"campaign"_s).toInteger());
}

QJsonObject shown(const Profile &profile, const QString &campaign)
{
    return profile.cli({u"campaign"_s, u"show"_s, campaign}).last();
}

} // namespace

class TestGroups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAcceptedGroupIsDone();
    void whatCanBeGuardedIsGuarded();
    void anUncertainGroupWaitsForAPerson_data();
    void anUncertainGroupWaitsForAPerson();
    void aStatusProvesThatAGroupWasAccepted();
};

void TestGroups::anAcceptedGroupIsDone()
{
    const Gateway gateway;
    const Profile profile;
    setAccount(profile, gateway);
    const Ended sent = toGroup(profile);
    QCOMPARE(sent.status, 0);
    QCOMPARE(gateway.requests().size(), 1);
    const QJsonObject body = gateway.requests().constFirst().value(u"body"_s).toObject();
    QCOMPARE(body.value(u"group"_s).toString(), u"Kunder i Åsane"_s); // BLK-02
    QVERIFY(!body.contains(u"phoneno"_s));
    QCOMPARE(shown(profile, campaignOf(sent)).value(u"state"_s).toString(), u"finished"_s);
}

void TestGroups::whatCanBeGuardedIsGuarded()
{
    const Gateway gateway;
    const Profile profile;
    setAccount(profile, gateway);
    const Ended first = toGroup(profile);
    QCOMPARE(first.status, 0);
    QVERIFY2(first.err.contains("opt-outs and allowed countries are not checked"), first.err);
    const Ended again = toGroup(profile); // the very same text within 24 hours
    QCOMPARE(again.status, 1);
    QCOMPARE(errorCode(again), u"needsConfirmation"_s);
    QVERIFY2(again.err.contains("The group was sent this same text"), again.err);
    QCOMPARE(toGroup(profile, u"Noe annet"_s).status, 0);
    QCOMPARE(gateway.requests().size(), 2);

    QCOMPARE(profile.cli({u"account"_s, u"set"_s, u"--daily-cap"_s, u"0"_s}).status, 0);
    const Ended over = toGroup(profile, u"Enda noe"_s); // somebody is in it
    QCOMPARE(over.status, 1);
    QCOMPARE(errorCode(over), u"overDailyCap"_s);
    QCOMPARE(gateway.requests().size(), 2);
}

void TestGroups::anUncertainGroupWaitsForAPerson_data()
{
    QTest::addColumn<QString>("decision");
    QTest::addColumn<QString>("state"); // after the decision
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("requests"); // at the good gateway, after carrying on
    QTest::newRow("BLK-10 it is taken as sent") << u"--treat-as-sent"_s << u"finished"_s << QString() << 0;
    QTest::newRow("BLK-10 it is sent again") << u"--send-again"_s << u"paused"_s << u"decided"_s << 1;
}

void TestGroups::anUncertainGroupWaitsForAPerson()
{
    QFETCH(QString, decision);
    QFETCH(QString, state);
    QFETCH(QString, reason);
    QFETCH(int, requests);
    const Gateway broken({u"--fault"_s, u"html500:1"_s});
    const Gateway gateway;
    const Profile profile;
    setAccount(profile, broken);
    const Ended sent = toGroup(profile);
    QCOMPARE(sent.status, 3);
    QVERIFY(sent.err.contains("campaign resolve"));
    const QString id = campaignOf(sent);

    // Nothing goes without the decision.
    setAccount(profile, gateway);
    QCOMPARE(profile.cli({u"campaign"_s, u"resume"_s, id}).status, 3);
    QVERIFY(gateway.requests().isEmpty());

    const Ended decided = profile.cli({u"campaign"_s, u"resolve"_s, id, decision});
    QCOMPARE(decided.status, 0);
    QCOMPARE(decided.last().value(u"resolved"_s).toInt(), 1);
    QCOMPARE(shown(profile, id).value(u"state"_s).toString(), state);
    QCOMPARE(shown(profile, id).value(u"reason"_s).toString(), reason);
    QCOMPARE(profile.cli({u"campaign"_s, u"resume"_s, id}).status, 0);
    QCOMPARE(gateway.requests().size(), requests);
    QCOMPARE(shown(profile, id).value(u"state"_s).toString(), u"finished"_s);
    QCOMPARE(profile.cli({u"campaign"_s, u"resolve"_s, id, decision}).last().value(u"resolved"_s).toInt(), 0);
}

void TestGroups::aStatusProvesThatAGroupWasAccepted()
{
    const Gateway broken({u"--fault"_s, u"dropAfterBody:1"_s});
    const Gateway gateway;
    const Profile profile;
    setAccount(profile, broken);
    const Ended sent = toGroup(profile);
    QCOMPARE(sent.status, 3);
    const QString id = campaignOf(sent);
    const QString ref = broken.requests().constFirst().value(u"body"_s).toObject().value(u"ref"_s).toString();
    {
        const Receiving receiving(profile);
        QVERIFY(receiving
                    .talk("GET " + receiving.status().path().toUtf8() +
                          "?status=4&origid=7&ref=" + ref.toUtf8().toPercentEncoding() +
                          "&phoneno=%2B4799999999 HTTP/1.1\r\nHost: x\r\n\r\n")
                    .startsWith("HTTP/1.1 2"));
    }
    setAccount(profile, gateway);
    QCOMPARE(profile.cli({u"campaign"_s, u"resume"_s, id}).status, 0);
    QVERIFY(gateway.requests().isEmpty()); // BLK-10: its answer had been lost, not the request
    QCOMPARE(shown(profile, id).value(u"state"_s).toString(), u"finished"_s);
    QCOMPARE(shown(profile, id).value(u"totals"_s).toObject().value(u"delivered"_s).toInt(), 1);
}

QTEST_GUILESS_MAIN(TestGroups)
#include "tst_groups.moc"
