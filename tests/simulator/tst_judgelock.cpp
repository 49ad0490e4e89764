// SPDX-License-Identifier: GPL-3.0-or-later
// What the judge knows beside the message: the account, its password and the 120 s duplicate lock.
#include "asking.h"

using namespace Qt::StringLiterals;
using asking::Form;
using simulator::Judge;

class TestJudgeLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void password_data();
    void password();
    void anyServiceIdWhenNoneIsSet();
    void locksFor120Seconds();
    void locksTheSameMessageOnly_data();
    void locksTheSameMessageOnly();
    void aRefusalDoesNotLock();
    void locksChargedMessagesUnder2401();
    void bulkListsTheLocked();
    void withoutTheLock();
};

namespace {

int codeOf(Judge &judge, const QByteArray &changes, Form form = Form::Json)
{
    return judge.judged(asking::changed(form, asking::object(changes))).errorCode;
}

} // namespace

void TestJudgeLock::password_data()
{
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const char *changes, int code) {
        QTest::newRow(name) << QByteArray(changes) << code;
    };
    row("OUT-02 the right password", R"({"password":"hemmelig"})", 0);
    row("ERR-13 OUT-02 a wrong password", R"({"password":"Hemmelig"})", 13);
    row("ERR-13 ACC-01 none", "{}", 13);
    row("ERR-13 OUT-02 a password that is a number", R"({"password":7})", 13);
    row("ERR-13 comes before ERR-09", R"({"phoneno":null})", 13);
    row("ERR-07 comes before ERR-13", R"({"serviceid":1})", 7);
    row("ERR-09 the account is right but there is no number", R"({"password":"hemmelig","phoneno":null})", 9);
}

void TestJudgeLock::password()
{
    QFETCH(const QByteArray, changes);
    const support::ManualClock clock;
    Judge judge({1234, u"hemmelig"_s, true}, clock);
    QTEST(codeOf(judge, changes), "code");
}

void TestJudgeLock::anyServiceIdWhenNoneIsSet()
{
    const support::ManualClock clock;
    Judge judge({0, {}, false}, clock);
    QCOMPARE(codeOf(judge, R"({"serviceid":987654321})"), 0);
    QCOMPARE(codeOf(judge, R"({"serviceid":0})"), 7);
    QCOMPARE(codeOf(judge, R"({"serviceid":-3})"), 7);
}

// ERR-17: until 120 seconds have passed since it was accepted, however often it was tried.
void TestJudgeLock::locksFor120Seconds()
{
    support::ManualClock clock;
    Judge judge({0, {}, true}, clock);
    QCOMPARE(codeOf(judge, "{}"), 0);
    clock.advance(60'000);
    QCOMPARE(codeOf(judge, "{}"), 17);
    clock.advance(59'999);
    QCOMPARE(codeOf(judge, "{}"), 17);
    clock.advance(1);
    QCOMPARE(codeOf(judge, "{}"), 0);
    QCOMPARE(codeOf(judge, "{}"), 17);
}

void TestJudgeLock::locksTheSameMessageOnly_data()
{
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const char *changes, int code) {
        QTest::newRow(name) << QByteArray(changes) << code;
    };
    row("ERR-17 the same", "{}", 17);
    row("ERR-17 the same number in its other form", R"({"phoneno":"+4799999999"})", 17);
    row("ERR-17 another reference", R"({"ref":"b"})", 17);
    row("ERR-17 as flash", R"({"flash":true})", 17);
    row("ERR-17 does not hold for another number", R"({"phoneno":"004799999998"})", 0);
    row("ERR-17 does not hold for another text", R"({"txt":"Hei!"})", 0);
    row("ERR-17 does not hold for another sender", R"({"fromid":"26114"})", 0);
}

void TestJudgeLock::locksTheSameMessageOnly()
{
    QFETCH(const QByteArray, changes);
    const support::ManualClock clock;
    Judge judge({0, {}, true}, clock);
    QCOMPARE(codeOf(judge, "{}"), 0);
    QTEST(codeOf(judge, changes), "code");
}

void TestJudgeLock::aRefusalDoesNotLock()
{
    const support::ManualClock clock;
    Judge judge({0, {}, true}, clock);
    QCOMPARE(codeOf(judge, R"({"validity":0})"), 24);
    QCOMPARE(codeOf(judge, R"({"type":"otp"})"), 29);
    QCOMPARE(codeOf(judge, "{}"), 0); // ERR-17 speaks of accepted ones
}

// OUT-08: with a price the sender becomes 2401, whatever was given.
void TestJudgeLock::locksChargedMessagesUnder2401()
{
    const support::ManualClock clock;
    Judge judge({0, {}, true}, clock);
    QCOMPARE(codeOf(judge, R"({"price":100})"), 0);
    QCOMPARE(codeOf(judge, R"({"price":100,"fromid":"2401"})"), 17);
    QCOMPARE(codeOf(judge, "{}"), 0);
}

void TestJudgeLock::bulkListsTheLocked()
{
    const support::ManualClock clock;
    Judge judge({0, {}, true}, clock);
    QCOMPARE(codeOf(judge, "{}"), 0);
    const auto first = judge.judged(asking::changed(Form::Bulk, {}));
    QCOMPARE(first.duplicate, QStringList(u"004799999999"_s));
    QCOMPARE(first.accepted, QStringList(u"+4799999998"_s));
    const auto second = judge.judged(asking::changed(Form::Bulk, {}));
    QCOMPARE(second.errorCode, 0); // BLK-07: its numbers are valid
    QCOMPARE(second.duplicate.size(), 2);
}

void TestJudgeLock::withoutTheLock()
{
    const support::ManualClock clock;
    Judge judge({0, {}, false}, clock);
    QCOMPARE(codeOf(judge, "{}"), 0);
    QCOMPARE(codeOf(judge, "{}"), 0);
    // BLK-06: twice in one request is a duplicate all the same.
    const auto twice = judge.judged(
        asking::changed(Form::Bulk, asking::object(R"({"phoneno":["004799999999","+4799999999"]})")));
    QCOMPARE(twice.accepted, QStringList(u"+4799999999"_s));
    QCOMPARE(twice.duplicate, QStringList(u"+4799999999"_s));
}

QTEST_GUILESS_MAIN(TestJudgeLock)
#include "tst_judgelock.moc"
