// SPDX-License-Identifier: GPL-3.0-or-later
// What stands at the address, told from its answer.
#include "mailbox/answers.h"
#include "mailbox/client.h"
#include "mailbox/problem.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace mailbox;

namespace {

const QByteArray good = R"({"budstikkeMailbox":1,"ask":"word","now":1000,"key":"KEY","full":false,)"
                        R"("left":7,"events":[{"n":3,"sealed":"YWI="},{"n":9,"sealed":"%%"}]})";

} // namespace

class TestMailboxAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPortionIsRead();
    void whatElseAnswersIsTold_data();
    void whatElseAnswersIsTold();
    void theAddressKeepsTheKeySecret_data();
    void theAddressKeepsTheKeySecret();
};

void TestMailboxAnswers::aPortionIsRead()
{
    const auto portion = readEvents({200, good, {}}, u"word"_s, u"KEY"_s);
    QVERIFY(portion);
    QCOMPARE(portion->left, 7);
    QCOMPARE(portion->facts.nowMs, 1000);
    QCOMPARE(portion->items.size(), 2);
    QCOMPARE(portion->items[0].number, 3);
    QCOMPARE(portion->items[0].sealed, QByteArray("ab"));
    QCOMPARE(portion->items[1].number, 9); // garbage blocks nothing
}

void TestMailboxAnswers::whatElseAnswersIsTold_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, int status, const QByteArray &body, const QString &code,
                        const QString &detail = {}) {
        QTest::newRow(name) << status << body << code << detail;
    };
    row("a page of the web site", 200, "<html>Velkommen</html>", u"mailboxAbsent"_s, u"HTTP 200"_s);
    row("nothing there", 404, "<html>404</html>", u"mailboxAbsent"_s, u"HTTP 404"_s);
    row("the file as text", 200, "<?php const X = 1;", u"mailboxAbsent"_s, u"HTTP 200"_s);
    row("other JSON", 200, "{}", u"mailboxAbsent"_s, u"HTTP 200"_s);
    row("leads elsewhere", 301, "", u"mailboxMoved"_s, u"https://b.example/p.php/events?ask=word"_s);
    row("the web server is down", 502, "<html>", u"mailboxUnreachable"_s, u"HTTP 502"_s);
    row("another key", 403, R"({"budstikkeMailbox":1,"ask":"word","error":"key"})", u"mailboxForeign"_s);
    row("sealed to another office", 200, QByteArray(good).replace("KEY", "YEK"), u"mailboxForeign"_s);
    row("an advertisement behind it", 200, good + "<script>ads</script>", u"mailboxChanged"_s, u"around"_s);
    row("an error before it", 200, "<br />Warning: x" + good, u"mailboxChanged"_s, u"around"_s);
    row("made to a page", 200, "<html><body>" + good + "</body></html>", u"mailboxChanged"_s, u"around"_s);
    row("cut off", 200, good.chopped(20), u"mailboxChanged"_s, u"cut"_s);
    row("no list", 200, QByteArray(good).replace("\"events\"", "\"event\""), u"mailboxChanged"_s,
        u"around"_s);
    row("a number below one", 200, QByteArray(good).replace("\"n\":3", "\"n\":0"), u"mailboxChanged"_s,
        u"around"_s);
    row("a number beyond all", 200, QByteArray(good).replace("\"n\":3", "\"n\":9007199254740991"),
        u"mailboxChanged"_s, u"around"_s);
    row("an old answer", 200, QByteArray(good).replace("word", "wort"), u"mailboxChanged"_s, u"old"_s);
    row("a full disk there", 503, R"({"budstikkeMailbox":1,"ask":"word","error":"folder"})",
        u"mailboxBroken"_s, u"folder"_s);
    row("no sodium there", 503, R"({"budstikkeMailbox":1,"ask":"word","error":"sodium"})", u"mailboxBroken"_s,
        u"sodium"_s);
}

void TestMailboxAnswers::whatElseAnswersIsTold()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    QFETCH(QString, detail);
    const Reply reply{status, body, status == 301 ? detail : QString()};
    const auto portion = readEvents(reply, u"word"_s, u"KEY"_s);
    QVERIFY(!portion);
    QCOMPARE(portion.error().field, code);
    QCOMPARE(portion.error().detail, detail);
    QVERIFY(problemOf(portion.error()));
}

void TestMailboxAnswers::theAddressKeepsTheKeySecret_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code"); // empty: it is taken
    QTest::newRow("https") << u" https://www.example.no/post/postkasse.php "_s << QString();
    QTest::newRow("loopback") << u"http://127.0.0.1:8089"_s << QString();
    QTest::newRow("localhost") << u"http://localhost:8089/postkasse.php"_s << QString();
    QTest::newRow("http") << u"http://www.example.no/postkasse.php"_s << u"insecureUrl"_s;
    QTest::newRow("no scheme") << u"www.example.no/postkasse.php"_s << u"invalidField"_s;
    QTest::newRow("a file") << u"file:///postkasse.php"_s << u"invalidField"_s;
    QTest::newRow("a password in it") << u"https://a:b@example.no/postkasse.php"_s << u"invalidField"_s;
    QTest::newRow("a query") << u"https://example.no/postkasse.php?x=1"_s << u"invalidField"_s;
    QTest::newRow("nothing") << QString() << u"invalidField"_s;
}

void TestMailboxAnswers::theAddressKeepsTheKeySecret()
{
    QFETCH(QString, typed);
    QFETCH(QString, code);
    const auto url = mailboxAddress(typed);
    QCOMPARE(url.ok() ? QString() : base::identifier(url.error().code), code);
}

QTEST_GUILESS_MAIN(TestMailboxAnswers)
#include "tst_mailboxanswers.moc"
