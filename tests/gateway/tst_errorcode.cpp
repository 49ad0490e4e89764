// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/errorcode.h"
#include "gateway/vectors.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestErrorCode : public QObject
{
    Q_OBJECT

    static QString cliName(const QString &parameter)
    {
        static const QMap<QString, QString> names{
            {u"phoneno"_s, u"to"_s},   {u"fromid"_s, u"from"_s},      {u"txt"_s, u"text"_s},
            {u"message"_s, u"text"_s}, {u"encoding"_s, u"account"_s}, {u"protocolid"_s, u"protocol-id"_s},
        };
        return names.value(parameter, parameter);
    }

private Q_SLOTS:
    void eachCode_data()
    {
        // Written out: gateway-rules.md's list of proved rules is made by searching for the ids.
        const QList<QByteArray> ids{
            "ERR-00", "ERR-01", "ERR-02", "ERR-03", "ERR-04", "ERR-05", "ERR-06", "ERR-07",
            "ERR-08", "ERR-09", "ERR-10", "ERR-11", "ERR-12", "ERR-13", "ERR-14", "ERR-15",
            "ERR-16", "ERR-17", "ERR-18", "ERR-19", "ERR-20", "ERR-21", "ERR-22", "ERR-23",
            "ERR-24", "ERR-25", "ERR-26", "ERR-27", "ERR-28", "ERR-29", "ERR-30", "ERR-31",
            "ERR-32", "ERR-33", "ERR-34", "ERR-35", "ERR-36", "ERR-37", "ERR-38", "ERR-39",
        };
        QTest::addColumn<QJsonObject>("vector");
        const QJsonArray all = vectors(u"errors"_s);
        QCOMPARE(all.size(), ids.size());
        for (qsizetype i = 0; i < all.size(); ++i) {
            const QJsonObject vector = all.at(i).toObject();
            const QByteArray meaning = vector.value(u"en"_s).toString().toUtf8();
            QTest::newRow((ids.at(i) + ' ' + meaning).constData()) << vector;
        }
    }

    void eachCode()
    {
        QFETCH(QJsonObject, vector);
        const int code = vector.value(u"code"_s).toInt(-1);
        QVERIFY(gateway::isKnown(code));
        QCOMPARE(QString::fromUtf8(gateway::meaning(code)), vector.value(u"en"_s).toString());
        QCOMPARE(gateway::fieldOf(code), cliName(vector.value(u"input"_s).toString()));
        if (code == 0) {
            QVERIFY(!gateway::remedy(code));
        } else {
            const QString remedy = QString::fromUtf8(gateway::remedy(code));
            QVERIFY2(remedy.endsWith(u'.') && remedy.at(0).isUpper(), qPrintable(remedy));
            QVERIFY(remedy.size() > 20);
        }
    }

    void accountCodes()
    {
        QList<int> account;
        for (int code = -1; code <= 50; ++code) {
            if (gateway::concernsAccount(code))
                account.append(code);
        }
        QCOMPARE(account, (QList<int>{2, 3, 5, 6, 7, 8, 13, 18}));
    }

    void unknownCodes_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("a code that a later version of the gateway may add") << 40;
        QTest::newRow("a far one") << 77;
        QTest::newRow("a negative one") << -1;
    }

    void unknownCodes()
    {
        QFETCH(int, code);
        QVERIFY(!gateway::isKnown(code));
        QVERIFY(!gateway::meaning(code));
        QVERIFY(!gateway::remedy(code));
        QVERIFY(gateway::fieldOf(code).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestErrorCode)
#include "tst_errorcode.moc"
