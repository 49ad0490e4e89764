// SPDX-License-Identifier: GPL-3.0-or-later
// What the window makes of what a person types, and what it calls things by itself.
#include "engine/language.h"
#include "gui/pages/sendcounter.h"
#include "gui/savefile.h"
#include "gui/widgets/templateform.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
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
        QTEST(gui::campaignName(draft, QDateTime({2026, 3, 24}, {19, 5})), "name");
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
