// SPDX-License-Identifier: GPL-3.0-or-later
// Two people in every table, for the tests of what is kept about them and for how long.
#pragma once

#include "samples.h"
#include "storage/contactrepository.h"
#include "storage/inboxrepository.h"
#include "storage/messagesearch.h"
#include "storage/optoutrepository.h"
#include "storage/transaction.h"

#include <QTest>

namespace people {
using namespace Qt::StringLiterals;
using domain::MessageState;
using samples::noon;
using storage::Journal;

inline const QString kari = u"+4799887766"_s;
inline const QString ola = u"+4711223344"_s;

// Kari in every table, and Ola beside her.
inline void fill(storage::Database &database)
{
    storage::Transaction transaction(database);
    QVERIFY(transaction.begin());
    storage::CampaignRepository campaigns(database);
    storage::ContactRepository contacts(database);
    storage::InboxRepository inbox(database);
    Journal journal(database);
    const auto import = contacts.beginImport(u"liste.csv"_s, {u"Lege"_s}, noon);
    for (const QString &number : {kari, ola}) {
        domain::Contact contact;
        contact.number = number;
        contact.name = number == kari ? u"Karianne Hemmelig"_s : u"Ola Dunk"_s;
        contact.groups = {u"Kunder"_s};
        contact.fields = {{u"Lege"_s, u"Doktorsen"_s}};
        QVERIFY(contacts.upsert(contact));
        contact.email = number == kari ? u"karianne@hemmelig.no"_s : u"ola@dunk.no"_s;
        QVERIFY(contacts.upsert(contact, *import));
    }
    const auto campaign = campaigns.create(samples::campaign());
    const auto alone = campaigns.create(samples::campaign(u"Bare Karianne"_s));
    domain::Message toKari = samples::message(kari, u"Kjaere Karianne, timen din"_s);
    toKari.name = u"Karianne Hemmelig"_s;
    QVERIFY(campaigns.addMessages(*campaign, {toKari, samples::message(ola, u"Hei Ola"_s)}, noon));
    QVERIFY(campaigns.addMessages(*alone, {toKari}, noon));
    QVERIFY(campaigns.addSkipped(*campaign, {{4, u"0047 998 87 766"_s, domain::SkipReason::Duplicate, {}},
                                             {5, u"112233"_s, domain::SkipReason::TooShort, {}}}));
    QVERIFY(campaigns.addHistory({noon, u"Per"_s, *campaign, domain::HistoryKind::SendAgain, kari, {}}));
    const auto attempt = journal.beginAttempt(samples::attempt(*campaign, u"bulk"_s), {1, 2});
    storage::AttemptResult result;
    result.httpStatus = 201;
    result.answer = "{\"invalidPhoneno\": [\"004799887766\"]}";
    result.endedMs = noon;
    QVERIFY(journal.endAttempt(*attempt, result));
    for (const qint64 message : {1, 2})
        QVERIFY(journal.apply(samples::step(message, MessageState::Accepted)));
    domain::StatusEvent status = samples::status(4, 500, u"bulk"_s, kari);
    status.raw = "status=4&phoneno=%2B4799887766";
    const auto kept = journal.addStatus(status);
    QVERIFY(journal.setMatched(*kept, 1));
    QVERIFY(journal.addStatus(samples::status(4, 501, u"bulk"_s, ola)));
    domain::InboundMessage inbound;
    inbound.gatewayId = 1;
    inbound.from = kari;
    inbound.text = u"Svar fra Karianne"_s;
    inbound.raw = "{\"from\":\"+4799887766\"}";
    inbound.receivedMs = noon;
    inbound.files = {{u"1"_s, u"image/png"_s, u"karianne.png"_s, "bilde av Karianne"}};
    QVERIFY(inbox.add(inbound));
    QVERIFY(inbox.addAction({1, noon, domain::ActionKind::Answered, u"Karianne"_s}));
    QVERIFY(inbox.addQuarantined({noon, u"::1"_s, domain::Unreadable::BadJson, "{\"from\":\"+4799887766\""}));
    QVERIFY(storage::OptOutRepository(database).add({kari, noon, domain::OptOutSource::Keyword}));
    QVERIFY(storage::MessageSearch(database).advance(100));
    QVERIFY(transaction.commit());
}

} // namespace people
