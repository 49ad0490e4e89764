// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts in the engine: the guided check of the duplicate lock, renaming and removing, and what a
// changed list of countries stops.
#include "engine/network.h"
#include "office.h"
#include "support/places.h"

#include <QFile>

using namespace Qt::StringLiterals;

class TestAccounts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theLockIsSeen_data()
    {
        QTest::addColumn<bool>("lock");
        QTest::newRow("ERR-17 the second of two identical messages is answered 17") << true;
        QTest::newRow("both messages are taken: no lock, no retry") << false;
    }
    void theLockIsSeen()
    {
        QFETCH(bool, lock);
        support::Office office;
        simulator::Options options;
        options.duplicateLock = lock;
        options.statusDelayMs = 60000;
        office.gateway = std::make_unique<simulator::Simulator>(options);
        QVERIFY(office.gateway->start().ok());
        auto account = office.engine->settings().account({}).value();
        account.baseUrl = office.gateway->baseUrl();
        account.sending.duplicateLockSeen = true;
        account.sending.retryByDuplicateLock = true;
        QVERIFY(office.engine->settings().save(account).ok());

        std::optional<base::Result<engine::DuplicateLock>> answer;
        office.engine->checkDuplicateLock(
            u"Firmanavn"_s, u"99999999"_s, u"Sperre?"_s,
            [&](const base::Result<engine::DuplicateLock> &found) { answer = found; });
        QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 20000);
        QVERIFY(answer->ok());
        QCOMPARE(answer->value(), lock ? engine::DuplicateLock::Present : engine::DuplicateLock::Absent);
        QCOMPARE(office.campaigns().size(), 2); // both are in the log, as all that was sent
        const domain::SendingRules rules = office.engine->settings().account({})->sending;
        QCOMPARE(rules.duplicateLockSeen, lock);
        QCOMPARE(rules.retryByDuplicateLock, lock);
    }

    void aRenamedAccountKeepsItsCampaignsAndItsPassword()
    {
        support::Office office;
        const qint64 campaign = planned(office, u"99999999"_s);
        office.secrets.kept.insert(u"default"_s, u"hemmelig"_s);
        std::optional<base::Result<void>> renamed;
        office.engine->renameAccount(u"default"_s, u"Kontoret"_s,
                                     [&](const base::Result<void> &result) { renamed = result; });
        QTRY_VERIFY(renamed.has_value());
        QVERIFY(renamed->ok());
        QCOMPARE(office.engine->settings().activeAccount(), u"Kontoret"_s);
        QVERIFY(!office.engine->settings().account(u"default"_s));
        QCOMPARE(office.campaign(campaign).account, u"Kontoret"_s);
        QCOMPARE(office.secrets.kept.value(u"Kontoret"_s), u"hemmelig"_s);
        QVERIFY(!office.secrets.kept.contains(u"default"_s));
    }

    void aRemovedAccountTakesItsPasswordAlongAndAnotherIsUsed()
    {
        support::Office office;
        domain::Account other = office.engine->settings().account({}).value();
        other.name = u"Andre"_s;
        QVERIFY(office.engine->settings().save(other).ok());
        office.secrets.kept.insert(u"default"_s, u"hemmelig"_s);
        bool done = false;
        office.engine->removeAccount(u"default"_s,
                                     [&](const base::Result<void> &result) { done = result.ok(); });
        QTRY_VERIFY(done);
        QCOMPARE(office.engine->settings().activeAccount(), u"Andre"_s);
        QVERIFY(office.secrets.kept.isEmpty());
    }

    // ACC-07: the list was narrowed after the plan was made.
    void aCampaignIntoACountryThatIsNoLongerAllowedDoesNotStart()
    {
        support::Office office;
        const qint64 campaign = planned(office, u"99999999"_s);
        auto account = office.engine->settings().account({}).value();
        account.sending.allowedCountries = {u"SE"_s};
        QVERIFY(office.engine->settings().save(account).ok());
        std::optional<base::Result<void>> begun;
        office.engine->start(campaign, true, [&](const base::Result<void> &result) { begun = result; });
        QTRY_VERIFY(begun.has_value());
        QVERIFY(!begun->ok());
        QCOMPARE(begun->error().code, base::ErrorCode::CountryNotAllowed);
        QCOMPARE(office.campaign(campaign).state, domain::CampaignState::Planned);
    }

    void aFileWithoutACertificateIsNoAuthority()
    {
        support::Office office;
        const QString file = office.folder.filePath(u"notat.pem"_s);
        QFile note(file);
        QVERIFY(note.open(QIODevice::WriteOnly) && note.write("ikke et sertifikat") > 0);
        note.close();
        const auto stored = office.engine->importAuthorities(u"default"_s, file);
        QVERIFY(!stored);
        QCOMPARE(stored.error().code, base::ErrorCode::FileUnreadable);
    }

    void aCompanysAuthorityIsCopiedIntoTheProfileAndTrusted()
    {
        support::Office office;
        QVERIFY(office.engine
                    ->importAuthorities(u"default"_s,
                                        support::testFile(QStringLiteral("gateway/tls/loopback.pem")))
                    .ok());
        const domain::Account account = office.engine->settings().account({}).value();
        QVERIFY(account.authoritiesFile.startsWith(office.folder.path()));
        QCOMPARE(engine::connectionOf(account, {}).extraAuthorities.size(), 1);
        QVERIFY(office.engine->importAuthorities(u"default"_s, {}).ok());
        QVERIFY(!QFile::exists(account.authoritiesFile));
    }

    void theProxysPasswordReachesTheConnectionAndNoFile()
    {
        support::Office office;
        domain::Account account = office.engine->settings().account({}).value();
        account.proxy = {domain::ProxyKind::Manual, u"proxy.example"_s, 3128, u"ola"_s};
        std::optional<base::Result<void>> saved;
        office.engine->saveAccount(account, {{}, u"kanari-proxy"_s},
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
        return office.engine->plan(draft).value().campaign;
    }
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
