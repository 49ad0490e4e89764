// SPDX-License-Identifier: GPL-3.0-or-later
// Inbound messages in JSON: what is read, what is refused, and what is legible of that all the same.
#include "decoded.h"
#include "receiver/jsonmembers.h"
#include "receiver/legible.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace receiver;
using namespace decoded;

class TestInboundJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsInboundJson_data();
    void readsInboundJson();
    void boundsFiles();
    void findsDuplicateMembersQuickly();
    void whatIsLegibleOfTheUnreadable_data();
    void whatIsLegibleOfTheUnreadable();
};

void TestInboundJson::readsInboundJson_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &body, const QString &expected) {
        QTest::newRow(name) << body << expected;
    };
    const QString sent = u" sent 2019-12-31T23:59:59.000Z"_s;
    row("INB-01 a message", json(), message());
    row("INB-01 an id in digits", json("id:\"7\""), message());
    row("INB-01 a counter in digits", json("counter:\"3\""), message());
    row("INB-02 a file's id in digits",
        json("files:[{\"id\":\"1\",\"contentType\":\"image/png\",\"fileName\":\"a.png\",\"fileData\":\"\"}]"),
        message().replace(u"[]"_s, u"[1 image/png a.png ]"_s));
    row("an id in words", json("id:\"x7\""), u"badParameter"_s);
    row("an id of no digits", json("id:\"\""), u"badParameter"_s);
    row("an id with a sign", json("id:\"+7\""), u"badParameter"_s);
    row("a counter with a blank", json("counter:\" 3\""), u"badParameter"_s);
    row("digits beyond all numbers", json("id:\"9223372036854775808\""), u"badParameter"_s);
    row("INB-01 no files member", json({}, "files"), message());
    row("INB-01 files may be null", json("files:null"), message());
    row("INB-01 no files in the list", json("files:[]"), message());
    row("INB-01 unknown members are passed over", json("new:{\"a\":[1,2]}"), message());
    row("INB-01 every character", json("text:\"\xC3\xA6 \xF0\x9F\x98\x80 \\u20ac\\n\\ud83d\\ude00\""),
        message(u"text 'æ 😀 €\n😀'"_s + sent));
    row("INB-01 half a character becomes a question mark", json("text:\"a\\ud83db\""),
        message(u"text 'a?b'"_s + sent));
    row("INB-01 an empty text", json("text:\"\""), message(u"text ''"_s + sent));
    row("INB-01 a time with an offset", json("sent:\"2020-01-01T01:59:59+02:00\""), message());
    row("INB-01 a time with milliseconds", json("sent:\"2019-12-31T23:59:59.250Z\""),
        message(u"text 'Hei' sent 2019-12-31T23:59:59.250Z"_s));
    row("INB-01 a time without zone is UTC", json("sent:\"2019-12-31T23:59:59\""), message());
    row("OUT-13 a time without zone is UTC in the hour that Oslo's spring lacks",
        json("sent:\"2026-03-29T02:30:00\""), message(u"text 'Hei' sent 2026-03-29T02:30:00.000Z"_s));
    row("INB-01 a byte order mark", "\xEF\xBB\xBF" + json(), message());
    row("INB-06 a sender with 00", json("from:\"004799999999\""), message());
    row("INB-06 a name as sender", json("from:\"Front\""),
        u"id 7 from 'Front' to '26114' text 'Hei'"_s + sent + u" counter 3 keyword 'HEI' files []"_s);
    row("INB-06 a short number with sub-number", json("to:\"26114123456789\""),
        u"id 7 from '+4799999999' to '26114123456789' text 'Hei'"_s + sent +
            u" counter 3 keyword 'HEI' files []"_s);
    row("INB-01 no counter", json({}, "counter"), message().replace(u"counter 3"_s, u"counter -"_s));
    row("INB-01 no keyword", json({}, "keyword"), message().replace(u"'HEI'"_s, u"''"_s));
    row("INB-02 a file", withFile("a.png", "iVBORw=="),
        message().replace(u"[]"_s, u"[1 image/png a.png 89504e47]"_s));
    row("INB-02 an empty file", withFile("a.png", ""), message().replace(u"[]"_s, u"[1 image/png a.png ]"_s));
    row("INB-02 a path is stripped", withFile("../../etc/a.png", ""),
        message().replace(u"[]"_s, u"[1 image/png a.png ]"_s));
    row("INB-02 a Windows path is stripped", withFile("..\\\\C:\\\\a.png", ""),
        message().replace(u"[]"_s, u"[1 image/png a.png ]"_s));
    row("INB-02 a name of dots is none", withFile("x/..", ""),
        message().replace(u"[]"_s, u"[1 image/png  ]"_s));
    row("INB-02 control characters and turned text leave the name", withFile("a\\u0000\\n\\u202egnp.exe", ""),
        message().replace(u"[]"_s, u"[1 image/png agnp.exe ]"_s));

    row("no JSON", "hello", u"badJson"_s);
    row("nothing", "", u"badJson"_s);
    row("a list", "[" + json() + "]", u"badJson"_s);
    row("JSON cut short", json().chopped(1), u"badJson"_s);
    row("two documents", json() + json(), u"badJson"_s);
    row("deep nesting", QByteArray(100000, '['), u"badJson"_s);
    row("Latin-1 bytes", json("text:\"\xE6\""), u"badUtf8"_s);
    row("overlong UTF-8", json("text:\"\xC0\xAF\""), u"badUtf8"_s);
    row("a surrogate in UTF-8", json("text:\"\xED\xA0\x80\""), u"badUtf8"_s);
    row("UTF-8 cut short", json("text:\"\xE2\x82\""), u"badUtf8"_s);
    for (const char *name : {"id", "to", "from", "text", "sent"}) {
        row(qPrintable(u"no "_s + QString::fromLatin1(name)), json({}, name), u"missingParameter"_s);
        row(qPrintable(QString::fromLatin1(name) + u" is null"_s), json(QByteArray(name) + ":null"),
            u"missingParameter"_s);
        row(qPrintable(QString::fromLatin1(name) + u" is of another type"_s), json(QByteArray(name) + ":[1]"),
            u"badParameter"_s);
    }
    row("an empty sender", json("from:\"\""), u"missingParameter"_s);
    row("an id with a fraction", json("id:7.5"), u"badParameter"_s);
    row("a negative id", json("id:-7"), u"badParameter"_s);
    row("an id beyond all numbers", json("id:1e300"), u"badParameter"_s);
    row("a keyword as number", json("keyword:3"), u"badParameter"_s);
    row("a day without time", json("sent:\"2019-12-31\""), u"badParameter"_s);
    row("a time that is none", json("sent:\"2019-13-31T23:59:59Z\""), u"badParameter"_s);
    row("files that are no list", json("files:{}"), u"badParameter"_s);
    row("a file that is no object", json("files:[1]"), u"badParameter"_s);
    row("a file without content", json("files:[{\"id\":1,\"contentType\":\"a/b\",\"fileName\":\"a\"}]"),
        u"badParameter"_s);
    row("Base64 with a foreign character", withFile("a", "iVBO*w=="), u"badBase64"_s);
    row("Base64 with a line break", withFile("a", "iVBO\\nRw=="), u"badBase64"_s);
    row("Base64 without its padding", withFile("a", "iVBORw"), u"badBase64"_s);
    row("Base64 with padding inside", withFile("a", "iVBORw==iVBORw=="), u"badBase64"_s);
    row("Base64 of URLs", withFile("a", "_-8="), u"badBase64"_s);
    row("two texts", R"({"id":1,"to":"1","from":"2","text":"a","text":"b","sent":"2019-12-31T23:59:59Z"})",
        u"duplicateParameter"_s);
    row("two ids, one escaped",
        R"({"id":1,"to":"1","from":"2","text":"a","\u0069d":2,"sent":"2019-12-31T23:59:59Z"})",
        u"duplicateParameter"_s);
    row("two contents of a file",
        json("files:[{\"id\":1,\"contentType\":\"\",\"fileName\":\"\",\"fileData\":\"\",\"fileData\":\"\"}]"),
        u"duplicateParameter"_s);
    row("a text that looks like members", json("text:\"{\\\"id\\\":1,\\\"id\\\":2}\""),
        message(u"text '{\"id\":1,\"id\":2}'"_s + sent));
}

