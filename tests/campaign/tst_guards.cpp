// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/guards.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using campaign::Guard;
using campaign::GuardFacts;

namespace {

const QTimeZone oslo("Europe/Oslo");

QDateTime local(int month, int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2030, month, day), QTime(hour, minute), oslo);
}

GuardFacts factsOf(qint64 recipients, qint64 largest = 10000)
{
    GuardFacts facts;
    facts.recipients = recipients;
    facts.segments = recipients;
    facts.largestBefore = largest;
    facts.localNow = local(5, 6, 12);
    return facts;
}

QStringList names(const QList<campaign::Objection> &objections)
{
    QStringList names;
    for (const campaign::Objection &objection : objections)
        names.append(identifier(objection.guard) + (objection.canBeConfirmed ? u"?"_s : u"!"_s));
    return names;
}

} // namespace

class TestGuards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guards_data()
    {
        QTest::addColumn<GuardFacts>("facts");
        QTest::addColumn<QStringList>("found"); // ? may be confirmed, ! may not

        QTest::newRow("500 recipients pass") << factsOf(500) << QStringList();
        QTest::newRow("501 are a large list") << factsOf(501) << QStringList{u"largeList?"_s};
        QTest::newRow("more than twice the largest is unusual")
            << factsOf(601, 300) << QStringList{u"largeList?"_s, u"unusualSize?"_s};
        QTest::newRow("twice the largest is usual") << factsOf(600, 300) << QStringList{u"largeList?"_s};
        QTest::newRow("a small list is never unusual") << factsOf(500, 1) << QStringList();
        QTest::newRow("the first large campaign is unusual")
            << factsOf(501, 0) << QStringList{u"largeList?"_s, u"unusualSize?"_s};

        GuardFacts facts = factsOf(501, 0);
        facts.repeated = 3;
        QTest::newRow("the same text within 24 hours is asked about")
            << facts << QStringList{u"largeList?"_s, u"unusualSize?"_s, u"repeatedText?"_s};
        facts.confirmedBefore = true;
        QTest::newRow("what others have sent since it was confirmed is asked about")
            << facts << QStringList{u"repeatedText?"_s};
        facts.repeated = 0;
        QTest::newRow("what was confirmed is not asked again") << facts << QStringList();
        facts.segmentsToday = 9500;
        QTest::newRow("ACC-07 the daily cap holds for a confirmed campaign, too")
            << facts << QStringList{u"overDailyCap!"_s};

        facts = factsOf(1);
        facts.segments = 3;
        facts.segmentsToday = 9997;
        QTest::newRow("exactly the daily cap passes") << facts << QStringList();
        facts.segmentsToday = 9998;
        QTest::newRow("ACC-07 one SMS above the cap does not, with one recipient")
            << facts << QStringList{u"overDailyCap!"_s};
        facts = factsOf(1);
        facts.countryNotAllowed = 1;
        QTest::newRow("ACC-07 a country that is not allowed cannot be confirmed")
            << facts << QStringList{u"countryNotAllowed!"_s};
    }
    void guards()
    {
        QFETCH(GuardFacts, facts);
        QTEST(names(campaign::objections(facts, domain::SendingRules())), "found");
    }

    void objectionsSayHowMuch()
    {
        GuardFacts facts = factsOf(700, 100);
        facts.segmentsToday = 9400;
        facts.repeated = 4;
        const auto found = campaign::objections(facts, domain::SendingRules());
        QCOMPARE(found.size(), 4);
        QCOMPARE(found[0].count, 10100); // the cap: all SMS of the day
        QCOMPARE(found[0].limit, 10000);
        QCOMPARE(found[1].count, 700);
        QCOMPARE(found[1].limit, 500);
        QCOMPARE(found[2].limit, 100);
        QCOMPARE(found[3].count, 4);
    }

    void quietHours_data()
    {
        QTest::addColumn<QTime>("from");
        QTest::addColumn<QTime>("to");
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<QDateTime>("allowed"); // as now: not quiet

        const QTime ten(22, 0), seven(7, 0), one(1, 0), five(5, 0);
        QTest::newRow("before they begin") << ten << seven << local(5, 6, 21, 59) << local(5, 6, 21, 59);
        QTest::newRow("from their first minute until next morning")
            << ten << seven << local(5, 6, 22) << local(5, 7, 7);
        QTest::newRow("after midnight until the same morning")
            << ten << seven << local(5, 7, 3) << local(5, 7, 7);
        QTest::newRow("their end is allowed") << ten << seven << local(5, 7, 7) << local(5, 7, 7);
        QTest::newRow("within one day") << one << five << local(5, 7, 1) << local(5, 7, 5);
        QTest::newRow("within one day, before") << one << five << local(5, 7, 0, 59) << local(5, 7, 0, 59);
        QTest::newRow("within one day, after") << one << five << local(5, 7, 5) << local(5, 7, 5);
        QTest::newRow("equal times mean none") << ten << ten << local(5, 7, 22) << local(5, 7, 22);
        QTest::newRow("the night in which clocks go forward")
            << ten << seven << local(3, 30, 23) << local(3, 31, 7);
        QTest::newRow("the night in which clocks go back")
            << ten << seven << local(10, 26, 23) << local(10, 27, 7);
        QTest::newRow("an end that the clocks leave out is an hour later")
            << ten << QTime(2, 30) << local(3, 30, 23) << local(3, 31, 3, 30);
    }
    void quietHours()
    {
        QFETCH(QTime, from);
        QFETCH(QTime, to);
        QFETCH(QDateTime, now);
        QFETCH(QDateTime, allowed);
        const domain::QuietHours hours{from, to};
        QCOMPARE(campaign::isQuiet(hours, now), now != allowed);
        QCOMPARE(campaign::nextAllowed(hours, now), allowed);

        domain::SendingRules rules;
        rules.quietHours = hours;
        GuardFacts facts = factsOf(2);
        facts.localNow = now;
        facts.confirmedBefore = true;
        const auto found = campaign::objections(facts, rules);
        QCOMPARE(names(found), now == allowed ? QStringList() : QStringList{u"quietHours!"_s});
        if (!found.isEmpty())
            QCOMPARE(found[0].allowedFrom, allowed);
    }

    void identifiersAreThoseOfTheCli()
    {
        QStringList all;
        for (const Guard guard : {Guard::LargeList, Guard::UnusualSize, Guard::RepeatedText, Guard::DailyCap,
                                  Guard::QuietHours, Guard::Country})
            all.append(identifier(guard));
        QCOMPARE(all.join(u' '),
                 u"largeList unusualSize repeatedText overDailyCap quietHours countryNotAllowed"_s);
    }
};

QTEST_GUILESS_MAIN(TestGuards)
#include "tst_guards.moc"
