// SPDX-License-Identifier: GPL-3.0-or-later
// What the inbox reads in a text: opt-outs, keywords, and the answers of machines.
#include "inbox/rules.h"

#include "inbox/inboxsamples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using inbox::IntakeRules;
using support::inbound;
using support::withKeywords;

Q_DECLARE_METATYPE(inbox::OptOutReading)

class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOptOutIsRecognised_data();
    void anOptOutIsRecognised();
    void theGatewaysKeywordIsANameOfOurs_data();
    void theGatewaysKeywordIsANameOfOurs();
    void theWordsCanBeOthers();
    void aKeywordIsTheFirstWord_data();
    void aKeywordIsTheFirstWord();
    void anAutomaticAnswerIsRecognised_data();
    void anAutomaticAnswerIsRecognised();
};

void TestRules::anOptOutIsRecognised_data()
{
    using inbox::OptOutReading;
    QTest::addColumn<QString>("text");
    QTest::addColumn<OptOutReading>("expected");
    const auto rows = [](OptOutReading expected, const QStringList &texts) {
        for (const QString &text : texts)
            QTest::newRow(qPrintable(QString(text).replace(u'\n', u'/'))) << text << expected;
    };
    rows(OptOutReading::Certain, {u"STOPP"_s,
                                  u" stopp. "_s,
                                  u"Stop!"_s,
                                  u"«Stopp»"_s,
                                  u"STOPP\r\n"_s,
                                  u"KLUBB STOPP"_s,
                                  u"stopp klubb"_s,
                                  u"Klubb: stopp!!"_s,
                                  u"KLUBB-STOPP"_s,
                                  u"KLUBB,STOP."_s,
                                  u"Klubbstopp"_s,
                                  u"STOPPKLUBB"_s,
                                  u"Stop. Takk"_s,
                                  u"Stopp, takk!"_s,
                                  u"Vennligst stopp"_s,
                                  u"Vær så snill: STOPP"_s,
                                  u"Please STOP"_s,
                                  u"stop please, thank you"_s,
                                  u"Hei! STOPP"_s,
                                  u"STOPP\nSendt fra min iPhone"_s,
                                  u"STOPP Sendt fra min iPhone"_s,
                                  u"Stopp.\n\nSent from my Samsung Galaxy S24"_s,
                                  u"Sendt fra Outlook for iOS\nSTOPP"_s,
                                  u"STOPP\nHent Outlook for Android"_s,
                                  u"STOPP\n\nFå Outlook for iOS"_s,
                                  u"Klubb stopp\nVon meinem iPhone gesendet"_s,
                                  u"Stopp\nSkickat från min iPhone"_s,
                                  u"STOPP mvh Kari Nordmann"_s,
                                  u"Stopp.\nMed vennlig hilsen\nKari Nordmann"_s,
                                  u"STOP\nBest regards, Ola"_s,
                                  u"STOPP\n--\nKari Nordmann, Storgata 1"_s,
                                  u"stopp stopp"_s,
                                  u"STOPP STOPP STOPP!!!"_s,
                                  u"STOPP ALLE"_s,
                                  u"Stop all"_s,
                                  u"stopp sms"_s,
                                  u"STOPP til 26114"_s,
                                  u"KLUBB STOPP til 26114"_s,
                                  u"S T O P P"_s,
                                  u"S.T.O.P."_s,
                                  u"ＳＴＯＰ"_s,
                                  u"STO\u200BPP"_s,
                                  u"STOPP\uFEFF"_s,
                                  u"STOPP 🙏🏽"_s,
                                  u"🛑 STOPP 👎🏿"_s,
                                  u"Re: STOPP"_s,
                                  u"(uten emne) STOPP"_s,
                                  u"STOPP nå"_s});
    rows(OptOutReading::Possible, {u"Stopp ved døra"_s,
                                   u"Ikke stopp på rødt lys"_s,
                                   u"Ikke stopp"_s,
                                   u"STOPP bussen"_s,
                                   u"Avslutt"_s,
                                   u"KLUBB avslutt"_s,
                                   u"Avslutt abonnementet"_s,
                                   u"STOPPP"_s,
                                   u"Stpp"_s,
                                   u"sotpp"_s,
                                   u"St0pp"_s,
                                   u"Stoppe"_s,
                                   u"slutt"_s,
                                   u"KLUBB SLUTT"_s,
                                   u"Meld meg av"_s,
                                   u"Kan dere melde meg av lista?"_s,
                                   u"Fjern meg fra listen"_s,
                                   u"Slett meg"_s,
                                   u"Ikke send flere meldinger"_s,
                                   u"unsubscribe"_s,
                                   u"Opt-out"_s,
                                   u"Please don't text me"_s,
                                   u"CANCEL"_s,
                                   u"Quit"_s,
                                   u"ARRÊT"_s,
                                   u"Стоп"_s,
                                   u"Feil nummer"_s,
                                   u"Kari Nordmann STOPP"_s,
                                   u"Hvordan får jeg stopp på disse meldingene?"_s,
                                   u"Svar STOPP for å avslutte"_s,
                                   u"Nei takk"_s,
                                   u"STOPP mvh Kari, men bare for meldingene om dugnad og ikke de andre"_s});
    rows(OptOutReading::None,
         {u""_s, u"..."_s, u"Stoppested"_s, u"Topp!"_s, u"Stor takk"_s, u"Takk"_s, u"Hei"_s, u"KLUBB"_s,
          u"Sendt fra min iPhone"_s, u"Jeg kommer"_s, u"Når er kampen slutt i dag?"_s,
          u"Vi kommer av og til"_s, u"👍"_s, u"Mvh Kari"_s, u"Jeg sendte fra telefonen i går"_s});
}

