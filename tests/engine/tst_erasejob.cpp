// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing a person in portions: cut off, and while messages and statuses come and go.
#include "engine/contactbook.h"
#include "engine/office.h"
#include "storage/jobrows.h"
#include "storage/personerasure.h"
#include "storage/personrecords.h"
#include "storage/samples.h"
#include "support/patience.h"

#include <QDir>
#include <QEventLoop>

using namespace Qt::StringLiterals;

namespace {

constexpr int messages = 3000;
const QString kari = u"+4799887766"_s;
const QString ola = u"+4799887755"_s;

} // namespace

class TestEraseJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_office = std::make_unique<support::Office>();
        QFile list(m_lists.filePath(u"liste.csv"_s));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("Mobil;Navn\n" + ola.toLatin1() + ";Ola\n");
        for (int i = 0; i < messages; ++i)
            list.write(kari.toLatin1() + ";Kari " + QByteArray::number(i) + "\n");
        list.close();
        engine::Draft draft;
        draft.sender = u"26114"_s;
        draft.text = u"Hei {navn}!"_s;
        draft.recipients.listFile = list.fileName();
        draft.recipients.eachRow = true;
        const auto plan = m_office->planned(draft);
        QCOMPARE(plan->totals.recipients, messages + 1);
        m_campaign = plan->campaign;
    }
    void cleanup()
    {
        m_reader.reset();
        m_office.reset();
    }

    void everythingIsGoneAndTheOthersStay()
    {
        QCOMPARE(erased(), true);
        QCOMPARE(count(kari), 0);
        QCOMPARE(count(ola), 1);
        QVERIFY(left().isEmpty());
        QVERIFY(traces().isEmpty());
        QCOMPARE(m_office->campaign(m_campaign).counts[static_cast<size_t>(domain::MessageState::Queued)], 1);
        QVERIFY(storage::Journal(reader()).differences()->isEmpty());
    }

    void nobodyIsNotFound()
    {
        const auto nobody = engine::awaited<bool>(
            [&](const auto &done) { m_office->engine->contactBook().erase(u"+4799000000"_s, done); });
        QCOMPARE(nobody.error().code, base::ErrorCode::NotFound);
        QVERIFY(left().isEmpty());
    }

    void whatWasCutOffGoesForward()
    {
        m_office->engine->contactBook().erase(kari, [](const auto &) { QFAIL("It ended too soon"); });
        quitAfter(4);
        m_office->engine.reset();
        QVERIFY(count(kari) > 0);
        QVERIFY(count(kari) < messages);
        QCOMPARE(left().constFirst().state, storage::JobState::Forward);
        m_office->open();
        QTRY_VERIFY_WITH_TIMEOUT(left().isEmpty(), 20000);
        QCOMPARE(count(kari), 0);
        QVERIFY(traces().isEmpty());
    }

    void theScrubbingThatWasCutOffIsEnded()
    {
        m_office->engine->contactBook().erase(kari, [](const auto &) { QFAIL("It ended too soon"); });
        QEventLoop loop;
        connect(&m_office->engine->commits(), &storage::GroupCommit::commitSucceeded, &loop, [&] {
            if (!left().isEmpty() && left().constFirst().state == storage::JobState::Scrub)
                loop.quit();
        });
        loop.exec();
        m_office->engine.reset();
        QCOMPARE(left().constFirst().argument, QString());
        m_office->open();
        QTRY_VERIFY_WITH_TIMEOUT(left().isEmpty(), 20000);
        QVERIFY(traces().isEmpty());
    }

    void whatComesInMeanwhileIsErasedToo()
    {
        bool planned = false;
        connect(&m_office->engine->commits(), &storage::GroupCommit::commitSucceeded, this, [&] {
            if (planned || count(kari) > messages / 2)
                return;
            planned = true;
            engine::Draft draft;
            draft.sender = u"26114"_s;
            draft.text = u"Til deg"_s;
            draft.recipients.typed = {kari};
            QVERIFY(m_office->engine->planning().planTyped(draft)->campaign > 0);
        });
        QCOMPARE(erased(), true);
        QVERIFY(planned);
        QCOMPARE(count(kari), 0);
    }

    void itWaitsForAMessageThatIsBeingSent()
    {
        qint64 attempt = 0;
        storage::Journal journal(m_office->engine->database());
        storage::MessageFilter last;
        last.number = kari;
        last.newestFirst = true;
        last.limit = 1;
        const qint64 sent = journal.messages(last)->constFirst().id;
        connect(&m_office->engine->commits(), &storage::GroupCommit::commitSucceeded, this, [&] {
            if (attempt != 0)
                return;
            const auto id = storage::inTransaction(m_office->engine->database(), [&] {
                return journal.beginAttempt(samples::attempt(m_campaign, u"r"_s), {sent});
            });
            QVERIFY(id.ok());
            attempt = *id;
            QTimer::singleShot(300, this, [&] {
                QCOMPARE(count(kari), 1); // all but this one
                const storage::Step refused = samples::step(sent, domain::MessageState::Refused);
                QVERIFY(storage::inTransaction(m_office->engine->database(), [&] {
                            return journal.apply(refused);
                        }).ok());
            });
        });
        QCOMPARE(erased(), true);
        QVERIFY(attempt != 0);
        QCOMPARE(count(kari), 0);
    }

private:
    base::Result<bool> erase()
    {
        return engine::awaited<bool>(
            [&](const auto &done) { m_office->engine->contactBook().erase(kari, done); });
    }
    bool erased()
    {
        const auto done = erase();
        return done && *done;
    }
    // As another program sees it, whether or not the engine is open.
    storage::Database &reader()
    {
        m_reader = storage::Database::open(m_office->profile->databaseFile(), storage::OpenMode::ReadOnly,
                                           m_office->clock)
                       .value();
        return *m_reader;
    }
    qint64 count(const QString &number)
    {
        storage::MessageFilter filter;
        filter.number = number;
        filter.limit = 10 * messages;
        return storage::Journal(reader()).messages(filter)->size();
    }
    QList<storage::JobRow> left() { return storage::JobRows(reader()).left().value(); }
    void quitAfter(int commits)
    {
        QEventLoop loop;
        connect(&m_office->engine->commits(), &storage::GroupCommit::commitSucceeded, &loop, [&] {
            if (--commits == 0)
                loop.quit();
        });
        loop.exec();
    }
    QStringList traces()
    {
        QStringList found;
        const QDir folder(m_office->folder.path());
        for (const QString &name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(kari.mid(3).toLatin1()))
                found.append(name);
        }
        return found;
    }

    QTemporaryDir m_lists;
    qint64 m_campaign = 0;
    std::unique_ptr<support::Office> m_office;
    std::unique_ptr<storage::Database> m_reader;
};

QTEST_GUILESS_MAIN(TestEraseJob)
#include "tst_erasejob.moc"
