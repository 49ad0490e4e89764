// SPDX-License-Identifier: GPL-3.0-or-later
// A person's own answers, and what a person has looked at.
#include "engine/contactbook.h"
#include "engine/office.h"
#include "engine/replies.h"
#include "support/patience.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestReplies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAnswerIsSentAtOnceAsACampaignOfItsOwn()
    {
        support::Office office;
        QSignalSpy accepted(office.gateway.get(), &simulator::Simulator::accepted);
        const auto sent = send(office);
        QVERIFY(sent.ok());
        QTRY_COMPARE(accepted.size(), 1);
        QCOMPARE(accepted.constFirst().at(1).toString(), u"Takk for svaret"_s);
        QTRY_COMPARE(office.campaign(*sent).state, domain::CampaignState::Finished);
    }

    void whoHasOptedOutIsNotAnswered()
    {
        support::Office office;
        QVERIFY(office.engine->contactBook().setOptedOut({u"+4799999991"_s}, true).ok());
        QCOMPARE(send(office).error().code, base::ErrorCode::OptedOut);
        QVERIFY(office.campaigns().isEmpty());
    }

    void aFieldIsFilledInOrNothingIsSent()
    {
        support::Office office;
        QSignalSpy accepted(office.gateway.get(), &simulator::Simulator::accepted);
        domain::Contact kari;
        kari.number = u"+4799999991"_s;
        kari.fields.insert(u"Rom"_s, u"12"_s);
        const QString text = u"Hei {navn}! {{Rom}} {rom}"_s;
        const auto refused = send(office, kari, text);
        QCOMPARE(refused.error().code, base::ErrorCode::MissingField);
        QCOMPARE(refused.error().detail, u"navn"_s);
        QVERIFY(!send(office, kari, u"Hei {navn"_s).ok());
        QVERIFY(office.campaigns().isEmpty());
        kari.name = u"Kari {N}"_s;
        QVERIFY(send(office, kari, text).ok());
        QTRY_COMPARE(accepted.size(), 1);
        QCOMPARE(accepted.constFirst().at(1).toString(), u"Hei Kari {N}! {Rom} 12"_s);
    }

    // Else it would go later, when nobody thinks of it any more.
    void whatMayNotGoNowIsNotSentLater()
    {
        support::Office office;
        auto account = office.engine->settings().account({}).value();
        account.authentication = domain::Authentication::Password; // and there is none
        QVERIFY(office.engine->settings().save(account).ok());
        QCOMPARE(send(office).error().code, base::ErrorCode::NoPassword);
        QCOMPARE(office.campaigns().size(), 1);
        QCOMPARE(office.campaigns().constFirst().state, domain::CampaignState::Cancelled);
    }

    void whatWasReadIsTold()
    {
        support::Office office;
        QSignalSpy changed(&office.engine->replies(), &engine::Replies::inboxChanged);
        QVERIFY(office.engine->replies().markRead(u"+4799999991"_s).ok());
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(office.engine->replies().forgetGaps().ok());
        QTRY_COMPARE(changed.size(), 2);
    }

private:
    static base::Result<qint64> send(support::Office &office)
    {
        domain::Contact to;
        to.number = u"+4799999991"_s;
        return send(office, to, u"Takk for svaret"_s);
    }
    static base::Result<qint64> send(support::Office &office, const domain::Contact &to, const QString &text)
    {
        std::optional<base::Result<qint64>> sent;
        office.engine->replies().send(to, u"26114"_s, text,
                                      [&](const base::Result<qint64> &result) { sent = result; });
        if (!QTest::qWaitFor([&] { return sent.has_value(); }, support::patienceMs))
            qFatal("not told");
        return *sent;
    }
};

QTEST_GUILESS_MAIN(TestReplies)
#include "tst_replies.moc"
