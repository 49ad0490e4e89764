// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/isotime.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestIsoTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Oslo"); }

    void webServersTime()
    {
        const QByteArray written = "Sat, 28 Nov 2026 20:00:00 GMT";
        QCOMPARE(base::fromHttpDate(written), std::optional(1795896000000));
        QCOMPARE(base::httpDate(1795896000000), written);
        for (const char *none : {"", "yesterday", "Sat, 28 Nov 2026 20:00:00"})
            QVERIFY2(!base::fromHttpDate(none), none);
    }

    void readsIso_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc"); // empty: it is none
        const auto row = [](const char *name, const QString &text, const QString &utc) {
            QTest::newRow(name) << text << utc;
        };
        row("OUT-13 without a zone it is UTC", u"2030-01-31T19:15:00"_s, u"2030-01-31T19:15:00.000Z"_s);
        row("OUT-13 in the hour that Oslo's spring lacks", u"2026-03-29T02:30:00"_s,
            u"2026-03-29T02:30:00.000Z"_s);
        row("OUT-13 in the hour that Oslo's autumn has twice", u"2026-10-25T02:30:00"_s,
            u"2026-10-25T02:30:00.000Z"_s);
        row("with Z", u"2030-01-31T19:15:00Z"_s, u"2030-01-31T19:15:00.000Z"_s);
        row("in small letters", u"2030-01-31t19:15:00z"_s, u"2030-01-31T19:15:00.000Z"_s);
        row("an offset", u"2030-01-31T19:15:00+01:00"_s, u"2030-01-31T18:15:00.000Z"_s);
        row("an offset without its colon", u"2030-01-31T19:15:00-0330"_s, u"2030-01-31T22:45:00.000Z"_s);
        row("an offset of hours", u"2030-01-31T00:15+02"_s, u"2030-01-30T22:15:00.000Z"_s);
        row("without seconds", u"2030-01-31T19:15"_s, u"2030-01-31T19:15:00.000Z"_s);
        row("a space for the T", u"2030-01-31 19:15:00"_s, u"2030-01-31T19:15:00.000Z"_s);
        row("a fraction", u"2030-01-31T19:15:00.25Z"_s, u"2030-01-31T19:15:00.250Z"_s);
        row("a long fraction with a comma", u"2030-01-31T19:15:00,123456789"_s,
            u"2030-01-31T19:15:00.123Z"_s);
        row("midnight at the end of the day", u"2030-01-31T24:00:00"_s, u"2030-02-01T00:00:00.000Z"_s);
        row("a day alone", u"2030-01-31"_s, {});
        row("a day that is none", u"2030-02-30T12:00:00"_s, {});
        row("an hour that is none", u"2030-01-31T25:00:00"_s, {});
        row("24 and a minute", u"2030-01-31T24:01:00"_s, {});
        row("a minute that is none", u"2030-01-31T12:60:00"_s, {});
        row("an offset that is none", u"2030-01-31T12:00:00+24:00"_s, {});
        row("an offset's minutes that are none", u"2030-01-31T12:00:00+01:60"_s, {});
        row("something behind it", u"2030-01-31T12:00:00Z or so"_s, {});
        row("as people write it", u"31.01.2030 12:00"_s, {});
        row("nothing", {}, {});
    }
    void readsIso()
    {
        QFETCH(QString, text);
        QFETCH(QString, utc);
        const auto ms = base::fromIso(text);
        QCOMPARE(ms ? base::isoUtc(*ms) : QString(), utc);
    }

    void saysATimeOnThisMachinesClock()
    {
        QCOMPARE(base::isoLocal(*base::fromIso(u"2026-03-29T02:30:00Z"_s)), u"2026-03-29T04:30:00+02:00"_s);
        QCOMPARE(base::isoLocal(*base::fromIso(u"2026-01-29T02:30:00Z"_s)), u"2026-01-29T03:30:00+01:00"_s);
        QCOMPARE(base::localZone(), u"Europe/Oslo"_s);
    }
};

QTEST_GUILESS_MAIN(TestIsoTime)
#include "tst_isotime.moc"