void TestInboundJson::readsInboundJson()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    QCOMPARE(text(decodeInboundJson(body)), expected);
}

void TestInboundJson::boundsFiles()
{
    const auto files = [](int count, qsizetype bytesEach) {
        const QByteArray file = "{\"id\":1,\"contentType\":\"\",\"fileName\":\"\",\"fileData\":\"" +
                                QByteArray(bytesEach, 'x').toBase64() + "\"}";
        QByteArrayList list;
        for (int i = 0; i < count; ++i)
            list << file;
        return json("files:[" + list.join(',') + "]");
    };
    const auto number = [](const Decoded &decoded) {
        const auto *message = std::get_if<domain::InboundMessage>(&decoded);
        return message ? QString::number(message->files.size())
                       : identifier(std::get<domain::Unreadable>(decoded));
    };
    QCOMPARE(number(decodeInboundJson(files(32, 3))), u"32"_s);
    QCOMPARE(number(decodeInboundJson(files(33, 3))), u"tooManyFiles"_s);
    QCOMPARE(number(decodeInboundJson(files(2, maximumFileBytes / 2))), u"2"_s);
    QCOMPARE(number(decodeInboundJson(files(2, maximumFileBytes / 2 + 1))), u"filesTooLarge"_s);
}

void TestInboundJson::findsDuplicateMembersQuickly()
{
    QVERIFY(duplicateMembers('{' + QByteArray("\"a\":1,").repeated(1000000) + "\"b\":1}").isEmpty());
    QCOMPARE(duplicateMembers('{' + QByteArray("\"a\":1,").repeated(1000) + "\"id\":1,\"id\":1}"),
             QStringList{u"id"_s});
    QVERIFY(duplicateMembers(R"([{"id":1},{"id":2}])").isEmpty());
}

