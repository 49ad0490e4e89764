// SPDX-License-Identifier: GPL-3.0-or-later
// An office for the tests of the engine: a profile of its own, an account on a gateway in this
// process that sends nothing, and a clock that the test sets.
#pragma once

#include "engine/awaited.h"
#include "engine/engine.h"
#include "engine/planning.h"
#include "simulator/simulator.h"
#include "storage/campaignrepository.h"
#include "storage/contactrepository.h"
#include "storage/journal.h"
#include "storage/transaction.h"
#include "support/fakesecrets.h"
#include "support/manualclock.h"

#include <QTemporaryDir>
#include <QTest>

namespace support {

struct Office
{
    QTemporaryDir folder;
    ManualClock clock;
    FakeSecrets secrets;
    std::optional<engine::Profile> profile;
    std::unique_ptr<simulator::Simulator> gateway;
    std::unique_ptr<engine::Engine> engine;

    explicit Office(qint64 nowMs = 1'900'000'000'000)
        : clock(nowMs)
    {
        simulator::Options options;
        options.statusDelayMs = 1;
        gateway = std::make_unique<simulator::Simulator>(options);
        if (!gateway->start())
            qFatal("The simulator cannot listen");
        auto place = engine::Profile::at(folder.path());
        if (!place)
            qFatal("No profile");
        profile = std::move(place).value();
        open();
        domain::Account account;
        account.name = QStringLiteral("default");
        account.serviceId = 1234;
        account.baseUrl = gateway->baseUrl();
        account.authentication = domain::Authentication::IpAddress;
        if (!engine->settings().save(account))
            qFatal("The account cannot be stored");
    }

    void open()
    {
        engine.reset();
        auto opened = engine::Engine::open(*profile, secrets, clock);
        if (!opened)
            qFatal("The engine cannot be opened");
        engine = std::move(opened).value();
    }

    void addToGroup(const QString &group, const QStringList &numbers)
    {
        storage::Transaction transaction(engine->database());
        QVERIFY(transaction.begin().ok());
        for (const QString &number : numbers) {
            domain::Contact contact;
            contact.number = number;
            contact.groups = {group};
            QVERIFY(storage::ContactRepository(engine->database()).upsert(contact).ok());
        }
        QVERIFY(transaction.commit().ok());
    }

    base::Result<engine::PlanSummary> planned(const engine::Draft &draft)
    {
        return engine::awaited<engine::PlanSummary>(
            [&](const auto &done) { engine->planning().plan(draft, {}, done); });
    }
    base::Result<engine::PlanSummary> examined(const engine::Draft &draft)
    {
        return engine::awaited<engine::PlanSummary>(
            [&](const auto &done) { engine->planning().examine(draft, {}, done); });
    }

    base::Result<QList<campaign::Objection>> objections(qint64 id)
    {
        return engine::awaited<QList<campaign::Objection>>(
            [&](const auto &done) { engine->planning().objections(id, done); });
    }

    QList<domain::Campaign> campaigns()
    {
        return storage::CampaignRepository(engine->database()).campaigns().value();
    }
    domain::Campaign campaign(qint64 id)
    {
        return storage::CampaignRepository(engine->database()).campaign(id).value();
    }
    QStringList numbersOf(qint64 id)
    {
        QStringList numbers;
        storage::MessageFilter filter;
        filter.campaign = id;
        for (const domain::Message &message : storage::Journal(engine->database()).messages(filter).value())
            numbers.append(message.number);
        return numbers;
    }
};

} // namespace support
