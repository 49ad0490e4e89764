// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/recipientplan.h"

#include <QTest>

using namespace Qt::StringLiterals;
using campaign::Candidate;
using campaign::PlanRules;
using campaign::RecipientPlan;
using domain::SendMode;
using domain::SkipReason;

namespace {

PlanRules rulesFor(const QString &text)
{
    PlanRules rules;
    rules.text = text;
    rules.sender = u"Firmanavn"_s;
    rules.allowedCountries = {u"NO"_s};
    return rules;
}

RecipientPlan planOf(const PlanRules &rules, const QSet<QString> &optedOut = {})
{
    return RecipientPlan::create(rules,
                                 [optedOut](const QString &number) { return optedOut.contains(number); })
        .value();
}

Candidate candidate(int row, const QString &input, const QHash<QString, QString> &fields = {})
{
    return {row, input, {}, {}, fields};
}

// "+4799999999 Hei Kari" or "skipped 3 duplicate +47…".
QString said(const std::variant<domain::Message, domain::Skipped> &judged)
{
    if (const auto *message = std::get_if<domain::Message>(&judged))
        return message->number + u' ' + message->text;
    const auto &skipped = std::get<domain::Skipped>(judged);
    return u"skipped %1 %2 %3"_s.arg(QString::number(skipped.row), identifier(skipped.reason), skipped.detail)
        .trimmed();
}

} // namespace

class TestRecipientPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFieldThatNobodyHasIsTheTextsFault()
    {
        RecipientPlan plan = planOf(rulesFor(u"Hei {navnn}, {Dato}, {tid|snart}"_s));
        QVERIFY(plan.unknownFields().isEmpty()); // nobody has been looked at
        (void)plan.add(candidate(2, u"99999991"_s, {{u"navn"_s, u"Kari"_s}}));
        (void)plan.add(candidate(3, u"99999992"_s, {{u"navn"_s, u"Ola"_s}, {u"dato"_s, QString()}}));
        QCOMPARE(plan.unknownFields(), QStringList{u"navnn"_s}); // one that is empty is known
        QCOMPARE(plan.defaultedFields(), QStringList{u"tid"_s}); // and everybody gets its default
        QCOMPARE(plan.totals().recipients, 0);
    }

    void aPersonTakesSomeOut()
    {
        PlanRules rules = rulesFor(u"Hei"_s);
        rules.removed = {u"+4799999992"_s};
        rules.leaveOutLandlines = true;
        RecipientPlan plan = planOf(rules);
        QCOMPARE(said(plan.add(candidate(2, u"999 99 992"_s))), u"skipped 2 removed +4799999992"_s);
        QCOMPARE(said(plan.add(candidate(3, u"22 33 44 55"_s))), u"skipped 3 landline"_s);
        QCOMPARE(said(plan.add(candidate(4, u"99999991"_s))), u"+4799999991 Hei"_s);
        QCOMPARE(plan.totals().landlines, 0);
    }

    void landlinesThatGetItAreCounted()
    {
        RecipientPlan plan = planOf(rulesFor(u"Hei"_s));
        (void)plan.add(candidate(2, u"22 33 44 55"_s));
        (void)plan.add(candidate(3, u"99999991"_s));
        QCOMPARE(plan.totals().recipients, 2);
        QCOMPARE(plan.totals().landlines, 1);
    }

    void lettersOutsideGsmAreReplacedInWhatGoesIntoTheFieldsOnly()
    {
        PlanRules rules = rulesFor(u"Hei {navn}"_s);
        rules.plainLetters = true;
        RecipientPlan plan = planOf(rules);
        QCOMPARE(said(plan.add(candidate(2, u"99999991"_s, {{u"navn"_s, u"Łukasz Žižka"_s}}))),
                 u"+4799999991 Hei Lukasz Zizka"_s);
        QCOMPARE(said(plan.add(candidate(3, u"99999992"_s, {{u"navn"_s, u"Да"_s}}))),
                 u"skipped 3 needsUnicode Д а"_s); // no letter is near
    }

    void theLongestIsOfAllBySmsThenByLength()
    {
        RecipientPlan plan = planOf(rulesFor(u"{navn}"_s));
        QVERIFY(!plan.longest());
        (void)plan.add(candidate(2, u"99999991"_s, {{u"navn"_s, u"Kari"_s}}));
        (void)plan.add(candidate(3, u"99999992"_s, {{u"navn"_s, u"Karianne"_s}}));
        (void)plan.add(candidate(4, u"99999993"_s, {{u"navn"_s, u"Ola"_s}}));
        QCOMPARE(plan.longest()->text, u"Karianne"_s);
        (void)plan.add(candidate(5, u"99999994"_s, {{u"navn"_s, QString(100, u'€')}}));
        QCOMPARE(plan.longest()->number, u"+4799999994"_s);
        QCOMPARE(plan.longest()->segments, 2);
    }

    void textsThatNobodyGets_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("unicode");
        QTest::addColumn<int>("price");
        QTest::addColumn<base::ErrorCode>("error");
        QTest::newRow("OUT-04 an empty text") << QString() << false << 0 << base::ErrorCode::TextEmpty;
        QTest::newRow("OUT-04 nothing but space") << u" \n"_s << false << 0 << base::ErrorCode::TextEmpty;
        QTest::newRow("a brace without its partner")
            << u"Hei {navn"_s << false << 0 << base::ErrorCode::InvalidField;
        QTest::newRow("OUT-04 a dash without Unicode")
            << u"Hei – du"_s << false << 0 << base::ErrorCode::NeedsUnicode;
        QTest::newRow("OUT-05 1,531 characters")
            << QString(1531, u'a') << false << 0 << base::ErrorCode::TextTooLong;
        QTest::newRow("OUT-08 161 characters with a price")
            << QString(161, u'a') << false << 500 << base::ErrorCode::TextTooLong;
        QTest::newRow("OUT-05 1,531 units of Unicode")
            << QString(1531, QChar(0x2013)) << true << 0 << base::ErrorCode::TextTooLong;
    }
    void textsThatNobodyGets()
    {
        QFETCH(QString, text);
        QFETCH(bool, unicode);
        QFETCH(int, price);
        PlanRules rules = rulesFor(text);
        rules.options.unicode = unicode;
        if (price > 0)
            rules.options.priceOre = price;
        const auto plan = RecipientPlan::create(rules, {});
        QVERIFY(!plan);
        QTEST(plan.error().code, "error");
        QCOMPARE(plan.error().field, u"text"_s);
    }

    void aTextTakenAsItStandsKeepsItsBraces()
    {
        PlanRules rules = rulesFor(u"Hei {navn} {{"_s);
        rules.mergeFields = false;
        RecipientPlan plan = planOf(rules);
        QVERIFY(plan.fields().isEmpty());
        QCOMPARE(said(plan.add(candidate(1, u"99999999"_s))), u"+4799999999 Hei {navn} {{"_s);
    }

    void rowsThatAreLeftOut_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("expected");
        QTest::newRow("an empty cell") << u""_s << u"skipped 5 empty"_s;
        QTest::newRow("a word") << u"ring meg"_s << u"skipped 5 notANumber"_s;
        QTest::newRow("a number too short") << u"1234"_s << u"skipped 5 tooShort"_s;
        QTest::newRow("a number too long") << u"+47999999991234567"_s << u"skipped 5 tooLong"_s;
        QTest::newRow("what a spreadsheet made of a number")
            << u"4,79E+10"_s << u"skipped 5 scientificNotation"_s;
        QTest::newRow("ACC-07 a country that is not allowed")
            << u"+46701234567"_s << u"skipped 5 countryNotAllowed SE"_s;
        QTest::newRow("a person who has opted out") << u"+4740000000"_s << u"skipped 5 optedOut"_s;
        QTest::newRow("the same number in another form")
            << u"0047 999 99 999"_s << u"skipped 5 duplicate +4799999999"_s;
    }
    void rowsThatAreLeftOut()
    {
        QFETCH(QString, input);
        RecipientPlan plan = planOf(rulesFor(u"Hei"_s), {u"+4740000000"_s});
        QCOMPARE(said(plan.add(candidate(4, u"99999999"_s))), u"+4799999999 Hei"_s);
        const auto judged = plan.add(candidate(5, input));
        QTEST(said(judged), "expected");
        QCOMPARE(std::get<domain::Skipped>(judged).input, input); // as typed
        QCOMPARE(plan.totals().recipients, 1);
    }

    void fieldsAreFilledPerRow_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("expected");
        QTest::newRow("both given") << u"Kari"_s << u"Bodø"_s << u"+4799999999 Hei Kari fra Bodø!"_s;
        QTest::newRow("a default for what is empty")
            << u"Kari"_s << u"  "_s << u"+4799999999 Hei Kari fra Oslo!"_s;
        QTest::newRow("an empty value without default is an error of its row")
            << u" "_s << u"Bodø"_s << u"skipped 2 missingField Navn"_s;
        QTest::newRow("a value's braces mean nothing")
            << u"{sted}"_s << u"Bodø"_s << u"skipped 2 needsUnicode"_s;
        QTest::newRow("OUT-04 a value that needs Unicode")
            << u"Zoë–"_s << u"Bodø"_s << u"skipped 2 needsUnicode ë"_s;
        QTest::newRow("OUT-04 a name in single quotes of a word processor")
            << u"O’Brien"_s << u"Bodø"_s << u"+4799999999 Hei O'Brien fra Bodø!"_s;
        QTest::newRow("OUT-04 a no-break space, a zero-width space and a byte order mark")
            << u"\uFEFFKari\u00A0\u200BNordmann"_s << u"Bodø"_s
            << u"+4799999999 Hei Kari Nordmann fra Bodø!"_s;
        QTest::newRow("OUT-04 a loose ring over the a")
            << u"Pa\u030Al"_s << u"Bodo\u0308\u200E"_s << u"+4799999999 Hei Pål fra Bodö!"_s;
        QTest::newRow("OUT-04 a loose accent that no alphabet of SMS has comes as one letter")
            << u"Ane\u030C"_s << u"Bodø"_s << u"skipped 2 needsUnicode ě"_s;
        QTest::newRow("nothing but what nobody can see is nothing")
            << u"\u200B\u00A0"_s << u"Bodø"_s << u"skipped 2 missingField Navn"_s;
        QTest::newRow("OUT-05 a value that makes the text too long")
            << QString(1531, u'a') << u"Bodø"_s << u"skipped 2 textTooLong 1545"_s;
    }
    void fieldsAreFilledPerRow()
    {
        QFETCH(QString, name);
        QFETCH(QString, place);
        RecipientPlan plan = planOf(rulesFor(u"Hei {Navn} fra {sted|Oslo}!"_s));
        QCOMPARE(plan.fields(), (QStringList{u"Navn"_s, u"sted"_s}));
        const QString got =
            said(plan.add(candidate(2, u"99999999"_s, {{u"navn"_s, name}, {u"sted"_s, place}})));
        if (name == u"{sted}"_s) {
            QCOMPARE(got, u"+4799999999 Hei {sted} fra Bodø!"_s);
            return;
        }
        QTEST(got, "expected");
    }

    void eachRowMayBeAMessageOfItsOwn()
    {
        PlanRules rules = rulesFor(u"Hei {navn}"_s);
        rules.eachRow = true;
        RecipientPlan plan = planOf(rules, {u"+4740000000"_s});
        const auto row = [&plan](int number, const QString &typed, const QString &name) {
            return plan.add(candidate(number, typed, {{u"navn"_s, name}}));
        };
        QCOMPARE(said(row(2, u"99999999"_s, u"Kari"_s)), u"+4799999999 Hei Kari"_s);
        const auto sibling = row(3, u"+47 999 99 999"_s, u"Ola"_s);
        QCOMPARE(said(sibling), u"+4799999999 Hei Ola"_s);
        QCOMPARE(std::get<domain::Message>(sibling).copy, 1);
        // Equal final texts stay one, also when only the repair makes them equal.
        QCOMPARE(said(row(4, u"99999999"_s, u"Kari"_s)), u"skipped 4 duplicate +4799999999"_s);
        QCOMPARE(said(row(5, u"99999999"_s, u"Ola\u200B"_s)), u"skipped 5 duplicate +4799999999"_s);
        QCOMPARE(said(row(6, u"99999999"_s, u" "_s)), u"skipped 6 missingField navn"_s);
        QCOMPARE(said(row(7, u"40000000"_s, u"Per"_s)), u"skipped 7 optedOut"_s);
        const auto other = row(8, u"99999998"_s, u"Kari"_s);
        QCOMPARE(said(other), u"+4799999998 Hei Kari"_s); // the same text to another number
        QCOMPARE(std::get<domain::Message>(other).copy, 0);
        QCOMPARE(std::get<domain::Message>(row(9, u"99999999"_s, u"Anne"_s)).copy, 2);
        QCOMPARE(plan.totals().recipients, 4);
        QCOMPARE(plan.totals().sharing, 2);
        QCOMPARE(plan.totals().ownTexts, 0);
    }

    void oneTextForAllIsOneMessageToANumberAlsoByRow()
    {
        PlanRules rules = rulesFor(u"Hei alle"_s);
        rules.eachRow = true;
        RecipientPlan plan = planOf(rules);
        QCOMPARE(said(plan.add(candidate(2, u"99999999"_s))), u"+4799999999 Hei alle"_s);
        QCOMPARE(said(plan.add(candidate(3, u"99999999"_s))), u"skipped 3 duplicate +4799999999"_s);
    }

    void duplicatesWithATextOfTheirOwnAreCounted()
    {
        RecipientPlan plan = planOf(rulesFor(u"Hei {navn}"_s));
        for (const QString &name : {u"Kari"_s, u"Kari"_s, u"Ola"_s, u""_s})
            plan.add(candidate(2, u"99999999"_s, {{u"navn"_s, name}}));
        QCOMPARE(plan.totals().recipients, 1);
        QCOMPARE(plan.totals().ownTexts, 1); // Ola; the last has none
        QCOMPARE(plan.totals().sharing, 0);
    }

    // TPL-03, TPL-02: what a template's field becomes is judged for each recipient.
    void aTemplatesFieldsAreFilledAndJudgedPerRow()
    {
        PlanRules rules = rulesFor(u"Koden er {kode}"_s);
        rules.options.templateType = u"otp"_s;
        rules.options.templateFields = {{u"code"_s, u"{kode}"_s}, {u"sendername"_s, u"Firma {sted|Oslo}"_s}};
        RecipientPlan plan = planOf(rules);
        const auto good = plan.add(candidate(2, u"99999991"_s, {{u"kode"_s, u"123456"_s}}));
        QCOMPARE(std::get<domain::Message>(good).templateFields,
                 (QMap<QString, QString>{{u"code"_s, u"123456"_s}, {u"sendername"_s, u"Firma Oslo"_s}}));
        QCOMPARE(said(plan.add(candidate(3, u"99999992"_s, {{u"kode"_s, u"12"_s}}))),
                 u"skipped 3 invalidField code"_s);
        QCOMPARE(said(plan.add(candidate(4, u"99999993"_s))), u"skipped 4 missingField kode"_s);
        QCOMPARE(plan.totals().recipients, 1);
        QCOMPARE(plan.fields(), (QStringList{u"kode"_s, u"sted"_s}));

        rules.options.templateFields = {{u"code"_s, u"123456"_s}};
        RecipientPlan same = planOf(rules);
        const auto plain = same.add(candidate(2, u"99999991"_s, {{u"kode"_s, u"1"_s}}));
        QVERIFY(std::get<domain::Message>(plain).templateFields.isEmpty());
    }

    void anUnknownFieldIsAnErrorOfEachRow()
    {
        RecipientPlan plan = planOf(rulesFor(u"Hei {fornavn} {etternavn}"_s));
        QCOMPARE(said(plan.add(candidate(2, u"99999999"_s, {{u"navn"_s, u"Kari"_s}}))),
                 u"skipped 2 missingField fornavn, etternavn"_s);
    }

    void aRowWithAFaultTakesNothingFromALaterGoodOne()
    {
        RecipientPlan plan = planOf(rulesFor(u"Hei {navn}"_s));
        QCOMPARE(said(plan.add(candidate(2, u"99999999"_s))), u"skipped 2 missingField navn"_s);
        QCOMPARE(said(plan.add(candidate(3, u"99999999"_s, {{u"navn"_s, u"Kari"_s}}))),
                 u"+4799999999 Hei Kari"_s);
        QCOMPARE(said(plan.add(candidate(4, u"99999999"_s, {{u"navn"_s, u"Ola"_s}}))),
                 u"skipped 4 duplicate +4799999999"_s);
    }

    void totalsAreSummedOverTheRenderedTexts()
    {
        PlanRules rules = rulesFor(u"Hei {navn}"_s);
        rules.pricePerSmsOre = 49;
        RecipientPlan plan = planOf(rules);
        QCOMPARE(plan.totals().costOre, 0);
        plan.add(candidate(2, u"99999999"_s, {{u"navn"_s, u"Kari"_s}}));
        plan.add(candidate(3, u"99999998"_s, {{u"navn"_s, QString(400, u'a')}}));
        plan.add(candidate(4, u"99999997"_s, {{u"navn"_s, QString(157, u'a')}}));
        plan.add(candidate(5, u"x"_s, {{u"navn"_s, QString(1500, u'a')}}));
        const campaign::PlanTotals &totals = plan.totals();
        QCOMPARE(totals.recipients, 3);
        QCOMPARE(totals.segments, 1 + 3 + 2);
        QCOMPARE(totals.costOre, 6 * 49);
        QCOMPARE(totals.worstSegments, 3);
        QCOMPARE(totals.worstRow, 3);
        QVERIFY(totals.personal);
    }

    void withoutAPriceThereIsNoCost()
    {
        RecipientPlan plan = planOf(rulesFor(u"Hei"_s));
        plan.add(candidate(1, u"99999999"_s));
        QCOMPARE(plan.totals().costOre, std::nullopt);
        QVERIFY(!plan.totals().personal);
    }

    void onlyNorwegianNumbersCanBeCharged()
    {
        PlanRules rules = rulesFor(u"Hei"_s);
        rules.allowedCountries = {u"NO"_s, u"SE"_s};
        rules.options.priceOre = 500;
        RecipientPlan plan = planOf(rules);
        QCOMPARE(said(plan.add(candidate(1, u"+46701234567"_s))),
                 u"skipped 1 countryNotAllowed SE"_s); // OUT-08
        QCOMPARE(said(plan.add(candidate(2, u"99999999"_s))), u"+4799999999 Hei"_s);
    }

    void allowedCountriesAreAListOfTheAccount()
    {
        PlanRules rules = rulesFor(u"Hei"_s);
        rules.allowedCountries = {u"se"_s};
        RecipientPlan plan = planOf(rules);
        QCOMPARE(said(plan.add(candidate(1, u"+46701234567"_s))), u"+46701234567 Hei"_s);
        QCOMPARE(said(plan.add(candidate(2, u"99999999"_s))), u"skipped 2 countryNotAllowed NO"_s); // ACC-07
    }

    void modeIsChosenByItself_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("recipients");
        QTest::addColumn<int>("price");
        QTest::addColumn<QString>("type");
        QTest::addColumn<SendMode>("given");
        QTest::addColumn<SendMode>("mode");
        const QString none;
        QTest::newRow("one text to many goes as bulk")
            << u"Hei"_s << 3 << 0 << none << SendMode::Automatic << SendMode::Bulk;
        QTest::newRow("to one person as single")
            << u"Hei"_s << 1 << 0 << none << SendMode::Automatic << SendMode::Single;
        QTest::newRow("personal texts as singles")
            << u"Hei {navn}"_s << 3 << 0 << none << SendMode::Automatic << SendMode::Single;
        QTest::newRow("fields that say the same to all as bulk")
            << u"Hei {x|du}"_s << 3 << 0 << none << SendMode::Automatic << SendMode::Bulk;
        QTest::newRow("BLK-03 a price as singles")
            << u"Hei"_s << 3 << 500 << none << SendMode::Automatic << SendMode::Single;
        QTest::newRow("BLK-03 a template as singles")
            << u"Hei"_s << 3 << 0 << u"otp"_s << SendMode::Automatic << SendMode::Single;
        QTest::newRow("what the person chose stays")
            << u"Hei"_s << 3 << 0 << none << SendMode::Single << SendMode::Single;
        QTest::newRow("also bulk to one") << u"Hei"_s << 1 << 0 << none << SendMode::Bulk << SendMode::Bulk;
    }
    void modeIsChosenByItself()
    {
        QFETCH(QString, text);
        QFETCH(int, recipients);
        QFETCH(int, price);
        QFETCH(QString, type);
        QFETCH(SendMode, given);
        PlanRules rules = rulesFor(text);
        rules.mode = given;
        rules.options.templateType = type;
        if (price > 0)
            rules.options.priceOre = price;
        RecipientPlan plan = planOf(rules);
        for (int i = 0; i < recipients; ++i)
            plan.add(candidate(i + 1, QString::number(99999990 + i), {{u"navn"_s, QString::number(i)}}));
        QCOMPARE(plan.totals().recipients, recipients);
        QTEST(plan.mode(), "mode");
    }

    void aMessageCarriesWhatItsRowSaid()
    {
        RecipientPlan plan = planOf(rulesFor(u"Hei"_s));
        Candidate of = candidate(17, u"999 99 999"_s);
        of.name = u"Kari"_s;
        const auto message = std::get<domain::Message>(plan.add(of));
        QCOMPARE(message.row, 17);
        QCOMPARE(message.name, u"Kari"_s);
        QCOMPARE(message.sender, u"Firmanavn"_s);
        QCOMPARE(message.segments, 1);
        QCOMPARE(message.state, domain::MessageState::Queued);
    }

    void aPossibleNumberOfAnUnknownRangeIsCounted()
    {
        RecipientPlan plan = planOf(rulesFor(u"Hei"_s));
        const auto known = plan.add(candidate(1, u"99999999"_s));
        const auto unknown = plan.add(candidate(2, u"+4749000000"_s));
        QVERIFY(std::holds_alternative<domain::Message>(unknown));
        QCOMPARE(plan.totals().unknownRange, 1);
    }
};

QTEST_GUILESS_MAIN(TestRecipientPlan)
#include "tst_recipientplan.moc"
