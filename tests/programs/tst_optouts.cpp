// SPDX-License-Identifier: GPL-3.0-or-later
// contacts show and erase, and optout, as a script uses them (cli.md).
#include "programs/contacts.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace programs;

class TestOptOuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingAboutAPersonIsShownAndErased();
    void anErasedPersonsOptOutStays();
    void optOutsAreListed();
    void oneWrongNumberOptsNobodyOut();
    void whoHasOptedOutGetsNothing();
    void whoOptsOutBeforeTheStartGetsNothing();
};

void TestOptOuts::everythingAboutAPersonIsShownAndErased()
{
    const Gateway gateway;
    const Profile profile;
    setAccount(profile, gateway);
    QCOMPARE(imported(profile, "Navn;Mobil;By\nKari Særnavn;99999999;Oslo\nOla;99999998;Oslo\n").status, 0);
    QCOMPARE(profile
                 .cli({u"send"_s, u"--to"_s, u"99999999"_s, u"--from"_s, u"Firmanavn"_s, u"--text"_s,
                       u"En hemmelighet"_s})
                 .status,
             0);
    const QJsonObject person = profile.cli({u"contacts"_s, u"show"_s, u"999 99 999"_s}).last();
    QCOMPARE(person.value(u"name"_s).toString(), u"Kari Særnavn"_s);
    QCOMPARE(person.value(u"messages"_s).toArray().at(0).toObject().value(u"text"_s).toString(),
             u"En hemmelighet"_s);

    QCOMPARE(profile.cli({u"contacts"_s, u"erase"_s, u"+47 99999999"_s}).status, 0);
    QCOMPARE(profile.cli({u"contacts"_s, u"show"_s, u"99999999"_s}).status, 1);
    QCOMPARE(numbers(listed(profile)), QStringList{u"+4799999998"_s});
    QVERIFY(profile.cli({u"log"_s}).out.isEmpty());
    const QDir folder(profile.folder());
    int databases = 0;
    for (const QFileInfo &info : folder.entryInfoList(QDir::Files)) {
        if (!info.fileName().contains(u".sqlite"_s) && !info.fileName().contains(u".db"_s))
            continue;
        ++databases;
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const char *trace : {"99999999", "Særnavn", "En hemmelighet"})
            QVERIFY2(!bytes.contains(trace), qPrintable(info.fileName()));
    }
    QVERIFY(databases > 0);
    QCOMPARE(errorCode(profile.cli({u"contacts"_s, u"erase"_s, u"99999999"_s})), u"notFound"_s);
}

void TestOptOuts::anErasedPersonsOptOutStays()
{
    const Gateway gateway;
    const Profile profile;
    setAccount(profile, gateway);
    QCOMPARE(imported(profile, "Mobil\n99999999\n99999998\n").status, 0);
    QCOMPARE(profile.cli({u"optout"_s, u"add"_s, u"99999999"_s}).status, 0);
    QCOMPARE(profile.cli({u"contacts"_s, u"erase"_s, u"99999999"_s}).status, 0);
    QVERIFY(profile.cli({u"optout"_s, u"list"_s}).out.isEmpty());
    QCOMPARE(imported(profile, "Mobil\n99999999\n99999998\n").status, 0);
    for (const QJsonObject &contact : listed(profile).lines()) {
        QCOMPARE(contact.value(u"optedOut"_s).toBool(),
                 contact.value(u"number"_s).toString() == u"+4799999999"_s);
    }
    QCOMPARE(
        profile.cli({u"send"_s, u"--to"_s, u"99999999"_s, u"--from"_s, u"Firmanavn"_s, u"--text"_s, u"Hei"_s})
            .status,
        1);
    QVERIFY(gateway.requests().isEmpty());
}

void TestOptOuts::optOutsAreListed()
{
    const Profile profile;
    QCOMPARE(imported(profile, "Mobil\n99999999\n").status, 0);
    QCOMPARE(profile.cli({u"optout"_s, u"add"_s, u"999 99 999"_s, u"99999998"_s}).status, 0);
    QCOMPARE(profile.cli({u"optout"_s, u"add"_s, u"99999999"_s}).status, 0); // is so already
    const QList<QJsonObject> list = profile.cli({u"optout"_s, u"list"_s}).lines();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list.at(0).value(u"number"_s).toString(), u"+4799999999"_s);
    QCOMPARE(list.at(0).value(u"source"_s).toString(), u"person"_s);
    QVERIFY(QDateTime::fromString(list.at(0).value(u"at"_s).toString(), Qt::ISODateWithMs).isValid());
    QVERIFY(listed(profile).last().value(u"optedOut"_s).toBool());
    QCOMPARE(profile.cli({u"optout"_s, u"remove"_s, u"+4799999999"_s}).status, 0);
    QCOMPARE(profile.cli({u"optout"_s, u"list"_s}).lines().size(), 1);
    QVERIFY(!listed(profile).last().value(u"optedOut"_s).toBool());
}

