// SPDX-License-Identifier: GPL-3.0-or-later
// Who owns a profile: one process, and asking takes nothing.
#include "engine/profile.h"

#include <QFile>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

class TestProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneOwnerAtATime();
    void whoAsksKeepsNobodyOut();
    void aDeadOwnerKeepsNobodyOut_data();
    void aDeadOwnerKeepsNobodyOut();
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

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