void TestRules::anOptOutIsRecognised()
{
    QFETCH(QString, text);
    QFETCH(inbox::OptOutReading, expected);
    QCOMPARE(inbox::readOptOut(text, inbox::defaultOptOutWords(), {u"Klubb"_s, u"26114"_s}), expected);
}

void TestRules::theWordsCanBeOthers()
{
    using inbox::OptOutReading;
    const QStringList words{u"Meld meg av"_s, u"SLUTT"_s, u""_s};
    QCOMPARE(inbox::readOptOut(u"meld  meg AV!"_s, words), OptOutReading::Certain);
    QCOMPARE(inbox::readOptOut(u"slutt"_s, words), OptOutReading::Certain);
    QCOMPARE(inbox::readOptOut(u"STOPP"_s, words), OptOutReading::None);
    QCOMPARE(inbox::readOptOut(u""_s, words), OptOutReading::None);
    QCOMPARE(inbox::readOptOut(u"Avslutt"_s, {}), OptOutReading::None); // the person wants no opt-outs here
    // An accent as a character of its own is the same letter.
    QCOMPARE(inbox::readOptOut(QString(u"a\u030Apent"_s), {u"Åpent"_s}), OptOutReading::Certain);
}

void TestRules::theGatewaysKeywordIsANameOfOurs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("keyword");
    QTest::addColumn<bool>("optOut");
    QTest::newRow("on a short number that several share")
        << u"KLUBB STOPP"_s << u"26114"_s << u"KLUBB"_s << true;
    QTest::newRow("behind the word") << u"Stopp klubb."_s << u"26114"_s << u"KLUBB"_s << true;
    QTest::newRow("not where the sentence begins with a no")
        << u"Ikke stopp"_s << u"26114"_s << u"IKKE"_s << false;
    QTest::newRow("not on a number of one's own, where it is only the first word")
        << u"Bussen stopp"_s << u"+4759440000"_s << u"BUSSEN"_s << false;
    QTest::newRow("but a rule's keyword is, there too")
        << u"SOMMER STOPP"_s << u"+4759440000"_s << u"SOMMER"_s << true;
    QTest::newRow("a rule's keyword that the gateway does not name")
        << u"stopp sommer"_s << u"26114"_s << u"STOPP"_s << true;
}

void TestRules::theGatewaysKeywordIsANameOfOurs()
{
    QFETCH(QString, text);
    QFETCH(QString, to);
    QFETCH(QString, keyword);
    QFETCH(bool, optOut);
    domain::InboundMessage message = inbound(text, 1);
    message.to = to;
    message.keyword = keyword;
    const inbox::Verdict verdict = inbox::judge(message, withKeywords());
    QCOMPARE(verdict.optOut, optOut);
    QCOMPARE(verdict.mayBeOptOut, !optOut);
    QVERIFY(verdict.groups.isEmpty());
    QVERIFY(verdict.answer.isEmpty());
}

void TestRules::aKeywordIsTheFirstWord_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("keyword"); // as the gateway gives it
    QTest::addColumn<QStringList>("groups");
    QTest::addColumn<QString>("answer");
    const QStringList party{u"Sommerfest"_s};
    const QString welcome = u"Velkommen!"_s;
    QTest::newRow("alone") << u"sommer"_s << QString() << party << welcome;
    QTest::newRow("before other words") << u"SOMMER jeg kommer"_s << QString() << party << welcome;
    QTest::newRow("behind other words it is none")
        << u"Jeg liker sommer"_s << QString() << QStringList() << QString();
    QTest::newRow("as the beginning of a word it is none")
        << u"Sommeren er her"_s << QString() << QStringList() << QString();
    QTest::newRow("as the gateway found it") << u"hei"_s << u"SOMMER"_s << party << welcome;
    QTest::newRow("an answer without a group")
        << u"Pris?"_s << u"PRIS?"_s << QStringList() << u"En billett koster 250 kr."_s;
    QTest::newRow("a group without an answer")
        << u"nyheter"_s << QString() << QStringList{u"Nyhetsbrev"_s} << QString();
    QTest::newRow("another word") << u"hei"_s << u"HEI"_s << QStringList() << QString();
    QTest::newRow("nothing") << u""_s << u""_s << QStringList() << QString();
}

void TestRules::aKeywordIsTheFirstWord()
{
    QFETCH(QString, text);
    QFETCH(QString, keyword);
    QFETCH(QStringList, groups);
    QFETCH(QString, answer);
    domain::InboundMessage message = inbound(text, 1);
    message.keyword = keyword;
    const inbox::Verdict verdict = inbox::judge(message, withKeywords());
    QCOMPARE(verdict.groups, groups);
    QCOMPARE(verdict.answer, answer);
    QVERIFY(!verdict.optOut);
}

void TestRules::anAutomaticAnswerIsRecognised_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    QTest::newRow("Norwegian") << u"Autosvar: Jeg er på ferie"_s << true;
    QTest::newRow("English") << u"Automatic reply: I am out"_s << true;
    QTest::newRow("our own answer that comes back") << u"velkommen"_s << true;
    QTest::newRow("a person") << u"Pris på billett?"_s << false;
    QTest::newRow("a person who writes of one") << u"Fikk bare et autosvar"_s << false;
}

void TestRules::anAutomaticAnswerIsRecognised()
{
    QFETCH(QString, text);
    QFETCH(bool, expected);
    QCOMPARE(inbox::isAutomaticAnswer(text, withKeywords()), expected);
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
