// SPDX-License-Identifier: GPL-3.0-or-later
// The guided check of the gateway's duplicate lock.
#include "engine/lockcheck.h"
#include "engine/office.h"
#include "support/patience.h"

#include <optional>

using namespace Qt::StringLiterals;

class TestLockCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theLockIsSeen_data()
    {
        QTest::addColumn<bool>("lock");
        QTest::newRow("ERR-17 the second of two identical messages is answered 17") << true;
        QTest::newRow("both messages are taken: no lock, no retry") << false;
    }
    void theLockIsSeen()
    {
        QFETCH(bool, lock);
        support::Office office;
        simulator::Options options;
        options.duplicateLock = lock;
        options.statusDelayMs = 60000;
        office.gateway = std::make_unique<simulator::Simulator>(options);
        QVERIFY(office.gateway->start().ok());
        auto account = office.engine->settings().account({}).value();
        account.baseUrl = office.gateway->baseUrl();
        account.sending.duplicateLockSeen = true;
        account.sending.retryByDuplicateLock = true;
        QVERIFY(office.engine->settings().save(account).ok());

        std::optional<base::Result<engine::DuplicateLock>> answer;
        office.engine->lockCheck().begin(
            u"Firmanavn"_s, u"99999999"_s, u"Sperre?"_s,
            [&](const base::Result<engine::DuplicateLock> &found) { answer = found; });
        QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 20000);
        QVERIFY(answer->ok());
        QCOMPARE(answer->value(), lock ? engine::DuplicateLock::Present : engine::DuplicateLock::Absent);
        QCOMPARE(office.campaigns().size(), 2); // both are in the log, as all that was sent
        const domain::SendingRules rules = office.engine->settings().account({})->sending;
        QCOMPARE(rules.duplicateLockSeen, lock);
        QCOMPARE(rules.retryByDuplicateLock, lock);
    }

    void asLongAsOneIsUnderWayThereIsNoSecond()
    {
        support::Office office;
        bool ended = false;
        office.engine->lockCheck().begin(u"Firmanavn"_s, u"99999999"_s, u"Sperre?"_s,
                                         [&](const base::Result<engine::DuplicateLock> &) { ended = true; });
        std::optional<base::Result<engine::DuplicateLock>> second;
        office.engine->lockCheck().begin(
            u"Firmanavn"_s, u"99999999"_s, u"Sperre?"_s,
            [&](const base::Result<engine::DuplicateLock> &answer) { second = answer; });
        QVERIFY(second && !second->ok());
        QCOMPARE(second->error().code, base::ErrorCode::WrongState);
        QTRY_VERIFY_WITH_TIMEOUT(ended, 20000);
        QCOMPARE(office.campaigns().size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestLockCheck)
#include "tst_lockcheck.moc"
