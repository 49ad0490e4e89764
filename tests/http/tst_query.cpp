// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/query.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestQuery final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodes_data();
    void decodes();
    void refusesAFloodOfParameters();
    void readsCharacters();
};

void TestQuery::decodes_data()
{
    QTest::addColumn<QByteArray>("encoded");
    QTest::addColumn<QByteArray>("expected"); // name=value; … or "malformed"
    const auto row = [](const char *name, const QByteArray &encoded, const QByteArray &expected) {
        QTest::newRow(name) << encoded << expected;
    };
    row("nothing", "", "");
    row("two parameters", "a=1&b=2", "a=1;b=2;");
    row("DLR-02 an escaped plus", "phoneno=%2B47", "phoneno=+47;");
    row("INB-04 Latin-1 bytes stay bytes", "txt=%E6%F8%e5", "txt=\xE6\xF8\xE5;");
    row("INB-04 an unescaped plus is a blank", "txt=a+b%2Bc", "txt=a b+c;");
    row("a value with an equals sign", "a=b=c", "a=b=c;");
    row("a name alone", "a&b=", "a=;b=;");
    row("a value alone", "=v", "=v;");
    row("empty parts are passed over", "&&a=1&", "a=1;");
    row("an escaped ampersand does not part", "a=1%262", "a=1&2;");
    row("names are escaped too", "%61=1", "a=1;");
    row("order and repeats are kept", "b=1&a=2&b=3", "b=1;a=2;b=3;");
    row("a semicolon does not part", "a=1;b=2", "a=1;b=2;");
    row("an escape cut short", "a=%2", "malformed");
    row("a percent sign at the end", "a=%", "malformed");
    row("an escape that is no hexadecimal", "a=%G0", "malformed");
    row("an escape with a sign", "a=%+1", "malformed");
    row("an escape cut by the next parameter", "a=%2&b=1", "malformed");
    row("a malformed name", "%zz=1", "malformed");
    row("the %u of old scripts", "a=%u00e6", "malformed");
}

void TestQuery::decodes()
{
    QFETCH(QByteArray, encoded);
    QFETCH(QByteArray, expected);
    const auto parameters = http::decodeQuery(encoded);
    QByteArray seen = parameters ? QByteArray() : QByteArray("malformed");
    for (const auto &[name, value] : parameters.value_or(QList<QPair<QByteArray, QByteArray>>{}))
        seen += name + '=' + value + ';';
    QCOMPARE(seen, expected);
}

void TestQuery::refusesAFloodOfParameters()
{
    QVERIFY(http::decodeQuery(QByteArray("a&").repeated(http::maximumParameters)));
    QVERIFY(!http::decodeQuery(QByteArray("a&").repeated(http::maximumParameters + 1)));
}

void TestQuery::readsCharacters()
{
    QCOMPARE(http::latin1("\xE6\xF8\xE5?"), u"æøå?"_s);
    QCOMPARE(http::utf8("\xC3\xA6\xE2\x82\xAC"), std::optional(u"æ€"_s));
    QCOMPARE(http::utf8("\xE6"), std::nullopt);             // Latin-1
    QCOMPARE(http::utf8("\xC0\xAF"), std::nullopt);         // overlong
    QCOMPARE(http::utf8("\xED\xA0\x80"), std::nullopt);     // a surrogate
    QCOMPARE(http::utf8("\xF4\x90\x80\x80"), std::nullopt); // beyond Unicode
    QCOMPARE(http::utf8("\xE2\x82"), std::nullopt);         // cut short
}

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
