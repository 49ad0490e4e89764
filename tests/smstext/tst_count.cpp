// SPDX-License-Identifier: GPL-3.0-or-later
#include "smstext/count.h"
#include "support/places.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <ctime>

using namespace Qt::StringLiterals;
using smstext::Encoding;

class TestCount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCharacterOfTheStandardIsGsm();
    void nothingElseIsGsm();
    void vectors_data();
    void vectors();
    void counts_data();
    void counts();
    void partsBegin_data();
    void partsBegin();
    void partsHoldWhatCountSays();
    void marks_data();
    void marks();
    void anEditInAFullTextIsCountedWithinAMillisecond();
};

namespace {

// The alphabet as code points in the order of the standard's table, apart from the room's own table.
const QList<char32_t> basic = {
    0x40,  0xA3, 0x24,  0xA5,  0xE8,  0xE9,  0xF9,  0xEC,  0xF2,  0xC7,  0x0A,  0xD8, 0xF8, 0x0D, 0xC5, 0xE5,
    0x394, 0x5F, 0x3A6, 0x393, 0x39B, 0x3A9, 0x3A0, 0x3A8, 0x3A3, 0x398, 0x39E, 0xC6, 0xE6, 0xDF, 0xC9, 0x20,
    0x21,  0x22, 0x23,  0xA4,  0x25,  0x26,  0x27,  0x28,  0x29,  0x2A,  0x2B,  0x2C, 0x2D, 0x2E, 0x2F, 0x30,
    0x31,  0x32, 0x33,  0x34,  0x35,  0x36,  0x37,  0x38,  0x39,  0x3A,  0x3B,  0x3C, 0x3D, 0x3E, 0x3F, 0xA1,
    0x41,  0x42, 0x43,  0x44,  0x45,  0x46,  0x47,  0x48,  0x49,  0x4A,  0x4B,  0x4C, 0x4D, 0x4E, 0x4F, 0x50,
    0x51,  0x52, 0x53,  0x54,  0x55,  0x56,  0x57,  0x58,  0x59,  0x5A,  0xC4,  0xD6, 0xD1, 0xDC, 0xA7, 0xBF,
    0x61,  0x62, 0x63,  0x64,  0x65,  0x66,  0x67,  0x68,  0x69,  0x6A,  0x6B,  0x6C, 0x6D, 0x6E, 0x6F, 0x70,
    0x71,  0x72, 0x73,  0x74,  0x75,  0x76,  0x77,  0x78,  0x79,  0x7A,  0xE4,  0xF6, 0xF1, 0xFC, 0xE0};
const QList<char32_t> extended = {0x0C, 0x5E, 0x7B, 0x7D, 0x5C, 0x5B, 0x7E, 0x5D, 0x7C, 0x20AC};

} // namespace

void TestCount::everyCharacterOfTheStandardIsGsm()
{
    QCOMPARE(basic.size(), 127);
    for (const char32_t c : basic)
        QVERIFY2(smstext::isGsm(c) && smstext::septets(c) == 1, qPrintable(QString::number(c, 16)));
    for (const char32_t c : extended)
        QVERIFY2(smstext::isGsm(c) && smstext::septets(c) == 2, qPrintable(QString::number(c, 16)));
}

void TestCount::nothingElseIsGsm()
{
    int gsm = 0;
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        gsm += smstext::isGsm(c) ? 1 : 0;
        QCOMPARE(smstext::isGsm(c), smstext::septets(c) > 0);
    }
    QCOMPARE(gsm, basic.size() + extended.size());
}

void TestCount::vectors_data()
{
    QTest::addColumn<QJsonObject>("expected");
    QFile file(support::dataFile(QStringLiteral("segments.json")));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
    const QJsonArray cases = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(cases.size() > 50);
    int number = 0;
    for (const QJsonValue &value : cases) {
        const QString text = value[u"text"].toString();
        QTest::addRow("OUT-04 OUT-05 OUT-09 vector %d, %s: %s", ++number,
                      value[u"unicode"].toBool() ? "Unicode allowed" : "GSM only",
                      qPrintable(text.left(20).simplified()))
            << value.toObject();
    }
}

