// SPDX-License-Identifier: GPL-3.0-or-later
// What a restored, copied or older profile holds back, and how a script releases it.
#include "programs/contacts.h"

using namespace Qt::StringLiterals;
using namespace programs;

namespace {

// A planned campaign to two people; its number.
QString planned(const Profile &profile, const QString &text)
{
    profile.write(u"liste.csv"_s, "phone\n99999991\n99999992\n");
    const Ended plan = profile.cli({u"campaign"_s, u"create"_s, u"--list"_s, profile.file(u"liste.csv"_s),
                                    u"--from"_s, u"Firmanavn"_s, u"--text"_s, text});
    return QString::number(plan.last().value(u"campaign"_s).toInteger());
}

} // namespace

class TestHeld : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backupAndRestoreHoldWhatWasNotSent();
    void aCopiedProfileSendsNothing();
};

void TestHeld::backupAndRestoreHoldWhatWasNotSent()
{
    const Gateway gateway;
    const Profile profile;
    setAccount(profile, gateway);
    const QString id = planned(profile, u"Hei"_s);
    const QString waiting = planned(profile, u"Vi ses"_s);
    QCOMPARE(profile.cli({u"db"_s, u"backup"_s, profile.file(u"kopi.sqlite"_s)}).status, 0);
    QCOMPARE(profile.cli({u"campaign"_s, u"start"_s, id}).status, 0);
    const Ended restored = profile.cli({u"db"_s, u"restore"_s, profile.file(u"kopi.sqlite"_s)});
    QCOMPARE(restored.status, 0);
    const auto state = [&](const QString &campaign) {
        return profile.cli({u"campaign"_s, u"show"_s, campaign}).last().value(u"state"_s).toString();
    };
    QCOMPARE(state(id), u"finished"_s); // what has gone out since the backup is known
    QCOMPARE(profile.cli({u"campaign"_s, u"start"_s, id}).status, 0);
    QCOMPARE(state(waiting), u"held"_s);
    const Ended refused = profile.cli({u"campaign"_s, u"start"_s, waiting, u"--yes"_s});
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains("campaign release"), refused.err.constData());
    QCOMPARE(gateway.requests().size(), 1);

    const Ended asked = profile.cli({u"campaign"_s, u"release"_s, waiting});
    QCOMPARE(asked.status, 1);
    QVERIFY2(asked.err.contains("2 message"), asked.err.constData());
    QCOMPARE(state(waiting), u"held"_s);
    const Ended released = profile.cli({u"campaign"_s, u"release"_s, waiting, u"--yes"_s});
    QCOMPARE(released.status, 0);
    QCOMPARE(released.last().value(u"state"_s).toString(), u"paused"_s);
    QCOMPARE(released.last().value(u"totals"_s).toObject().value(u"queued"_s).toInt(), 2);
    QCOMPARE(gateway.requests().size(), 1);
    QCOMPARE(profile.cli({u"campaign"_s, u"release"_s, waiting, u"--yes"_s}).status, 1); // nothing is held
}

// Its copy, and an older one laid back in its place, are held; readers see it before anybody opens them.
void TestHeld::aCopiedProfileSendsNothing()
{
    const Gateway gateway;
    const QTemporaryDir state;
    Profile profile;
    Profile copy;
    for (Profile *each : {&profile, &copy})
        each->environment().insert(u"XDG_STATE_HOME"_s, state.path());
    setAccount(profile, gateway);
    const QString id = planned(profile, u"Hei"_s);
    const auto lay = [](const Profile &from, const Profile &to, const QString &name) {
        QFile::remove(to.file(name));
        QVERIFY(QFile::copy(from.file(name), to.file(name)));
    };
    lay(profile, copy, u"budstikke.sqlite"_s);
    lay(profile, copy, u"settings.ini"_s);
    const QJsonObject shown = copy.cli({u"campaign"_s, u"show"_s, id}).last();
    QCOMPARE(shown.value(u"state"_s).toString(), u"held"_s);
    QCOMPARE(shown.value(u"reason"_s).toString(), u"otherFolder"_s);
    QCOMPARE(shown.value(u"totals"_s).toObject().value(u"held"_s).toInt(), 2);
    QCOMPARE(copy.cli({u"log"_s, u"--state"_s, u"held"_s}).lines().size(), 2);
    QVERIFY(copy.cli({u"log"_s, u"--state"_s, u"queued"_s}).lines().isEmpty());
    QCOMPARE(copy.cli({u"campaign"_s, u"start"_s, id}).status, 1);
    QVERIFY(gateway.requests().isEmpty());

    const Profile kept;
    lay(profile, kept, u"budstikke.sqlite"_s);
    QCOMPARE(profile.cli({u"campaign"_s, u"start"_s, id}).status, 0);
    QCOMPARE(gateway.requests().size(), 1);
    lay(kept, profile, u"budstikke.sqlite"_s);
    QCOMPARE(profile.cli({u"campaign"_s, u"start"_s, id}).status, 1);
    QCOMPARE(gateway.requests().size(), 1);
    QCOMPARE(profile.cli({u"campaign"_s, u"show"_s, id}).last().value(u"reason"_s).toString(),
             u"olderDatabase"_s);
}

QTEST_GUILESS_MAIN(TestHeld)
#include "tst_held.moc"
