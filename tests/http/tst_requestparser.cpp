// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/requestparser.h"
#include "support/places.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using http::RequestParser;
using Progress = http::RequestParser::Progress;

namespace {

struct Outcome
{
    int status = 0; // 0: complete, -1: wants more
    http::Request request;
    bool surplus = false;
    int heads = 0;
};

// What comes out when the bytes arrive in these pieces.
Outcome parsed(const QList<QByteArrayView> &pieces, const http::Limits &limits)
{
    RequestParser parser(limits);
    Outcome outcome;
    Progress progress = Progress::NeedMore;
    for (const QByteArrayView piece : pieces) {
        progress = parser.feed(piece);
        if (progress == Progress::HeadComplete) {
            ++outcome.heads;
            progress = parser.feed({});
        }
    }
    outcome.status = progress == Progress::Failed     ? parser.errorStatus()
                     : progress == Progress::Complete ? 0
                                                      : -1;
    outcome.surplus = parser.surplus();
    outcome.request = parser.takeRequest();
    return outcome;
}

QByteArray text(const Outcome &outcome)
{
    QByteArray line = QByteArray::number(outcome.status) + '|';
    if (outcome.status != 0)
        return line;
    const http::Request &request = outcome.request;
    line += request.method + ' ' + request.path + '?' + request.query + '|';
    for (const http::Header &field : request.headers)
        line += field.name + '=' + field.value + ';';
    return line + '|' + request.body + (outcome.surplus ? "|surplus" : "");
}

QByteArray withHead(const QByteArray &fields, const QByteArray &body = {})
{
    return "POST /s HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n" + body;
}

http::Limits smallLimits()
{
    http::Limits limits;
    limits.requestLine = 60;
    limits.head = 240;
    limits.headerFields = 6;
    limits.body = 32;
    return limits;
}

} // namespace

class TestRequestParser final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndRefuses_data();
    void readsAndRefuses();
    void takesTheGatewaysVectors_data();
    void takesTheGatewaysVectors();
    void tellsTheHeadBeforeTheBody();
    void keepsTheDesignsLimits_data();
    void keepsTheDesignsLimits();
    void knowsWhoWaitsForContinue();
};

