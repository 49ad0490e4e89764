// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine does in the background: looks for damage, backs up, forgets. Nobody waits for it but
// sending, and that only after an unclean stop.
#include "engine/office.h"
#include "support/patience.h"

#include "engine/campaigns.h"
#include "engine/care.h"
#include "engine/owntime.h"
#include "engine/planning.h"
#include "engine/soundness.h"
#include "engine/upkeep.h"
#include "storage/statement.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using domain::CampaignState;

namespace {

constexpr qint64 dayMs = 24LL * 3600 * 1000;

engine::Draft draftTo(int people)
{
    engine::Draft draft;
    draft.sender = u"26114"_s;
    draft.text = u"Hei!"_s;
    for (int i = 0; i < people; ++i)
        draft.recipients.typed.append(QString::number(99'990'000 + i));
    return draft;
}

// As a machine leaves it whose power went: the database as it was while its owner ran, in its place.
class AfterPowerCut
{
public:
    explicit AfterPowerCut(support::Office &office)
    {
        const QDir profile(office.folder.path());
        const QTemporaryDir cut;
        const QStringList files = profile.entryList({u"budstikke.sqlite*"_s}, QDir::Files);
        for (const QString &file : files) {
            if (!QFile::copy(profile.filePath(file), cut.filePath(file)))
                qFatal("not copied");
        }
        office.engine.reset();
        for (const QString &file : profile.entryList({u"budstikke.sqlite*"_s}, QDir::Files))
            QFile::remove(profile.filePath(file));
        for (const QString &file : files) {
            if (!QFile::copy(cut.filePath(file), profile.filePath(file)))
                qFatal("not copied back");
        }
        office.open();
        engine = std::move(office.engine);
    }

    std::unique_ptr<engine::Engine> engine;
};

// How start() of the campaign ended, once it has.
std::optional<base::Result<void>> started(engine::Engine &engine, qint64 campaign)
{
    auto begun = std::make_shared<std::optional<base::Result<void>>>();
    engine.campaigns().start(campaign, true, [begun](const base::Result<void> &result) { *begun = result; });
    (void)QTest::qWaitFor([begun] { return begun->has_value(); }, support::patienceMs);
    return *begun;
}

} // namespace

