// SPDX-License-Identifier: GPL-3.0-or-later
// How SQLite answers the journal's questions.
#include "storage/statement.h"
#include "support/temporarydatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestQueryPlans : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Whole scans over a million messages would freeze the window.
    void everyQuestionIsAnsweredFromAnIndex_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("what is still queued")
            << u"SELECT id FROM message WHERE campaign = ? AND state = ? AND id > ? ORDER BY id LIMIT 9"_s;
        QTest::newRow("a state of the whole log")
            << u"SELECT id FROM message WHERE state = ? AND id < ? ORDER BY id DESC LIMIT 9"_s;
        QTest::newRow("the newest of the log")
            << u"SELECT id FROM message WHERE id < ? ORDER BY id DESC LIMIT 9"_s;
        QTest::newRow("a number")
            << u"SELECT id FROM message WHERE number = ? AND id < ? ORDER BY id DESC LIMIT 9"_s;
        QTest::newRow("a gateway's id")
            << u"SELECT id FROM message WHERE gateway_id = ? ORDER BY id DESC LIMIT 1"_s;
        QTest::newRow("what is overdue")
            << u"SELECT id FROM message INDEXED BY message_awaiting WHERE state IN (3, 7) AND deadline_ms <= ? ORDER BY deadline_ms LIMIT 9"_s;
        QTest::newRow("what was sent today")
            << u"SELECT sum(segments) FROM begun_sms WHERE account = ? AND quarter >= ?"_s;
        QTest::newRow("what has come in for a message")
            << u"SELECT status FROM status_arrival WHERE message = ? ORDER BY message, place"_s;
        QTest::newRow("what has come in, on from a place")
            << u"SELECT status FROM status_arrival WHERE (message, place) > (?, ?) "
               "ORDER BY message, place LIMIT 9"_s;
        QTest::newRow("kept statuses by origid")
            << u"SELECT id FROM status_event WHERE message IS NULL AND orig_id = ?"_s;
        QTest::newRow("kept statuses by ref")
            << u"SELECT id FROM status_event WHERE message IS NULL AND ref = ? AND number = ?"_s;
    }
    void everyQuestionIsAnsweredFromAnIndex()
    {
        QFETCH(QString, sql);
        support::TemporaryDatabase database;
        storage::Statement plan(database, u"EXPLAIN QUERY PLAN "_s + sql);
        for (int i = 0; i < sql.count(u'?'); ++i)
            plan.bind(i, 1);
        QVERIFY(plan.execute());
        QStringList steps;
        while (plan.next())
            steps.append(plan.text(3));
        QVERIFY(!steps.isEmpty());
        for (const QString &step : steps)
            QVERIFY2(step.startsWith(u"SEARCH"_s), qPrintable(step));
    }
};

QTEST_GUILESS_MAIN(TestQueryPlans)
#include "tst_queryplans.moc"
