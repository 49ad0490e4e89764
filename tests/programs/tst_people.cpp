// SPDX-License-Identifier: GPL-3.0-or-later
// One number for two people, what stands in their cells, and scheduled times, as a script meets them.
#include "programs/programs.h"

using namespace Qt::StringLiterals;
using programs::Ended;
using programs::Gateway;
using programs::Profile;

namespace {

struct Office
{
    Gateway gateway;
    Profile profile;

    explicit Office(const QStringList &simulated = {})
        : gateway(simulated)
    {
        QCOMPARE(profile
                     .cli({u"account"_s, u"set"_s, u"--service-id"_s, u"1234"_s, u"--ip-auth"_s,
                           u"--base-url"_s, gateway.baseUrl()})
                     .status,
                 0);
    }
    QJsonObject plan(const QByteArray &list, const QString &text, const QStringList &more = {}) const
    {
        profile.write(u"liste.csv"_s, list);
        return profile
            .cli(QStringList{u"campaign"_s, u"create"_s, u"--list"_s, profile.file(u"liste.csv"_s),
                             u"--from"_s, u"Klubben"_s, u"--text"_s, text} +
                 more)
            .last();
    }
    // What a person gets to read of the plan.
    QString plainPlan(const QString &language, const QByteArray &list, const QStringList &more = {})
    {
        profile.write(u"liste.csv"_s, list);
        QProcess process;
        process.setProcessEnvironment(profile.environment());
        process.start(support::program(u"budstikke-cli"_s),
                      QStringList{u"--profile"_s, profile.folder(), u"--language"_s, language, u"campaign"_s,
                                  u"create"_s, u"--list"_s, profile.file(u"liste.csv"_s), u"--from"_s,
                                  u"Klubben"_s, u"--text"_s, u"Hei {navn}"_s} +
                          more);
        process.waitForFinished(60000);
        return QString::fromUtf8(process.readAllStandardOutput());
    }
    QStringList sent() const // what the gateway got, text by text
    {
        QStringList texts;
        for (const QJsonObject &message : profile.cli({u"log"_s}).lines())
            texts.append(message.value(u"to"_s).toString() + u' ' + message.value(u"text"_s).toString() +
                         u' ' + message.value(u"state"_s).toString());
        return texts;
    }
};

const QByteArray siblings = "Navn;Mobil\nKari;99999999\nOla;+47 999 99 999\nKari;99999999\nPer;99999998\n";

} // namespace

class TestPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneMessageToEachNumberUnlessAskedOtherwise()
    {
        const Office office;
        const QJsonObject plan = office.plan(siblings, u"Hei {navn}"_s);
        QCOMPARE(plan.value(u"recipients"_s).toInt(), 2);
        QCOMPARE(plan.value(u"ownTexts"_s).toInt(), 1);
        QCOMPARE(plan.value(u"skipped"_s).toArray().size(), 2);
    }

    void eachRowGoesAsItsOwnMessage()
    {
        const Office office;
        const QJsonObject plan = office.plan(siblings, u"Hei {navn}"_s, {u"--each-row"_s});
        QCOMPARE(plan.value(u"recipients"_s).toInt(), 3);
        QCOMPARE(plan.value(u"sharing"_s).toInt(), 1);
        const QJsonArray skipped = plan.value(u"skipped"_s).toArray();
        QCOMPARE(skipped.size(), 1); // Kari again
        QCOMPARE(skipped.at(0).toObject().value(u"row"_s).toInt(), 4);
        QCOMPARE(skipped.at(0).toObject().value(u"reason"_s).toString(), u"duplicate"_s);
        const QString id = QString::number(plan.value(u"campaign"_s).toInt());
        QCOMPARE(office.profile.cli({u"campaign"_s, u"start"_s, id}).status, 0);
        QCOMPARE(office.sent(),
                 (QStringList{u"+4799999999 Hei Kari accepted"_s, u"+4799999999 Hei Ola accepted"_s,
                              u"+4799999998 Hei Per accepted"_s}));
    }

    // The gateway's bulk answers name numbers: asked for bulk, no request has one twice.
    void noBulkRequestHasANumberTwice()
    {
        const Office office;
        const QJsonObject plan = office.plan(siblings, u"Hei {navn}"_s, {u"--each-row"_s, u"--bulk"_s});
        const QString id = QString::number(plan.value(u"campaign"_s).toInt());
        QCOMPARE(office.profile.cli({u"campaign"_s, u"start"_s, id}).status, 0);
        QCOMPARE(office.sent().size(), 3);
        for (const QJsonObject &request : office.gateway.requests()) {
            QStringList numbers;
            for (const QJsonValue &number : request.value(u"body"_s).toObject().value(u"phoneno"_s).toArray())
                numbers.append(number.toString());
            QCOMPARE(numbers.removeDuplicates(), 0);
        }
    }

    void resolvingANumberMeansAllOfIt()
    {
        const Office office({u"--fault"_s, u"dropAfterBody:1"_s});
        const QJsonObject plan = office.plan(siblings, u"Hei {navn}"_s, {u"--each-row"_s});
        const QString id = QString::number(plan.value(u"campaign"_s).toInt());
        // Something uncertain before the first answer pauses: each start sends one more.
        for (int i = 0; i < 3; ++i)
            QCOMPARE(office.profile.cli({u"campaign"_s, u"start"_s, id}).status, 3);
        const Ended resolved = office.profile.cli(
            {u"campaign"_s, u"resolve"_s, id, u"--treat-as-sent"_s, u"--to"_s, u"99999999"_s});
        QCOMPARE(resolved.last().value(u"resolved"_s).toInt(), 2);
        QCOMPARE(office.sent(),
                 (QStringList{u"+4799999999 Hei Kari accepted"_s, u"+4799999999 Hei Ola accepted"_s,
                              u"+4799999998 Hei Per uncertain"_s}));
    }

    void theChoiceIsSaidInPlainWords()
    {
        Office office;
        const QString one = office.plainPlan(u"en"_s, siblings);
        QVERIFY2(one.contains(u"would have had a text of its own. --each-row sends them too."_s),
                 qPrintable(one));
        const QString each = office.plainPlan(u"en"_s, siblings, {u"--each-row"_s});
        QVERIFY2(each.contains(u"Each row is its own message: 1 goes"_s), qPrintable(each));
    }

    void whatStandsInTheCellsIsMended()
    {
        const Office office;
        // A loose ring in the header and in a name, a no-break space, a zero-width space, a curly quote.
        const QByteArray list = "Navn;Mobil;Fødselsa\xCC\x8Ar\n"
                                "Pa\xCC\x8Al\xC2\xA0O\xE2\x80\x99"
                                "Brien\xE2\x80\x8B;99999999;2010\n";
        const QJsonObject plan = office.plan(list, u"Hei {NAVN}, født {fødselsår}"_s);
        QCOMPARE(plan.value(u"recipients"_s).toInt(), 1);
        QCOMPARE(plan.value(u"segments"_s).toInt(), 1);
        const QString id = QString::number(plan.value(u"campaign"_s).toInt());
        QCOMPARE(office.profile.cli({u"campaign"_s, u"start"_s, id}).status, 0);
        QCOMPARE(office.sent(), QStringList{u"+4799999999 Hei Pål O'Brien, født 2010 accepted"_s});
    }

    void anInvisibleCharacterIsNamed_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("name");
        QTest::newRow("in English") << u"en"_s << u"zero-width joiner, U+200D"_s;
        QTest::newRow("in Norwegian") << u"nb"_s << u"usynlig bindetegn, U+200D"_s;
    }
    void anInvisibleCharacterIsNamed()
    {
        QFETCH(QString, language);
        QFETCH(QString, name);
        Office office;
        const QString said =
            office.plainPlan(language, "Navn;Mobil\n\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7;99999999\n");
        QVERIFY2(said.contains(name), qPrintable(said));
    }

    // OUT-13: the hour that Oslo's spring lacks is a time like any other in UTC.
    void aTimeWithoutAZoneIsUtcOnEveryMachine()
    {
        Office office;
        office.profile.environment().insert(u"TZ"_s, u"Europe/Oslo"_s);
        const QJsonObject plan =
            office.plan("Mobil\n99999999\n", u"Hei"_s, {u"--scheduled"_s, u"2037-03-29T02:30:00"_s});
        QCOMPARE(plan.value(u"scheduled"_s).toString(), u"2037-03-29T02:30:00.000Z"_s);
        QCOMPARE(plan.value(u"scheduledLocal"_s).toString(), u"2037-03-29T04:30:00+02:00"_s);
        QCOMPARE(plan.value(u"zone"_s).toString(), u"Europe/Oslo"_s);
        const Ended answer =
            office.profile.cli({u"send"_s, u"--to"_s, u"99999999"_s, u"--from"_s, u"Klubben"_s, u"--text"_s,
                                u"Hei"_s, u"--scheduled"_s, u"2037-03-29T02:30"_s});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.last().value(u"scheduledLocal"_s).toString(), u"2037-03-29T04:30:00+02:00"_s);
        QCOMPARE(office.gateway.requests().constLast().value(u"body"_s).toObject().value(u"scheduled"_s),
                 QJsonValue(u"2037-03-29T02:30:00Z"_s));
        QCOMPARE(office.profile.cli({u"inbox"_s, u"--since"_s, u"2026-03-29T02:30:00"_s}).status, 0);
    }
};

QTEST_GUILESS_MAIN(TestPeople)
#include "tst_people.moc"
