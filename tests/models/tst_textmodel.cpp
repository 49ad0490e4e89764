// SPDX-License-Identifier: GPL-3.0-or-later
// Saved texts as a list.
#include "models/textmodel.h"
#include "storage/transaction.h"
#include "support/temporarydatabase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::TextModel;

class TestTextModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsByNameAsNorwegiansSort()
    {
        support::TemporaryDatabase database;
        TextModel model(database);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.refresh();
        QCOMPARE(model.rowCount(), 0);
        save(database, u"Åpent"_s);
        save(database, u"Ære"_s);
        save(database, u"Stengt"_s);
        model.refresh();
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(model.index(row).data().toString());
        QCOMPARE(names, (QStringList{u"Stengt"_s, u"Ære"_s, u"Åpent"_s}));
        QCOMPARE(model.rowOf(u"Ære"_s), 1);
        QCOMPARE(model.rowOf(u"Andre"_s), -1);
        QSignalSpy reset(&model, &TextModel::modelReset);
        model.refresh();
        QCOMPARE(reset.size(), 0);
    }

private:
    static void save(storage::Database &database, const QString &name)
    {
        storage::Transaction transaction(database);
        QVERIFY(transaction.begin());
        QVERIFY(storage::TextRepository(database).save({name, u"…"_s, 1}));
        QVERIFY(transaction.commit());
    }
};

QTEST_GUILESS_MAIN(TestTextModel)
#include "tst_textmodel.moc"
