// SPDX-License-Identifier: GPL-3.0-or-later
// The import of contacts in portions: cut off, cancelled, taken back.
#include "engine/awaited.h"
#include "engine/contactbook.h"
#include "engine/office.h"
#include "storage/jobrows.h"
#include "support/patience.h"

#include <QDir>
#include <QEventLoop>

using namespace Qt::StringLiterals;

namespace {

constexpr int people = 3000;

QByteArray rows(int count)
{
    QByteArray list = "Mobil;Navn;Alder\n";
    for (int i = 0; i < count; ++i)
        list += QByteArray::number(90'000'000 + i) + ";Person " + QByteArray::number(i) + ";" +
                QByteArray::number(i % 90) + "\n";
    return list;
}

} // namespace

class TestImportJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_office = std::make_unique<support::Office>(); }
    void cleanup()
    {
        m_reader.reset();
        m_office.reset();
    }

    void everyContactIsStoredOnce()
    {
        addKari();
        const auto imported = import(rows(people) + "90000000;Igjen;1\nikke et nummer;Per;2\n");
        QVERIFY(imported.ok());
        QCOMPARE(imported->added, people - 1);
        QCOMPARE(imported->updated, 1);
        QCOMPARE(imported->skipped.size(), 2);
        QCOMPARE(count(u"Nye"_s), people);
        nothingIsLeftBehind();
    }

    void aDryRunStoresNothingAndSaysTheSame()
    {
        addKari();
        m_request.dryRun = true;
        const auto imported = import(rows(people));
        QCOMPARE(imported->added, people - 1);
        QCOMPARE(imported->updated, 1);
        QCOMPARE(imported->import, 0);
        QCOMPARE(count(), 1);
        QVERIFY(contacts().imports()->isEmpty());
    }

    void aFileThatIsDamagedAtItsEndChangesNothing()
    {
        const auto imported = import(rows(people) + "90099999;\"uten slutt\n");
        QVERIFY(!imported.ok());
        QCOMPARE(count(), 0);
        QVERIFY(contacts().imports()->isEmpty());
        QVERIFY(contacts().groups()->isEmpty());
        QVERIFY(contacts().fieldNames()->isEmpty());
        nothingIsLeftBehind();
    }

    void whatWasCutOffGoesForward()
    {
        cutOffAfter(3);
        const qint64 stored = count();
        QVERIFY(stored > 0 && stored < people);
        QVERIFY(QFile::remove(m_request.file)); // it is not read again
        m_office->open();
        QTRY_VERIFY(left().isEmpty());
        QCOMPARE(count(), people);
        QCOMPARE(count(u"Nye"_s), people);
        nothingIsLeftBehind();
        // And can still be taken back.
        QCOMPARE(undo(contacts().imports()->constFirst().id).value(), people);
        QCOMPARE(count(), 0);
    }

    void isCutOffMoreThanOnce()
    {
        cutOffAfter(2);
        cutOffAfter(2, false);
        QVERIFY(count() < people);
        m_office->open();
        QTRY_VERIFY(left().isEmpty());
        QCOMPARE(count(), people);
    }

    void whatFollowsSeesItEnded()
    {
        cutOffAfter(2);
        m_office->open();
        const auto second = import("Mobil;Navn\n90000000;Kari\n");
        QCOMPARE(second->updated, 1);
        QCOMPARE(count(), people);
    }

    void oneWhoseRowsAreLostIsTakenBack()
    {
        addKari();
        cutOffAfter(3);
        QVERIFY(count() > 1);
        QDir folder(m_office->folder.path());
        for (const QString &file : folder.entryList({u"import-*.part"_s}))
            QVERIFY(folder.remove(file));
        m_office->open();
        QTRY_VERIFY(left().isEmpty());
        QCOMPARE(count(), 1);
        QCOMPARE(contacts().contact(u"+4790000000"_s)->name, u"Kari"_s);
        QVERIFY(contacts().imports()->isEmpty());
        QVERIFY(contacts().groups()->isEmpty());
    }

    void cancelledWhileItStoresItIsTakenBack()
    {
        addKari();
        bool goesOn = true;
        m_progress = [&goesOn](qint64, qint64) { return goesOn; };
        connect(&m_office->engine->commits(), &storage::GroupCommit::commitSucceeded, this, [&] {
            if (count() > 1 && std::exchange(goesOn, false))
                QTest::qWait(60); // until the progress is asked again
        });
        const auto imported = import(rows(20'000));
        QCOMPARE(imported.error().code, base::ErrorCode::Cancelled);
        QCOMPARE(count(), 1);
        QCOMPARE(contacts().contact(u"+4790000000"_s)->name, u"Kari"_s);
        QVERIFY(contacts().imports()->isEmpty());
        nothingIsLeftBehind();
    }

    void cancelledWhileItReadsItHasChangedNothing()
    {
        m_progress = [](qint64, qint64) { return false; };
        QCOMPARE(import(rows(people)).error().code, base::ErrorCode::Cancelled);
        QCOMPARE(count(), 0);
        nothingIsLeftBehind();
    }

    void anUndoThatWasCutOffIsEnded()
    {
        addKari();
        const qint64 id = import(rows(people))->import;
        int commits = 0;
        QEventLoop loop;
        connect(&m_office->engine->commits(), &storage::GroupCommit::commitSucceeded, &loop, [&] {
            if (++commits == 3)
                loop.quit();
        });
        m_office->engine->contactBook().undoImport(id, [](const auto &) { QFAIL("It ended too soon"); });
        loop.exec();
        m_office->open();
        QTRY_VERIFY(left().isEmpty());
        QCOMPARE(count(), 1);
        QCOMPARE(contacts().contact(u"+4790000000"_s)->name, u"Kari"_s);
        QCOMPARE(undo(id).error().code, base::ErrorCode::NotFound);
    }

private:
    // As another program sees it, whether or not the engine is open.
    storage::Database &reader()
    {
        m_reader = storage::Database::open(m_office->profile->databaseFile(), storage::OpenMode::ReadOnly,
                                           m_office->clock)
                       .value();
        return *m_reader;
    }
    storage::ContactRepository contacts() { return storage::ContactRepository(reader()); }
    qint64 count(const QString &group = {})
    {
        storage::ContactFilter filter;
        filter.group = group;
        return contacts().count(filter).value();
    }
    QList<storage::JobRow> left() { return storage::JobRows(reader()).left().value(); }
    void nothingIsLeftBehind()
    {
        QVERIFY(left().isEmpty());
        QCOMPARE(QDir(m_office->folder.path()).entryList({u"import-*"_s}), QStringList());
    }
    void addKari() // the first of the lists has her number
    {
        domain::Contact kari;
        kari.number = u"+4790000000"_s;
        kari.name = u"Kari"_s;
        QVERIFY(m_office->engine->contactBook().save(kari).ok());
    }

    void write(const QByteArray &list)
    {
        m_request.file = m_lists.filePath(u"liste.csv"_s);
        m_request.group = u"Nye"_s;
        QFile file(m_request.file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(list);
    }
    base::Result<engine::ContactImportSummary> import(const QByteArray &list)
    {
        write(list);
        auto imported = engine::awaited<engine::ContactImportSummary>(
            [&](const auto &done) { m_office->engine->contactBook().import(m_request, m_progress, done); });
        m_request = {};
        m_progress = {};
        return imported;
    }
    base::Result<qint64> undo(qint64 id)
    {
        return engine::awaited<qint64>(
            [&](const auto &done) { m_office->engine->contactBook().undoImport(id, done); });
    }
    // Of an import, or of what an earlier one left.
    void cutOffAfter(int commits, bool fresh = true)
    {
        if (!fresh)
            m_office->open();
        QEventLoop loop;
        connect(&m_office->engine->commits(), &storage::GroupCommit::commitSucceeded, &loop, [&] {
            if (--commits == 0)
                loop.quit();
        });
        if (fresh) {
            write(rows(people));
            m_office->engine->contactBook().import(m_request, {},
                                                   [](const auto &) { QFAIL("It ended too soon"); });
        }
        loop.exec();
        m_office->engine.reset();
    }

    QTemporaryDir m_lists;
    engine::ContactImportRequest m_request;
    engine::JobProgress m_progress;
    std::unique_ptr<support::Office> m_office;
    std::unique_ptr<storage::Database> m_reader;
};

QTEST_GUILESS_MAIN(TestImportJob)
#include "tst_importjob.moc"
