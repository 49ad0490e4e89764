// SPDX-License-Identifier: GPL-3.0-or-later
// A draft looked at as it would be sent: what is missing or undecided is put aside, and said.
#include "engine/examination.h"
#include "engine/office.h"

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 now = 1'900'000'000'000;

engine::Draft draftOf(const QString &text)
{
    engine::Draft draft;
    draft.sender = u"Korps"_s;
    draft.text = text;
    draft.recipients.typed = {u"99999991"_s, u"99999992"_s};
    return draft;
}

} // namespace

class TestExamination : public QObject
{
    Q_OBJECT

    static engine::Examination examined(support::Office &office, const engine::Draft &draft)
    {
        const engine::Examinable wanted = engine::examinable(draft, now);
        return engine::examination(wanted, office.examined(wanted.draft));
    }

private Q_SLOTS:
    void recipientsAreJudgedWhateverElseIsWrong_data()
    {
        QTest::addColumn<engine::Draft>("draft");
        QTest::addColumn<base::ErrorCode>("fault");
        QTest::addColumn<bool>("textCounts");
        const auto row = [](const char *name, const engine::Draft &draft, base::ErrorCode fault,
                            bool counts) { QTest::newRow(name) << draft << fault << counts; };
        using base::ErrorCode;
        row("no text yet", draftOf({}), ErrorCode::TextEmpty, false);
        row("a brace too many", draftOf(u"Hei {navn"_s), ErrorCode::InvalidField, false);
        row("OUT-05 too long", draftOf(QString(1531, u'a')), ErrorCode::TextTooLong, false);
        row("OUT-09 a dash without Unicode", draftOf(u"8–9"_s), ErrorCode::NeedsUnicode, true);
        engine::Draft draft = draftOf(u"Hei"_s);
        draft.sender.clear();
        row("no sender", draft, ErrorCode::SenderEmpty, true);
        draft = draftOf(u"Hei"_s);
        draft.options.scheduledAtMs = now - 1;
        row("OUT-13 a time at the gateway that has passed", draft, ErrorCode::ScheduledInPast, true);
        draft = draftOf(u"Hei"_s);
        draft.startAtMs = now;
        row("a time here that has passed", draft, ErrorCode::ScheduledInPast, true);
        draft = draftOf(u"Hei"_s);
        draft.repeat = domain::Repeat::Weekly;
        draft.startAtMs = now + 1;
        row("typed numbers every week", draft, ErrorCode::RepeatNeedsGroup, true);
    }
    void recipientsAreJudgedWhateverElseIsWrong()
    {
        QFETCH(engine::Draft, draft);
        support::Office office;
        const engine::Examination found = examined(office, draft);
        QVERIFY(found.fault);
        QTEST(found.fault->code, "fault");
        QTEST(found.examined.textCounts, "textCounts");
        QCOMPARE(found.plan.totals.recipients, 2);
        QVERIFY(!found.canBeSent());
        QCOMPARE(found.examined.text, draft.text);
    }

    void aChoiceForUnicodeChangesNothingThatWasSaid()
    {
        support::Office office;
        engine::Draft draft = draftOf(QString(u"– "_s + QString(80, u'a')));
        const engine::Examination before = examined(office, draft);
        draft.options.unicode = true;
        const engine::Examination after = examined(office, draft);
        QVERIFY(!before.canBeSent() && after.canBeSent());
        QCOMPARE(before.plan.totals.segments, 4);
        QCOMPARE(after.plan.totals.segments, before.plan.totals.segments);
        QCOMPARE(after.longestText(), before.longestText());
        QCOMPARE(after.unicode(), before.unicode());
    }

    void aFieldThatNobodyHasTakesNobodyOut()
    {
        support::Office office;
        office.addToGroup(u"Styret"_s, {u"+4799999991"_s, u"+4799999992"_s});
        engine::Draft draft = draftOf(u"Hei {nvan}, {{sic}} {navn|du}"_s);
        draft.recipients.typed.clear();
        draft.recipients.groups = {u"Styret"_s};
        const engine::Examination first = examined(office, draft);
        QCOMPARE(first.plan.totals.recipients, 0);
        const auto again = engine::withoutUnknownFields(first);
        QVERIFY(again);
        QCOMPARE(again->unknownFields, QStringList{u"nvan"_s});
        const auto plan = office.examined(again->draft);
        QCOMPARE(plan->totals.recipients, 2);
        QCOMPARE(plan->sample.constFirst().text, u"Hei {nvan}, {sic} du"_s);
        const engine::Examination second = engine::examination(*again, plan);
        QVERIFY(!second.canBeSent());
        QVERIFY(!engine::withoutUnknownFields(second));
    }

    void anotherTextToTheSameIsKnownAtOnce()
    {
        support::Office office;
        auto account = office.engine->settings().account({}).value();
        account.sending.pricePerSmsOre = 44;
        account.sending.allowedCountries = {u"NO"_s, u"SE"_s};
        account.sending.pricesByCountryOre = {{u"SE"_s, 77}};
        QVERIFY(office.engine->settings().save(account).ok());
        engine::Draft draft = draftOf(u"Hei"_s);
        draft.recipients.typed.append(u"+46701234567"_s);
        const engine::Examination before = examined(office, draft);
        draft.text = QString(161, u'a');
        const auto known = engine::rewritten(before, engine::examinable(draft, now));
        QVERIFY(known);
        const engine::Examination anew = examined(office, draft);
        QCOMPARE(known->plan.totals.segments, anew.plan.totals.segments);
        QCOMPARE(known->plan.totals.costOre, anew.plan.totals.costOre);
        QCOMPARE(known->plan.totals.costOre, std::optional<qint64>(2 * (2 * 44 + 77)));
        QCOMPARE(known->longestText(), anew.longestText());
        QCOMPARE(known->plan.sample.size(), anew.plan.sample.size());
        draft.text = u"Hei {navn|du}"_s; // not known: texts may differ
        QVERIFY(!engine::rewritten(before, engine::examinable(draft, now)));
        draft.text = u"Hei"_s;
        draft.recipients.typed.removeLast();
        QVERIFY(!engine::rewritten(before, engine::examinable(draft, now)));
    }
};

QTEST_GUILESS_MAIN(TestExamination)
#include "tst_examination.moc"
