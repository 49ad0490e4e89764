// SPDX-License-Identifier: GPL-3.0-or-later
// Opt-outs as a list file, and contacts as they are shown.
#include "engine/awaited.h"
#include "engine/importjob.h"
#include "storage/optoutrepository.h"
#include "storage/transaction.h"
#include "support/temporarydatabase.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

class TestOptOutList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyNumberOfTheListOptsOutAndTheRestIsNamed()
    {
        support::TemporaryDatabase database;
        const QString file =
            write(database, "Navn;Mobil\r\nKari;999 99 991\r\nOla;4,79E+10\r\nBo;+4799999992\r\n"
                            "Kari igjen;4799999991\r\n");
        const auto result = imported(database, file);
        QVERIFY(result.ok());
        QCOMPARE(result->added, 2);
        QCOMPARE(result->already, 1);
        QCOMPARE(result->skipped.size(), 1);
        QCOMPARE(result->skipped.constFirst().row, 3);
        QCOMPARE(result->skipped.constFirst().input, u"4,79E+10"_s);
        QVERIFY(isOut(database, u"+4799999991"_s));
        QVERIFY(isOut(database, u"+4799999992"_s));
        QCOMPARE(storage::OptOutRepository(database).list()->constFirst().source,
                 domain::OptOutSource::Import);
    }

    void aListWithoutNumbersChangesNothing()
    {
        support::TemporaryDatabase database;
        const QString file = write(database, "Navn;By\r\nKari;Oslo\r\n");
        const auto result = imported(database, file);
        QVERIFY(!result);
        QCOMPARE(result.error().code, base::ErrorCode::InvalidField);
        QCOMPARE(result.error().field, u"phone"_s);
        QVERIFY(storage::OptOutRepository(database).list()->isEmpty());
    }

    void anImportThatWasCutOffGoesForward()
    {
        support::TemporaryDatabase database;
        QByteArray list = "mobil\n";
        for (int i = 0; i < 3000; ++i)
            list += QByteArray::number(90'000'000 + i) + "\n";
        storage::GroupCommit commits(database);
        {
            engine::Jobs jobs(database, commits, m_clock);
            QEventLoop loop;
            int portions = 0;
            connect(&commits, &storage::GroupCommit::commitSucceeded, &loop, [&] {
                if (++portions == 3)
                    loop.quit();
            });
            jobs.start<engine::OptOutImport>(
                [file = write(database, list)](engine::JobRun &job) {
                    return engine::importOptOuts(job, file, {}, 1);
                },
                {}, [](const auto &) { QFAIL("It ended too soon"); });
            loop.exec();
        }
        const auto left = storage::JobRows(database).left();
        QCOMPARE(left->size(), 1);
        QVERIFY(storage::OptOutRepository(database).list()->size() < 3000);
        engine::Jobs jobs(database, commits, m_clock);
        const auto ended = engine::awaited<void>([&](const auto &done) {
            jobs.start<void>([&](engine::JobRun &job) { return engine::endImport(job, left->constFirst()); },
                             {}, done);
        });
        QVERIFY(ended.ok());
        QCOMPARE(storage::OptOutRepository(database).list()->size(), 3000);
        QVERIFY(storage::JobRows(database).left()->isEmpty());
    }

    void whatIsWrittenCanBeTakenElsewhere()
    {
        support::TemporaryDatabase database;
        QVERIFY(imported(database, write(database, "mobil\n99999991\n99999992\n")).ok());
        const QString file = database.folder() + u"/ut.csv"_s;
        QCOMPARE(engine::exportOptOuts(database, file).value(), 2);
        support::TemporaryDatabase other;
        QCOMPARE(imported(other, file)->added, 2);
        QVERIFY(isOut(other, u"+4799999992"_s));
    }

    void contactsAreWrittenAsTheyAreFilteredAndACancelledFileDoesNotAppear()
    {
        support::TemporaryDatabase database;
        {
            storage::Transaction transaction(database);
            QVERIFY(transaction.begin());
            QList<domain::Contact> many;
            for (int i = 0; i < 1200; ++i) {
                domain::Contact contact;
                contact.number = u"+47%1"_s.arg(90000000 + i);
                contact.name = i % 2 == 0 ? u"Kari"_s : u"Ola"_s;
                many.append(contact);
            }
            QVERIFY(storage::ContactRepository(database).upsertAll(storage::contactRows(many)).ok());
            QVERIFY(transaction.commit());
        }
        const QString file = database.folder() + u"/ut.csv"_s;
        storage::ContactFilter filter;
        filter.search = u"kari"_s;
        QCOMPARE(engine::exportContacts(database, filter, file).value(), 600);
        QVERIFY(QFile::remove(file));
        qint64 expected = 0;
        const auto cancelled = engine::exportContacts(database, {}, file, [&expected](qint64, qint64 total) {
            expected = total;
            return false;
        });
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().code, base::ErrorCode::Cancelled);
        QCOMPARE(expected, 1200);
        QVERIFY(!QFile::exists(file));
    }

private:
    static QString write(support::TemporaryDatabase &database, const QByteArray &content)
    {
        const QString name = database.folder() + u"/inn.csv"_s;
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("not written");
        return name;
    }
    base::Result<engine::OptOutImport> imported(storage::Database &database, const QString &file)
    {
        storage::GroupCommit commits(database);
        engine::Jobs jobs(database, commits, m_clock);
        return engine::awaited<engine::OptOutImport>([&](const auto &done) {
            jobs.start<engine::OptOutImport>(
                [&](engine::JobRun &job) { return engine::importOptOuts(job, file, {}, 1); }, {}, done);
        });
    }
    static bool isOut(storage::Database &database, const QString &number)
    {
        return storage::OptOutRepository(database).contains(number).value();
    }

    base::SystemClock m_clock;
};

QTEST_GUILESS_MAIN(TestOptOutList)
#include "tst_optoutlist.moc"
