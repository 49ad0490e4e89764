// SPDX-License-Identifier: GPL-3.0-or-later
// What the window makes of what a person types, and what it calls things by itself.
#include "engine/language.h"
#include "gui/pages/sendcounter.h"
#include "gui/pages/whenform.h"
#include "gui/savefile.h"
#include "gui/statusline.h"
#include "gui/widgets/recipientsedit.h"
#include "gui/widgets/templateform.h"

#include <QComboBox>
#include <QDir>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

class TestWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { engine::language::install(u"en"_s); } // which has the plurals

    void howLongAgoAStatusCame_data()
    {
        QTest::addColumn<qint64>("ago"); // milliseconds
        QTest::addColumn<QString>("words");
        QTest::newRow("just now") << qint64(0) << u"0 s ago"_s;
        QTest::newRow("seconds") << qint64(59999) << u"59 s ago"_s;
        QTest::newRow("minutes") << qint64(60000) << u"1 min ago"_s;
        QTest::newRow("an hour: the time") << qint64(3600000) << u"11:30"_s;
        QTest::newRow("the day before: the date too") << qint64(24 * 3600000) << u"23/03/2026 12:30"_s;
        QTest::newRow("the clock was set back") << qint64(-5000) << u"0 s ago"_s;
    }
    void howLongAgoAStatusCame()
    {
        QFETCH(qint64, ago);
        const qint64 now = QDateTime({2026, 3, 24}, {12, 30}).toMSecsSinceEpoch();
        QTEST(gui::sinceInWords(now - ago, now), "words");
    }

    void aCampaignIsCalledAfterWhomItGoesTo_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("list");
        QTest::addColumn<QStringList>("groups");
        QTest::addColumn<int>("repeat");
        QTest::addColumn<QString>("name");
        QTest::newRow("a list") << u"en"_s << u"/home/kari/medlemmer.2026.csv"_s << QStringList() << 0
                                << u"medlemmer.2026 24/03/2026 19:05"_s;
        QTest::newRow("groups, in Norwegian") << u"nb"_s << QString() << QStringList{u"Styret"_s, u"Lag 1"_s}
                                              << 0 << u"Styret, Lag 1 24.03.2026 19:05"_s;
        QTest::newRow("numbers: by the text")
            << u"en"_s << QString() << QStringList() << 0 << u"Husk dugnaden! 24/03/2026 19:05"_s;
        QTest::newRow("one that repeats has no date")
            << u"en"_s << QString() << QStringList{u"Styret"_s} << int(domain::Repeat::Daily) << u"Styret"_s;
    }
    void aCampaignIsCalledAfterWhomItGoesTo()
    {
        QFETCH(QString, language);
        QFETCH(QString, list);
        QFETCH(QStringList, groups);
        QFETCH(int, repeat);
        engine::language::install(language);
        engine::Draft draft;
        draft.text = u"Husk\ndugnaden!"_s;
        draft.recipients.listFile = list;
        draft.recipients.groups = groups;
        draft.repeat = static_cast<domain::Repeat>(repeat);
        const QString when =
            engine::language::locale().toString(QDateTime({2026, 3, 24}, {19, 5}), QLocale::ShortFormat);
        QTEST(engine::suggestedName(draft, when), "name");
        engine::language::install(u"en"_s);
    }

    void theReviewSaysThatEachRowIsItsOwnMessage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("words");
        QTest::newRow("in English") << u"en"_s << u"each row its own message"_s;
        QTest::newRow("in Norwegian") << u"nb"_s << u"hver rad sin egen melding"_s;
    }
    void theReviewSaysThatEachRowIsItsOwnMessage()
    {
        QFETCH(QString, language);
        QFETCH(QString, words);
        engine::language::install(language);
        gui::WhenForm form;
        engine::Draft draft;
        form.writeTo(draft);
        QVERIFY(!draft.recipients.eachRow);
        QVERIFY(!gui::optionsInWords(draft, domain::SendMode::Single).contains(words));
        form.findChild<QComboBox *>(u"rowsCombo"_s)->setCurrentIndex(1);
        form.writeTo(draft);
        QVERIFY(draft.recipients.eachRow);
        QVERIFY(gui::optionsInWords(draft, domain::SendMode::Single).contains(words));
        engine::language::install(u"en"_s);
    }

    void aTemplatesDateIsTypedAsPeopleWriteIt_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("sent");
        QTest::newRow("TPL-10 a Norwegian date") << u"date"_s << u"5.3.2030"_s << u"2030-03-05"_s;
        QTest::newRow("TPL-10 an English date") << u"date"_s << u"31/12/2030"_s << u"2030-12-31"_s;
        QTest::newRow("TPL-10 the gateway's own") << u"date"_s << u"2030-01-31"_s << u"2030-01-31"_s;
        QTest::newRow("no such day stays and is refused") << u"date"_s << u"31.2.2030"_s << u"31.2.2030"_s;
        QTest::newRow("a merge field stays") << u"date"_s << u"{dato}"_s << u"{dato}"_s;
        QTest::newRow("TPL-10 a time with a point") << u"time"_s << u"9.15"_s << u"09:15"_s;
        QTest::newRow("TPL-11 both") << u"datetime"_s << u"31.12.2030 19.15"_s << u"2030-12-31T19:15"_s;
        QTest::newRow("anything else is no date") << u"sendername"_s << u"1.2.2030"_s << u"1.2.2030"_s;
    }
    void aTemplatesDateIsTypedAsPeopleWriteIt()
    {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        gui::TemplateForm form;
        form.setType(u"conf_booking"_s);
        form.setFields({{field, typed}});
        QTEST(form.fields().value(field), "sent");
    }

    void charactersThatCanBeReplacedAreToldApart_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("OUT-04 all can")
            << u"Hei – «du»"_s
            << u"– « » are not in the ordinary SMS alphabet. As Unicode: 1 SMS; replaced: 1 SMS."_s;
        QTest::newRow("OUT-04 one cannot")
            << u"Hei – 😀"_s << u"– can be replaced; 😀 needs Unicode. As Unicode: 1 SMS."_s;
        QTest::newRow("OUT-04 none can")
            << u"Hei 😀"_s
            << u"😀 is not in the ordinary SMS alphabet and has no replacement. As Unicode: 1 SMS."_s;
    }
    void charactersThatCanBeReplacedAreToldApart()
    {
        QFETCH(QString, text);
        QTEST(gui::unicodeInWords(text), "words");
    }

    void theZoneIsSaidOnlyWhenTheClocksChange()
    {
        const QTimeZone oslo("Europe/Oslo");
        QCOMPARE(gui::zoneInWords(QDateTime({2026, 3, 24}, {12, 30}, oslo)), QString());
        QCOMPARE(gui::zoneInWords(QDateTime({2026, 3, 29}, {12, 30}, oslo)),
                 u"The clocks change that day. This time is 10:30 UTC (summer time)."_s);
    }

    void theKindOfRequestIsSaidOnlyWhereItWasChosen()
    {
        engine::Draft draft;
        QCOMPARE(gui::optionsInWords(draft, domain::SendMode::Bulk), u"now"_s);
        draft.mode = domain::SendMode::Single;
        QCOMPARE(gui::optionsInWords(draft, domain::SendMode::Single), u"now · one by one"_s);
    }

    void aValidityOfOneWeekHasNoUnit()
    {
        gui::WhenForm form;
        const auto *unit = form.findChild<QComboBox *>(u"validityUnit"_s);
        QVERIFY(unit->isHidden());
        form.findChild<QSpinBox *>(u"validitySpin"_s)->setValue(3);
        QVERIFY(!unit->isHidden());
    }

    void aPastedListHasNoSuffix()
    {
        QCOMPARE(gui::listName(QDir::tempPath() + u"/x/Pasted list (3).tsv"_s), u"Pasted list (3)"_s);
        QCOMPARE(gui::listName(QDir::tempPath() + u"/list.xlsx"_s), u"list.xlsx"_s);
    }

    void dialogsBeginInDocumentsUntilAFileIsChosen()
    {
        const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        gui::setLastFolder({});
        QCOMPARE(gui::lastFolder(), documents);
        {
            const QTemporaryDir chosen;
            gui::setLastFolder(chosen.path());
            QCOMPARE(gui::lastFolder(), chosen.path());
        }
        QCOMPARE(gui::lastFolder(), documents); // it is there no more
        gui::setLastFolder({});
    }

    void aFilesNameGetsItsSuffix_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("written");
        QTest::newRow("none") << u"/a/rapport"_s << u"/a/rapport.xlsx"_s;
        QTest::newRow("a date is no suffix")
            << u"/a/Styret 24.03.2026 19-05"_s << u"/a/Styret 24.03.2026 19-05.xlsx"_s;
        QTest::newRow("the other kind") << u"/a/rapport.CSV"_s << u"/a/rapport.CSV"_s;
        QTest::newRow("the beginning of a kind") << u"/a/rapport.xls"_s << u"/a/rapport.xls.xlsx"_s;
        QTest::newRow("nothing chosen") << QString() << QString();
    }
    void aFilesNameGetsItsSuffix()
    {
        QFETCH(QString, typed);
        QTEST(gui::withSuffix(typed, u"Logg.xlsx"_s, u"Regneark (*.xlsx *.csv)"_s), "written");
    }
};

QTEST_MAIN(TestWords)
#include "tst_words.moc"
