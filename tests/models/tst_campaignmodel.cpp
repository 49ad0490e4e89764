// SPDX-License-Identifier: GPL-3.0-or-later
// Campaigns as rows, with how far each has come.
#include "engine/language.h"
#include "models/campaignmodel.h"
#include "storage/samples.h"
#include "storage/transaction.h"
#include "support/temporarydatabase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::MessageState;
using models::CampaignModel;

class TestCampaignModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsTheNewestFirstWithItsProgress()
    {
        support::TemporaryDatabase database;
        samples::addCampaign(database, 2, samples::campaign(u"Eldre"_s));
        const qint64 newer = samples::addCampaign(database, 4, samples::campaign(u"Nyere"_s), 10);
        move(database, 3, MessageState::Delivered);
        CampaignModel model(database);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.refresh();
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, CampaignModel::Name).data().toString(), u"Nyere"_s);
        QCOMPARE(model.index(0, 0).data(CampaignModel::IdRole).toLongLong(), newer);
        QCOMPARE(model.index(0, CampaignModel::Recipients).data().toString(), u"4"_s);
        QCOMPARE(progress(model).of(domain::StateGroup::Delivered), 1);
        QCOMPARE(progress(model).of(domain::StateGroup::UnderWay), 3);
        QCOMPARE(model.index(0, CampaignModel::State).data().toString(), u"Planned"_s);
    }

    // The list, too, says what did not arrive.
    void saysWhatFailedAndWhatIsUncertain()
    {
        support::TemporaryDatabase database;
        samples::addCampaign(database, 4);
        CampaignModel model(database);
        model.refresh();
        const auto words = [&model] { return model.index(0, CampaignModel::Done).data().toString(); };
        QCOMPARE(words(), u"Not started"_s); // it was told as under way, with a full bar
        QCOMPARE(progress(model).total(), 0);
        move(database, 1, MessageState::Delivered);
        move(database, 2, MessageState::Uncertain);
        model.refresh();
        QCOMPARE(words(), u"1 of 4 delivered · 1 uncertain"_s);
        move(database, 3, MessageState::Failed);
        model.refresh();
        QCOMPARE(words(), u"1 of 4 delivered · 1 failed · 1 uncertain"_s);
        move(database, 4, MessageState::Held);
        model.refresh();
        QCOMPARE(words(), u"1 of 4 delivered · 1 failed · 1 uncertain · 1 held back"_s);
    }

    // "0 of 0 delivered" stood beside one recipient.
    void aSeriesDoesNotCountNothing()
    {
        support::TemporaryDatabase database;
        domain::Campaign series = samples::campaign();
        series.repeat = domain::Repeat::Weekly;
        samples::addCampaign(database, 0, series);
        samples::addCampaign(database, 0); // a gateway group's
        CampaignModel model(database);
        model.refresh();
        QCOMPARE(model.index(0, CampaignModel::Done).data().toString(), u"Not started"_s);
        QCOMPARE(model.index(1, CampaignModel::Done).data().toString(), u"One campaign each time"_s);
    }

    void filtersSearchesAndSorts()
    {
        support::TemporaryDatabase database;
        const qint64 first = samples::addCampaign(database, 2, samples::campaign(u"Årsmøte"_s));
        samples::addCampaign(database, 3, samples::campaign(u"dugnad 10"_s), 10);
        samples::addCampaign(database, 1, samples::campaign(u"Dugnad 9"_s), 20);
        CampaignModel model(database);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.refresh();
        const auto names = [&model] {
            QStringList list;
            for (int row = 0; row < model.rowCount(); ++row)
                list.append(model.index(row, CampaignModel::Name).data().toString());
            return list;
        };
        engine::language::install(u"nb"_s);
        model.sort(CampaignModel::Name, Qt::AscendingOrder);
        QCOMPARE(names(), (QStringList{u"Dugnad 9"_s, u"dugnad 10"_s, u"Årsmøte"_s}));
        model.sort(CampaignModel::Recipients, Qt::DescendingOrder);
        QCOMPARE(names(), (QStringList{u"dugnad 10"_s, u"Årsmøte"_s, u"Dugnad 9"_s}));
        model.sort(-1, Qt::AscendingOrder);
        QCOMPARE(names(), (QStringList{u"Dugnad 9"_s, u"dugnad 10"_s, u"Årsmøte"_s}));
        model.setFilter({.search = u"DUG 9"_s});
        QCOMPARE(names(), QStringList{u"Dugnad 9"_s});
        model.setFilter({.which = models::CampaignFilter::Waiting});
        QCOMPARE(names(), QStringList());
        QVERIFY(!model.isEmpty());
        move(database, 1, MessageState::Uncertain);
        model.setFilter({.which = models::CampaignFilter::Waiting});
        QCOMPARE(names(), QStringList{u"Årsmøte"_s});
        {
            storage::Transaction transaction(database);
            QVERIFY(transaction.begin());
            storage::CampaignRepository campaigns(database);
            QVERIFY(campaigns.setState(first, domain::CampaignState::Finished, {}, samples::noon));
            QVERIFY(campaigns.setArchived(first, true));
            QVERIFY(transaction.commit());
        }
        model.setFilter({});
        QCOMPARE(names(), (QStringList{u"Dugnad 9"_s, u"dugnad 10"_s}));
        model.setFilter({.which = models::CampaignFilter::Archived});
        QCOMPARE(names(), QStringList{u"Årsmøte"_s});
        engine::language::install(u"en"_s);
    }

    void refreshKeepsTheRowsAndTellsOfChanges()
    {
        support::TemporaryDatabase database;
        samples::addCampaign(database, 2);
        CampaignModel model(database);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.refresh();
        QSignalSpy reset(&model, &CampaignModel::modelReset);
        QSignalSpy changed(&model, &CampaignModel::dataChanged);
        move(database, 1, MessageState::Delivered);
        model.refresh();
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(progress(model).of(domain::StateGroup::Delivered), 1);
        samples::addCampaign(database, 1, samples::campaign(u"Ny"_s), 10);
        model.refresh();
        QCOMPARE(reset.size(), 1);
        QCOMPARE(model.rowCount(), 2);
    }

private:
    static domain::Progress progress(const CampaignModel &model)
    {
        return model.index(0, 0).data(CampaignModel::ProgressRole).value<domain::Progress>();
    }
    static void move(storage::Database &database, qint64 message, MessageState to)
    {
        storage::Transaction transaction(database);
        QVERIFY(transaction.begin());
        QVERIFY(storage::Journal(database).apply(samples::step(message, to)));
        QVERIFY(transaction.commit());
    }
};

QTEST_GUILESS_MAIN(TestCampaignModel)
#include "tst_campaignmodel.moc"
