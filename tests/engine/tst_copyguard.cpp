// SPDX-License-Identifier: GPL-3.0-or-later
// A copied, moved or older database sends nothing by itself.
#include "engine/opening.h"
#include "storage/groupcommit.h"
#include "storage/samples.h"
#include "support/manualclock.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using engine::Stranger;

namespace {

// One computer with its state folder and as many profiles as a test copies.
class Computer
{
public:
    Computer()
    {
        qputenv("XDG_STATE_HOME", QFile::encodeName(path(u"state"_s)));
        qputenv("BUDSTIKKE_MACHINE", "one");
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString database(const QString &name) const { return path(name) + "/budstikke.sqlite"_L1; }

    engine::OwnedDatabase open(const QString &name)
    {
        m_profile.reset(); // who had it before has closed it
        m_profile.emplace(engine::Profile::at(path(name)).value());
        auto owned = engine::openAsOwner(*m_profile, m_clock);
        if (!owned)
            qFatal("not opened: %s", qPrintable(owned.error().detail));
        return std::move(owned).value();
    }
    // Opens and closes it. Why what waits there is held; nothing: it goes on.
    std::optional<Stranger> heldIn(const QString &name)
    {
        const engine::OwnedDatabase owned = open(name);
        return owned.held ? std::optional(owned.held->because) : std::nullopt;
    }
    void use(const QString &name) { QVERIFY(!heldIn(name)); }

    void copy(const QString &from, const QString &to) const
    {
        QVERIFY(QDir().mkpath(path(to)));
        QFile::remove(database(to));
        QVERIFY(QFile::copy(database(from), database(to)));
    }

private:
    QTemporaryDir m_folder;
    support::ManualClock m_clock{samples::noon};
    std::optional<engine::Profile> m_profile;
};

void planIn(const engine::OwnedDatabase &owned)
{
    QVERIFY(samples::addCampaign(*owned.database, 2) > 0);
}

// As the runner does before a request leaves.
void beginAttempt(const engine::OwnedDatabase &owned, const QString &ref)
{
    storage::GroupCommit commits(*owned.database);
    commits.setCommitted([&] { owned.guard->noteAttempts(); });
    commits.submit([&]() -> base::Result<void> {
        const auto begun = storage::Journal(*owned.database).beginAttempt(samples::attempt(1, ref), {1});
        return begun ? base::Result<void>() : base::Result<void>(begun.error());
    });
    commits.flush();
}

} // namespace

class TestCopyGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_computer.emplace();
        planIn(m_computer->open(u"a"_s));
    }
    void cleanup() { m_computer.reset(); }

    void whatIsOpenedWhereItWasGoesOn()
    {
        for (int i = 0; i < 3; ++i)
            QCOMPARE(m_computer->heldIn(u"a"_s), std::nullopt);
    }

    void aCopyInAnotherFolderIsHeldAndTheOriginalIsNot()
    {
        m_computer->copy(u"a"_s, u"b"_s);
        QCOMPARE(m_computer->heldIn(u"b"_s), std::optional(Stranger::OtherFolder));
        QCOMPARE(m_computer->heldIn(u"a"_s), std::nullopt);
        planIn(m_computer->open(u"b"_s)); // from now on a database of its own
        QCOMPARE(m_computer->heldIn(u"b"_s), std::nullopt);
    }

    void aMovedOneIsHeld()
    {
        QVERIFY(QDir().rename(m_computer->path(u"a"_s), m_computer->path(u"b"_s)));
        QCOMPARE(m_computer->heldIn(u"b"_s), std::optional(Stranger::OtherFolder));
    }

    void anotherMachineIsHeld()
    {
        qputenv("BUDSTIKKE_MACHINE", "two");
        QCOMPARE(m_computer->heldIn(u"a"_s), std::optional(Stranger::OtherMachine));
    }

    void aMachineWithoutAnIdFits()
    {
        qputenv("BUDSTIKKE_MACHINE", "");
        QCOMPARE(m_computer->heldIn(u"a"_s), std::nullopt);
        qputenv("BUDSTIKKE_MACHINE", "two");
        QCOMPARE(m_computer->heldIn(u"a"_s), std::nullopt);
    }

    void anOlderFileLaidBackIsHeldOnceMoreWhenTheNewerComesBack()
    {
        m_computer->copy(u"a"_s, u"older"_s);
        m_computer->use(u"a"_s);
        m_computer->copy(u"a"_s, u"newer"_s);
        m_computer->copy(u"older"_s, u"a"_s);
        QCOMPARE(m_computer->heldIn(u"a"_s), std::optional(Stranger::OlderDatabase));
        m_computer->copy(u"newer"_s, u"a"_s);
        QCOMPARE(m_computer->heldIn(u"a"_s), std::optional(Stranger::OlderDatabase));
    }

    // Copied while the program was open: the generation is the same, but more has been sent since.
    void aCopyFromTheMiddleOfASendingIsHeld()
    {
        {
            const engine::OwnedDatabase owned = m_computer->open(u"a"_s);
            QVERIFY(QDir().mkpath(m_computer->path(u"middle"_s)));
            QVERIFY(owned.database->backup(m_computer->database(u"middle"_s)).ok());
            beginAttempt(owned, u"~1"_s);
        }
        m_computer->copy(u"middle"_s, u"a"_s);
        QCOMPARE(m_computer->heldIn(u"a"_s), std::optional(Stranger::OlderDatabase));
    }

    void anUpgradeOrALostHomeFolderIsAdopted()
    {
        QVERIFY(QDir(m_computer->path(u"state"_s)).removeRecursively());
        QCOMPARE(m_computer->heldIn(u"a"_s), std::nullopt);
        qputenv("XDG_STATE_HOME", QFile::encodeName(m_computer->path(u"elsewhere"_s)));
        QCOMPARE(m_computer->heldIn(u"a"_s), std::nullopt);
        m_computer->use(u"a"_s);
        qputenv("XDG_STATE_HOME", QFile::encodeName(m_computer->path(u"state"_s)));
        QCOMPARE(m_computer->heldIn(u"a"_s), std::nullopt); // ahead of what is known here
    }

    void aCrashBetweenTheDatabaseAndTheStateFolderIsOurOwn()
    {
        {
            const engine::OwnedDatabase owned = m_computer->open(u"a"_s);
            QVERIFY(storage::inTransaction(*owned.database, [&] { return owned.guard->claim({}); }).ok());
        }
        QCOMPARE(m_computer->heldIn(u"a"_s), std::nullopt);
    }

    void aStateFolderThatCannotBeWrittenStopsNobody()
    {
        QFile file(m_computer->path(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        qputenv("XDG_STATE_HOME", QFile::encodeName(file.fileName()));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"state folder"_s));
        QCOMPARE(m_computer->heldIn(u"a"_s), std::nullopt);
    }

    void whatWaitsIsHeldAndWhatWasUnderWayIsUncertain()
    {
        beginAttempt(m_computer->open(u"a"_s), u"~1"_s);
        m_computer->copy(u"a"_s, u"b"_s);
        const engine::OwnedDatabase owned = m_computer->open(u"b"_s);
        const domain::Campaign campaign = storage::CampaignRepository(*owned.database).campaign(1).value();
        QCOMPARE(campaign.state, domain::CampaignState::Held);
        QCOMPARE(campaign.reason, domain::PauseReason::OtherFolder);
        QCOMPARE(campaign.counts[static_cast<size_t>(domain::MessageState::Held)], 1);
        QCOMPARE(campaign.counts[static_cast<size_t>(domain::MessageState::Uncertain)], 1);
    }

private:
    std::optional<Computer> m_computer;
};

QTEST_GUILESS_MAIN(TestCopyGuard)
#include "tst_copyguard.moc"
