// SPDX-License-Identifier: GPL-3.0-or-later
// Opt-outs as a list file, and contacts as they are shown.
#include "engine/optoutlist.h"
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
        const auto imported = engine::importOptOuts(database, file, m_clock);
        QVERIFY(imported.ok());
        QCOMPARE(imported->added, 2);
        QCOMPARE(imported->already, 1);
        QCOMPARE(imported->skipped.size(), 1);
        QCOMPARE(imported->skipped.constFirst().row, 3);
        QCOMPARE(imported->skipped.constFirst().input, u"4,79E+10"_s);
        QVERIFY(isOut(database, u"+4799999991"_s));
        QVERIFY(isOut(database, u"+4799999992"_s));
        QCOMPARE(storage::OptOutRepository(database).list()->constFirst().source,
                 domain::OptOutSource::Import);
    }

    void aListWithoutNumbersChangesNothing()
    {
        support::TemporaryDatabase database;
        const QString file = write(database, "Navn;By\r\nKari;Oslo\r\n");
        const auto imported = engine::importOptOuts(database, file, m_clock);
        QVERIFY(!imported);
        QCOMPARE(imported.error().code, base::ErrorCode::InvalidField);
        QCOMPARE(imported.error().field, u"phone"_s);
        QVERIFY(storage::OptOutRepository(database).list()->isEmpty());
    }

    void whatIsWrittenCanBeTakenElsewhere()
    {
        support::TemporaryDatabase database;
        QVERIFY(
            engine::importOptOuts(database, write(database, "mobil\n99999991\n99999992\n"), m_clock).ok());
        const QString file = database.folder() + u"/ut.csv"_s;
        QCOMPARE(engine::exportOptOuts(database, file).value(), 2);
        support::TemporaryDatabase other;
        QCOMPARE(engine::importOptOuts(other, file, m_clock)->added, 2);
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
            QVERIFY(storage::ContactRepository(database).upsertAll(many).ok());
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
    static bool isOut(storage::Database &database, const QString &number)
    {
        return storage::OptOutRepository(database).contains(number).value();
    }

    base::SystemClock m_clock;
};

QTEST_GUILESS_MAIN(TestOptOutList)
#include "tst_optoutlist.moc"
