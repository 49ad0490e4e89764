// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/retention.h"

#include "domain/sendoptions.h"
#include "domain/verdict.h"
#include "storage/idlist.h"
#include "storage/journal.h"
#include "storage/messagesearch.h"
#include "storage/statelist.h"
#include "storage/statement.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace storage {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 allForgotten = std::numeric_limits<qint64>::max();

// Nothing of it waits for a person, for the gateway or for a status. A gateway group's request is decided
// as a whole (BLK-10).
const QString &settled()
{
    using enum domain::MessageState;
    static const QString condition =
        u"finished_ms < ? AND id < coalesce((SELECT min(id) FROM campaign AS younger WHERE "
        "younger.created_ms BETWEEN ? AND ?), 9223372036854775807) AND NOT EXISTS (SELECT 1 FROM "
        "campaign_count WHERE campaign = campaign.id "
        "AND messages > 0 AND state IN (%1)) AND NOT EXISTS (SELECT 1 FROM attempt WHERE "
        "attempt.campaign = campaign.id AND verdict IN ('%2', '%3') AND mode = %4)"_s.arg(
            stateList({Scheduled, Queued, Sending, Accepted, Uncertain, WithOperator, Held}),
            identifier(domain::Verdict::Uncertain), identifier(domain::Verdict::UncertainAndPause),
            QString::number(static_cast<int>(domain::SendMode::GatewayGroup)));
    return condition;
}

MessageFilter pageOf(qint64 campaign, qint64 afterId, int limit)
{
    MessageFilter filter;
    filter.campaign = campaign;
    filter.afterId = afterId;
    filter.limit = limit;
    return filter;
}

} // namespace

base::Result<qint64> Retention::forgetTexts(const Age &age, int portion)
{
    const auto sent = forgetCampaignTexts(age, portion);
    if (!sent || *sent > 0)
        return sent;
    const auto received = forgetInboundTexts(age, portion);
    if (!received || *received > 0)
        return received;
    return execute(m_database, u"DELETE FROM draft WHERE changed_ms < ?"_s, age.beforeMs);
}

base::Result<qint64> Retention::forgetCampaignTexts(const Age &age, int portion)
{
    using Place = std::pair<qint64, qint64>; // of a campaign: how far it is forgotten
    const auto places = rows<Place>(
        m_database,
        u"SELECT id, forgotten_to FROM campaign WHERE %1 AND forgotten_to < ? ORDER BY id"_s.arg(settled()),
        [](const Statement &row) { return Place(row.number(0), row.number(1)); }, age.beforeMs, age.beforeMs,
        age.nowMs, allForgotten);
    if (!places)
        return places.error();
    for (const auto &[campaign, from] : *places) {
        const auto forgotten = forgetTextsOf(campaign, from, age.beforeMs, portion);
        if (!forgotten || *forgotten > 0)
            return forgotten;
    }
    return qint64(0);
}

base::Result<QList<domain::Message>> Retention::oldOnes(qint64 campaign, qint64 afterId, qint64 beforeMs,
                                                        int portion, bool &last)
{
    auto messages = Journal(m_database).messages(pageOf(campaign, afterId, portion));
    if (!messages)
        return messages;
    QList<domain::Message> &page = messages.value();
    const auto tooNew = std::find_if(page.begin(), page.end(), [beforeMs](const domain::Message &message) {
        return message.sinceMs >= beforeMs;
    });
    last = page.size() < portion && tooNew == page.end();
    page.erase(tooNew, page.end());
    return messages;
}

base::Result<qint64> Retention::forgetTextsOf(qint64 campaign, qint64 from, qint64 beforeMs, int portion)
{
    bool last = false;
    const auto messages = oldOnes(campaign, from, beforeMs, portion, last);
    if (!messages)
        return messages.error();
    if (messages->isEmpty() && !last) // something happened to its next message since
        return qint64(0);
    MessageSearch search(m_database);
    for (domain::Message message : *messages) {
        if (auto forgotten = search.forget(message); !forgotten)
            return forgotten.error();
        message.text.clear();
        if (auto kept = search.remember(message); !kept)
            return kept.error();
        if (auto done =
                execute(m_database, u"UPDATE message SET text = '', template_fields = NULL WHERE id = ?"_s,
                        message.id);
            !done)
            return done.error();
    }
    // A page that came instead of the gateway's answer may show the request again.
    if (last) {
        if (auto done = execute(m_database, u"UPDATE attempt SET answer = ? WHERE campaign = ?"_s,
                                QByteArray(), campaign);
            !done)
            return done.error();
    }
    const auto marked =
        execute(m_database,
                u"UPDATE campaign SET forgotten_to = ?, text = CASE WHEN ? <> 0 THEN '' ELSE text END "
                "WHERE id = ?"_s,
                last ? allForgotten : messages->constLast().id, last, campaign);
    if (!marked)
        return marked.error();
    return messages->size() + 1; // with the campaign itself
}