void TestInboundJson::whatIsLegibleOfTheUnreadable_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("expected"); // from, to, text, keyword
    const auto row = [](const char *name, const QByteArray &raw, const QString &expected) {
        QTest::newRow(name) << raw << expected;
    };
    const QString whole = u"+4799999999|26114|Hei|HEI"_s;
    row("a time that is none", json("sent:\"soon\""), whole);
    row("no time", json({}, "sent"), whole);
    row("an id of letters", json("id:\"x\""), whole);
    row("no id", json({}, "id"), whole);
    row("a counter that is none", json("counter:-1"), whole);
    row("a broken file", withFile("a", "*"), whole);
    row("a keyword that is none", json("keyword:3"), u"+4799999999|26114|Hei|"_s);
    row("a keyword in another character set",
        json("keyword:\"KL\xDC"
             "BB\""),
        u"+4799999999|26114|Hei|KL\uFFFDBB"_s);
    row("no receiver", json({}, "to"), u"+4799999999||Hei|HEI"_s);
    row("two counters", json().chopped(1) + ",\"counter\":4}", whole);
    row("two texts: neither", json().chopped(1) + ",\"text\":\"Stopp\"}", QString());
    row("two senders: neither", json().chopped(1) + ",\"from\":\"+4799999998\"}", QString());
    row("no sender", json({}, "from"), QString());
    row("JSON cut short", json().chopped(1), QString());
    const QByteArray base = "fromid=26114&phonenr=004799999999&txt=Hei";
    row("no time of a form", base + "&code=HEI", whole);
    row("a broken escape elsewhere", base + "&code=%ZZ&time=1", u"+4799999999|26114|Hei|"_s);
    row("a counter twice", base + "&time=1&countnr=1&countnr=2&code=HEI", whole);
    row("a broken escape in the text", "fromid=26114&phonenr=004799999999&txt=100%&time=1", QString());
    row("two texts of a form: neither", base + "&txt=Stopp&time=1", QString());
    row("a bare plus before the number", "phonenr=+4799999999&txt=Hei+du", u"+4799999999||Hei du|"_s);
}

void TestInboundJson::whatIsLegibleOfTheUnreadable()
{
    QFETCH(QByteArray, raw);
    QFETCH(QString, expected);
    const bool isJson = raw.startsWith('{');
    QVERIFY(std::holds_alternative<domain::Unreadable>(isJson ? decodeInboundJson(raw)
                                                              : decodeInboundParameters(raw)));
    const auto message = isJson ? legibleJson(raw) : legibleParameters(raw);
    QString read;
    if (message)
        read = QStringList({message->from, message->to, message->text, message->keyword}).join(u'|');
    QCOMPARE(read, expected);
}

QTEST_GUILESS_MAIN(TestInboundJson)
#include "tst_inboundjson.moc"
