// SPDX-License-Identifier: GPL-3.0-or-later
#include "spelling/dictionaryfiles.h"
#include "spelling/words.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using spelling::Language;

class TestSpellingWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsAWord_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("words, with letters of any language")
            << u"Hei Łukasz, møt på café!"_s
            << QStringList{u"Hei"_s, u"Łukasz"_s, u"møt"_s, u"på"_s, u"café"_s};
        QTest::newRow("no field, with its default")
            << u"Hei {Navn|medlm}, kom"_s << QStringList{u"Hei"_s, u"kom"_s};
        QTest::newRow("no field that is being typed") << u"Hei {fornav"_s << QStringList{u"Hei"_s};
        QTest::newRow("a field's end is the line's") << u"{fornav\nkom"_s << QStringList{u"kom"_s};
        QTest::newRow("no address, whole")
            << u"se https://eksempl.no/time?x=ja og www.ting.no/abc"_s << QStringList{u"se"_s, u"og"_s};
        QTest::newRow("no address without its scheme")
            << u"fro.no/gw eller post@eksempel.no"_s << QStringList{u"eller"_s};
        QTest::newRow("no number, no word with a digit")
            << u"kl 14:30 den 3dje, A4 1.500"_s << QStringList{u"kl"_s, u"den"_s};
        QTest::newRow("no code in capitals")
            << u"send STOPP til NAV, MR-time"_s << QStringList{u"send"_s, u"til"_s, u"MR-time"_s};
        QTest::newRow("no single letter") << u"i b c du"_s << QStringList{u"du"_s};
        QTest::newRow("hyphens and apostrophes inside")
            << u"e-post don't Lars' -her-"_s << QStringList{u"e-post"_s, u"don't"_s, u"Lars"_s, u"her"_s};
        QTest::newRow("both sides of a slash") << u"og/eller"_s << QStringList{u"og"_s, u"eller"_s};
        QTest::newRow("an emoji parts words") << u"hei😀du"_s << QStringList{u"hei"_s, u"du"_s};
        QTest::newRow("nothing") << QString() << QStringList{};
    }
    void whatIsAWord()
    {
        QFETCH(QString, text);
        const QList<spelling::Word> words = spelling::wordsIn(text);
        QStringList texts;
        for (const spelling::Word &word : words)
            texts.append(word.text);
        QTEST(texts, "words");
        for (const spelling::Word &word : words)
            QCOMPARE(text.mid(word.position, word.text.size()), word.text);
    }

    void aDictionaryIsFoundByNameAndOrder()
    {
        QTemporaryDir first, second;
        const auto put = [](const QString &folder, const QString &name) {
            for (const auto &ending : {u".aff"_s, u".dic"_s}) {
                QFile file(folder + u'/' + name + ending);
                QVERIFY(file.open(QIODevice::WriteOnly));
            }
        };
        const QStringList both{first.path(), second.path()};
        QVERIFY(!spelling::dictionaryFor(Language::English, both));
        put(first.path(), u"en_US"_s);
        QCOMPARE(spelling::dictionaryFor(Language::English, both)->words, first.path() + u"/en_US.dic"_s);
        put(second.path(), u"en_GB"_s);
        QCOMPARE(spelling::dictionaryFor(Language::English, both)->words, second.path() + u"/en_GB.dic"_s);
        put(first.path(), u"en_GB"_s);
        QCOMPARE(spelling::dictionaryFor(Language::English, both)->affixes, first.path() + u"/en_GB.aff"_s);
        QFile::remove(first.path() + u"/en_GB.aff"_s); // half of one is none
        QCOMPARE(spelling::dictionaryFor(Language::English, both)->words, second.path() + u"/en_GB.dic"_s);
        QVERIFY(!spelling::dictionaryFor(Language::Bokmaal, both));
    }

    void theUsualPlacesComeAfterDicpath()
    {
        qputenv("DICPATH", "/somewhere/of/mine");
        const QStringList folders = spelling::dictionaryFolders();
        qunsetenv("DICPATH");
        QCOMPARE(folders.constFirst(), u"/somewhere/of/mine"_s);
#if defined(Q_OS_LINUX)
        QVERIFY(folders.contains(u"/usr/share/hunspell"_s));
        QVERIFY(folders.contains(u"/usr/share/myspell/dicts"_s));
#endif
    }
};

QTEST_GUILESS_MAIN(TestSpellingWords)
#include "tst_spellingwords.moc"
