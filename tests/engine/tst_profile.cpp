// SPDX-License-Identifier: GPL-3.0-or-later
// Who owns a profile: one process, and asking takes nothing.
#include "engine/profile.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

class TestProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneOwnerAtATime();
    void whoAsksKeepsNobodyOut();
    void aDeadOwnerKeepsNobodyOut_data();
    void aDeadOwnerKeepsNobodyOut();
    void anotherMachineMayStillHaveIt();
    void theFileOfTheLockStays();
    void whichDrivesLocksReachOtherMachines_data();
    void whichDrivesLocksReachOtherMachines();
    void whatAPersonAsksForReplacesNothingOfItsOwn();
    void noRuntimeFolderIsNoWarning();
};

void TestProfile::oneOwnerAtATime()
{
    const QTemporaryDir folder;
    auto first = engine::Profile::at(folder.path());
    auto second = engine::Profile::at(folder.path());
    QVERIFY(first && second);
    QVERIFY(first.value().own());
    QVERIFY(!first->isFree());
    const auto refused = second.value().own();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, base::ErrorCode::ProfileInUse);
    QVERIFY(refused.error().detail.contains(QString::number(QCoreApplication::applicationPid())));
}

// A script that polls `campaign show` must not make the sending that begins beside it fail.
void TestProfile::whoAsksKeepsNobodyOut()
{
    const QTemporaryDir folder;
    std::atomic<bool> over = false;
    std::atomic<int> asked = 0;
    std::thread reader([&] {
        const auto profile = engine::Profile::at(folder.path());
        while (!over) {
            [[maybe_unused]] const bool free = profile->isFree();
            ++asked;
        }
    });
    while (asked == 0)
        std::this_thread::yield();
    int refused = 0;
    for (int i = 0; i < 500; ++i) {
        auto owner = engine::Profile::at(folder.path());
        refused += owner.value().own() ? 0 : 1;
    }
    over = true;
    reader.join();
    QCOMPARE(refused, 0);
}

// What a killed process left, as the next one in a container finds it.
void TestProfile::aDeadOwnerKeepsNobodyOut_data()
{
    QTest::addColumn<QByteArray>("lock");
    const QByteArray self = QByteArray::number(QCoreApplication::applicationPid());
    const QByteArray name = QCoreApplication::applicationName().toUtf8();
    QTest::newRow("on a machine of another name") << QByteArray("1\nbudstikke-cli\nanother-host\n");
    QTest::newRow("with the number that this process has now")
        << self + '\n' + name + '\n' + QSysInfo::machineHostName().toUtf8() + '\n' +
               QSysInfo::machineUniqueId() + '\n' + QSysInfo::bootUniqueId() + '\n';
}

void TestProfile::aDeadOwnerKeepsNobodyOut()
{
    QFETCH(QByteArray, lock);
    const QTemporaryDir folder;
    QFile left(folder.filePath(QStringLiteral("owner.lock")));
    QVERIFY(left.open(QIODevice::WriteOnly) && left.write(lock) == lock.size());
    left.close();
    auto owner = engine::Profile::at(folder.path());
    QVERIFY(owner.value().isFree());
    QVERIFY(owner.value().own());
    auto second = engine::Profile::at(folder.path());
    QVERIFY(!second.value().own());
    QVERIFY(!second.value().isFree());
}

// On a drive whose locks stay on this machine nobody takes over from another one by itself.
void TestProfile::anotherMachineMayStillHaveIt()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("owner.lock"));
    QFile left(file);
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.write("77\nbudstikke\nanother-host\n");
    left.close();
    {
        engine::OwnerLock here(file, true);
        QCOMPARE(here.take(), engine::OwnerLock::Answer::PerhapsElsewhere);
        QVERIFY(here.ownerInWords().contains(QStringLiteral("another-host")));
        QVERIFY(!here.isTaken());
    }
    QVERIFY(QFile::remove(file)); // as its sentence says
    {
        engine::OwnerLock here(file, true);
        QCOMPARE(here.take(), engine::OwnerLock::Answer::Taken);
    }
    engine::OwnerLock after(file, true); // closed in peace
    QCOMPARE(after.take(), engine::OwnerLock::Answer::Taken);
}

void TestProfile::theFileOfTheLockStays()
{
    const QTemporaryDir folder;
    auto owner = engine::Profile::at(folder.path());
    QVERIFY(owner.value().own());
    const QString file = folder.filePath(QStringLiteral("owner.lock"));
    QVERIFY(QFile::exists(file));
    owner = base::Error{};
#ifdef Q_OS_LINUX
    QVERIFY(QFile::exists(file)); // who waits for it and who makes it anew never have two
    QCOMPARE(QFileInfo(file).size(), 0);
#endif
}

void TestProfile::whichDrivesLocksReachOtherMachines_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<bool>("stayHere");
    QTest::newRow("a disk") << QByteArray("ext4") << QByteArray("rw,relatime") << false;
    QTest::newRow("a Windows share") << QByteArray("cifs") << QByteArray("rw") << true;
    QTest::newRow("NFS with its lock service")
        << QByteArray("nfs4") << QByteArray("rw,local_lock=none") << false;
    QTest::newRow("NFS without") << QByteArray("nfs") << QByteArray("rw,nolock") << true;
    QTest::newRow("NFS with local locks") << QByteArray("nfs") << QByteArray("rw,local_lock=all") << true;
}

void TestProfile::whichDrivesLocksReachOtherMachines()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, options);
    QTEST(engine::OwnerLock::locksStayHere(kind, options), "stayHere");
}

void TestProfile::whatAPersonAsksForReplacesNothingOfItsOwn()
{
    const QTemporaryDir folder;
    const auto profile = engine::Profile::at(folder.path());
    QVERIFY(profile);
    const auto takes = [&](const QString &file) { return profile->takesOutput(file).ok(); };
    QVERIFY(takes(folder.filePath(u"kopi.sqlite"_s)));
    QVERIFY(takes(profile->backupFolder() + u"/budstikke.sqlite"_s));
    QVERIFY(!takes(profile->databaseFile()));
    QVERIFY(!takes(profile->databaseFile() + u"-wal"_s));
    QVERIFY(!takes(profile->settingsFile()));
    QVERIFY(!takes(folder.filePath(u"owner.lock"_s)));
    QVERIFY(!takes(folder.path())); // a folder
#ifdef Q_OS_UNIX
    QVERIFY(!takes(u"/dev/full"_s));
    QFile settings(profile->settingsFile());
    QVERIFY(settings.open(QIODevice::WriteOnly));
    const QString link = folder.filePath(u"lenke.ini"_s);
    QVERIFY(QFile::link(profile->settingsFile(), link));
    QVERIFY(!takes(link));
#endif
}

void TestProfile::noRuntimeFolderIsNoWarning()
{
#ifdef Q_OS_UNIX
    const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
    qunsetenv("XDG_RUNTIME_DIR");
    QTest::failOnWarning(QRegularExpression(u"."_s));
    const QTemporaryDir folder;
    const auto profile = engine::Profile::at(folder.path());
    QVERIFY(profile);
    QVERIFY(!profile->serverNames().isEmpty());
    if (!before.isEmpty())
        qputenv("XDG_RUNTIME_DIR", before);
#endif
}

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
