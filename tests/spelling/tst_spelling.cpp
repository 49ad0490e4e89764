// SPDX-License-Identifier: GPL-3.0-or-later
#include "spelling/speller.h"
#include "support/patience.h"
#include "support/places.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using spelling::Language;
using spelling::Verdict;

namespace {

QStringList folders()
{
    return {support::dataFile(u"spelling"_s)};
}

// As an editor does: again whenever something has been judged.
Verdict verdict(spelling::Speller &speller, const QString &word, bool beforePeriod = false)
{
    const spelling::Word asked{word, 0, beforePeriod};
    Verdict known = speller.verdict(asked);
    if (known == Verdict::Unknown && speller.dictionary()) {
        QSignalSpy judged(&speller, &spelling::Speller::judged);
        if (judged.wait(20000))
            known = speller.verdict(asked);
    }
    return known;
}

} // namespace

class TestSpelling : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void judgesInTheChosenLanguage()
    {
        spelling::Speller speller(folders());
        QVERIFY(verdict(speller, u"hei"_s) == Verdict::Unknown); // off
        speller.setLanguage(Language::Bokmaal);
        QVERIFY(verdict(speller, u"avtalen"_s) == Verdict::Right); // its ending is in the .aff
        QVERIFY(verdict(speller, u"På"_s) == Verdict::Right);      // the file is in Latin-1
        QVERIFY(verdict(speller, u"avtalle"_s) == Verdict::Wrong);
        QVERIFY(verdict(speller, u"Łukasz"_s) == Verdict::Wrong); // and cannot be written in it
        QVERIFY(verdict(speller, u"kl"_s) == Verdict::Wrong);
        QVERIFY(verdict(speller, u"kl"_s, true) == Verdict::Right);
        QVERIFY(verdict(speller, u"time"_s, true) == Verdict::Right); // ends a sentence
        speller.setLanguage(Language::English);
        QVERIFY(verdict(speller, u"hei"_s) == Verdict::Wrong);
        QVERIFY(verdict(speller, u"cafés"_s) == Verdict::Right);
        QVERIFY(verdict(speller, u"don’t"_s) == Verdict::Right);
        speller.setLanguage(std::nullopt);
        QVERIFY(verdict(speller, u"hei"_s) == Verdict::Unknown);
    }

    void suggestsAtMostFive()
    {
        spelling::Speller speller(folders());
        speller.setLanguage(Language::Bokmaal);
        QSignalSpy suggested(&speller, &spelling::Speller::suggested);
        speller.suggest(u"avtalle"_s);
        QTRY_COMPARE(suggested.size(), 1);
        QCOMPARE(suggested.at(0).at(0).toString(), u"avtalle"_s);
        QCOMPARE(suggested.at(0).at(1).toStringList().constFirst(), u"avtale"_s);
        speller.suggest(u"ha"_s);
        QTRY_COMPARE(suggested.size(), 2);
        QVERIFY(suggested.at(1).at(1).toStringList().size() <= 5);
        speller.suggest(u"motet"_s); // what is said of a former language is not passed on
        speller.setLanguage(Language::English);
        speller.suggest(u"helo"_s);
        QTRY_COMPARE(suggested.size(), 3);
        QCOMPARE(suggested.at(2).at(1).toStringList(), QStringList{u"hello"_s});
    }

    void onesOwnWordsAreRight()
    {
        spelling::Speller speller(folders());
        speller.setLanguage(Language::Bokmaal);
        QVERIFY(verdict(speller, u"fysioterapi"_s) == Verdict::Wrong);
        speller.setOwnWords({u"fysioterapi"_s, u"Budstikke"_s});
        QVERIFY(verdict(speller, u"fysioterapi"_s) == Verdict::Right);
        QVERIFY(verdict(speller, u"Fysioterapi"_s) == Verdict::Right);
        QVERIFY(verdict(speller, u"budstikke"_s) == Verdict::Wrong); // a name has its capital letter
        speller.setOwnWords({});
        QVERIFY(verdict(speller, u"fysioterapi"_s) == Verdict::Wrong);
    }

    void aDictionaryThatCannotBeReadIsNone()
    {
        QTemporaryDir folder;
        QFile affixes(folder.path() + u"/nb_NO.aff"_s);
        QVERIFY(affixes.open(QIODevice::WriteOnly));
        affixes.write("SET KLINGON-7\n");
        affixes.close();
        QFile words(folder.path() + u"/nb_NO.dic"_s);
        QVERIFY(words.open(QIODevice::WriteOnly));
        words.write("1\nhei\n");
        words.close();
        spelling::Speller speller({folder.path()});
        speller.setLanguage(Language::Bokmaal);
        QVERIFY(speller.dictionary());
        QVERIFY(speller.verdict({u"hie"_s, 0, false}) == Verdict::Unknown);
        QTRY_VERIFY(!speller.dictionary());
        QVERIFY(speller.verdict({u"hei"_s, 0, false}) == Verdict::Unknown);
    }
};

QTEST_GUILESS_MAIN(TestSpelling)
#include "tst_spelling.moc"
