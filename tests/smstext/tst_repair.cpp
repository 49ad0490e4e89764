// SPDX-License-Identifier: GPL-3.0-or-later
#include "smstext/count.h"
#include "smstext/repair.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

class TestRepair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repairs_data();
    void repairs();
    void whatGsmHasStays();
    void repairingTwiceChangesNothingMore();
    void lettersOfNamesBecomeTheNearest_data();
    void lettersOfNamesBecomeTheNearest();
};

void TestRepair::lettersOfNamesBecomeTheNearest_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("plain");
    QTest::newRow("Polish") << u"Łukasz Wałęsa"_s << u"Lukasz Walesa"_s;
    QTest::newRow("Czech") << u"Žofie Dvořáková"_s << u"Zofie Dvoráková"_s.replace(u'á', u'a');
    QTest::newRow("Hungarian keeps its nearer umlaut") << u"Erdős Ödön"_s << u"Erdös Ödön"_s;
    QTest::newRow("Sami") << u"Áŋŋel Đorgŋa"_s << u"Annel Dorgna"_s;
    QTest::newRow("Icelandic") << u"Þórður"_s << u"Thordur"_s;
    QTest::newRow("Turkish") << u"Işıl"_s << u"Isil"_s;
    QTest::newRow("what GSM has stays") << u"Åse Ñuñez Übel é"_s << u"Åse Ñuñez Übel é"_s;
    QTest::newRow("what has no near letter stays") << u"Да 😀"_s << u"Да 😀"_s;
}

void TestRepair::lettersOfNamesBecomeTheNearest()
{
    QFETCH(QString, name);
    QTEST(smstext::plainLetters(name), "plain");
}

void TestRepair::repairs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("OUT-04 an empty text stays empty", u""_s, u""_s);
    row("OUT-04 double quotes of every kind", u"“a” „b‟ «c» ″d″"_s, u"\"a\" \"b\" \"c\" \"d\""_s);
    row("OUT-04 single quotes of every kind", u"‘a’ ‚b‛ ‹c› ʼd ´e ′f `g"_s, u"'a' 'b' 'c' 'd 'e 'f 'g"_s);
    row("OUT-04 dashes, hyphens and minus", u"a–b—c‐d‑e‒f―g−h"_s, u"a-b-c-d-e-f-g-h"_s);
    row("OUT-04 an ellipsis becomes three full stops", u"vent… nå"_s, u"vent... nå"_s);
    row("OUT-04 no-break, thin and other spaces", u"a\u00a0b\u2009c\u202fd\u3000e\u2003f"_s,
        u"a b c d e f"_s);
    row("OUT-04 a tab becomes a space", u"a\tb"_s, u"a b"_s);
    row("OUT-04 line separators become line feeds", u"a\u2028b\u2029c\u000bd\u0085e"_s, u"a\nb\nc\nd\ne"_s);
    row("OUT-04 zero-width characters go", u"a\u200bb\u2060c\ufeffd\u00ade"_s, u"abcde"_s);
    row("OUT-04 direction marks go", u"\u202aa\u202c\u200eb\u2068c\u2069"_s, u"abc"_s);
    row("OUT-04 ligatures", u"ﬁnﬂåteﬀ ﬃﬄ"_s, u"finflåteff ffiffl"_s);
    row("OUT-04 full-width letters and digits", u"ＳＭＳ１２３！＠｛"_s, u"SMS123!@{"_s);
    row("OUT-04 a full-width accent is a quote as well", u"｀"_s, u"'"_s);
    row("OUT-04 bullets and middle dots", u"• a · b"_s, u"- a . b"_s);
    row("OUT-04 a multiplication sign", u"2×3"_s, u"2x3"_s);
    row("OUT-04 loose accents as a Mac writes them", u"bla\u030abær o\u0308 E\u0301 n\u0303"_s,
        u"blåbær ö É ñ"_s);
    row("OUT-04 angstrom and ohm signs are letters", u"\u212b\u2126"_s, u"ÅΩ"_s);
    row("OUT-04 letters without an equivalent stay", u"Sámi čáhppes ê ç"_s, u"Sámi čáhppes ê ç"_s);
    row("OUT-04 a loose accent without a whole letter in GSM stays", u"c\u030c e\u0302"_s,
        u"c\u030c e\u0302"_s);
    row("OUT-04 emoji stay", u"Hei 🤣!"_s, u"Hei 🤣!"_s);
    row("OUT-04 a family of emoji stays joined", u"👨‍👩‍👧‍👦 familie"_s,
        u"👨‍👩‍👧‍👦 familie"_s);
    row("OUT-04 an emoji keeps its look", u"❤\ufe0f 1\ufe0f\u20e3"_s, u"❤\ufe0f 1\ufe0f\u20e3"_s);
    row("OUT-04 a joiner that joins nothing goes", u"a\u200db\u200cc\ufe0f"_s, u"abc"_s);
    row("OUT-04 half a surrogate pair stays", u"a"_s + QChar(0xDC00) + u"b"_s,
        u"a"_s + QChar(0xDC00) + u"b"_s);
    row("OUT-04 repaired and kept side by side", u"“Čáhci” – 5 €…"_s, u"\"Čáhci\" - 5 €..."_s);
}

void TestRepair::repairs()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(smstext::repaired(text), expected);
}

void TestRepair::whatGsmHasStays()
{
    QString all;
    for (char16_t c = 1; c < 0xFFFF; ++c) {
        if (smstext::isGsm(c))
            all += QChar(c);
    }
    QCOMPARE(all.size(), 137);
    QCOMPARE(smstext::repaired(all), all);
}

void TestRepair::repairingTwiceChangesNothingMore()
{
    for (char32_t c = 1; c < 0x20000; ++c) {
        const QString once = smstext::repaired(QString::fromUcs4(&c, 1));
        QVERIFY2(smstext::repaired(once) == once, qPrintable(QString::number(c, 16)));
        // A character becomes GSM altogether or stays what it was.
        if (once != QString::fromUcs4(&c, 1))
            QVERIFY2(smstext::count(once, true).nonGsm.isEmpty(), qPrintable(QString::number(c, 16)));
    }
    const QString pieces = u"aåe\u030a\u0301\u200d\u200b\ufe0f❤–´｀ａ \u00ad"_s + u"🤣"_s;
    QRandomGenerator random(7);
    for (int run = 0; run < 20000; ++run) {
        QString text;
        for (int i = random.bounded(8); i >= 0; --i)
            text += pieces[random.bounded(static_cast<int>(pieces.size()))];
        const QString once = smstext::repaired(text);
        QCOMPARE(smstext::repaired(once), once);
    }
}

QTEST_GUILESS_MAIN(TestRepair)
#include "tst_repair.moc"
