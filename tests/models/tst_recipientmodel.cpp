// SPDX-License-Identifier: GPL-3.0-or-later
// Who gets a message that is being written, and who is left out.
#include "engine/language.h"
#include "models/recipientmodel.h"
#include "models/skippedmodel.h"
#include "phone/phonenumber.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::RecipientModel;
using models::SkippedModel;

namespace {

domain::Message message(const QString &number, const QString &name, const QString &text, int segments)
{
    domain::Message message;
    message.number = number;
    message.name = name;
    message.text = text;
    message.segments = segments;
    return message;
}

QString rowOf(const QAbstractItemModel &model, int row)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells.append(model.index(row, column).data().toString());
    return cells.join(u'|');
}

} // namespace

class TestRecipientModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { engine::language::install(u"en"_s); }

    void everybodyWithTextLengthAndPrice()
    {
        const QString written = phone::forDisplay(u"+4799999991"_s); // by the library's version
        RecipientModel model;
        const QAbstractItemModelTester tester(&model);
        domain::SendingRules prices;
        prices.pricePerSmsOre = 44;
        prices.pricesByCountryOre = {{u"SE"_s, 80}};
        model.setMessages({message(u"+4799999991"_s, u"Kari"_s, u"Hei\nKari"_s, 2),
                           message(u"+46701234567"_s, u"Sven"_s, u"Hei Sven"_s, 1)},
                          prices);
        QCOMPARE(rowOf(model, 0), u"Kari|%1|Hei Kari|2|0.88 kr"_s.arg(written));
        QVERIFY(rowOf(model, 1).endsWith("|Hei Sven|1|0.80 kr"_L1));
        QCOMPARE(model.index(0, RecipientModel::Text).data(Qt::ToolTipRole).toString(), u"Hei\nKari"_s);
        model.setMessages({message(u"+4799999991"_s, {}, u"Hei"_s, 1)}, {});
        QCOMPARE(rowOf(model, 0), u"|%1|Hei|1|"_s.arg(written)); // no price is set
    }

    void theSearchFindsNameNumberAndText_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QList<qint64>>("places");
        QTest::newRow("nothing") << QString() << QList<qint64>{0, 1, 2};
        QTest::newRow("a name in other letters") << u"OLA"_s << QList<qint64>{1};
        QTest::newRow("a number as people write it") << u"999 99 993"_s << QList<qint64>{2};
        QTest::newRow("a word of the text") << u"torsdag"_s << QList<qint64>{0, 2};
        QTest::newRow("nobody") << u"fredag"_s << QList<qint64>{};
    }
    void theSearchFindsNameNumberAndText()
    {
        QFETCH(QString, search);
        RecipientModel model;
        const QAbstractItemModelTester tester(&model);
        model.setMessages({message(u"+4799999991"_s, u"Kari"_s, u"på torsdag"_s, 1),
                           message(u"+4799999992"_s, u"Ola"_s, u"på onsdag"_s, 1),
                           message(u"+4799999993"_s, u"Per"_s, u"på Torsdag"_s, 1)},
                          {});
        model.search(search);
        QList<qint64> places;
        for (int row = 0; row < model.rowCount(); ++row)
            places.append(model.placeOf(row));
        QTEST(places, "places");
    }

    void whoIsLeftOutSaysWhoWhereAndWhy()
    {
        SkippedModel model;
        const QAbstractItemModelTester tester(&model);
        model.setRows({{7, u"9999999"_s, domain::SkipReason::TooShort, {}, u"Kari"_s, u"liste.csv"_s},
                       {0, u"+4799999992"_s, domain::SkipReason::OptedOut, {}, u"Ola"_s, u"Styret"_s},
                       {2, u"Kari"_s, domain::SkipReason::NotANumber, {}, {}, {}}});
        QCOMPARE(rowOf(model, 0), u"Kari|liste.csv|7|9999999|too short for a phone number"_s);
        QCOMPARE(rowOf(model, 1), u"Ola|Styret||+4799999992|has opted out"_s);
        QCOMPARE(rowOf(model, 2), u"|typed|2|Kari|not a phone number"_s);
        model.search(u"opted"_s);
        QCOMPARE(model.rowCount(), 1);
    }

    void onlyANumberThatMayBeWrongCanBeRetyped()
    {
        SkippedModel model;
        model.setRows({{7, u"9999999"_s, domain::SkipReason::TooShort, {}, u"Kari"_s, u"liste.csv"_s},
                       {8, u"99999992"_s, domain::SkipReason::OptedOut, {}, u"Ola"_s, u"liste.csv"_s},
                       {9, u"99999993"_s, domain::SkipReason::Duplicate, {}, u"Per"_s, u"liste.csv"_s},
                       {2, u"99999994"_s, domain::SkipReason::Duplicate, {}, {}, {}}}); // typed
        QSignalSpy retyped(&model, &SkippedModel::retyped);
        QVERIFY(model.index(0, SkippedModel::Value).flags().testFlag(Qt::ItemIsEditable));
        QVERIFY(!model.index(0, SkippedModel::Name).flags().testFlag(Qt::ItemIsEditable));
        QVERIFY(!model.index(1, SkippedModel::Value).flags().testFlag(Qt::ItemIsEditable));
        QVERIFY(model.index(2, SkippedModel::Value).flags().testFlag(Qt::ItemIsEditable));
        QVERIFY(!model.index(3, SkippedModel::Value).flags().testFlag(Qt::ItemIsEditable));
        QVERIFY(
            !model.setData(model.index(0, SkippedModel::Value), u" 9999999 "_s, Qt::EditRole)); // unchanged
        QVERIFY(model.setData(model.index(0, SkippedModel::Value), u"99999991"_s, Qt::EditRole));
        QCOMPARE(retyped.size(), 1);
        QCOMPARE(retyped.constFirst().at(0).value<domain::Skipped>().row, 7);
        QCOMPARE(retyped.constFirst().at(1).toString(), u"99999991"_s);
    }
};

QTEST_MAIN(TestRecipientModel)
#include "tst_recipientmodel.moc"
