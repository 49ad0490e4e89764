// SPDX-License-Identifier: GPL-3.0-or-later
// Pre-approved templates through the real programs: what the gateway gets.
#include "programs/contacts.h"

using namespace Qt::StringLiterals;
using namespace programs;

class TestTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // TPL-01, TPL-03: each recipient's own code in the template's field.
    void mergeFieldsAreFilledInEveryField()
    {
        const Gateway gateway;
        const Profile profile;
        setAccount(profile, gateway);
        profile.write(u"l.csv"_s, "mobil;navn;kode\n99999991;Kari;123456\n99999992;Ola;654321\n"
                                  "99999993;Per;\n99999994;Siri;1\n");
        const Ended created =
            profile.cli({u"campaign"_s, u"create"_s, u"--list"_s, profile.file(u"l.csv"_s), u"--from"_s,
                         u"Firma"_s, u"--text"_s, u"Hei {navn}: {kode}"_s, u"--type"_s, u"otp"_s,
                         u"--field"_s, u"code={kode}"_s, u"--field"_s, u"sendername=Firma"_s});
        QCOMPARE(created.status, 0);
        QCOMPARE(created.last().value(u"recipients"_s).toInt(), 2);
        QStringList reasons;
        for (const QJsonValue &row : created.last().value(u"skipped"_s).toArray())
            reasons.append(row.toObject().value(u"reason"_s).toString());
        QCOMPARE(reasons, (QStringList{u"missingField"_s, u"invalidField"_s}));
        const QString id = QString::number(created.last().value(u"campaign"_s).toInt());
        QCOMPARE(profile.cli({u"campaign"_s, u"start"_s, id}).status, 0);
        QMap<QString, QString> codes;
        for (const QJsonObject &request : gateway.requests()) {
            const QString whole = QString::fromUtf8(QJsonDocument(request).toJson());
            for (const QString &code : {u"123456"_s, u"654321"_s}) {
                if (whole.contains(u"\"code\": \"%1\""_s.arg(code)))
                    codes.insert(code, whole);
            }
        }
        QCOMPARE(codes.keys(), (QStringList{u"123456"_s, u"654321"_s}));
        QVERIFY(codes.value(u"123456"_s).contains("Hei Kari"_L1));
        QVERIFY(codes.value(u"654321"_s).contains("Hei Ola"_L1));
    }

    void aFieldWithoutATemplateIsRefused()
    {
        const Gateway gateway;
        const Profile profile;
        setAccount(profile, gateway);
        const Ended sent = profile.cli({u"send"_s, u"--to"_s, u"99999991"_s, u"--from"_s, u"Firma"_s,
                                        u"--text"_s, u"Hei"_s, u"--field"_s, u"code=123456"_s});
        QVERIFY(sent.status != 0);
        QVERIFY(!sent.err.isEmpty());
        QVERIFY(gateway.requests().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTemplates)
#include "tst_templates.moc"