void TestRequestParser::readsAndRefuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &expected) {
        QTest::newRow(name) << bytes << expected;
    };

    row("a GET with a query", "GET /a/b?x=%20&y HTTP/1.1\r\nHost: h:80\r\n\r\n",
        "0|GET /a/b?x=%20&y|host=h:80;|");
    row("a POST with its length", withHead("Content-Length: 4\r\n", "a=1&"),
        "0|POST /s?|host=h;content-length=4;|a=1&");
    row("a POST without any length has no body", withHead(""), "0|POST /s?|host=h;|");
    row("blanks around a value are not part of it", withHead("X:  \t a b \t\r\n"),
        "0|POST /s?|host=h;x=a b;|");
    row("an empty value", withHead("X:\r\n"), "0|POST /s?|host=h;x=;|");
    row("names are lower case", withHead("X-ForWarded-FOR: 1\r\n"), "0|POST /s?|host=h;x-forwarded-for=1;|");
    row("HTTP/1.0 with a host", "GET / HTTP/1.0\r\nHost: h\r\n\r\n", "0|GET /?|host=h;|");
    row("the absolute form of a proxy", "GET http://h:1/p?q HTTP/1.1\r\nHost: h\r\n\r\n",
        "0|GET /p?q|host=h;|");
    row("bytes after the request are not another one",
        "GET /1 HTTP/1.1\r\nHost: h\r\n\r\nGET /2 HTTP/1.1\r\nHost: h\r\n\r\n", "0|GET /1?|host=h;||surplus");
    row("bytes after the body are surplus", withHead("Content-Length: 1\r\n", "ab"),
        "0|POST /s?|host=h;content-length=1;|a|surplus");
    row("an upgrade is not followed", withHead("Connection: Upgrade\r\nUpgrade: h2c\r\n"),
        "0|POST /s?|host=h;connection=Upgrade;upgrade=h2c;|");

    const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
    row("chunks are joined", withHead(chunked, "3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n"),
        "0|POST /s?|host=h;transfer-encoding=chunked;|abc0123456789");
    row("no chunk but the last", withHead(chunked, "0\r\n\r\n"),
        "0|POST /s?|host=h;transfer-encoding=chunked;|");
    row("an extension is passed over", withHead(chunked, "1;a=b\r\nx\r\n0\r\n\r\n"),
        "0|POST /s?|host=h;transfer-encoding=chunked;|x");
    row("trailers are passed over", withHead(chunked, "1\r\nx\r\n0\r\nT: 1\r\n\r\n"),
        "0|POST /s?|host=h;transfer-encoding=chunked;|x");
    row("bytes after the last chunk are surplus", withHead(chunked, "0\r\n\r\nG"),
        "0|POST /s?|host=h;transfer-encoding=chunked;||surplus");
    row("chunked in capitals", withHead("Transfer-Encoding: CHUNKED\r\n", "0\r\n\r\n"),
        "0|POST /s?|host=h;transfer-encoding=CHUNKED;|");

    row("a head without its end wants more", "GET / HTTP/1.1\r\nHost: h\r\n", "-1|");
    row("a body without its end wants more", withHead("Content-Length: 4\r\n", "abc"), "-1|");
    row("chunks without their end want more", withHead(chunked, "1\r\nx\r\n0\r\n"), "-1|");

    // Smuggling: what two parsers could read in two ways.
    row("length and chunked", withHead("Content-Length: 5\r\n" + chunked, "0\r\n\r\n"), "400|");
    row("chunked and length", withHead(chunked + "Content-Length: 5\r\n", "0\r\n\r\n"), "400|");
    row("two lengths that differ", withHead("Content-Length: 1\r\nContent-Length: 2\r\n", "ab"), "400|");
    row("two lengths that agree", withHead("Content-Length: 1\r\nContent-Length: 1\r\n", "a"), "400|");
    row("a list of lengths", withHead("Content-Length: 1, 1\r\n", "a"), "400|");
    row("a length with a plus", withHead("Content-Length: +1\r\n", "a"), "400|");
    row("a length with a minus", withHead("Content-Length: -1\r\n", "a"), "400|");
    row("a hexadecimal length", withHead("Content-Length: 0x1\r\n", "a"), "400|");
    row("a length with a blank inside", withHead("Content-Length: 1 1\r\n", "aaaaaaaaaaa"), "400|");
    row("an empty length", withHead("Content-Length: \r\n"), "400|");
    row("a length with letters", withHead("Content-Length: 1a\r\n", "a"), "400|");
    row("two codings", withHead(chunked + chunked, "0\r\n\r\n"), "400|");
    row("chunked is not the last coding", withHead("Transfer-Encoding: chunked, gzip\r\n"), "400|");
    row("a coding that only looks like chunked", withHead("Transfer-Encoding: xchunked\r\n"), "400|");
    row("an empty coding", withHead("Transfer-Encoding:\r\n", "0\r\n\r\n"), "400|");
    row("chunked with HTTP/1.0", "POST / HTTP/1.0\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "400|");
    row("another coding below chunked", withHead("Transfer-Encoding: gzip, chunked\r\n"), "501|");
    row("a bare line feed after the request line", "GET / HTTP/1.1\nHost: h\r\n\r\n", "400|");
    row("a bare line feed after a field", "GET / HTTP/1.1\r\nHost: h\nX: 1\r\n\r\n", "400|");
    row("a bare line feed ends the head", "GET / HTTP/1.1\r\nHost: h\r\n\n", "400|");
    row("a bare carriage return in a value", withHead("X: a\rContent-Length: 5\r\n"), "400|");
    row("NUL in a value", withHead(QByteArray("X: a\0b\r\n", 8)), "400|");
    row("NUL in the request line", QByteArray("GET /\0 HTTP/1.1\r\n", 17), "400|");
    row("another control character", withHead("X: a\x01\r\n"), "400|");
    row("a folded line", withHead("X: a\r\n b\r\n"), "400|");
    row("a line folded with a tab", withHead("X: a\r\n\tb\r\n"), "400|");
    row("a folded first line", "GET / HTTP/1.1\r\n Host: h\r\n\r\n", "400|");
    row("a space before the colon", withHead("Content-Length : 5\r\n"), "400|");
    row("a tab before the colon", withHead("X\t: 5\r\n"), "400|");
    row("a space inside a name", withHead("X Y: 5\r\n"), "400|");
    row("no name", withHead(": 5\r\n"), "400|");
    row("no colon", withHead("Xyz\r\n"), "400|");
    row("a name that is no token", withHead("X(y): 5\r\n"), "400|");
    row("no host", "GET / HTTP/1.1\r\n\r\n", "400|");
    row("two hosts", "GET / HTTP/1.1\r\nHost: h\r\nHost: h\r\n\r\n", "400|");
    row("an empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", "400|");
    row("a list of hosts", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", "400|");
    row("a host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", "400|");

    row("an empty first line", "\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n", "400|");
    row("a request line without its version", "GET /\r\nHost: h\r\n\r\n", "400|");
    row("a line that is no request", "hello\r\nHost: h\r\n\r\n", "400|");
    row("a tab in the request line", "GET\t/ HTTP/1.1\r\nHost: h\r\n\r\n", "400|");
    row("a blank before the method", " GET / HTTP/1.1\r\nHost: h\r\n\r\n", "400|");
    row("a blank after the version", "GET / HTTP/1.1 \r\nHost: h\r\n\r\n", "400|");
    row("a method in small letters", "get / HTTP/1.1\r\nHost: h\r\n\r\n", "501|");
    row("two blanks in the request line", "GET  / HTTP/1.1\r\nHost: h\r\n\r\n", "400|");
    row("a blank in the target", "GET /a b HTTP/1.1\r\nHost: h\r\n\r\n", "400|");
    row("a fragment", "GET /a#b HTTP/1.1\r\nHost: h\r\n\r\n", "400|");
    row("a raw byte outside ASCII in the target", "GET /\xE6 HTTP/1.1\r\nHost: h\r\n\r\n", "400|");
    row("a target that is no path", "GET a/b HTTP/1.1\r\nHost: h\r\n\r\n", "400|");
    row("a foreign scheme", "GET ftp://h/a HTTP/1.1\r\nHost: h\r\n\r\n", "400|");
    row("a TLS greeting", QByteArray("\x16\x03\x01\x00\xee\x01\x00", 7), "400|");
    row("HTTP/2", "GET / HTTP/2.0\r\nHost: h\r\n\r\n", "505|");
    row("HTTP/1.2", "GET / HTTP/1.2\r\nHost: h\r\n\r\n", "505|");
    row("a method nobody knows", "BREW / HTTP/1.1\r\nHost: h\r\n\r\n", "501|");
    row("a compressed body", withHead("Content-Encoding: gzip\r\nContent-Length: 1\r\n"), "415|");
    row("a body coded as itself", withHead("Content-Encoding: identity\r\n"),
        "0|POST /s?|host=h;content-encoding=identity;|");
    row("an expectation nobody can meet", withHead("Expect: tea\r\n"), "417|");

    // With small limits: 60 bytes of request line, 240 of head, 6 fields, 32 of body.
    const auto target = [](qsizetype line) { return "GET /" + QByteArray(line - 14, 'a') + " HTTP/1.1"; };
    row("a request line of just the limit", target(60) + "\r\nHost: h\r\n\r\n",
        "0|GET /" + QByteArray(46, 'a') + "?|host=h;|");
    row("a request line over the limit", target(61) + "\r\nHost: h\r\n\r\n", "414|");
    row("a request line without end", "GET /" + QByteArray(200, 'a'), "414|");
    row("a head of just the limit", withHead("X: " + QByteArray(240 - 34, 'a') + "\r\n"),
        "0|POST /s?|host=h;x=" + QByteArray(206, 'a') + ";|");
    row("a head over the limit", withHead("X: " + QByteArray(240 - 33, 'a') + "\r\n"), "431|");
    row("as many fields as allowed", withHead(QByteArray("X: 1\r\n").repeated(5)),
        "0|POST /s?|host=h;" + QByteArray("x=1;").repeated(5) + '|');
    row("a field too many", withHead(QByteArray("X: 1\r\n").repeated(6)), "431|");
    row("a body of just the limit", withHead("Content-Length: 32\r\n", QByteArray(32, 'b')),
        "0|POST /s?|host=h;content-length=32;|" + QByteArray(32, 'b'));
    row("a body over the limit is refused by its head", withHead("Content-Length: 33\r\n"), "413|");
    row("a length beyond all numbers", withHead("Content-Length: 99999999999999999999999\r\n"), "413|");
    row("chunks of just the limit", withHead(chunked, "20\r\n" + QByteArray(32, 'b') + "\r\n0\r\n\r\n"),
        "0|POST /s?|host=h;transfer-encoding=chunked;|" + QByteArray(32, 'b'));
    row("a chunk over the limit is refused by its size", withHead(chunked, "21\r\n"), "413|");
    row("chunks over the limit together", withHead(chunked, "1F\r\n" + QByteArray(31, 'b') + "\r\n2\r\n"),
        "413|");
    row("one byte chunks", withHead(chunked, QByteArray("1\r\nb\r\n").repeated(32) + "0\r\n\r\n"),
        "0|POST /s?|host=h;transfer-encoding=chunked;|" + QByteArray(32, 'b'));
    row("a chunk size beyond all numbers", withHead(chunked, "FFFFFFFFFFFFFFFFF\r\n"), "400|");
    row("a chunk size of endless zeros", withHead(chunked, QByteArray(600, '0')), "413|");
    row("an extension over the limit", withHead(chunked, "1;" + QByteArray(300, 'e')), "413|");
    row("trailers over the limit", withHead(chunked, "0\r\nT: " + QByteArray(300, 't')), "431|");
    row("too many trailers", withHead(chunked, "0\r\n" + QByteArray("T: 1\r\n").repeated(7)), "431|");
    row("a folded trailer", withHead(chunked, "0\r\nT: 1\r\n 2\r\n\r\n"), "400|");
    row("a bare line feed after a trailer", withHead(chunked, "0\r\nT: 1\n\r\n"), "400|");
    row("a chunk size that is no number", withHead(chunked, "x\r\n"), "400|");
    row("an empty chunk size", withHead(chunked, "\r\n"), "400|");
    row("a negative chunk size", withHead(chunked, "-1\r\n"), "400|");
    row("a chunk size with 0x", withHead(chunked, "0x1\r\nb\r\n0\r\n\r\n"), "400|");
    row("a blank before the chunk size", withHead(chunked, " 1\r\nb\r\n0\r\n\r\n"), "400|");
    row("a blank after the chunk size", withHead(chunked, "1 \r\nb\r\n0\r\n\r\n"), "400|");
    row("a bare line feed after the chunk size", withHead(chunked, "1\nb\r\n0\r\n\r\n"), "400|");
    row("a bare line feed after the chunk", withHead(chunked, "1\r\nb\n0\r\n\r\n"), "400|");
    row("a bare line feed after the last size", withHead(chunked, "1\r\nb\r\n0\n\r\n"), "400|");
    row("a bare line feed after an extension", withHead(chunked, "1;x\nb\r\n0\r\n\r\n"), "400|");
    row("a bare carriage return after the chunk size", withHead(chunked, "1\rb\r\n0\r\n\r\n"), "400|");
    row("a chunk longer than its size", withHead(chunked, "1\r\nbb\r\n0\r\n\r\n"), "400|");
}

// Each case whole, cut in two at every point, and byte by byte: always the same.
void TestRequestParser::readsAndRefuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, expected);
    const http::Limits limits = smallLimits();
    const Outcome whole = parsed({bytes}, limits);
    QCOMPARE(text(whole), expected);
    QVERIFY(whole.heads <= 1);

    const QByteArrayView view(bytes);
    QList<QByteArrayView> single;
    for (qsizetype cut = 0; cut < view.size(); ++cut) {
        const Outcome two = parsed({view.first(cut), view.sliced(cut)}, limits);
        QVERIFY2(text(two) == expected, "cut at " + QByteArray::number(cut) + ": " + text(two));
        single.append(view.sliced(cut, 1));
    }
    QCOMPARE(text(parsed(single, limits)), expected);
}

