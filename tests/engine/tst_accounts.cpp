// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts in the engine: renaming and removing.
#include "engine/accounts.h"
#include "engine/campaigns.h"
#include "engine/network.h"
#include "engine/planning.h"
#include "office.h"
#include "support/patience.h"
#include "support/places.h"

#include <QFile>

using namespace Qt::StringLiterals;

class TestAccounts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRenamedAccountKeepsItsCampaignsAndItsPassword()
    {
        support::Office office;
        const qint64 campaign = planned(office, u"99999999"_s);
        office.secrets.kept.insert(u"default"_s, u"hemmelig"_s);
        std::optional<base::Result<void>> renamed;
        office.engine->accounts().rename(u"default"_s, u"Kontoret"_s,
                                         [&](const base::Result<void> &result) { renamed = result; });
        QTRY_VERIFY(renamed.has_value());
        QVERIFY(renamed->ok());
        QCOMPARE(office.engine->settings().activeAccount(), u"Kontoret"_s);
        QVERIFY(!office.engine->settings().account(u"default"_s));
        QCOMPARE(office.campaign(campaign).account, u"Kontoret"_s);
        QCOMPARE(office.secrets.kept.value(u"Kontoret"_s), u"hemmelig"_s);
        QVERIFY(!office.secrets.kept.contains(u"default"_s));
    }

    // One judgement, for the window and for scripts.
    void whatTheCheckHeardIsJudgedOnce_data()
    {
        QTest::addColumn<gateway::Outcome>("outcome");
        QTest::addColumn<base::ErrorCode>("error"); // Internal: none
        QTest::addColumn<bool>("reached");
        const auto answered = [](int code) {
            gateway::Outcome outcome;
            outcome.verdict = gateway::Verdict::Refused;
            outcome.errorCode = code;
            return outcome;
        };
        const auto silent = [](gateway::Verdict verdict, const QString &reason) {
            gateway::Outcome outcome;
            outcome.verdict = verdict;
            outcome.reason = reason;
            return outcome;
        };
        using base::ErrorCode;
        QTest::newRow("ERR-07 the account is refused") << answered(7) << ErrorCode::Internal << false;
        QTest::newRow("ERR-08 reached, no number was given") << answered(8) << ErrorCode::Internal << true;
        QTest::newRow("ERR-11 reached, no text was given") << answered(11) << ErrorCode::Internal << true;
        QTest::newRow("ERR-13 reported as it is") << answered(13) << ErrorCode::Internal << false;
        QTest::newRow("no connection") << silent(gateway::Verdict::Unsent, u"connection refused"_s)
                                       << ErrorCode::GatewayUnreachable << false;
        QTest::newRow("no answer in time")
            << silent(gateway::Verdict::Uncertain, u"timeout"_s) << ErrorCode::GatewayUnreachable << false;
        QTest::newRow("an HTTP 500 is an answer that cannot be understood")
            << silent(gateway::Verdict::Uncertain, u"HTTP 500 without an errorcode"_s)
            << ErrorCode::GatewayAnswer << false;
    }
    void whatTheCheckHeardIsJudgedOnce()
    {
        QFETCH(gateway::Outcome, outcome);
        QFETCH(base::ErrorCode, error);
        const auto answer = engine::accountAnswer(outcome);
        if (!answer) {
            QCOMPARE(answer.error().code, error);
            QCOMPARE(answer.error().detail, outcome.reason);
            return;
        }
        QCOMPARE(error, base::ErrorCode::Internal);
        QTEST(answer->reached, "reached");
        QCOMPARE(answer->errorCode, *outcome.errorCode);
    }

    void theCheckWithoutAPasswordAsksNobody()
    {
        support::Office office;
        domain::Account account = office.engine->settings().account({}).value();
        account.authentication = domain::Authentication::Password;
        office.secrets.kept.clear();
        std::optional<base::Result<engine::AccountAnswer>> answer;
        office.engine->accounts().check(
            account, [&](const base::Result<engine::AccountAnswer> &heard) { answer = heard; });
        QTRY_VERIFY(answer.has_value());
        QVERIFY(!answer->ok());
        QCOMPARE(answer->error().code, base::ErrorCode::NoPassword);
        QCOMPARE(answer->error().field, u"password"_s);
    }

    void aRemovedAccountTakesItsPasswordAlongAndAnotherIsUsed()
    {
        support::Office office;
        domain::Account other = office.engine->settings().account({}).value();
        other.name = u"Andre"_s;
        QVERIFY(office.engine->settings().save(other).ok());
        office.secrets.kept.insert(u"default"_s, u"hemmelig"_s);
        bool done = false;
        office.engine->accounts().remove(u"default"_s,
                                         [&](const base::Result<void> &result) { done = result.ok(); });
        QTRY_VERIFY(done);
        QCOMPARE(office.engine->settings().activeAccount(), u"Andre"_s);
        QVERIFY(office.secrets.kept.isEmpty());
    }

    void aFileWithoutACertificateIsNoAuthority()
    {
        support::Office office;
        const QString file = office.folder.filePath(u"notat.pem"_s);
        QFile note(file);
        QVERIFY(note.open(QIODevice::WriteOnly) && note.write("ikke et sertifikat") > 0);
        note.close();
        const auto stored = office.engine->accounts().importAuthorities(u"default"_s, file);
        QVERIFY(!stored);
        QCOMPARE(stored.error().code, base::ErrorCode::FileUnreadable);
    }

    void aCompanysAuthorityIsCopiedIntoTheProfileAndTrusted()
    {
        support::Office office;
        QVERIFY(office.engine->accounts()
                    .importAuthorities(u"default"_s,
                                       support::testFile(QStringLiteral("gateway/tls/loopback.pem")))
                    .ok());
        const domain::Account account = office.engine->settings().account({}).value();
        QVERIFY(account.authoritiesFile.startsWith(office.folder.path()));
        QCOMPARE(engine::connectionOf(account, {}).extraAuthorities.size(), 1);
        QVERIFY(office.engine->accounts().importAuthorities(u"default"_s, {}).ok());
        QVERIFY(!QFile::exists(account.authoritiesFile));
    }

    void aWorseFileCostsNobodyTheirAuthority()
    {
        support::Office office;
        engine::Accounts &accounts = office.engine->accounts();
        const QString good = support::testFile(u"gateway/tls/loopback.pem"_s);
        domain::Account branch = office.engine->settings().account({}).value();
        branch.name = u"Avdeling Bergen, default"_s; // ends like the other one's name
        QVERIFY(office.engine->settings().save(branch));
        const auto fileOf = [&](const QString &name) {
            return office.engine->settings().account(name).value().authoritiesFile;
        };
        QVERIFY(accounts.importAuthorities(u"default"_s, good).ok());
        QVERIFY(accounts.importAuthorities(branch.name, good).ok());
        QVERIFY(fileOf(u"default"_s) != fileOf(branch.name));
        QVERIFY(!accounts.importAuthorities(u"default"_s, office.folder.filePath(u"none.pem"_s)).ok());
        QVERIFY(QFile::exists(fileOf(u"default"_s)));
        QVERIFY(accounts.importAuthorities(branch.name, {}).ok());
        QVERIFY(QFile::exists(fileOf(u"default"_s)));
        const QString former = fileOf(u"default"_s);
        QVERIFY(accounts.importAuthorities(u"default"_s, good).ok());
        QVERIFY(!QFile::exists(former) && QFile::exists(fileOf(u"default"_s)));
    }

    void theProxysPasswordReachesTheConnectionAndNoFile()
    {
        support::Office office;
        domain::Account account = office.engine->settings().account({}).value();
        account.proxy = {domain::ProxyKind::Manual, u"proxy.example"_s, 3128, u"ola"_s};
        std::optional<base::Result<void>> saved;
        office.engine->accounts().save(account, {{}, u"kanari-proxy"_s},
                                       [&](const base::Result<void> &result) { saved = result; });
        QTRY_VERIFY(saved && saved->ok());
        const auto connection =
            engine::connectionOf(account, office.secrets.kept.value(engine::Secrets::proxyKey(u"default"_s)));
        QCOMPARE(connection.proxy.hostName(), u"proxy.example"_s);
        QCOMPARE(connection.proxy.port(), quint16(3128));
        QCOMPARE(connection.proxy.password(), u"kanari-proxy"_s);
        QFile settings(office.profile->settingsFile());
        QVERIFY(settings.open(QIODevice::ReadOnly));
        const QByteArray content = settings.readAll();
        QVERIFY(content.contains("proxy.example"));
        QVERIFY(!content.contains("kanari-proxy"));
    }

private:
    static qint64 planned(support::Office &office, const QString &number)
    {
        engine::Draft draft;
        draft.account = u"default"_s;
        draft.sender = u"Firmanavn"_s;
        draft.text = u"Hei"_s;
        draft.recipients.typed = {number};
        return office.planned(draft).value().campaign;
    }
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
