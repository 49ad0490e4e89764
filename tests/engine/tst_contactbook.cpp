// SPDX-License-Identifier: GPL-3.0-or-later
// Contacts, groups and opt-outs as a person changes them.
#include "engine/awaited.h"
#include "engine/contactbook.h"
#include "storage/contactrepository.h"
#include "storage/optoutrepository.h"
#include "support/manualclock.h"
#include "support/temporarydatabase.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString kariNumber = u"+4799999991"_s;
const QString perNumber = u"+4799999992"_s;

domain::Contact contact(const QString &number, const QString &name, const QStringList &groups = {})
{
    domain::Contact person;
    person.number = number;
    person.name = name;
    person.groups = groups;
    return person;
}

} // namespace

class TestContactBook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_database = std::make_unique<support::TemporaryDatabase>();
        m_commits = std::make_unique<storage::GroupCommit>(*m_database);
        m_jobs = std::make_unique<engine::Jobs>(*m_database, *m_commits, m_clock);
        m_book = std::make_unique<engine::ContactBook>(*m_database, *m_commits, m_clock, *m_jobs);
    }
    void cleanup()
    {
        m_jobs->stop();
        m_book.reset();
        m_jobs.reset();
        m_commits.reset();
    }

    void aNumberIsOnePersons()
    {
        QVERIFY(m_book->save(contact(kariNumber, u"Kari"_s)).ok());
        const auto second = m_book->save(contact(kariNumber, u"Per"_s));
        QVERIFY(!second.ok());
        QCOMPARE(second.error().code, base::ErrorCode::InvalidField);
        QCOMPARE(second.error().field, u"number"_s);
        QCOMPARE(stored(kariNumber).name, u"Kari"_s);
    }

    void whatWasRemovedComesBackWithItsGroups()
    {
        QVERIFY(m_book->save(contact(kariNumber, u"Kari"_s, {u"Styret"_s})).ok());
        const QList<domain::Contact> gone{stored(kariNumber)};
        QVERIFY(m_book->remove(gone).ok());
        QVERIFY(!storage::ContactRepository(*m_database).contact(kariNumber).ok());
        QVERIFY(m_book->restore(gone).ok());
        QCOMPARE(stored(kariNumber).groups, QStringList{u"Styret"_s});
    }

    void addingWhatIsMissingLeavesWhatIsThere()
    {
        QVERIFY(m_book->save(contact(kariNumber, u"Kari"_s)).ok());
        QVERIFY(
            m_book->addMissing({contact(kariNumber, u"Demo"_s, {u"Styret"_s}), contact(perNumber, u"Per"_s)})
                .ok());
        QCOMPARE(stored(kariNumber).name, u"Kari"_s);
        QVERIFY(stored(kariNumber).groups.isEmpty());
        QCOMPARE(stored(perNumber).name, u"Per"_s);
    }

    void mergingCarriesAnOptOutOverAndItsUndoLeavesItThere()
    {
        QVERIFY(m_book->save(contact(kariNumber, u"Kari"_s)).ok());
        QVERIFY(m_book->save(contact(perNumber, u"Kari"_s, {u"Styret"_s})).ok());
        QVERIFY(m_book->setOptedOut({perNumber}, true).ok());
        const QList<engine::ContactMerge> merges{{stored(kariNumber), {stored(perNumber)}}};
        QVERIFY(m_book->merge(merges).ok());
        QCOMPARE(stored(kariNumber).groups, QStringList{u"Styret"_s});
        QVERIFY(stored(kariNumber).optedOut);
        QVERIFY(m_book->unmerge(merges).ok());
        QVERIFY(stored(perNumber).optedOut);
        QVERIFY(stored(kariNumber).optedOut);
    }

    void aGroupsNameIsTakenOnce()
    {
        QVERIFY(m_book->createGroup(u"Styret"_s).ok());
        QCOMPARE(m_book->createGroup(u"Styret"_s).error().code, base::ErrorCode::WrongState);
    }

    void anOptOutByHandIsTold()
    {
        QSignalSpy changed(m_book.get(), &engine::ContactBook::optOutsChanged);
        QVERIFY(m_book->setOptedOut({kariNumber, perNumber}, true).ok());
        QCOMPARE(changed.size(), 1);
        QVERIFY(storage::OptOutRepository(*m_database).contains(perNumber).value());
        QVERIFY(m_book->setOptedOut({perNumber}, false).ok());
        QCOMPARE(changed.size(), 2);
        QVERIFY(!storage::OptOutRepository(*m_database).contains(perNumber).value());
    }

    void whoIsErasedStaysOptedOut()
    {
        QVERIFY(m_book->save(contact(kariNumber, u"Kari"_s)).ok());
        QVERIFY(m_book->setOptedOut({kariNumber}, true).ok());
        const auto clean = erased(kariNumber);
        QVERIFY(clean.ok());
        QVERIFY(*clean);
        QVERIFY(!storage::ContactRepository(*m_database).contact(kariNumber).ok());
        QVERIFY(storage::OptOutRepository(*m_database).contains(kariNumber).value());
    }

    void ofWhomNothingIsKnownNobodyIsErased()
    {
        QCOMPARE(erased(kariNumber).error().code, base::ErrorCode::NotFound);
    }

private:
    base::Result<bool> erased(const QString &number)
    {
        return engine::awaited<bool>([&](const auto &done) { m_book->erase(number, done); });
    }
    domain::Contact stored(const QString &number)
    {
        return storage::ContactRepository(*m_database).contact(number).value();
    }

    support::ManualClock m_clock;
    std::unique_ptr<support::TemporaryDatabase> m_database;
    std::unique_ptr<storage::GroupCommit> m_commits;
    std::unique_ptr<engine::Jobs> m_jobs;
    std::unique_ptr<engine::ContactBook> m_book;
};

QTEST_GUILESS_MAIN(TestContactBook)
#include "tst_contactbook.moc"
