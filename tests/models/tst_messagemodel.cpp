// SPDX-License-Identifier: GPL-3.0-or-later
// A campaign's recipients as rows.
#include "models/messagemodel.h"
#include "storage/samples.h"
#include "storage/statement.h"
#include "storage/transaction.h"
#include "support/temporarydatabase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::MessageState;
using models::MessageModel;

class TestMessageModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsPageByPageInTheOrderOfTheList()
    {
        support::TemporaryDatabase database;
        const qint64 campaign = samples::addCampaign(database, 450);
        MessageModel model(database);
        model.setFilter(samples::inCampaign(campaign));
        QVERIFY(model.rowCount() < 450);
        while (model.canFetchMore({}))
            model.fetchMore({});
        QCOMPARE(model.rowCount(), 450);
        QCOMPARE(model.message(0).number, samples::number(0));
        QCOMPARE(model.message(449).number, samples::number(449));
    }

    void showsTheStateInWordsAndWhatToDo()
    {
        support::TemporaryDatabase database;
        const qint64 campaign = samples::addCampaign(database, 2);
        storage::Transaction transaction(database);
        QVERIFY(transaction.begin());
        QVERIFY(storage::Journal(database).apply(samples::step(1, MessageState::Failed)));
        QVERIFY(transaction.commit());
        MessageModel model(database);
        model.setFilter(samples::inCampaign(campaign));
        QCOMPARE(model.index(0, MessageModel::State).data().toString(), u"Failed"_s);
        QVERIFY(!model.index(0, MessageModel::Reason).data().toString().isEmpty());
        QCOMPARE(model.index(0, 0).data(MessageModel::StateRole).toInt(),
                 static_cast<int>(MessageState::Failed));
        QCOMPARE(model.index(1, MessageModel::State).data().toString(), u"Waiting"_s);
    }

    void sortsAllOfThemNotOnlyThoseThatAreRead()
    {
        support::TemporaryDatabase database;
        const qint64 campaign = samples::addCampaign(database, 450);
        {
            storage::Transaction transaction(database);
            QVERIFY(transaction.begin());
            for (const auto &[id, name] : {std::pair(1, "Åse"), {2, "Ørjan"}, {3, "ærlig"}, {440, "Anne"}}) {
                QVERIFY(storage::execute(database, u"UPDATE message SET name = ? WHERE id = ?"_s,
                                         QString::fromUtf8(name), qint64(id)));
            }
            QVERIFY(transaction.commit());
        }
        MessageModel model(database);
        model.setFilter(samples::inCampaign(campaign));
        model.sort(MessageModel::Name, Qt::AscendingOrder);
        QCOMPARE(model.message(0).name, u"Anne"_s);
        while (model.canFetchMore({}))
            model.fetchMore({});
        QCOMPARE(model.rowCount(), 450);
        QCOMPARE(model.message(447).name, u"ærlig"_s);
        QCOMPARE(model.message(448).name, u"Ørjan"_s);
        QCOMPARE(model.message(449).name, u"Åse"_s);
        model.sort(MessageModel::Number, Qt::DescendingOrder);
        QCOMPARE(model.message(0).number, samples::number(449));
        model.sort(-1, Qt::AscendingOrder);
        QCOMPARE(model.message(0).number, samples::number(0));
    }

    void refreshAnnouncesOnlyTheRowsThatChanged()
    {
        support::TemporaryDatabase database;
        const qint64 campaign = samples::addCampaign(database, 20);
        MessageModel model(database);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFilter(samples::inCampaign(campaign));
        QSignalSpy changed(&model, &MessageModel::dataChanged);
        QSignalSpy reset(&model, &MessageModel::modelReset);
        model.refresh();
        QCOMPARE(changed.size(), 0);
        storage::Transaction transaction(database);
        QVERIFY(transaction.begin());
        QVERIFY(storage::Journal(database).apply(samples::step(8, MessageState::Delivered)));
        QVERIFY(transaction.commit());
        model.refresh();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 7);
        QCOMPARE(reset.size(), 0);
    }

    void aFilterThatARowLeavesDropsIt()
    {
        support::TemporaryDatabase database;
        storage::MessageFilter filter = samples::inCampaign(samples::addCampaign(database, 5));
        filter.states = {MessageState::Queued};
        MessageModel model(database);
        model.setFilter(filter);
        QCOMPARE(model.rowCount(), 5);
        storage::Transaction transaction(database);
        QVERIFY(transaction.begin());
        QVERIFY(storage::Journal(database).apply(samples::step(2, MessageState::Delivered)));
        QVERIFY(transaction.commit());
        model.refresh();
        QCOMPARE(model.rowCount(), 4);
    }
};

QTEST_GUILESS_MAIN(TestMessageModel)
#include "tst_messagemodel.moc"
