// SPDX-License-Identifier: GPL-3.0-or-later
// The log's rows: pages in both directions, jumps, filters, search, and what comes in meanwhile.
#include "models/logmodel.h"
#include "storage/messagesearch.h"
#include "storage/samples.h"
#include "storage/transaction.h"
#include "support/patience.h"
#include "support/temporarydatabase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using domain::MessageState;
using models::LogModel;

namespace {

constexpr int many = 1500;
constexpr qint64 dayMs = 24LL * 3600 * 1000;

// Everything that is shown, by the last digits of the numbers: what a person would read.
QList<qint64> ids(const LogModel &model)
{
    QList<qint64> ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids.append(model.index(row, 0).data(LogModel::IdRole).toLongLong());
    return ids;
}

bool isDescendingWithoutGap(const QList<qint64> &ids)
{
    for (qsizetype i = 1; i < ids.size(); ++i) {
        if (ids[i] != ids[i - 1] - 1)
            return false;
    }
    return true;
}

void act(LogModel &model, const std::function<void()> &action)
{
    QSignalSpy loaded(&model, &LogModel::loaded);
    action();
    QVERIFY(loaded.wait(support::patienceMs));
}

} // namespace

class TestLogModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_database = std::make_unique<support::TemporaryDatabase>();
        m_model.reset();
    }

    void anEmptyLogHasNoRowsAndBothEnds()
    {
        open();
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(m_model->isAtNewest() && m_model->isAtOldest());
        QCOMPARE(m_model->total().value_or(-1), 0);
    }

    void beginsWithTheNewestAndGrowsToTheOldestAsItIsScrolled()
    {
        samples::addCampaign(*m_database, many);
        open();
        QCOMPARE(ids(*m_model).constFirst(), many);
        QVERIFY(m_model->isAtNewest());
        QVERIFY(!m_model->isAtOldest());
        QVERIFY2(m_model->rowCount() < many, "all of the log was read at once");
        QCOMPARE(m_model->total().value_or(-1), many);
        while (m_model->canFetchMore({}))
            act(*m_model, [this] { m_model->fetchMore({}); });
        QCOMPARE(m_model->rowCount(), many);
        QVERIFY(isDescendingWithoutGap(ids(*m_model)));
        QVERIFY(m_model->isAtOldest());
    }

    void jumpsToTheOldestAndGrowsBackToTheNewest()
    {
        samples::addCampaign(*m_database, many);
        open();
        act(*m_model, [this] { m_model->goToOldest(); });
        QCOMPARE(ids(*m_model).constLast(), 1);
        QVERIFY(m_model->isAtOldest());
        QVERIFY(!m_model->isAtNewest());
        while (!m_model->isAtNewest())
            act(*m_model, [this] { m_model->fetchNewer(); });
        QCOMPARE(m_model->rowCount(), many);
        QVERIFY(isDescendingWithoutGap(ids(*m_model)));
        act(*m_model, [this] { m_model->goToNewest(); });
        QCOMPARE(ids(*m_model).constFirst(), many);
    }

    void jumpsToADayInTheMiddleAndGrowsBothWays()
    {
        for (int day = 0; day < 5; ++day)
            addOn(day, 300);
        open();
        act(*m_model, [this] { m_model->goToTime(samples::noon + 2 * dayMs + 1); });
        QCOMPARE(ids(*m_model).constFirst(), 900); // the last of the third day
        QVERIFY(!m_model->isAtNewest() && !m_model->isAtOldest());
        act(*m_model, [this] { m_model->fetchNewer(); });
        QCOMPARE(ids(*m_model).constFirst(), 1100);
        act(*m_model, [this] { m_model->fetchMore({}); });
        QVERIFY(isDescendingWithoutGap(ids(*m_model)));
        act(*m_model, [this] { m_model->goToTime(samples::noon - dayMs); });
        QCOMPARE(ids(*m_model).constLast(), 1); // before everything: the oldest
    }

    void keepsItsPromisesToViewsWhileAllOfItIsRead()
    {
        samples::addCampaign(*m_database, many);
        open();
        watch();
        act(*m_model, [this] { m_model->goToTime(samples::noon + 1); });
        QTRY_VERIFY(m_model->isAtOldest() || m_model->canFetchMore({}));
        while (m_model->canFetchMore({}))
            act(*m_model, [this] { m_model->fetchMore({}); });
        QCOMPARE(m_model->rowCount(), many);
        LogModel::Filter filter;
        filter.states = {MessageState::Failed};
        m_model->setFilter(filter);
        QTRY_COMPARE(m_model->rowCount(), 0);
    }

    void whatASearchLeavesFewOfIsSortedByAnyColumn()
    {
        addOn(0, 30);
        addOn(1, 30);
        open();
        act(*m_model, [this] { m_model->sort(LogModel::Number, Qt::AscendingOrder); });
        QCOMPARE(m_model->rowCount(), 60);
        QCOMPARE(m_model->index(0, LogModel::Number).data(), m_model->index(1, LogModel::Number).data());
        QCOMPARE(ids(*m_model).constFirst(), 1);
        act(*m_model, [this] { m_model->sort(LogModel::Campaign, Qt::DescendingOrder); });
        QCOMPARE(m_model->index(0, LogModel::Campaign).data().toString(), u"Dag 1"_s);
        move(7, MessageState::Delivered);
        act(*m_model, [this] { m_model->refresh(); });
        QCOMPARE(m_model->index(0, LogModel::Campaign).data().toString(), u"Dag 1"_s); // still
        act(*m_model, [this] { m_model->sort(-1); });
        QVERIFY(isDescendingWithoutGap(ids(*m_model)));
        QSignalSpy byTime(m_model.get(), &LogModel::byTimeAgain);
        act(*m_model, [this] { m_model->sort(LogModel::Name); });
        act(*m_model, [this] { m_model->goToOldest(); }); // a place in time
        QCOMPARE(byTime.size(), 1);
        QVERIFY(isDescendingWithoutGap(ids(*m_model)));
    }

    void moreThanCanBeSortedGoByTime()
    {
        samples::addCampaign(*m_database, LogModel::sortedAtMost + 1);
        open();
        QSignalSpy byTime(m_model.get(), &LogModel::byTimeAgain);
        act(*m_model, [this] { m_model->sort(LogModel::Number, Qt::AscendingOrder); });
        QCOMPARE(byTime.value(0).value(0).toBool(), true);
        QCOMPARE(ids(*m_model).constFirst(), LogModel::sortedAtMost + 1);
        LogModel::Filter few;
        few.search = u"90000007"_s;
        act(*m_model, [this, few] { m_model->setFilter(few); });
        act(*m_model, [this] { m_model->sort(LogModel::Number, Qt::AscendingOrder); });
        QCOMPARE(byTime.size(), 1);
    }

    void filtersByStateCampaignAndPeriod()
    {
        const qint64 first = addOn(0, 50);
        const qint64 second = addOn(1, 70);
        addOn(2, 30);
        move(3, MessageState::Delivered);
        move(60, MessageState::Delivered);
        open();
        LogModel::Filter filter;
        filter.states = {MessageState::Delivered};
        act(*m_model, [&] { m_model->setFilter(filter); });
        QCOMPARE(ids(*m_model), (QList<qint64>{60, 3}));
        QCOMPARE(m_model->total().value_or(-1), 2);
        filter.campaign = first;
        act(*m_model, [&] { m_model->setFilter(filter); });
        QCOMPARE(ids(*m_model), (QList<qint64>{3}));
        filter = {};
        filter.fromMs = samples::noon + dayMs;
        filter.untilMs = samples::noon + 2 * dayMs;
        act(*m_model, [&] { m_model->setFilter(filter); });
        QCOMPARE(m_model->rowCount(), 70);
        QVERIFY(m_model->isAtNewest() && m_model->isAtOldest());
        for (int row = 0; row < m_model->rowCount(); ++row)
            QCOMPARE(m_model->index(row, 0).data(LogModel::CampaignRole).toLongLong(), second);
        filter.fromMs = samples::noon + 9 * dayMs;
        filter.untilMs = samples::noon + 10 * dayMs;
        act(*m_model, [&] { m_model->setFilter(filter); });
        QCOMPARE(m_model->rowCount(), 0);
    }

    void searchesNumberNameTextAndReference_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("id");
        QTest::newRow("a name, without its ring") << u"ase br"_s << qint64{7};
        QTest::newRow("the beginning of a word of the text") << u"tannl"_s << qint64{8};
        QTest::newRow("a number with spaces") << u"900 00 009"_s << qint64{10};
        QTest::newRow("the reference") << u"faktura-77"_s << qint64{9};
    }
    void searchesNumberNameTextAndReference()
    {
        samples::addCampaign(*m_database, 6);
        QList<domain::Message> special{samples::message(samples::number(6)),
                                       samples::message(samples::number(7), u"Time hos tannlegen"_s),
                                       samples::message(samples::number(8)),
                                       samples::message(samples::number(9))};
        special[0].name = u"Åse Brå"_s;
        const qint64 campaign = samples::addCampaign(*m_database, 0);
        write([&](storage::Database &database) {
            QVERIFY(storage::CampaignRepository(database).addMessages(campaign, special, samples::noon));
            QVERIFY(storage::Journal(database).beginAttempt(samples::attempt(campaign, u"faktura-77~abc"_s),
                                                            {9}));
            storage::MessageSearch search(database);
            while (search.advance(100).value() > 0) {
            }
        });
        open();
        QFETCH(QString, typed);
        LogModel::Filter filter;
        filter.search = typed;
        act(*m_model, [&] { m_model->setFilter(filter); });
        QFETCH(qint64, id);
        QCOMPARE(ids(*m_model), QList<qint64>{id});
        QVERIFY(!m_model->total());
    }

    void anAnswerThatWasOvertakenIsDropped()
    {
        samples::addCampaign(*m_database, 20);
        move(5, MessageState::Failed);
        open();
        QSignalSpy loaded(m_model.get(), &LogModel::loaded);
        LogModel::Filter filter;
        for (const QString &typed : {u"k"_s, u"ka"_s, u"kar"_s, u"kari"_s}) {
            filter.search = typed;
            m_model->setFilter(filter);
        }
        LogModel::Filter last;
        last.states = {MessageState::Failed};
        m_model->setFilter(last);
        QVERIFY(loaded.wait(support::patienceMs));
        QCOMPARE(ids(*m_model), QList<qint64>{5});
        QTest::qWait(100); // what was still under way would come now
        QCOMPARE(loaded.size(), 1);
        QCOMPARE(ids(*m_model), QList<qint64>{5});
    }

    void aStateThatChangesIsShownAndTheSelectionStays()
    {
        samples::addCampaign(*m_database, 30);
        open();
        watch();
        const QPersistentModelIndex chosen(m_model->index(10, 0));
        const qint64 id = chosen.data(LogModel::IdRole).toLongLong();
        move(id, MessageState::Delivered);
        QSignalSpy changed(m_model.get(), &LogModel::dataChanged);
        act(*m_model, [this] { m_model->refresh(); });
        QCOMPARE(changed.size(), 1);
        QVERIFY(chosen.isValid());
        QCOMPARE(m_model->index(10, LogModel::State).data(LogModel::StateRole).toInt(),
                 static_cast<int>(MessageState::Delivered));
        samples::addCampaign(*m_database, 4, samples::campaign(u"Ny"_s), 40);
        act(*m_model, [this] { m_model->refresh(); });
        QCOMPARE(m_model->rowCount(), 34);
        QCOMPARE(chosen.row(), 14);
        QCOMPARE(chosen.data(LogModel::IdRole).toLongLong(), id);
        QCOMPARE(m_model->index(0, LogModel::Campaign).data().toString(), u"Ny"_s);
    }

    void aDatabaseThatIsGoneIsAnErrorAndNoCrash()
    {
        LogModel model(u"/nowhere/budstikke.sqlite"_s);
        QSignalSpy failed(&model, &LogModel::readFailed);
        model.setFilter({});
        QVERIFY(failed.wait(support::patienceMs));
        QVERIFY(!model.isLoading());
    }

