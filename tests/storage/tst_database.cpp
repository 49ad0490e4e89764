// SPDX-License-Identifier: GPL-3.0-or-later
#include "databasefiles.h"
#include "samples.h"
#include "storage/migrations.h"
#include "storage/statement.h"
#include "storage/transaction.h"
#include "support/places.h"
#include "support/temporarydatabase.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

#include <algorithm>

#ifdef Q_OS_LINUX
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace samples;
using domain::MessageState;

class TestDatabase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void setsWhatDurabilityNeeds()
    {
        support::TemporaryDatabase database;
        QCOMPARE(pragma(database, u"journal_mode"_s), u"wal"_s);
        QCOMPARE(pragma(database, u"synchronous"_s), u"2"_s); // FULL
        QCOMPARE(pragma(database, u"fullfsync"_s), u"1"_s);   // which macOS needs
        QCOMPARE(pragma(database, u"checkpoint_fullfsync"_s), u"1"_s);
        QCOMPARE(pragma(database, u"foreign_keys"_s), u"1"_s);
        QCOMPARE(pragma(database, u"secure_delete"_s), u"1"_s);
        QCOMPARE(pragma(database, u"busy_timeout"_s), u"5000"_s);
        QCOMPARE(pragma(database, u"user_version"_s), QString::number(storage::latestVersion()));
    }

    void keepsWhatWasCommitted()
    {
        support::TemporaryDatabase database;
        const qint64 campaign = samples::addCampaign(database, 3);
        database.reopen();
        const auto messages = storage::Journal(database).messages(samples::inCampaign(campaign));
        QVERIFY(messages);
        QCOMPARE(messages->size(), 3);
        QVERIFY(!database.database().hadUncleanStop());
    }

    void dropsWhatWasNotCommitted()
    {
        support::TemporaryDatabase database;
        {
            storage::Transaction transaction(database);
            QVERIFY(transaction.begin());
            QVERIFY(storage::CampaignRepository(database).create(samples::campaign()));
        }
        QVERIFY(storage::CampaignRepository(database).campaigns()->isEmpty());
    }

    void filesArePrivate()
    {
        support::TemporaryDatabase database;
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                            QFileDevice::WriteOther;
        const QString copy = database.folder() + u"/copies/copy.sqlite"_s;
        QVERIFY(database.database().backup(copy));
        for (const QString &file : {database.file(), database.file() + u"-wal"_s, copy})
            QVERIFY2(!(QFile::permissions(file) & others), qPrintable(file));
    }

    void backupIsWholeAndConsistent()
    {
        support::TemporaryDatabase database;
        samples::addCampaign(database, 5);
        const QString copy = database.folder() + u"/it's a copy.sqlite"_s;
        QVERIFY(database.database().backup(copy));
        QVERIFY(database.database().backup(copy)); // replaces the first
        QVERIFY(!QFile::exists(copy + u".part"_s));
        base::SystemClock clock;
        auto opened = Database::open(copy, OpenMode::ReadWrite, clock);
        QVERIFY(opened);
        QCOMPARE((*opened)->integrityProblems(false).value(), QStringList());
        QCOMPARE(storage::CampaignRepository(**opened).campaigns()->constFirst().counts[1], 5);
    }

    void refusesWhatIsNotOurs_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("a text file") << QByteArray("Dear Sir or Madam");
        QTest::newRow("a long text file") << QByteArray(5000, 'x');
        QTest::newRow("a database cut short") << QByteArray("SQLite format 3\0", 16);
    }
    void refusesWhatIsNotOurs()
    {
        QFETCH(QByteArray, content);
        QTemporaryDir folder;
        const QString file = folder.filePath(u"a.sqlite"_s);
        QVERIFY(writeFile(file, content));
        QCOMPARE(openError(file, OpenMode::ReadWrite), base::ErrorCode::DatabaseUnusable);
        QCOMPARE(openError(file, OpenMode::ReadOnly), base::ErrorCode::DatabaseUnusable);
        QCOMPARE(contentOf(file), content);
    }

    void refusesAnotherProgramsDatabase()
    {
        support::TemporaryDatabase database;
        QVERIFY(storage::execute(database, u"PRAGMA user_version = 0"_s));
        database.close();
        QCOMPARE(openError(database.file(), OpenMode::ReadWrite), base::ErrorCode::DatabaseUnusable);
    }

    void aReaderNeedsAFile()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"none.sqlite"_s);
        QCOMPARE(openError(file, OpenMode::ReadOnly), base::ErrorCode::NotFound);
        QVERIFY(!QFile::exists(file));
        QCOMPARE(openError(folder.filePath(u"no/folder.sqlite"_s), OpenMode::ReadWrite),
                 base::ErrorCode::DatabaseUnusable);
    }

    void readsBesideAWriter()
    {
        support::TemporaryDatabase database;
        const qint64 campaign = samples::addCampaign(database, 2);
        const auto reader = database.reader();
        QVERIFY(reader);
        storage::Journal read(*reader);
        QCOMPARE(read.messages(samples::inCampaign(campaign))->size(), 2);

        storage::Transaction transaction(database);
        QVERIFY(transaction.begin());
        QVERIFY(
            storage::CampaignRepository(database).addMessages(campaign, {samples::message(u"+4741"_s)}, 1));
        QCOMPARE(read.messages(samples::inCampaign(campaign))->size(), 2);
        QVERIFY(transaction.commit());
        QCOMPARE(read.messages(samples::inCampaign(campaign))->size(), 3);
    }

    void aReaderCannotWrite()
    {
        support::TemporaryDatabase database;
        const auto reader = database.reader();
        QVERIFY(!storage::CampaignRepository(*reader).create(samples::campaign()));
    }

    void readsInAFolderWhereNobodyMayWrite()
    {
#ifdef Q_OS_LINUX
        support::TemporaryDatabase database;
        const qint64 campaign = samples::addCampaign(database, 2);
        database.close();
        const bool root = ::geteuid() == 0; // who may write everywhere
        const auto readable = QFileDevice::ReadOwner | QFileDevice::ExeOwner | QFileDevice::ReadGroup |
                              QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::ExeOther;
        QVERIFY(QFile::setPermissions(database.file(), readable));
        QVERIFY(QFile::setPermissions(database.folder(), readable));
        if (root)
            QCOMPARE(::setresuid(65534, 65534, 0), 0);
        qsizetype seen = -1;
        if (const auto reader = database.reader())
            seen = storage::Journal(*reader).messages(samples::inCampaign(campaign))->size();
        if (root)
            QCOMPARE(::setresuid(0, 0, 0), 0);
        QVERIFY(QFile::setPermissions(database.folder(), readable | QFileDevice::WriteOwner));
        QCOMPARE(seen, 2);
#endif
    }

    void readsWhereThereIsNoRoomForAnIndex()
    {
#ifdef Q_OS_LINUX
        support::TemporaryDatabase database;
        const qint64 campaign = samples::addCampaign(database, 2);
        database.close();
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit old;
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
        const rlimit none{100, old.rlim_max}; // no room for a page, as on a full disk
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &none), 0);
        qsizetype seen = -1;
        if (const auto reader = database.reader())
            seen = storage::Journal(*reader).messages(samples::inCampaign(campaign))->size();
        setrlimit(RLIMIT_FSIZE, &old);
        QCOMPARE(seen, 2);
