// SPDX-License-Identifier: GPL-3.0-or-later
// The write-ahead log stays small under steady writing, and nothing is lost by its being copied.
#include "samples.h"
#include "storage/statement.h"
#include "storage/transaction.h"
#include "support/places.h"
#include "support/temporarydatabase.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pageBytes = 4096;
constexpr qint64 checkpointPages = 1000; // SQLite's own measure

void put(storage::Database &database, const QString &key, const QByteArray &value)
{
    storage::Transaction transaction(database);
    QVERIFY(transaction.begin().ok());
    QVERIFY(storage::execute(database,
                             u"INSERT INTO meta (key, value) VALUES (?, ?) "
                             "ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
                             key, value)
                .ok());
    QVERIFY(transaction.commit().ok());
}

qint64 logBytes(const support::TemporaryDatabase &database)
{
    return QFileInfo(database.file() + u"-wal"_s).size();
}

} // namespace

class TestWriteAheadLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theLogStaysBoundedAndReadersSeeOneState()
    {
        support::TemporaryDatabase database;
        // Different throughout: SQLite writes no page that stays as it was.
        const auto large = [](int i) { return QByteArray(128 * pageBytes, static_cast<char>('a' + i % 7)); };
        put(database, u"large"_s, large(0) + "first");
        const auto reader = database.reader();
        QVERIFY(reader);
        const auto seen = [&] {
            storage::Statement select(*reader, u"SELECT value FROM meta WHERE key = 'large'"_s);
            return select.run().ok() && select.next() ? select.bytes(0).mid(128 * pageBytes)
                                                      : QByteArray("?");
        };
        QVERIFY(storage::execute(*reader, u"BEGIN"_s).ok());
        QCOMPARE(seen(), QByteArray("first"));
        for (int i = 0; i < 20; ++i)
            put(database, u"large"_s, large(i) + QByteArray::number(i));
        QCOMPARE(seen(), QByteArray("first"));
        QVERIFY(storage::execute(*reader, u"COMMIT"_s).ok());
        QCOMPARE(seen(), QByteArray("19"));
        for (int i = 0; i < 400; ++i) // over ten times what the log may hold
            put(database, u"large"_s, large(i) + QByteArray::number(i));
        QVERIFY2(logBytes(database) < 4 * checkpointPages * pageBytes,
                 qPrintable(QString::number(logBytes(database))));
        QCOMPARE(seen(), QByteArray("399"));
        QCOMPARE(database.database().integrityProblems(false).value(), QStringList());
    }

    void closingLeavesNoLog()
    {
        support::TemporaryDatabase database;
        put(database, u"small"_s, "last");
        QVERIFY(logBytes(database) > 0);
        database.close();
        QVERIFY(!QFile::exists(database.file() + u"-wal"_s));
    }

    void aKillLosesNothingThatWasTold_data()
    {
        QTest::addColumn<int>("lines");
        for (const int lines : {30, 61, 150, 333})
            QTest::addRow("killed after %d commits, checkpoints between", lines) << lines;
    }
    void aKillLosesNothingThatWasTold()
    {
        QFETCH(int, lines);
        support::TemporaryDatabase database;
        samples::addCampaign(database, 2000);
        database.close();
        QProcess writer;
        writer.start(support::program(u"storagewriter"_s), {database.file(), u"2000"_s});
        QByteArray heard;
        while (heard.count('\n') < lines) {
            QVERIFY(writer.waitForReadyRead(60000));
            heard += writer.readAllStandardOutput();
        }
        writer.kill();
        QVERIFY(writer.waitForFinished(60000));
        heard += writer.readAllStandardOutput();
        database.open();
        QVERIFY(database.database().hadUncleanStop());
        QCOMPARE(database.database().integrityProblems(false).value(), QStringList());
        storage::Journal journal(database);
        QByteArrayList told = heard.split('\n');
        told.removeLast(); // empty, or cut off
        for (const QByteArray &line : std::as_const(told)) {
            const qint64 id = line.split(' ').last().toLongLong();
            const auto message = journal.message(id);
            QVERIFY(message);
            QVERIFY2(message->state == domain::MessageState::Accepted ||
                         (line.startsWith("begun") && message->state == domain::MessageState::Sending),
                     line.constData());
        }
        QVERIFY(journal.differences()->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWriteAheadLog)
#include "tst_writeaheadlog.moc"
