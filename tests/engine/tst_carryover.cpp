// SPDX-License-Identifier: GPL-3.0-or-later
// A restore forgets nothing that has happened since the backup, and sends nothing by itself.
#include "engine/maintenance.h"
#include "engine/opening.h"
#include "storage/arrivals.h"
#include "storage/inboxrepository.h"
#include "storage/jobrows.h"
#include "storage/optoutrepository.h"
#include "storage/personerasure.h"
#include "storage/personrecords.h"
#include "storage/samples.h"
#include "storage/statement.h"
#include "support/manualclock.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::MessageState;

namespace {

const QString stopped = u"+4799000001"_s;
const QString backAgain = u"+4799000002"_s;

domain::InboundMessage reply(qint64 gatewayId, const QString &text)
{
    domain::InboundMessage message;
    message.gatewayId = gatewayId;
    message.from = stopped;
    message.to = u"26114"_s;
    message.text = text;
    message.sentMs = samples::noon;
    message.receivedMs = samples::noon + gatewayId;
    message.counter = gatewayId;
    return message;
}

class Place
{
public:
    Place()
    {
        qputenv("XDG_STATE_HOME", QFile::encodeName(path(u"state"_s)));
        m_profile.emplace(engine::Profile::at(path(u"a"_s)).value());
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    engine::Profile &profile() { return *m_profile; }
    QString database() const { return m_profile->databaseFile(); }
    const support::ManualClock &clock() const { return m_clock; }

    // Opens the database, does this in one transaction, and closes it.
    void with(const std::function<void(storage::Database &)> &work)
    {
        const auto owned = engine::openAsOwner(*m_profile, m_clock);
        QVERIFY2(owned.ok(), owned ? "" : qPrintable(owned.error().detail));
        QVERIFY(storage::inTransaction(*owned->database, [&]() -> base::Result<void> {
                    work(*owned->database);
                    return {};
                }).ok());
    }
    void backUp()
    {
        const auto owned = engine::openAsOwner(*m_profile, m_clock);
        QVERIFY(owned->database->backup(path(u"backup.sqlite"_s)).ok());
    }
    engine::Restored restore()
    {
        const auto restored = engine::restoreDatabase(*m_profile, path(u"backup.sqlite"_s), m_clock);
        if (!restored)
            qFatal("not restored: %s", qPrintable(restored.error().detail));
        return *restored;
    }

private:
    QTemporaryDir m_folder;
    support::ManualClock m_clock{samples::noon + 1'000'000};
    std::optional<engine::Profile> m_profile;
};

MessageState stateOf(storage::Database &database, qint64 message)
{
    return storage::Journal(database).message(message)->state;
}

} // namespace

class TestCarryOver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_place.emplace();
        const auto owned = engine::openAsOwner(m_place->profile(), m_place->clock());
        QCOMPARE(samples::addCampaign(*owned->database, 4), 1);
    }
    void cleanup() { m_place.reset(); }

    void whatHasGoneOutSinceIsNotWaitingAgain()
    {
        m_place->backUp();
        m_place->with([](storage::Database &database) {
            storage::Journal journal(database);
            QVERIFY(journal.beginAttempt(samples::attempt(1, u"~1"_s), {1}).ok());
            QVERIFY(journal.beginAttempt(samples::attempt(1, u"~2"_s), {2}).ok());
            QVERIFY(journal.apply(samples::step(1, MessageState::Accepted)).ok());
        });
        const engine::Restored restored = m_place->restore();
        QVERIFY(restored.whole);
        QCOMPARE(restored.held, 2);
        m_place->with([](storage::Database &database) {
            QCOMPARE(stateOf(database, 1), MessageState::Accepted);
            QCOMPARE(stateOf(database, 2), MessageState::Uncertain);
            QCOMPARE(stateOf(database, 3), MessageState::Held);
            QCOMPARE(storage::Journal(database).message(1)->ref, u"~1"_s);
            QCOMPARE(storage::Journal(database).attempts(1)->size(), 2);
            QVERIFY(storage::Journal(database).differences()->isEmpty());
        });
    }

    void aCampaignThatIsYoungerThanTheBackupStaysInTheLog()
    {
        m_place->backUp();
        qint64 id = 0;
        {
            const auto owned = engine::openAsOwner(m_place->profile(), m_place->clock());
            id = samples::addCampaign(*owned->database, 3, samples::campaign(u"Dugnad"_s), 10);
        }
        m_place->with([id](storage::Database &database) {
            QVERIFY(storage::Journal(database).beginAttempt(samples::attempt(id, u"~1"_s), {5}).ok());
            QVERIFY(storage::Journal(database).apply(samples::step(5, MessageState::Delivered)).ok());
        });
        QCOMPARE(m_place->restore().held, 4 + 2);
        m_place->with([id](storage::Database &database) {
            const auto campaign = storage::CampaignRepository(database).campaign(id);
            QCOMPARE(campaign->name, u"Dugnad"_s);
            QCOMPARE(campaign->state, domain::CampaignState::Held);
            QCOMPARE(campaign->counts[static_cast<size_t>(MessageState::Held)], 2);
            QCOMPARE(stateOf(database, 5), MessageState::Delivered);
            QVERIFY(storage::Journal(database).differences()->isEmpty());
        });
    }

    void whoHasSaidStoppSinceIsNotWrittenTo()
    {
        m_place->with([](storage::Database &database) {
            QVERIFY(storage::OptOutRepository(database)
                        .add({backAgain, samples::noon, domain::OptOutSource::Person})
                        .ok());
        });
        m_place->backUp();
        m_place->with([](storage::Database &database) {
            storage::OptOutRepository optOuts(database);
            QVERIFY(optOuts.add({stopped, samples::noon + 1, domain::OptOutSource::Keyword}).ok());
            QVERIFY(optOuts.remove(backAgain, samples::noon + 1).ok());
        });
        m_place->restore();
        m_place->with([](storage::Database &database) {
            storage::OptOutRepository optOuts(database);
            QVERIFY(optOuts.contains(stopped).value());
            QVERIFY(!optOuts.contains(backAgain).value());
        });
    }

    void whatHasComeInSinceIsThereWithItsFiles()
    {
        m_place->with([](storage::Database &database) {
            QVERIFY(storage::InboxRepository(database).add(reply(1, u"Ja"_s)).ok());
        });
        m_place->backUp();
        m_place->with([](storage::Database &database) {
            storage::InboxRepository inbox(database);
            QVERIFY(inbox.markRead(stopped).ok());
            domain::InboundMessage picture = reply(2, u"Se her"_s);
            picture.files = {{u"7"_s, u"image/png"_s, u"a.png"_s, "content"}};
            const auto stored = inbox.add(picture);
            QVERIFY(stored.ok());
            QVERIFY(
                inbox.addAction({stored->id, samples::noon, domain::ActionKind::Answered, u"hei"_s}).ok());
            QVERIFY(
                inbox.addQuarantined({samples::noon, u"127.0.0.1"_s, domain::Unreadable::BadJson, "{"}).ok());
        });
        m_place->restore();
        m_place->with([](storage::Database &database) {
            storage::InboxRepository inbox(database);
            const auto messages = inbox.messages({});
            QCOMPARE(messages->size(), 2);
            const auto whole = inbox.message(messages->constLast().rowId);
            QCOMPARE(whole->files.constFirst().content, "content"_ba);
            QCOMPARE(inbox.actions(whole->rowId)->size(), 1);
            QCOMPARE(inbox.unread().value(), 1); // the first was read
            QCOMPARE(inbox.conversations(10)->constFirst().lastText, u"Se her"_s);
            QCOMPARE(inbox.quarantine(10)->size(), 1);
            QVERIFY(inbox.gaps()->isEmpty());
            QVERIFY(inbox.add(reply(2, u"Se her"_s)).ok());
        });
    }

    void statusesSinceAreThere()
    {
        m_place->with([](storage::Database &database) {
            QVERIFY(storage::Journal(database).addStatus(samples::status(4, 100, u"~0"_s), {}).ok());
        });
        m_place->backUp();
        m_place->with([](storage::Database &database) {
            storage::Journal journal(database);
            QVERIFY(journal.addStatus(samples::status(4, 101, u"~1"_s), 1).ok());
            QVERIFY(journal.addStatus(samples::status(4, 102, u"~2"_s), {}).ok());
            QVERIFY(storage::Arrivals(database).append(samples::status(4, 103, u"~3"_s)).ok());
            QVERIFY(storage::Arrivals(database).append(samples::status(4, 104, u"~4"_s)).ok());
        });
        m_place->restore();
        m_place->with([](storage::Database &database) {
            QCOMPARE(storage::Arrivals(database).after({}, 10)->size(), 2);
            const auto all = storage::selectNumber(database, u"SELECT count(*) FROM status_event"_s);
            QCOMPARE(all.value(), std::optional<qint64>(3));
            const auto matched =
                storage::selectNumber(database, u"SELECT message FROM status_event WHERE orig_id = 101"_s);
            QCOMPARE(matched.value(), std::optional<qint64>(1));
        });
    }

    void whoWasErasedSinceStaysErased()
    {
        m_place->with([](storage::Database &database) {
            QVERIFY(storage::InboxRepository(database).add(reply(1, u"Ja"_s)).ok());
        });
        m_place->backUp();
        m_place->with([](storage::Database &database) {
            storage::PersonErasure erasure(database);
            QVERIFY(erasure.eraseAtOnce(stopped, samples::noon).ok());
            QVERIFY(erasure.eraseAtOnce(samples::number(0), samples::noon).ok());
            QVERIFY(storage::InboxRepository(database).add(reply(2, u"Hei igjen"_s)).ok());
        });
        QCOMPARE(m_place->restore().held, 3);
        m_place->with([](storage::Database &database) {
            storage::PersonRecords records(database);
            // The next opening scrubs.
            QCOMPARE(storage::JobRows(database).left()->constFirst().state, storage::JobState::Scrub);
            QVERIFY(records.everything(samples::number(0))->isEmpty());
            const auto inbound = records.everything(stopped)->inbound;
            QCOMPARE(inbound.size(), 1);
            QCOMPARE(inbound.constFirst().text, u"Hei igjen"_s); // written after it
        });
    }

    // A file from elsewhere has other campaigns under the same numbers.
    void aDatabaseOfAnotherOfficeDoesNotMixWithThisOne()
    {
        {
            QTemporaryDir other;
            auto profile = engine::Profile::at(other.path());
            const auto owned = engine::openAsOwner(profile.value(), m_place->clock());
            domain::Campaign campaign = samples::campaign(u"Deres"_s);
            campaign.createdMs += 5;
            QCOMPARE(samples::addCampaign(*owned->database, 2, campaign, 50), 1);
            QVERIFY(owned->database->backup(m_place->path(u"backup.sqlite"_s)).ok());
        }
        QCOMPARE(m_place->restore().held, 2 + 4);
        m_place->with([](storage::Database &database) {
            const auto campaigns = storage::CampaignRepository(database).campaigns();
            QCOMPARE(campaigns->size(), 2);
            for (const domain::Campaign &campaign : *campaigns) {
                QCOMPARE(campaign.counts[static_cast<size_t>(MessageState::Held)],
                         campaign.name == u"Deres"_s ? 2 : 4);
            }
            QVERIFY(storage::Journal(database).differences()->isEmpty());
            QVERIFY(database.integrityProblems(false)->isEmpty());
        });
    }

    void whatWasReplacedIsTheOlderOneShouldItComeBack()
    {
        m_place->backUp();
        m_place->restore();
        m_place->with([](storage::Database &) {});
        const QDir folder(m_place->profile().folder());
        const QStringList kept = folder.entryList({u"*.before-restore-?????????????????"_s}, QDir::Files);
        QCOMPARE(kept.size(), 1);
        QVERIFY(QFile::remove(m_place->database()));
        QVERIFY(QFile::rename(folder.filePath(kept.constFirst()), m_place->database()));
        const auto owned = engine::openAsOwner(m_place->profile(), m_place->clock());
        QVERIFY(owned->held.has_value());
        QCOMPARE(owned->held->because, engine::Stranger::OlderDatabase);
    }

    void aDamagedDatabaseIsReplacedAllTheSame()
    {
        m_place->backUp();
        QFile file(m_place->database());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write("this is no database, and never was one; it only has some length"_ba.repeated(9)) >
                0);
        file.close();
        const engine::Restored restored = m_place->restore();
        QVERIFY(!restored.whole);
        QCOMPARE(restored.held, 4);
    }

    void aBackupThatCannotBeReadCostsNothing()
    {
        QFile file(m_place->path(u"backup.sqlite"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("SQLite format 3");
        file.close();
        const auto restored = engine::restoreDatabase(m_place->profile(), file.fileName(), m_place->clock());
        QVERIFY(!restored);
        QCOMPARE(restored.error().code, base::ErrorCode::FileUnreadable);
        m_place->with(
            [](storage::Database &database) { QCOMPARE(stateOf(database, 1), MessageState::Queued); });
    }

private:
    std::optional<Place> m_place;
};

QTEST_GUILESS_MAIN(TestCarryOver)
#include "tst_carryover.moc"