#endif
    }

    // A process that closes any handle of a file loses all its locks on it (POSIX).
    void aSecondConnectionLeavesTheLocksOfTheFirst()
    {
#ifdef Q_OS_LINUX
        support::TemporaryDatabase database;
        samples::addCampaign(database, 2);
        const QByteArray file = QFile::encodeName(database.file());
        const auto lockedByUs = [&file] { // as another process sees it
            const pid_t child = ::fork();
            if (child == 0) {
                struct flock wanted = {};
                wanted.l_type = F_WRLCK;
                wanted.l_whence = SEEK_SET;
                wanted.l_start = 0x40000002; // SQLite's range of shared locks
                wanted.l_len = 510;
                const int handle = ::open(file.constData(), O_RDWR);
                ::_exit(handle >= 0 && ::fcntl(handle, F_GETLK, &wanted) == 0 && wanted.l_type != F_UNLCK
                            ? 0
                            : 1);
            }
            int status = -1;
            ::waitpid(child, &status, 0);
            return status == 0;
        };
        QVERIFY(lockedByUs());
        QVERIFY(database.reader());
        QVERIFY(lockedByUs());
#endif
    }

    void neverBacksUpOntoItself()
    {
        support::TemporaryDatabase database;
        samples::addCampaign(database, 2);
        const auto refused = database.database().backup(database.file());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, base::ErrorCode::FileUnwritable);
        QCOMPARE(database.database().integrityProblems(false).value(), QStringList());
    }

    void saysWhatIsDamaged()
    {
        support::TemporaryDatabase database;
        samples::addCampaign(database, 500);
        QCOMPARE(database.database().integrityProblems(true).value(), QStringList());
        QVERIFY(storage::execute(database, u"PRAGMA foreign_keys = OFF"_s));
        QVERIFY(storage::execute(database, u"UPDATE message SET campaign = 77 WHERE id = 5"_s));
        QCOMPARE(database.database().integrityProblems(true).value(),
                 QStringList{u"message row 5: no such campaign"_s});
        database.close();

        QByteArray content = contentOf(database.file());
        const qsizetype page = content.indexOf("Kari Nordmann") / 4096;
        QVERIFY(page > 0);
        content.replace(page * 4096, 64, QByteArray(64, '\xff'));
        QVERIFY(writeFile(database.file(), content));
        const auto reader = database.reader();
        QVERIFY(reader);
        QVERIFY(!reader->integrityProblems(true)->isEmpty());
    }

    void reportsAFullDisk()
    {
        support::TemporaryDatabase database;
        const qint64 campaign = samples::addCampaign(database, 2);
        const QString pages = pragma(database, u"page_count"_s);
        QCOMPARE(pragma(database, u"max_page_count = "_s + pages), pages);
        QList<domain::Message> many;
        for (int i = 0; i < 500; ++i)
            many.append(samples::message(samples::number(1000 + i)));
        {
            storage::Transaction transaction(database);
            QVERIFY(transaction.begin());
            const auto added = storage::CampaignRepository(database).addMessages(campaign, many, 1);
            QVERIFY(!added);
            QCOMPARE(added.error().code, base::ErrorCode::DiskFull);
        }
        pragma(database, u"max_page_count = 1000000"_s);
        QCOMPARE(storage::Journal(database).messages(samples::inCampaign(campaign))->size(), 2);
        QVERIFY(storage::Journal(database).differences()->isEmpty());
        const qint64 next = samples::addCampaign(database, 10);
        QVERIFY(next > campaign);
    }

    void survivesKill_data()
    {
        QTest::addColumn<QString>("point");
        QTest::addColumn<QByteArrayList>("told"); // of message 3, before the kill
        QTest::addColumn<QString>("after");       // message 3, before recovery
        QTest::addColumn<QString>("recovered");
        // Passing 5 is the begin of message 3, passing 6 its answer.
        QTest::newRow(
            "killed before the attempt is committed: nothing may have been sent, it is still queued")
            << u"beforeCommit:5"_s << QByteArrayList{} << u"queued: queued"_s << u"queued: queued"_s;
        QTest::newRow("killed after the attempt is committed: it may have been sent, so it is uncertain")
            << u"afterCommit:5"_s << QByteArrayList{} << u"sending: queued, sending"_s
            << u"uncertain: queued, sending, answer"_s;
        QTest::newRow("killed before the answer is committed: uncertain")
            << u"beforeCommit:6"_s << QByteArrayList{"begun 3"} << u"sending: queued, sending"_s
            << u"uncertain: queued, sending, answer"_s;
        QTest::newRow("killed after the answer is committed: the answer is kept")
            << u"afterCommit:6"_s << QByteArrayList{"begun 3"} << u"accepted: queued, sending, answer"_s
            << u"accepted: queued, sending, answer"_s;
        QTest::newRow("killed before the next transaction: the answer is kept")
            << u"beforeBegin:7"_s << QByteArrayList{"begun 3", "accepted 3"}
            << u"accepted: queued, sending, answer"_s << u"accepted: queued, sending, answer"_s;
    }
    void survivesKill()
    {
        QFETCH(QString, point);
        QFETCH(QByteArrayList, told);
        QFETCH(QString, after);
        QFETCH(QString, recovered);
        support::TemporaryDatabase database;
        QCOMPARE(samples::addCampaign(database, 10), 1);
        QVERIFY(storage::CampaignRepository(database).setState(1, domain::CampaignState::Running, {}, 1));
        database.close();

        QProcess writer;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"BUDSTIKKE_CRASH_AT"_s, point);
        writer.setProcessEnvironment(environment);
        writer.start(support::program(u"storagewriter"_s), {database.file(), u"10"_s});
        QVERIFY(writer.waitForFinished(60000));
        QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
        QByteArrayList heard = writer.readAllStandardOutput().trimmed().split('\n');
        QCOMPARE(heard.mid(0, 4), (QByteArrayList{"begun 1", "accepted 1", "begun 2", "accepted 2"}));
        QCOMPARE(heard.mid(4), told);

        {
            const auto reader = database.reader(); // beside the log that the crash left
            QVERIFY(reader);
            storage::Journal journal(*reader);
            QCOMPARE(samples::story(journal, 3), after);
        }
        database.open();
        QVERIFY(database.database().hadUncleanStop());
        storage::Journal journal(database);
        QVERIFY(journal.recoverInterrupted(samples::noon));
        QCOMPARE(samples::story(journal, 3), recovered);
        QCOMPARE(samples::story(journal, 2), u"accepted: queued, sending, answer"_s);
        QCOMPARE(samples::story(journal, 4), u"queued: queued"_s);
        const auto campaign = storage::CampaignRepository(database).campaign(1);
        QCOMPARE(campaign->state, domain::CampaignState::Paused);
        QCOMPARE(campaign->reason, domain::PauseReason::Interrupted);
        QVERIFY(journal.differences()->isEmpty());
        QCOMPARE(database.database().integrityProblems(false).value(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
