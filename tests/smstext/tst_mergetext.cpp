// SPDX-License-Identifier: GPL-3.0-or-later
#include "smstext/mergetext.h"

#include <QHash>
#include <QTest>

using namespace Qt::StringLiterals;
using smstext::MergeText;

class TestMergeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void renders_data();
    void renders();
    void refuses_data();
    void refuses();
    void fieldsComeOnceAsFirstWritten();
    void aTextWithoutFieldsIsTheSameForAll();
    void aLiteralTextKeepsItsBraces();
    void someFieldsCanStandAsTheyAreWritten();
};

namespace {

std::optional<QString> ola(const QString &field)
{
    static const QHash<QString, QString> row{
        {u"fornavn"_s, u"Ola"_s}, {u"måned"_s, u"mai {2}"_s}, {u"tom"_s, u""_s}, {u"blank"_s, u" \u00a0"_s}};
    const auto found = row.constFind(field);
    return found == row.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

void TestMergeText::renders_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QStringList>("missing");
    const auto row = [](const char *name, const QString &text, const QString &expected,
                        const QStringList &missing = {}) {
        QTest::newRow(name) << text << expected << missing;
    };
    row("an empty text", u""_s, u""_s);
    row("a text without fields", u"Hei 100 %!"_s, u"Hei 100 %!"_s);
    row("a field between words", u"Hei {fornavn}, velkommen"_s, u"Hei Ola, velkommen"_s);
    row("a name in other letters and with space around it", u"{ FORNAVN }{Fornavn}"_s, u"OlaOla"_s);
    row("a loose ring over the letter", u"{ma\u030Aned}"_s, u"mai {2}"_s);
    row("invisible characters and odd spaces in the name", u"{\uFEFFFor\u00ADnavn\u200B\u00A0}"_s, u"Ola"_s);
    row("Norwegian letters in other case", u"{MÅNED}"_s, u"mai {2}"_s);
    row("a value's own braces mean nothing", u"{måned}|{måned}"_s, u"mai {2}|mai {2}"_s);
    row("doubled braces are literal", u"{{fornavn}} }}{{"_s, u"{fornavn} }{"_s);
    row("literal braces right around a field", u"{{{fornavn}}}"_s, u"{Ola}"_s);
    row("a default that is not needed", u"{fornavn|du}"_s, u"Ola"_s);
    row("a default for an unknown field", u"{ukjent|du}"_s, u"du"_s);
    row("a default for an empty field", u"{tom|du}"_s, u"du"_s);
    row("a default for a field of blanks", u"{blank|du}"_s, u"du"_s);
    row("an empty default", u"a{tom|}b"_s, u"ab"_s);
    row("a default is taken as written", u"{tom| kjære | venn }"_s, u" kjære | venn "_s);
    row("a default before a literal brace", u"{tom|x}}}"_s, u"x}"_s);
    row("an unknown field is missing", u"Hei {ukjent}!"_s, u"Hei !"_s, {u"ukjent"_s});
    row("an empty field is missing", u"{tom}"_s, u""_s, {u"tom"_s});
    row("a field of blanks is missing", u"{blank}"_s, u""_s, {u"blank"_s});
    row("missing fields come once, as first written", u"{Ukjent}{tom}{ukjent}"_s, u""_s,
        {u"Ukjent"_s, u"tom"_s});
    row("a default in one place does not help another", u"{tom|x}{tom}"_s, u"x"_s, {u"tom"_s});
}

void TestMergeText::renders()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QFETCH(QStringList, missing);
    const auto merge = MergeText::parse(text);
    QVERIFY(merge.ok());
    const auto rendered = merge->render(ola);
    QCOMPARE(rendered.text, expected);
    QCOMPARE(rendered.missing, missing);
}

void TestMergeText::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("place");
    QTest::newRow("an unclosed brace") << u"Hei {navn, møt oss"_s << u"5: {navn, møt oss"_s;
    QTest::newRow("a brace at the end") << u"Hei {"_s << u"5: {"_s;
    QTest::newRow("a stray closing brace") << u"Hei navn} der"_s << u"9: } der"_s;
    QTest::newRow("a closing brace too many") << u"{navn}}"_s << u"7: }"_s;
    QTest::newRow("a brace inside a field") << u"{na{vn}"_s << u"1: {na{vn}"_s;
    QTest::newRow("a brace inside a default") << u"{navn|{x}}"_s << u"1: {navn|{x}}"_s;
    QTest::newRow("a field without a name") << u"{}"_s << u"1: {}"_s;
    QTest::newRow("a default without a field") << u"{ |du}"_s << u"1: { |du}"_s;
    QTest::newRow("the place counts characters, not UTF-16 units") << u"🤣🤣{"_s << u"3: {"_s;
    QTest::newRow("the place shows a short piece on one line")
        << u"{abc\ndefghijklmnopqrstuvwxyz"_s << u"1: {abc defghijklmnopqr"_s;
}

void TestMergeText::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, place);
    const auto merge = MergeText::parse(text);
    QVERIFY(!merge.ok());
    QCOMPARE(merge.error().code, base::ErrorCode::InvalidField);
    QCOMPARE(merge.error().field, u"text"_s);
    QCOMPARE(merge.error().detail, place);
}

void TestMergeText::fieldsComeOnceAsFirstWritten()
{
    const auto merge = MergeText::parse(u"{Navn} {dato} { navn | du } {DATO}"_s);
    QVERIFY(merge.ok());
    QCOMPARE(merge->fields(), QStringList({u"Navn"_s, u"dato"_s}));
    QVERIFY(merge->isPersonal());
}

void TestMergeText::aTextWithoutFieldsIsTheSameForAll()
{
    const auto merge = MergeText::parse(u"{{ikke felt}}"_s);
    QVERIFY(merge.ok());
    QVERIFY(!merge->isPersonal());
    QVERIFY(merge->fields().isEmpty());
}

void TestMergeText::aLiteralTextKeepsItsBraces()
{
    const MergeText merge = MergeText::literal(u"{{a}} {b"_s);
    QVERIFY(!merge.isPersonal());
    QCOMPARE(merge.render(ola).text, u"{{a}} {b"_s);
    QCOMPARE(MergeText().render(ola).text, u""_s);
}

void TestMergeText::someFieldsCanStandAsTheyAreWritten()
{
    const QString text = u"{{sic}} {Fornavn} {nvan|x} { nvan } {fornavn|du}"_s;
    const QString literal = MergeText::withLiteral(text, {u"Nvan"_s});
    QCOMPARE(literal, u"{{sic}} {Fornavn} {{nvan|x}} {{ nvan }} {fornavn|du}"_s);
    QCOMPARE(MergeText::parse(literal)->render(ola).text, u"{sic} Ola {nvan|x} { nvan } Ola"_s);
    QCOMPARE(MergeText::withLiteral(text, {}), text);
}

QTEST_GUILESS_MAIN(TestMergeText)
#include "tst_mergetext.moc"
