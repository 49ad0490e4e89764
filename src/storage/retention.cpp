// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/retention.h"

#include "domain/sendoptions.h"
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
        "attempt.campaign = campaign.id AND verdict IN ('uncertain', 'uncertainAndPause') "
        "AND mode = %2)"_s.arg(
            stateList({Scheduled, Queued, Sending, Accepted, Uncertain, WithOperator, Held}),
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
        if (auto done =
                execute(m_database, u"UPDATE attempt SET answer = x'' WHERE campaign = ?"_s, campaign);
            !done)
            return done.error();
    }
    const auto marked =
        execute(m_database,
                u"UPDATE campaign SET forgotten_to = ?, text = CASE WHEN ? THEN '' ELSE text END "
                "WHERE id = ?"_s,
                last ? allForgotten : messages->constLast().id, last, campaign);
    if (!marked)
        return marked.error();
    return messages->size() + 1; // with the campaign itself
}

base::Result<qint64> Retention::forgetInboundTexts(const Age &age, int portion)
{
    // A text that was empty from the start has a raw request all the same.
    const QString old =
        u"SELECT id FROM inbound WHERE received_ms < ? AND id < coalesce((SELECT min(id) FROM inbound "
        "WHERE received_ms BETWEEN ? AND ?), 9223372036854775807) AND (text <> '' OR raw <> x'') LIMIT ?"_s;
    const auto files = execute(m_database, u"DELETE FROM inbound_file WHERE inbound IN (%1)"_s.arg(old),
                               age.beforeMs, age.beforeMs, age.nowMs, portion);
    if (!files)
        return files.error();
    const auto texts = execute(
        m_database, u"UPDATE inbound SET text = '', raw = x'', search = '' WHERE id IN (%1)"_s.arg(old),
        age.beforeMs, age.beforeMs, age.nowMs, portion);
    return texts;
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
        // The oldest have the lowest ids.
        const auto gone = execute(m_database,
                                  u"DELETE FROM %1 WHERE id IN (SELECT id FROM (SELECT id, received_ms, "
                                  "max(received_ms BETWEEN ? AND ?) OVER (ORDER BY id) AS behind_younger "
                                  "FROM (SELECT id, received_ms FROM %1 ORDER BY id LIMIT ?)) "
                                  "WHERE received_ms < ? AND NOT behind_younger)"_s.arg(table),
                                  age.beforeMs, age.nowMs, portion, age.beforeMs);
        if (!gone)
            return gone;
        dropped += *gone;
    }
    if (dropped == 0)
        return dropped;
    const auto talks =
        execute(m_database, u"DELETE FROM conversation WHERE last_inbound NOT IN (SELECT id FROM inbound)"_s);
    if (!talks)
        return talks;
    return dropped;
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