base::Result<qint64> Retention::forgetInboundTexts(const Age &age, int portion)
{
    const auto known =
        selectNumber(m_database, u"SELECT value FROM counter WHERE key = 'inboundForgottenTo'"_s);
    if (!known)
        return known.error();
    qint64 to = known->value_or(0);
    while (true) {
        const auto page = oldInbound(age, to, portion);
        if (!page)
            return page.error();
        if (page->to == to && page->withText.isEmpty())
            return qint64(0);
        if (auto forgotten = forgetInbound(*page); !forgotten)
            return forgotten.error();
        if (!page->withText.isEmpty())
            return page->withText.size();
        to = page->to;
    }
}

base::Result<Retention::OldInbound> Retention::oldInbound(const Age &age, qint64 behind, int portion)
{
    OldInbound old{behind, {}};
    bool fromTheFuture = false; // by the clock of its time: it is old some day, so the walk begins before it
    bool younger = false;
    // A text that was empty from the start has a raw request all the same.
    const auto read = forEachRow(
        m_database,
        u"SELECT id, received_ms, text <> '' OR length(raw) > 0 FROM inbound WHERE id > ? ORDER BY id LIMIT ?"_s,
        [&](const Statement &row) {
            const qint64 receivedMs = row.number(1);
            fromTheFuture = fromTheFuture || receivedMs > age.nowMs;
            younger = younger || (receivedMs >= age.beforeMs && receivedMs <= age.nowMs);
            if (younger || receivedMs >= age.beforeMs)
                return;
            if (row.integer(2) != 0)
                old.withText.append(row.number(0));
            if (!fromTheFuture)
                old.to = row.number(0);
        },
        behind, portion);
    return read ? base::Result<OldInbound>(old) : read.error();
}

base::Result<void> Retention::forgetInbound(const OldInbound &old)
{
    const QString ids = jsonIds(old.withText);
    const QString these = m_database.dialect().ids();
    const auto files =
        execute(m_database, u"DELETE FROM inbound_file WHERE inbound IN (%1)"_s.arg(these), ids);
    if (!files)
        return files.error();
    const auto texts = execute(
        m_database, u"UPDATE inbound SET text = '', raw = ?, search = '' WHERE id IN (%1)"_s.arg(these),
        QByteArray(), ids);
    if (!texts)
        return texts.error();
    const auto kept = execute(m_database,
                              u"INSERT INTO counter (key, value) VALUES ('inboundForgottenTo', ?) "
                              "ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
                              old.to);
    return kept ? base::Result<void>() : base::Result<void>(kept.error());
}

base::Result<qint64> Retention::dropLog(const Age &age, int portion)
{
    const auto campaigns =
        numbers(m_database, u"SELECT id FROM campaign WHERE %1 ORDER BY id"_s.arg(settled()), age.beforeMs,
                age.beforeMs, age.nowMs);
    if (!campaigns)
        return campaigns.error();
    for (const qint64 campaign : *campaigns) {
        const auto dropped = dropCampaign(campaign, age.beforeMs, portion);
        if (!dropped || *dropped > 0)
            return dropped;
    }
    qint64 dropped = 0;
    for (const QString &table : {u"inbound"_s, u"status_event"_s, u"quarantine"_s}) {
        const auto gone = dropRows(table, age, portion);
        if (!gone)
            return gone;
        dropped += *gone;
    }
    return dropped;
}

base::Result<qint64> Retention::dropRows(const QString &table, const Age &age, int portion)
{
    // The oldest have the lowest ids.
    const auto old = numbers(m_database,
                             u"SELECT id FROM (SELECT id, received_ms, "
                             "max(CASE WHEN received_ms BETWEEN ? AND ? THEN 1 ELSE 0 END) "
                             "OVER (ORDER BY id) AS behind_younger "
                             "FROM (SELECT id, received_ms FROM %1 ORDER BY id LIMIT ?) AS oldest) AS judged "
                             "WHERE received_ms < ? AND behind_younger = 0"_s.arg(table),
                             age.beforeMs, age.nowMs, portion, age.beforeMs);
    if (!old)
        return old.error();
    if (old->isEmpty())
        return qint64(0);
    const QString ids = jsonIds(*old);
    const QString these = m_database.dialect().ids();
    if (table == "inbound"_L1) {
        const auto talks = execute(m_database,
                                   u"DELETE FROM conversation WHERE number IN (SELECT sender FROM inbound "
                                   "WHERE id IN (%1)) AND last_inbound IN (%1)"_s.arg(these),
                                   ids, ids);
        if (!talks)
            return talks;
    }
    return execute(m_database, u"DELETE FROM %1 WHERE id IN (%2)"_s.arg(table, these), ids);
}

base::Result<qint64> Retention::dropCampaign(qint64 campaign, qint64 beforeMs, int portion)
{
    bool last = false;
    const auto messages = oldOnes(campaign, 0, beforeMs, portion, last);
    if (!messages)
        return messages.error();
    if (messages->isEmpty() && !last)
        return qint64(0);
    MessageSearch search(m_database);
    for (const domain::Message &message : *messages) {
        if (auto forgotten = search.forget(message); !forgotten)
            return forgotten.error();
        if (auto gone = execute(m_database, u"DELETE FROM message WHERE id = ?"_s, message.id); !gone)
            return gone;
    }
    if (last) {
        if (auto gone = execute(m_database, u"DELETE FROM campaign WHERE id = ?"_s, campaign); !gone)
            return gone;
    }
    return messages->size() + 1;
}

} // namespace storage
