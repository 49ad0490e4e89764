// SPDX-License-Identifier: GPL-3.0-or-later
// Generated tables: the reader and a slow, plain second reading see the same cells. `./dev fuzz table` goes
// on.
#include "listfiles/readwhole.h"
#include "support/plainlist.h"

#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;

class TestPlainReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothSeeTheSame();
};

void TestPlainReading::bothSeeTheSame()
{
    const QTemporaryDir folder;
    QRandomGenerator random(20261128);
    for (int round = 0; round < 300; ++round) {
        QByteArray bytes(static_cast<qsizetype>(random.bounded(2, 3000)), Qt::Uninitialized);
        for (char &byte : bytes)
            byte = static_cast<char>(random.bounded(256));
        const plainlist::Generated table(bytes);
        const QString text = table.text();
        const QStringList plain = plainlist::read(text, table.separator);
        QStringEncoder utf16(QStringEncoder::Utf16BE);
        const QByteArray files[] = {"\xEF\xBB\xBF" + text.toUtf8(), "\xFE\xFF" + QByteArray(utf16(text))};
        for (const QByteArray &file : files)
            QCOMPARE(plainlist::readByReader(writeFile(folder, u"liste.csv"_s, file), table.separator),
                     plain);
    }
}

QTEST_GUILESS_MAIN(TestPlainReading)
#include "tst_plainreading.moc"