void TestRequestParser::takesTheGatewaysVectors_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QFile file(support::dataFile(QStringLiteral("callbacks.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray vectors = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(vectors.size() >= 6);
    for (const QJsonValue &vector : vectors) {
        const QByteArray line = vector["request"_L1].toString().toLatin1();
        QByteArray body;
        if (vector["body"_L1].isObject())
            body = QJsonDocument(vector["body"_L1].toObject()).toJson(QJsonDocument::Compact);
        QByteArray bytes = line + "\r\nHost: kunde.no\r\n";
        if (!body.isEmpty())
            bytes += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
                     "\r\n";
        QTest::newRow(qPrintable(vector["rule"_L1].toString() + u" as the gateway sends it"_s))
            << QByteArray(bytes + "\r\n" + body) << line.split(' ').at(1) << body;
    }
}

void TestRequestParser::takesTheGatewaysVectors()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    const QByteArrayView view(bytes);
    for (qsizetype cut = 0; cut <= view.size(); ++cut) {
        const Outcome outcome = parsed({view.first(cut), view.sliced(cut)}, http::Limits{});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.request.path, target.left(3));
        QCOMPARE(outcome.request.query, target.mid(4));
        QCOMPARE(outcome.request.body, body);
    }
}

void TestRequestParser::tellsTheHeadBeforeTheBody()
{
    const http::Limits limits;
    RequestParser parser(limits);
    QCOMPARE(parser.feed("POST /p HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc"),
             Progress::HeadComplete);
    QCOMPARE(parser.request().path, QByteArray("/p"));
    QCOMPARE(parser.request().header("content-length"), QByteArray("3"));
    QCOMPARE(parser.request().header("content-type"), QByteArray());
    QCOMPARE(parser.bodySize(), 0);
    QCOMPARE(parser.feed({}), Progress::Complete);
    QCOMPARE(parser.request().body, QByteArray("abc"));
    QCOMPARE(parser.feed("x"), Progress::Complete);
    QVERIFY(parser.surplus());
}

