// SPDX-License-Identifier: GPL-3.0-or-later
// A month's figures: whose they are, what they cost, and how long a run still takes.
#include "engine/monthreport.h"
#include "engine/runpace.h"
#include "storage/optoutrepository.h"
#include "storage/samples.h"
#include "storage/statement.h"
#include "support/temporarydatabase.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::MessageState;
using engine::ReportBy;

class TestMonthReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsWhatWasSentInTheMonthByCampaignAndSender()
    {
        support::TemporaryDatabase database;
        fill(database);
        const auto report = engine::monthReport(database, QDate(2026, 1, 20));
        QVERIFY(report);
        const storage::SentFigures total = report->total();
        QCOMPARE(total.messages, 5);
        QCOMPARE(total.segments, 4); // one was refused, and costs nothing
        QCOMPARE(total.delivered, 2);
        QCOMPARE(total.failed, 2);
        QCOMPARE(total.optOuts, 1);
        QCOMPARE(total.costOre, std::nullopt); // the second campaign had no price
        const auto campaigns = report->rows(ReportBy::Campaign);
        QCOMPARE(campaigns.size(), 2);
        QCOMPARE(campaigns[0].name, u"Januar"_s);
        QCOMPARE(campaigns[0].segments, 3);
        QCOMPARE(campaigns[0].costOre, std::optional<qint64>(132)); // 44 øre each
        QCOMPARE(campaigns[0].optOuts, 1);
        QCOMPARE(campaigns[1].costOre, std::nullopt);
        const auto senders = report->rows(ReportBy::Sender);
        QCOMPARE(senders.size(), 1); // both came from the same
        QCOMPARE(senders[0].sender, u"Firmanavn"_s);
        QCOMPARE(senders[0].messages, 5);
        const auto other = engine::monthReport(database, QDate(2026, 2, 1));
        QCOMPARE(other->total().messages, 0);
        QVERIFY(other->figures.isEmpty());
    }

    void isWrittenAsASheetWithItsSum()
    {
        support::TemporaryDatabase database;
        fill(database);
        QTemporaryDir folder;
        const QString file = folder.filePath(u"2026-01.csv"_s);
        QVERIFY(engine::exportMonth(*engine::monthReport(database, QDate(2026, 1, 1)), file));
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(csv.readAll()).split(u"\r\n"_s, Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 4);
        QVERIFY2(lines[1].startsWith("Januar;Firmanavn;4;3;1.32;2;1;1"_L1), qPrintable(lines[1]));
        QVERIFY2(lines[3].startsWith("In all;;5;4;;2;2;1"_L1), qPrintable(lines[3]));
    }

    void theTimeLeftFollowsHowItHasGone()
    {
        engine::RunPace pace;
        pace.note(0, 0, 1000);
        QCOMPARE(pace.leftMs(0), std::nullopt);
        pace.note(10'000, 100, 1000);
        QCOMPARE(pace.leftMs(10'000), std::optional<qint64>(90'000));
        pace.note(60'000, 120, 1000); // slower now: only the last half minute counts
        pace.note(70'000, 140, 1000);
        QCOMPARE(pace.leftMs(70'000), std::optional<qint64>(430'000));
        QCOMPARE(pace.leftMs(200'000), std::nullopt); // nothing gets on
        pace.note(201'000, 1000, 1000);
        QCOMPARE(pace.leftMs(205'000), std::nullopt);
        pace.note(300'000, 5, 10); // another run
        QCOMPARE(pace.leftMs(300'000), std::nullopt);
        QCOMPARE(engine::wording::timeLeft(20'000), u"less than a minute left"_s);
        QCOMPARE(engine::wording::timeLeft(3 * 3600'000 + 300'000), u"about 3 h 5 min left"_s);
    }

private:
    // In January: four messages of one campaign at 44 øre, one of another without a price.
    static void fill(support::TemporaryDatabase &database)
    {
        domain::Campaign priced = samples::campaign(u"Januar"_s);
        const qint64 first = samples::addCampaign(database, 4, priced);
        samples::addCampaign(database, 1, samples::campaign(u"Uten pris"_s), 10);
        storage::Transaction transaction(database);
        QVERIFY(transaction.begin());
        storage::CampaignRepository campaigns(database);
        QVERIFY(campaigns.setTotals(first, 4, 4, 4 * 44));
        QVERIFY(storage::execute(database, u"UPDATE message SET begun_ms = ?"_s, samples::noon));
        storage::Journal journal(database);
        for (const auto &[message, state] : {std::pair(1, MessageState::Delivered),
                                             {2, MessageState::Delivered},
                                             {3, MessageState::Refused},
                                             {4, MessageState::Accepted},
                                             {5, MessageState::Failed}})
            QVERIFY(journal.apply(samples::step(message, state)));
        QVERIFY(storage::OptOutRepository(database).add(
            {samples::number(0), samples::noon + 5000, domain::OptOutSource::Keyword}));
        QVERIFY(transaction.commit());
    }
};

QTEST_GUILESS_MAIN(TestMonthReport)
#include "tst_monthreport.moc"