class TestCare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void afterAnUncleanStopSendingWaitsForTheCheck()
    {
        support::Office office;
        const qint64 id = office.planned(draftTo(2))->campaign;
        AfterPowerCut after(office);
        bool begun = false;
        bool good = false;
        after.engine->campaigns().start(id, true, [&](const base::Result<void> &result) {
            begun = true;
            good = result.ok();
        });
        QVERIFY(!begun); // it is being read in another thread
        QTRY_VERIFY(begun);
        QVERIFY(good);
        QTRY_COMPARE(storage::CampaignRepository(after.engine->database()).campaign(id)->state,
                     CampaignState::Finished);
    }

    void afterACleanStopNobodyWaits()
    {
        support::Office office;
        const qint64 id = office.planned(draftTo(2))->campaign;
        office.open();
        bool begun = false;
        office.engine->campaigns().start(id, true,
                                         [&](const base::Result<void> &result) { begun = result.ok(); });
        QTRY_VERIFY(begun);
        QCOMPARE(office.engine->settings().value(u"databaseCheckedMs"_s), QString());
    }

    void aDamagedDatabaseIsReadAndNeverWritten()
    {
        support::Office office;
        const qint64 id = office.planned(draftTo(3))->campaign;
        QVERIFY(storage::execute(office.engine->database(), u"PRAGMA foreign_keys = OFF"_s));
        QVERIFY(
            storage::execute(office.engine->database(),
                             u"UPDATE message SET campaign = 77 WHERE id = (SELECT max(id) FROM message)"_s));
        AfterPowerCut after(office);
        QSignalSpy damaged(&after.engine->soundness(), &engine::Soundness::damaged);
        const auto refused = started(*after.engine, id);
        QVERIFY(refused && !*refused);
        QCOMPARE(refused->error().code, base::ErrorCode::DatabaseUnusable);
        QVERIFY(refused->error().detail.contains("no such campaign"_L1));
        QCOMPARE(damaged.size(), 1);
        const auto planned = after.engine->planning().planTyped(draftTo(1));
        QVERIFY(!planned);
        QCOMPARE(planned.error().code, base::ErrorCode::DatabaseUnusable);
        QCOMPARE(storage::CampaignRepository(after.engine->database()).campaigns()->size(), 1);
        const auto again = started(*after.engine, id); // at once, as it is known
        QVERIFY(again && !*again);
    }

    void onceAWeekItLooksForDamage()
    {
        support::Office office;
        auto checkedMs = [&] { return office.engine->settings().value(u"databaseCheckedMs"_s).toLongLong(); };
        office.engine->care().start();
        office.engine->care().lookAfter();
        const qint64 first = office.clock.nowMs();
        QTRY_COMPARE(checkedMs(), first);
        office.clock.set(first + 6 * dayMs);
        office.engine->care().lookAfter();
        office.clock.set(first + 8 * dayMs);
        QCOMPARE(checkedMs(), first);
        office.engine->care().lookAfter();
        QTRY_COMPARE(checkedMs(), first + 8 * dayMs);
    }

    void eachNightLeavesABackupAndFourteenAreKept()
    {
        support::Office office;
        QVERIFY(office.planned(draftTo(2)));
        office.engine->care().start();
        const QDir backups(office.folder.filePath(u"backups"_s));
        auto nights = [&] { return backups.entryList({u"nightly-*.sqlite"_s}, QDir::Files, QDir::Name); };
        const qint64 first = office.clock.nowMs();
        QString oldest;
        for (int day = 0; day < 16; ++day) {
            office.clock.set(first + day * dayMs);
            const QString name = u"nightly-%1.sqlite"_s.arg(
                QDateTime::fromMSecsSinceEpoch(office.clock.nowMs()).toString(u"yyyyMMdd"_s));
            if (day == 0)
                oldest = name;
            office.engine->care().lookAfter();
            QTRY_VERIFY(nights().contains(name));
        }
        QTRY_COMPARE(nights().size(), 14);
        QVERIFY(!nights().contains(oldest));
        auto copy = storage::Database::open(backups.filePath(nights().constLast()),
                                            storage::OpenMode::ReadOnly, office.clock);
        QVERIFY(copy);
        QCOMPARE(storage::CampaignRepository(*copy.value()).campaigns()->size(), 1);
    }

    void closingWaitsForTheBackupUnderWay()
    {
        support::Office office;
        const QString file = office.folder.filePath(u"copy.sqlite"_s);
        bool told = false;
        office.engine->care().backUp(file, [&](const base::Result<void> &) { told = true; });
        office.engine.reset();
        QVERIFY(QFile::exists(file));
        QVERIFY(!QFile::exists(file + u".part"_s));
        QVERIFY(!told);
    }

    // More than one portion: it goes on until nothing is left, not one portion an hour.
    void allThatIsTooOldIsForgotten()
    {
        support::Office office;
        const qint64 id = office.planned(draftTo(1200))->campaign;
        QVERIFY(started(*office.engine, id).value_or(base::Error{}).ok());
        QTRY_COMPARE_WITH_TIMEOUT(office.campaign(id).state, CampaignState::Finished, 60'000);
        const auto count = [&](const QString &which) {
            storage::Statement rows(office.engine->database(),
                                    u"SELECT count(*) FROM message WHERE "_s + which);
            return rows.run() && rows.next() ? rows.number(0) : -1;
        };
        // What is undecided is kept: first their time for a status runs out.
        office.clock.set(office.clock.nowMs() + 9 * dayMs);
        office.engine->ownTime().confirm();
        office.engine->care().start();
        const int settled = static_cast<int>(domain::MessageState::NoConfirmation);
        QTRY_COMPARE_WITH_TIMEOUT(count(u"state = %1"_s.arg(settled)), 1200, 60'000);
        office.clock.set(office.clock.nowMs() + 91 * dayMs);
        office.engine->ownTime().confirm();
        office.engine->care().lookAfter();
        QTRY_COMPARE_WITH_TIMEOUT(count(u"text <> ''"_s), 0, 20'000);
    }
};

QTEST_GUILESS_MAIN(TestCare)
#include "tst_care.moc"
