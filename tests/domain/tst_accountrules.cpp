// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/accountrules.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestAccountRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quietHoursAreTwoTimes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("over midnight") << u"21:00-08:00"_s << true;
        QTest::newRow("in the day") << u"12:00-13:30"_s << true;
        QTest::newRow("the same time") << u"08:00-08:00"_s << false;
        QTest::newRow("one time") << u"21:00"_s << false;
        QTest::newRow("three times") << u"21:00-22:00-23:00"_s << false;
        QTest::newRow("no time of day") << u"21:00-25:00"_s << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void quietHoursAreTwoTimes()
    {
        QFETCH(QString, text);
        const auto hours = domain::quietHours(text);
        QTEST(hours.has_value(), "good");
        if (hours)
            QCOMPARE(domain::identifier(*hours), text);
    }

    void countriesAreCodes_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("codes");
        QTest::addColumn<QString>("wrong"); // empty: all are countries
        QTest::newRow("ACC-07 one") << u"NO"_s << QStringList{u"NO"_s} << QString();
        QTest::newRow("in small letters, with spaces")
            << u" no, se "_s << QStringList{u"NO"_s, u"SE"_s} << QString();
        QTest::newRow("twice") << u"NO,no"_s << QStringList{u"NO"_s} << QString();
        QTest::newRow("none") << QString() << QStringList() << QString();
        QTest::newRow("a name") << u"NO, Sverige"_s << QStringList() << u"Sverige"_s;
        QTest::newRow("three letters") << u"NOR"_s << QStringList() << u"NOR"_s;
        QTest::newRow("two letters of no country") << u"xy"_s << QStringList() << u"xy"_s;
    }
    void countriesAreCodes()
    {
        QFETCH(QString, typed);
        QFETCH(QString, wrong);
        const auto codes = domain::countries(typed);
        QCOMPARE(codes.ok(), wrong.isEmpty());
        if (codes)
            QTEST(*codes, "codes");
        else
            QCOMPARE(codes.error().detail, wrong);
    }
};

QTEST_GUILESS_MAIN(TestAccountRules)
#include "tst_accountrules.moc"
