// SPDX-License-Identifier: GPL-3.0-or-later
// What campaigns are tested in: a real temporary database with its group commit, a clock set by hand
// and a gateway that only remembers.
#pragma once

#include "campaign/campaignrunner.h"
#include "storage/campaignrepository.h"
#include "storage/database.h"
#include "storage/groupcommit.h"
#include "storage/journal.h"
#include "storage/optoutrepository.h"
#include "storage/transaction.h"
#include "support/faketransport.h"
#include "support/manualclock.h"
#include "support/serverdatabase.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace support {

inline QString numberAt(int i)
{
    return QStringLiteral("+479%1").arg(i, 7, 10, QLatin1Char('0'));
}

class SendingPlace
{
    std::unique_ptr<ServerDatabase> m_server; // none: a file; outlives the connections
    QTemporaryDir m_folder;

public:
    SendingPlace()
    {
        if (ServerDatabase::isAsked())
            m_server = std::make_unique<ServerDatabase>();
        database = open(storage::OpenMode::ReadWrite).value();
        commits = std::make_unique<storage::GroupCommit>(*database);
        account.name = QStringLiteral("default");
        account.serviceId = 4711;
        proveAddress();
    }

    // Another connection.
    base::Result<std::unique_ptr<storage::Database>> open(storage::OpenMode mode)
    {
        if (m_server)
            return m_server->open(mode);
        return storage::Database::open(m_folder.filePath(QStringLiteral("budstikke.db")), mode, clock);
    }

    // In one transaction, as the engine would.
    template <typename Work>
    void write(Work work)
    {
        storage::Transaction transaction(*database);
        QVERIFY(transaction.begin().ok());
        work();
        QVERIFY(transaction.commit().ok());
    }

    domain::Campaign planned(int recipients, domain::SendMode mode = domain::SendMode::Single,
                             const domain::SendOptions &options = {}, bool personal = false)
    {
        domain::Campaign campaign;
        campaign.name = QStringLiteral("Test");
        campaign.account = account.name;
        campaign.sender = QStringLiteral("Firmanavn");
        campaign.text = QStringLiteral("Hei");
        campaign.mode = mode;
        campaign.options = options;
        campaign.createdMs = clock.nowMs();
        if (mode == domain::SendMode::GatewayGroup)
            campaign.gatewayGroup = QStringLiteral("Kunder");
        QList<domain::Message> messages;
        for (int i = 0; i < recipients; ++i) {
            domain::Message message;
            message.number = numberAt(i);
            message.sender = campaign.sender;
            message.text = personal ? QStringLiteral("Hei %1").arg(i) : campaign.text;
            message.segments = 1;
            message.row = i + 2;
            messages.append(message);
        }
        qint64 id = 0;
        write([&] {
            storage::CampaignRepository campaigns(*database);
            id = campaigns.create(campaign).value();
            QVERIFY(campaigns.addMessages(id, messages, clock.nowMs()).ok());
            QVERIFY(campaigns.setTotals(id, recipients, recipients, std::nullopt).ok());
        });
        return read(id);
    }

    domain::Campaign read(qint64 id) { return storage::CampaignRepository(*database).campaign(id).value(); }
    QList<domain::Message> messages(qint64 campaign)
    {
        storage::MessageFilter filter;
        filter.campaign = campaign;
        filter.limit = 100'000;
        return storage::Journal(*database).messages(filter).value();
    }
    domain::Message message(qint64 campaign, int place) { return messages(campaign).at(place); }
    // "accepted accepted uncertain", in the order of the list.
    QString states(qint64 campaign)
    {
        QStringList states;
        for (const domain::Message &message : messages(campaign))
            states.append(domain::identifier(message.state));
        return states.join(QLatin1Char(' '));
    }
    qint64 count(qint64 campaign, domain::MessageState state)
    {
        return read(campaign).counts[static_cast<size_t>(state)];
    }
    QStringList eventDetails(qint64 message)
    {
        QStringList details;
        const QList<domain::MessageEvent> events = storage::Journal(*database).events(message).value();
        for (const domain::MessageEvent &event : events)
            details.append(domain::identifier(event.kind) + QLatin1Char(' ') + event.detail);
        return details;
    }

    // A file whose disk is full.
    void fillDisk()
    {
        QSqlQuery query(database->connection());
        QVERIFY(query.exec(QStringLiteral("PRAGMA max_page_count = 1")));
    }

    std::unique_ptr<campaign::CampaignRunner> runner(const domain::Campaign &campaign)
    {
        campaign::RunnerContext context{*database, *commits, transport, clock, delay(), &pacer};
        return std::make_unique<campaign::CampaignRunner>(context, account, QStringLiteral("secret"),
                                                          campaign);
    }

    campaign::Delay delay()
    {
        return
            [this](int ms, QObject *of, std::function<void()> then) { clock.after(ms, of, std::move(then)); };
    }
    // What most tests need not wait for: the address has answered before.
    void proveAddress()
    {
        pacer.setAccount(account);
        pacer.heard(accepted(1));
    }

    // Until everything that needs no time to pass has happened.
    static void settle()
    {
        for (int turn = 0; turn < 60; ++turn)
            QCoreApplication::processEvents();
    }
    void pass(qint64 ms)
    {
        settle();
        clock.advance(ms, [] { settle(); });
        settle();
    }

    ManualClock clock;
    FakeTransport transport;
    campaign::AccountPacer pacer{clock, delay()};
    domain::Account account;
    std::unique_ptr<storage::Database> database;
    std::unique_ptr<storage::GroupCommit> commits; // dies before the database
};

} // namespace support
