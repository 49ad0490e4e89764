// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/mergedcells.h"

#include <QTest>

using namespace Qt::StringLiterals;
using listfiles::MergedCells;
using listfiles::Row;

class TestMergedCells : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValueStandsInEachOfItsRows()
    {
        MergedCells merged;
        merged.add({6, 7, 0}); // in any order
        merged.add({2, 4, 1});
        merged.add({3, 3, 0}); // over columns only
        QStringList said;
        for (Row row :
             {Row{2, {u"a"_s, u"4,80E+09"_s}, {{1, u"4799992002"_s}}}, Row{3, {u"b"_s}, {}},
              Row{4, {u"c"_s, u"own"_s}, {}}, Row{5, {u"d"_s}, {}}, Row{7, {QString(), u"e"_s}, {}}}) {
            merged.fill(row);
            said.append(row.cells.join(u'|') + u' ' + row.exact(1));
        }
        // Row 4 has a value of its own; the first of 6 and 7 is not there.
        QCOMPARE(said, (QStringList{u"a|4,80E+09 4799992002"_s, u"b|4,80E+09 4799992002"_s, u"c|own own"_s,
                                    u"d "_s, u"|e e"_s}));
    }

    void anErrorStaysOne()
    {
        MergedCells merged;
        merged.add({1, 2, 0});
        Row first{1, {u"#N/A"_s}, {{0, QString()}}};
        Row second{2, {}, {}};
        merged.fill(first);
        merged.fill(second);
        QVERIFY(second.isError(0));
    }
};

QTEST_GUILESS_MAIN(TestMergedCells)
#include "tst_mergedcells.moc"