void TestCount::vectors()
{
    QFETCH(QJsonObject, expected);
    const auto count = smstext::count(expected[u"text"].toString(), expected[u"unicode"].toBool());
    QCOMPARE(smstext::identifier(count.encoding), expected[u"encoding"].toString());
    QCOMPARE(count.units, expected[u"units"].toInt());
    QCOMPARE(count.segments, expected[u"segments"].toInt());
    // The vectors sort this list by code point; cli.md promises the order of appearance (see below).
    QStringList wanted;
    for (const QJsonValue &c : expected[u"nonGsm"].toArray())
        wanted.append(c.toString());
    QStringList seen = count.nonGsm;
    std::sort(seen.begin(), seen.end(),
              [](const QString &a, const QString &b) { return a.toUcs4() < b.toUcs4(); });
    QCOMPARE(seen, wanted);
}

void TestCount::counts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("unicode");
    QTest::addColumn<smstext::Count>("expected");
    const auto row = [](const char *name, const QString &text, bool unicode, const smstext::Count &expected) {
        QTest::newRow(name) << text << unicode << expected;
    };
    using enum Encoding;
    row("OUT-05 an empty text has no segment and a whole one left", u""_s, false,
        {Gsm, 0, 0, 0, 160, {}, false});
    row("OUT-09 an empty text is no reason for Unicode", u""_s, true, {Gsm, 0, 0, 0, 160, {}, false});
    row("OUT-05 one segment is full at 160 septets", QString(160, u'a'), false,
        {Gsm, 160, 160, 1, 0, {}, false});
    row("OUT-05 the 161st septet leaves 145 of two segments", QString(161, u'a'), false,
        {Gsm, 161, 161, 2, 145, {}, false});
    row("OUT-05 two segments are full at 306", QString(306, u'a'), false, {Gsm, 306, 306, 2, 0, {}, false});
    row("OUT-06 remaining counts from the part's own fill", QString(152, u'a') + u"€"_s + QString(10, u'b'),
        false, {Gsm, 163, 164, 2, 141, {}, false});
    row("OUT-05 Unicode is full at 70 units", QString(70, u'ê'), true,
        {Unicode, 70, 70, 1, 0, {u"ê"_s}, false});
    row("OUT-05 the 71st unit leaves 63 of two", QString(71, u'ê'), true,
        {Unicode, 71, 71, 2, 63, {u"ê"_s}, false});
    row("OUT-04 an emoji counts as one septet where Unicode is not allowed", u"🤣"_s, false,
        {Gsm, 1, 1, 1, 159, {u"🤣"_s}, false});
    row("OUT-05 an emoji is one character and two units", u"🤣"_s, true,
        {Unicode, 1, 2, 1, 68, {u"🤣"_s}, false});
    row("OUT-05 an extension character is one character and two septets", u"€"_s, true,
        {Gsm, 1, 2, 1, 158, {}, false});
    row("OUT-09 an extension character in Unicode is one unit", u"€č"_s, true,
        {Unicode, 2, 2, 1, 68, {u"č"_s}, false});
    row("OUT-04 non-GSM characters come once each, in order of appearance", u"zčaŋčđŋ"_s, true,
        {Unicode, 7, 7, 1, 63, {u"č"_s, u"ŋ"_s, u"đ"_s}, false});
    row("OUT-04 a family's members keep their order", u"👨‍👩‍👧"_s, true,
        {Unicode, 5, 8, 1, 62, {u"👨"_s, u"\u200d"_s, u"👩"_s, u"👧"_s}, false});
    row("OUT-05 1530 septets are not too long", QString(1530, u'a'), false,
        {Gsm, 1530, 1530, 10, 0, {}, false});
    row("OUT-05 1531 septets are too long", QString(1531, u'a'), false, {Gsm, 1531, 1531, 11, 152, {}, true});
    row("OUT-05 765 euro signs are 1530 septets, but split parts need an eleventh", QString(765, u'€'), false,
        {Gsm, 765, 1530, 11, 143, {}, false});
    row("OUT-05 766 euro signs are too long", QString(766, u'€'), false, {Gsm, 766, 1532, 11, 141, {}, true});
    row("OUT-05 1531 UTF-16 units are too long", QString(1531, u'ê'), true,
        {Unicode, 1531, 1531, 23, 10, {u"ê"_s}, true});
    row("OUT-04 half a surrogate pair is one character outside GSM", u"a"_s + QChar(0xD83E) + u"b"_s, true,
        {Unicode, 3, 3, 1, 67, {QString(QChar(0xD83E))}, false});
    row("OUT-04 the escape code is no character of the alphabet", u"\u001b"_s, false,
        {Gsm, 1, 1, 1, 159, {u"\u001b"_s}, false});
    row("OUT-04 a tab is outside GSM", u"a\tb"_s, false, {Gsm, 3, 3, 1, 157, {u"\t"_s}, false});
}