private:
    void open()
    {
        m_model = std::make_unique<LogModel>(m_database->file());
        act(*m_model, [this] { m_model->setFilter({}); });
    }

    // Qt's tester reads on by itself, so it is not where pages are counted.
    void watch()
    {
        new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     m_model.get());
    }

    void write(const std::function<void(storage::Database &)> &work)
    {
        storage::Transaction transaction(*m_database);
        QVERIFY(transaction.begin());
        work(*m_database);
        QVERIFY(transaction.commit());
    }

    void move(qint64 message, MessageState to)
    {
        write([&](storage::Database &database) {
            QVERIFY(storage::Journal(database).apply(samples::step(message, to)));
        });
    }

    qint64 addOn(int day, int count)
    {
        qint64 id = 0;
        write([&](storage::Database &database) {
            storage::CampaignRepository campaigns(database);
            id = campaigns.create(samples::campaign(u"Dag %1"_s.arg(day))).value();
            QList<domain::Message> messages;
            for (int i = 0; i < count; ++i)
                messages.append(samples::message(samples::number(i)));
            QVERIFY(campaigns.addMessages(id, messages, samples::noon + day * dayMs));
        });
        return id;
    }

    std::unique_ptr<support::TemporaryDatabase> m_database;
    std::unique_ptr<LogModel> m_model;
};

QTEST_GUILESS_MAIN(TestLogModel)
#include "tst_logmodel.moc"
