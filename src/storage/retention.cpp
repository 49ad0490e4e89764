// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/retention.h"

#include "storage/journal.h"
#include "storage/messagesearch.h"
#include "storage/statement.h"

#include <limits>

namespace storage {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 allForgotten = std::numeric_limits<qint64>::max();

MessageFilter pageOf(qint64 campaign, qint64 afterId, int limit)
{
    MessageFilter filter;
    filter.campaign = campaign;
    filter.afterId = afterId;
    filter.limit = limit;
    return filter;
}

} // namespace

base::Result<qint64> Retention::forgetTexts(qint64 beforeMs, int portion)
{
    const auto sent = forgetCampaignTexts(beforeMs, portion);
    if (!sent || *sent > 0)
        return sent;
    return forgetInboundTexts(beforeMs, portion);
}

base::Result<qint64> Retention::forgetCampaignTexts(qint64 beforeMs, int portion)
{
    Statement next(m_database,
                   u"SELECT id, forgotten_to FROM campaign WHERE finished_ms < ? AND forgotten_to < ? "
                   "ORDER BY id LIMIT 1"_s);
    if (auto done = next.run(beforeMs, allForgotten); !done)
        return done.error();
    if (!next.next())
        return qint64(0);
    const qint64 campaign = next.number(0);
    const auto messages = Journal(m_database).messages(pageOf(campaign, next.number(1), portion));
    if (!messages)
        return messages.error();
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
    const bool last = messages->size() < portion;
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

base::Result<qint64> Retention::forgetInboundTexts(qint64 beforeMs, int portion)
{
    // A text that was empty from the start has a raw request all the same.
    const QString old =
        u"SELECT id FROM inbound WHERE received_ms < ? AND (text <> '' OR raw <> x'') LIMIT ?"_s;
    const auto files =
        execute(m_database, u"DELETE FROM inbound_file WHERE inbound IN (%1)"_s.arg(old), beforeMs, portion);
    if (!files)
        return files.error();
    const auto texts = execute(
        m_database, u"UPDATE inbound SET text = '', raw = x'', search = '' WHERE id IN (%1)"_s.arg(old),
        beforeMs, portion);
    return texts;
}

base::Result<qint64> Retention::dropLog(qint64 beforeMs, int portion)
{
    const auto campaign = dropCampaign(beforeMs, portion);
    if (!campaign || *campaign > 0)
        return campaign;
    qint64 dropped = 0;
    for (const QString &table : {u"inbound"_s, u"status_event"_s, u"quarantine"_s}) {
        const auto gone = execute(
            m_database,
            u"DELETE FROM %1 WHERE id IN (SELECT id FROM %1 WHERE received_ms < ? LIMIT ?)"_s.arg(table),
            beforeMs, portion);
        if (!gone)
            return gone;
        dropped += *gone;
    }
    const auto talks =
        execute(m_database, u"DELETE FROM conversation WHERE last_inbound NOT IN (SELECT id FROM inbound)"_s);
    if (!talks)
        return talks;
    return dropped;
}

base::Result<qint64> Retention::dropCampaign(qint64 beforeMs, int portion)
{
    const auto campaign = selectNumber(
        m_database, u"SELECT id FROM campaign WHERE finished_ms < ? ORDER BY id LIMIT 1"_s, beforeMs);
    if (!campaign)
        return campaign.error();
    if (!campaign->has_value())
        return qint64(0);
    const auto messages = Journal(m_database).messages(pageOf(**campaign, 0, portion));
    if (!messages)
        return messages.error();
    MessageSearch search(m_database);
    for (const domain::Message &message : *messages) {
        if (auto forgotten = search.forget(message); !forgotten)
            return forgotten.error();
        if (auto gone = execute(m_database, u"DELETE FROM message WHERE id = ?"_s, message.id); !gone)
            return gone;
    }
    if (messages->size() < portion) {
        if (auto gone = execute(m_database, u"DELETE FROM campaign WHERE id = ?"_s, **campaign); !gone)
            return gone;
    }
    return messages->size() + 1;
}

} // namespace storage