void TestOptOuts::oneWrongNumberOptsNobodyOut()
{
    const Profile profile;
    const Ended ended = profile.cli({u"optout"_s, u"add"_s, u"99999999"_s, u"12"_s});
    QCOMPARE(ended.status, 1);
    QCOMPARE(errorCode(ended), u"invalidNumber"_s);
    QVERIFY(profile.cli({u"optout"_s, u"list"_s}).out.isEmpty());
    QCOMPARE(profile.cli({u"optout"_s, u"add"_s}).status, 2);
}

void TestOptOuts::whoHasOptedOutGetsNothing()
{
    const Gateway gateway;
    const Profile profile;
    setAccount(profile, gateway);
    QCOMPARE(profile.cli({u"optout"_s, u"add"_s, u"99999999"_s}).status, 0);
    const QStringList from{u"--from"_s, u"Firmanavn"_s, u"--text"_s, u"Hei"_s};
    for (const QStringList &more : {QStringList{}, QStringList{u"--bulk"_s}, QStringList{u"--yes"_s}}) {
        const Ended alone = profile.cli(QStringList{u"send"_s, u"--to"_s, u"99999999"_s} + from + more);
        QCOMPARE(alone.status, 1);
        QVERIFY(!errorCode(alone).isEmpty());
    }
    QVERIFY(gateway.requests().isEmpty());

    profile.write(u"liste.csv"_s, "Mobil\n99999999\n99999998\n");
    const Ended created = profile.cli(
        QStringList{u"campaign"_s, u"create"_s, u"--list"_s, profile.file(u"liste.csv"_s)} + from);
    QCOMPARE(created.status, 0);
    QCOMPARE(created.last().value(u"recipients"_s).toInt(), 1);
    const QJsonObject skipped = created.last().value(u"skipped"_s).toArray().at(0).toObject();
    QCOMPARE(skipped.value(u"reason"_s).toString(), u"optedOut"_s);
    QCOMPARE(skipped.value(u"row"_s).toInt(), 2);
    const QString id = QString::number(created.last().value(u"campaign"_s).toInt());
    QCOMPARE(profile.cli({u"campaign"_s, u"start"_s, id}).status, 0);
    QCOMPARE(gateway.requests().size(), 1);
    for (const QJsonObject &request : gateway.requests())
        QVERIFY(!QJsonDocument(request).toJson().contains("99999999"));
}

void TestOptOuts::whoOptsOutBeforeTheStartGetsNothing()
{
    const Gateway gateway;
    const Profile profile;
    setAccount(profile, gateway);
    QCOMPARE(imported(profile, "Mobil\n99999999\n99999998\n99999997\n", {u"--group"_s, u"Kor"_s}).status, 0);
    for (const QString &mode : {QString(), u"--bulk"_s}) {
        QStringList create{u"campaign"_s, u"create"_s,    u"--to-group"_s, u"Kor"_s,
                           u"--from"_s,   u"Firmanavn"_s, u"--text"_s,     u"Hei"_s + mode};
        if (!mode.isEmpty())
            create.append(mode);
        const Ended created = profile.cli(create);
        QCOMPARE(created.last().value(u"recipients"_s).toInt(), 3);
        QCOMPARE(profile.cli({u"optout"_s, u"add"_s, u"99999999"_s}).status, 0);
        const QString id = QString::number(created.last().value(u"campaign"_s).toInt());
        const Ended started = profile.cli({u"campaign"_s, u"resume"_s, id});
        QCOMPARE(started.status, 0);
        const QJsonObject totals = started.last().value(u"totals"_s).toObject();
        QCOMPARE(totals.value(u"cancelled"_s).toInt(), 1);
        QCOMPARE(totals.value(u"accepted"_s).toInt(), 2);
        QCOMPARE(profile.cli({u"optout"_s, u"remove"_s, u"99999999"_s}).status, 0);
    }
    QVERIFY(!gateway.requests().isEmpty());
    for (const QJsonObject &request : gateway.requests())
        QVERIFY(!QJsonDocument(request).toJson().contains("99999999"));
}

QTEST_GUILESS_MAIN(TestOptOuts)
#include "tst_optouts.moc"