void TestCount::counts()
{
    QFETCH(QString, text);
    QFETCH(bool, unicode);
    QFETCH(smstext::Count, expected);
    const auto count = smstext::count(text, unicode);
    QCOMPARE(count.encoding, expected.encoding);
    QCOMPARE(count.characters, expected.characters);
    QCOMPARE(count.units, expected.units);
    QCOMPARE(count.segments, expected.segments);
    QCOMPARE(count.remaining, expected.remaining);
    QCOMPARE(count.nonGsm, expected.nonGsm);
    QCOMPARE(count.tooLong, expected.tooLong);
}

void TestCount::partsBegin_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("unicode");
    QTest::addColumn<QList<qsizetype>>("starts");
    QTest::newRow("OUT-05 an empty text begins at 0") << u""_s << false << QList<qsizetype>{0};
    QTest::newRow("OUT-05 160 septets are not split") << QString(160, u'a') << false << QList<qsizetype>{0};
    QTest::newRow("OUT-05 parts of several hold 153 septets")
        << QString(307, u'a') << false << QList<qsizetype>{0, 153, 306};
    QTest::newRow("OUT-06 an extension character is never split")
        << QString(152, u'a') + u"€"_s + QString(10, u'b') << false << QList<qsizetype>{0, 152};
    QTest::newRow("OUT-06 an extension character that fits stays")
        << QString(151, u'a') + u"€"_s + QString(10, u'b') << false << QList<qsizetype>{0, 152};
    QTest::newRow("OUT-06 every part of extension characters holds one unit less")
        << QString(160, u'€') << false << QList<qsizetype>{0, 76, 152};
    QTest::newRow("OUT-06 a form feed is an extension character too")
        << QString(152, u'a') + u"\f"_s + QString(10, u'b') << false << QList<qsizetype>{0, 152};
    QTest::newRow("OUT-05 70 Unicode units are not split")
        << QString(70, u'ê') << true << QList<qsizetype>{0};
    QTest::newRow("OUT-05 Unicode parts of several hold 67 units")
        << QString(135, u'ê') << true << QList<qsizetype>{0, 67, 134};
    QTest::newRow("OUT-06 a surrogate pair is never split")
        << QString(66, u'x') + u"🤣"_s + QString(10, u'y') << true << QList<qsizetype>{0, 66};
    QTest::newRow("OUT-04 GSM only: an emoji takes one septet of the part")
        << QString(152, u'x') + u"🤣"_s + QString(10, u'y') << false << QList<qsizetype>{0, 154};
    QTest::newRow("OUT-09 Unicode allowed but not needed: GSM parts")
        << QString(161, u'æ') << true << QList<qsizetype>{0, 153};
}

