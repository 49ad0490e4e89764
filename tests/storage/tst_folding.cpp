// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/folding.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

class TestFolding : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void folds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        QTest::newRow("Åse is found by ase") << u"Åse"_s << u"ase"_s;
        QTest::newRow("a decomposed Å is the same letter") << u"A\u030Ase"_s << u"ase"_s;
        QTest::newRow("Ørjan is found by orjan") << u"ØRJAN"_s << u"orjan"_s;
        QTest::newRow("Æ is ae") << u"Bærum Ærlig"_s << u"baerum aerlig"_s;
        QTest::newRow("other marks are dropped") << u"Éric Müller Škoda"_s << u"eric muller skoda"_s;
        QTest::newRow("Sami and other letters") << u"Đorđe Ŧ Ŋ ß"_s << u"dorde t n ss"_s;
        QTest::newRow("plain letters become lower case") << u"Kari NORDMANN 12"_s << u"kari nordmann 12"_s;
        QTest::newRow("other alphabets stay") << u"Жанна"_s << u"жанна"_s;
    }
    void folds()
    {
        QFETCH(QString, text);
        QTEST(storage::folded(text), "folded");
    }

    void splitsIntoWords()
    {
        QCOMPARE(storage::words(u"Hei, Åse! Møte kl.12-13 🎉ok"_s),
                 (QStringList{u"hei"_s, u"ase"_s, u"mote"_s, u"kl"_s, u"12"_s, u"13"_s, u"ok"_s}));
        QCOMPARE(storage::words(u" ,.! "_s), QStringList());
    }

    void readsWhatIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("terms");
        QTest::newRow("a number in groups is one word") << u"900 00 000"_s << QStringList{u"90000000"_s};
        QTest::newRow("a number with plus") << u"+47 900 00 000"_s << QStringList{u"4790000000"_s};
        QTest::newRow("a number with 00") << u"004790000000"_s << QStringList{u"4790000000"_s};
        QTest::newRow("the beginning of a number") << u"900"_s << QStringList{u"900"_s};
        QTest::newRow("words") << u"Åse  9"_s << QStringList{u"ase"_s, u"9"_s};
        QTest::newRow("nothing") << u" - "_s << QStringList{};
    }
    void readsWhatIsTyped()
    {
        QFETCH(QString, typed);
        QTEST(storage::searchTerms(typed), "terms");
    }

    void sortsAsNorwegiansDo()
    {
        const QStringList expected{u"Ali"_s,   u"Berit"_s, u"Éric"_s, u"Fredrik"_s, u"zoe"_s,  u"Ærlig"_s,
                                   u"Ärvik"_s, u"Øst"_s,   u"Özil"_s, u"Aasen"_s,   u"Åsene"_s};
        QStringList sorted = expected;
        std::reverse(sorted.begin(), sorted.end());
        std::sort(sorted.begin(), sorted.end(), [](const QString &a, const QString &b) {
            return storage::sortKey(a) < storage::sortKey(b);
        });
        QCOMPARE(sorted, expected);
    }
};

QTEST_GUILESS_MAIN(TestFolding)
#include "tst_folding.moc"
