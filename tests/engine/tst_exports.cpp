// SPDX-License-Identifier: GPL-3.0-or-later
// Reports as files: whole, in words, and gone when they are cancelled.
#include "engine/exports.h"
#include "storage/samples.h"
#include "support/temporarydatabase.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

class TestExports : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_database = std::make_unique<support::TemporaryDatabase>(); }

    void aCampaignOfMoreThanAThousandIsWrittenWhole()
    {
        const qint64 campaign = samples::addCampaign(*m_database, 2300);
        samples::addCampaign(*m_database, 5, samples::campaign(u"Annen"_s), 5000);
        const auto rows = engine::exportCampaign(*m_database, campaign, path());
        QVERIFY(rows);
        QCOMPARE(*rows, 2300);
        const QList<QByteArray> all = lines();
        QCOMPARE(all.size(), 2301);
        QVERIFY(all.at(1).startsWith(samples::number(0).toUtf8()));
        QVERIFY(all.constLast().startsWith(samples::number(2299).toUtf8()));
        QVERIFY(all.at(1).contains("Waiting"));
    }

    // The sum of the column was what had been planned, not what the month's report counts.
    void ofWhatWasNeverSentNoSmsAreCounted()
    {
        const qint64 campaign = samples::addCampaign(*m_database, 2);
        engine::ShownAs shown;
        shown.show = [](domain::Message &message, QList<domain::MessageEvent> &) {
            message.state = message.number == samples::number(0) ? domain::MessageState::Delivered
                                                                 : domain::MessageState::Cancelled;
        };
        QVERIFY(engine::exportCampaign(*m_database, campaign, path(), {}, shown));
        QVERIFY(lines().at(1).contains(";1;Delivered"));
        QVERIFY(lines().at(2).contains(";0;Cancelled"));
    }

    void aReaderBesideADeadOwnerWritesWhatItShows()
    {
        const qint64 campaign = samples::addCampaign(*m_database, 2);
        engine::ShownAs shown;
        shown.show = [](domain::Message &message, QList<domain::MessageEvent> &) {
            if (message.number == samples::number(1))
                message.state = domain::MessageState::Delivered;
        };
        for (const qint64 whose : {campaign, campaign + 1}) { // members of gateways' groups (BLK-10)
            campaign::ArrivedStatuses::Shown made;
            made.message = samples::message(samples::number(10 + static_cast<int>(whose)), u"Hei"_s,
                                            domain::MessageState::Failed);
            made.message.campaign = whose;
            shown.made.append(made);
        }
        const auto rows = engine::exportCampaign(*m_database, campaign, path(), {}, shown);
        QVERIFY(rows);
        QCOMPARE(*rows, 3);
        const QList<QByteArray> all = lines();
        QVERIFY(all.at(1).contains("Waiting"));
        QVERIFY(all.at(2).contains("Delivered"));
        QVERIFY(all.at(3).contains("Failed"));
    }

    void theLogIsWrittenAsItIsFilteredTheNewestFirst()
    {
        const qint64 campaign = samples::addCampaign(*m_database, 1200);
        samples::addCampaign(*m_database, 5, samples::campaign(u"Annen"_s), 5000);
        storage::MessageFilter filter;
        filter.afterId = 3; // the page that is looked at does not matter
        filter.limit = 10;
        auto rows = engine::exportLog(*m_database, filter, path());
        QVERIFY(rows);
        QCOMPARE(*rows, 1205);
        QVERIFY(lines().at(1).contains("Annen"));
        filter.campaign = campaign;
        filter.toId = 700;
        rows = engine::exportLog(*m_database, filter, path());
        QCOMPARE(*rows, 700);
        QVERIFY(lines().at(1).startsWith(samples::number(699).toUtf8()));
    }

    void tellsHowFarItHasComeAndACancelledOneLeavesNoFile()
    {
        samples::addCampaign(*m_database, 1200);
        QList<std::pair<qint64, qint64>> steps;
        const auto rows = engine::exportLog(*m_database, {}, path(), [&](qint64 done, qint64 total) {
            steps.append({done, total});
            return steps.size() < 2;
        });
        QVERIFY(!rows);
        QCOMPARE(rows.error().code, base::ErrorCode::Cancelled);
        QCOMPARE(steps, (QList<std::pair<qint64, qint64>>{{500, 1200}, {1000, 1200}}));
        QVERIFY(!QFile::exists(path()));
    }

private:
    QString path() const { return m_database->folder() + u"/ut.csv"_s; }
    QList<QByteArray> lines() const
    {
        QFile file(path());
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QByteArray all = file.readAll();
        if (all.startsWith("\xef\xbb\xbf"))
            all.remove(0, 3);
        return all.trimmed().split('\n');
    }

    std::unique_ptr<support::TemporaryDatabase> m_database;
};

QTEST_GUILESS_MAIN(TestExports)
#include "tst_exports.moc"