// The figures of the design, not only the mechanism.
void TestRequestParser::keepsTheDesignsLimits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto get = [](qsizetype line, const QByteArray &fields) {
        return QByteArray("GET /" + QByteArray(line - 14, 'a') + " HTTP/1.1\r\nHost: h\r\n" + fields +
                          "\r\n");
    };
    QTest::newRow("a request line of 8 KiB") << get(8192, {}) << 0;
    QTest::newRow("a request line of 8 KiB and a byte") << get(8193, {}) << 414;
    QTest::newRow("a head of 16 KiB") << get(20, "X: " + QByteArray(16384 - 38, 'x') + "\r\n") << 0;
    QTest::newRow("a head of 16 KiB and a byte")
        << get(20, "X: " + QByteArray(16384 - 37, 'x') + "\r\n") << 431;
    QTest::newRow("64 fields") << get(20, QByteArray("X: 1\r\n").repeated(63)) << 0;
    QTest::newRow("65 fields") << get(20, QByteArray("X: 1\r\n").repeated(64)) << 431;
    QTest::newRow("16 MiB") << withHead("Content-Length: 16777216\r\n") << -1;
    QTest::newRow("16 MiB and a byte") << withHead("Content-Length: 16777217\r\n") << 413;
    QTest::newRow("a chunk of 16 MiB and a byte")
        << withHead("Transfer-Encoding: chunked\r\n", "1000001\r\n") << 413;
}

void TestRequestParser::keepsTheDesignsLimits()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QCOMPARE(parsed({bytes}, http::Limits{}).status, status);
}

void TestRequestParser::knowsWhoWaitsForContinue()
{
    const http::Limits limits;
    const auto expects = [&](const QByteArray &version, const QByteArray &fields) {
        RequestParser parser(limits);
        parser.feed("POST / " + version + "\r\nHost: h\r\nContent-Length: 1\r\n" + fields + "\r\n");
        return parser.expectsContinue();
    };
    QVERIFY(expects("HTTP/1.1", "Expect: 100-continue\r\n"));
    QVERIFY(expects("HTTP/1.1", "Expect: 100-Continue\r\n"));
    QVERIFY(!expects("HTTP/1.0", "Expect: 100-continue\r\n"));
    QVERIFY(!expects("HTTP/1.1", ""));
}

QTEST_GUILESS_MAIN(TestRequestParser)
#include "tst_requestparser.moc"