void TestCount::partsBegin()
{
    QFETCH(QString, text);
    QFETCH(bool, unicode);
    QFETCH(QList<qsizetype>, starts);
    QCOMPARE(smstext::segmentStarts(text, unicode), starts);
}

// OUT-05 OUT-06 over random texts: as many parts as counted, none over-full, none cut through a pair,
// and none that would have had room for the next one's first character.
void TestCount::partsHoldWhatCountSays()
{
    const QStringList letters{u"a"_s, u"ø"_s, u"€"_s, u"^"_s, u"ê"_s, u"🤣"_s, u" "_s};
    QRandomGenerator random(20240131);
    for (int run = 0; run < 600; ++run) {
        QString text;
        const int wanted = random.bounded(700);
        const int kinds = run % 3 == 0 ? 4 : static_cast<int>(letters.size());
        while (text.size() < wanted)
            text += letters[random.bounded(kinds)];
        for (const bool unicode : {false, true}) {
            const auto count = smstext::count(text, unicode);
            QList<qsizetype> starts = smstext::segmentStarts(text, unicode);
            QCOMPARE(starts.size(), std::max(count.segments, 1));
            const int capacity = count.encoding == Encoding::Gsm ? 153 : 67;
            starts.append(text.size());
            for (qsizetype i = 0; count.segments > 1 && i + 1 < starts.size(); ++i) {
                const QString part = text.mid(starts[i], starts[i + 1] - starts[i]);
                QVERIFY(!part.startsWith(QChar(0xDD23)));
                const auto unitsOf = [&](const QString &piece) {
                    return count.encoding == Encoding::Unicode ? static_cast<int>(piece.size())
                                                               : smstext::count(piece, false).units;
                };
                QVERIFY(unitsOf(part) <= capacity);
                if (i + 2 < starts.size())
                    QVERIFY(unitsOf(part) >= capacity - 1);
                else
                    QCOMPARE(count.remaining, capacity - unitsOf(part));
            }
        }
    }
}

void TestCount::marks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<smstext::Mark>>("expected");
    QTest::newRow("OUT-04 nothing to mark in Norwegian")
        << u"Blåbærsyltetøy {1} €"_s << QList<smstext::Mark>{};
    QTest::newRow("OUT-04 a dash and a quote") << u"a – b”"_s << QList<smstext::Mark>{{2, 1}, {5, 1}};
    QTest::newRow("OUT-04 neighbours are one mark") << u"č🤣ŋ"_s << QList<smstext::Mark>{{0, 4}};
    QTest::newRow("OUT-04 what GSM has parts two marks") << u"č č"_s << QList<smstext::Mark>{{0, 1}, {2, 1}};
}

void TestCount::marks()
{
    QFETCH(QString, text);
    QFETCH(QList<smstext::Mark>, expected);
    QCOMPARE(smstext::nonGsmMarks(text), expected);
}

void TestCount::anEditInAFullTextIsCountedWithinAMillisecond()
{
    QString text;
    for (int i = 0; text.size() < smstext::maxUnits - 2; ++i)
        text += i % 3 == 0 ? u"č🤣"_s : u"blåbær – og "_s; // the worst: many marks, Unicode
    QList<std::clock_t> times; // of the processor, so that other work on the machine does not count
    for (int edit = 0; edit < 1000; ++edit) {
        text[edit] = u'æ';
        const std::clock_t start = std::clock();
        const auto count = smstext::count(text, true);
        const auto marks = smstext::nonGsmMarks(text);
        times.append(std::clock() - start);
        QVERIFY(count.segments > 20 && !marks.isEmpty());
    }
    std::sort(times.begin(), times.end());
    const std::clock_t p99 = times[times.size() * 99 / 100];
    QVERIFY2(p99 < CLOCKS_PER_SEC / 1000, qPrintable(QString::number(p99)));
}

QTEST_GUILESS_MAIN(TestCount)
#include "tst_count.moc"
