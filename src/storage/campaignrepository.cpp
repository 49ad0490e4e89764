// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/campaignrepository.h"

#include "storage/countin.h"
#include "storage/fieldsjson.h"
#include "storage/messagesearch.h"
#include "storage/statelist.h"
#include "storage/statement.h"

#include <QHash>

namespace storage {
using namespace Qt::StringLiterals;

namespace {

// The state of a campaign that is not whole; no domain::CampaignState, as nobody finds it.
const QString planning = u"planning"_s;
constexpr qint64 quarterMs = 15 * 60 * 1000; // of begun_sms

const QString columns =
    u"id, name, account, sender, text, mode, gateway_group, state, reason, created_ms, started_ms, "
    "finished_ms, start_at_ms, start_zone, catch_up_minutes, recipients, segments, cost_ore, "
    "unicode, flash, scheduled_ms, validity_minutes, protocol_id, price_ore, reference, "
    "template_type, template_fields, approved_ms, repeat, repeat_from_ms, source, confirms_opt_out, series, "
    "archived"_s;

domain::Campaign read(const Statement &row)
{
    domain::Campaign campaign;
    campaign.id = row.number(0);
    campaign.name = row.text(1);
    campaign.account = row.text(2);
    campaign.sender = row.text(3);
    campaign.text = row.text(4);
    campaign.mode = static_cast<domain::SendMode>(row.integer(5));
    campaign.gatewayGroup = row.text(6);
    campaign.state = base::valueOf<domain::CampaignState>(row.text(7)).value_or(domain::CampaignState::Held);
    campaign.reason = domain::pauseReason(row.text(8)).value_or(domain::PauseReason::None);
    campaign.createdMs = row.number(9);
    campaign.startedMs = row.optionalNumber(10);
    campaign.finishedMs = row.optionalNumber(11);
    campaign.startAtMs = row.optionalNumber(12);
    campaign.startZone = row.text(13);
    campaign.catchUpMinutes = row.integer(14);
    campaign.recipients = row.number(15);
    campaign.segments = row.number(16);
    campaign.costOre = row.optionalNumber(17);
    campaign.options.unicode = row.integer(18) != 0;
    campaign.options.flash = row.integer(19) != 0;
    campaign.options.scheduledAtMs = row.optionalNumber(20);
    campaign.options.validityMinutes = row.optionalInteger(21);
    campaign.options.protocolId = row.integer(22);
    campaign.options.priceOre = row.optionalInteger(23);
    campaign.options.reference = row.text(24);
    campaign.options.templateType = row.text(25);
    campaign.options.templateFields = fieldsOf(row.text(26));
    campaign.approvedMs = row.optionalNumber(27);
    campaign.repeat = static_cast<domain::Repeat>(row.integer(28));
    campaign.repeatFromMs = row.optionalNumber(29);
    campaign.source = row.text(30);
    campaign.confirmsOptOut = row.integer(31) != 0;
    campaign.series = row.optionalNumber(32);
    campaign.archived = row.integer(33) != 0;
    return campaign;
}

domain::HistoryEntry readHistory(const Statement &row)
{
    const QString what = row.text(3);
    const QString detail = row.text(4);
    domain::HistoryEntry entry{row.number(0), row.text(1), row.number(2), domain::HistoryKind::Other, {}, {}};
    const auto kind = base::valueOf<domain::HistoryKind>(what);
    if (!kind) {
        entry.detail = detail.isEmpty() ? what : QString(what + u": "_s + detail);
        return entry;
    }
    entry.what = *kind;
    const bool stopped = *kind == domain::HistoryKind::Paused || *kind == domain::HistoryKind::Cancelled;
    if (const auto reason = domain::pauseReason(detail); stopped && reason)
        entry.reason = *reason;
    else
        entry.detail = detail;
    return entry;
}

template <typename... V>
base::Result<QList<domain::Campaign>> select(Database &database, const QString &which, const V &...values)
{
    auto campaigns = rows<domain::Campaign>(database, u"SELECT %1 FROM campaign %2"_s.arg(columns, which),
                                            read, values...);
    if (!campaigns)
        return campaigns;
    QHash<qint64, domain::Campaign *> places;
    for (domain::Campaign &campaign : campaigns.value())
        places.insert(campaign.id, &campaign);
    const auto counted = forEachRow(
        database,
        u"SELECT campaign, state, messages FROM campaign_count "
        "WHERE campaign IN (SELECT id FROM campaign %1)"_s.arg(which),
        [&](const Statement &row) {
            if (domain::Campaign *campaign = places.value(row.number(0)))
                campaign->counts.at(static_cast<size_t>(row.integer(1))) = row.number(2);
        },
        values...);
    if (!counted)
        return counted.error();
    return campaigns;
}

} // namespace

base::Result<qint64> CampaignRepository::create(const domain::Campaign &campaign)
{
    const domain::SendOptions &options = campaign.options;
    return insert(
        m_database,
        u"INSERT INTO campaign (name, account, sender, text, mode, gateway_group, state, reason, created_ms, "
        "started_ms, finished_ms, start_at_ms, start_zone, catch_up_minutes, recipients, segments, cost_ore, "
        "unicode, flash, scheduled_ms, validity_minutes, protocol_id, price_ore, reference, template_type, "
        "template_fields, approved_ms, repeat, repeat_from_ms, source, confirms_opt_out, series) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        campaign.name, campaign.account, campaign.sender, campaign.text, campaign.mode, campaign.gatewayGroup,
        domain::identifier(campaign.state), domain::identifier(campaign.reason), campaign.createdMs,
        campaign.startedMs, campaign.finishedMs, campaign.startAtMs, campaign.startZone,
        campaign.catchUpMinutes, campaign.recipients, campaign.segments, campaign.costOre, options.unicode,
        options.flash, options.scheduledAtMs, options.validityMinutes, options.protocolId, options.priceOre,
        options.reference, options.templateType, toJson(options.templateFields), campaign.approvedMs,
        campaign.repeat, campaign.repeatFromMs, campaign.source, campaign.confirmsOptOut, campaign.series);
}

base::Result<void> CampaignRepository::addMessages(qint64 campaign, const QList<domain::Message> &messages,
                                                   qint64 atMs)
{
    if (messages.isEmpty())
        return {};
    qint64 first = 0;
    domain::StateCounts added{};
    {
        Statement add(
            m_database,
            u"INSERT INTO message (campaign, state, segments, since_ms, events, row_number, "
            "number, copy, sender, name, text, template_fields) VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)"_s +
                m_database.dialect().returningId());
        for (const domain::Message &message : messages) {
            if (auto done = add.run(
                    campaign, message.state, message.segments, atMs, message.row, message.number,
                    message.copy, message.sender, message.name, message.text,
                    message.templateFields.isEmpty() ? QVariant() : QVariant(toJson(message.templateFields)));
                !done)
                return done;
            if (first == 0)
                first = add.insertedId();
            ++added.at(static_cast<size_t>(message.state));
        }
    }
    for (const domain::MessageState state : domain::allMessageStates()) {
        if (auto counted = countIn(m_database, campaign, state, added.at(static_cast<size_t>(state)));
            !counted)
            return counted;
    }
    return run(m_database,
               u"INSERT INTO message_event (message, sequence, at_ms, kind, state, detail) "
               "SELECT id, 1, ?, ?, state, '' FROM message WHERE id >= ? AND +campaign = ? ORDER BY id"_s,
               atMs, domain::EventKind::Queued, first, campaign);
}

base::Result<void> CampaignRepository::addSkipped(qint64 campaign, const QList<domain::Skipped> &skipped)
{
    Statement add(
        m_database,
        u"INSERT INTO skipped (campaign, row_number, input, reason, detail) VALUES (?, ?, ?, ?, ?)"_s);
    for (const domain::Skipped &row : skipped) {
        if (auto done = add.run(campaign, row.row, row.input, domain::identifier(row.reason), row.detail);
            !done)
            return done;
    }
    return {};
}

base::Result<qint64> CampaignRepository::beginPlan(const domain::Campaign &campaign)
{
    const auto id = create(campaign);
    if (!id)
        return id;
    const auto hidden = execute(m_database, u"UPDATE campaign SET state = ? WHERE id = ?"_s, planning, *id);
    return hidden ? id : hidden;
}

base::Result<void> CampaignRepository::endPlan(qint64 campaign)
{
    return changedOne(execute(m_database, u"UPDATE campaign SET state = ? WHERE id = ? AND state = ?"_s,
                              domain::identifier(domain::CampaignState::Planned), campaign, planning),
                      QString::number(campaign));
}

base::Result<void> CampaignRepository::hidePlan(qint64 campaign)
{
    const auto hidden = execute(
        m_database, u"UPDATE campaign SET state = ? WHERE id = ? AND state = ? AND started_ms IS NULL"_s,
        planning, campaign, domain::identifier(domain::CampaignState::Planned));
    if (!hidden)
        return hidden.error();
    if (*hidden == 0)
        return base::Error{base::ErrorCode::WrongState, QString::number(campaign), u"campaign"_s};
    return {};
}

base::Result<bool> CampaignRepository::dropSome(qint64 campaign, int messages)
{
    const auto ids = numbers(m_database,
                             u"SELECT id FROM message WHERE campaign = "
                             "(SELECT id FROM campaign WHERE id = ? AND state = ?) LIMIT ?"_s,
                             campaign, planning, messages);
    if (!ids)
        return ids.error();
    if (auto forgotten = MessageSearch(m_database).forget(*ids); !forgotten)
        return forgotten.error();
    for (const qint64 id : *ids) {
        if (auto gone = execute(m_database, u"DELETE FROM message WHERE id = ?"_s, id); !gone)
            return gone.error();
    }
    const auto rows = execute(m_database,
                              u"DELETE FROM skipped WHERE id IN "
                              "(SELECT id FROM skipped WHERE campaign = ? LIMIT ?)"_s,
                              campaign, messages);
    if (!rows)
        return rows.error();
    if (!ids->isEmpty() || *rows > 0)
        return true;
    const auto gone =
        execute(m_database, u"DELETE FROM campaign WHERE id = ? AND state = ?"_s, campaign, planning);
    return gone ? base::Result<bool>(false) : gone.error();
}

base::Result<void> CampaignRepository::setMode(qint64 campaign, domain::SendMode mode)
{
    return changedOne(execute(m_database, u"UPDATE campaign SET mode = ? WHERE id = ?"_s, mode, campaign),
                      QString::number(campaign));
}

base::Result<void> CampaignRepository::approve(qint64 campaign, qint64 atMs)
{
    return changedOne(execute(m_database,
                              u"UPDATE campaign SET approved_ms = coalesce(approved_ms, ?) WHERE id = ?"_s,
                              atMs, campaign),
                      QString::number(campaign));
}

base::Result<void> CampaignRepository::setStartAt(qint64 campaign, std::optional<qint64> startAtMs)
{
    return changedOne(
        execute(m_database, u"UPDATE campaign SET start_at_ms = ? WHERE id = ?"_s, startAtMs, campaign),
        QString::number(campaign));
}

base::Result<void> CampaignRepository::setRepeatFrom(qint64 campaign, qint64 fromMs)
{
    return changedOne(
        execute(m_database, u"UPDATE campaign SET repeat_from_ms = ? WHERE id = ?"_s, fromMs, campaign),
        QString::number(campaign));
}

base::Result<void> CampaignRepository::setSeries(qint64 run, qint64 series)
{
    return changedOne(execute(m_database, u"UPDATE campaign SET series = ? WHERE id = ?"_s, series, run),
                      QString::number(run));
}

base::Result<void> CampaignRepository::rename(qint64 campaign, const QString &name)
{
    return changedOne(execute(m_database, u"UPDATE campaign SET name = ? WHERE id = ?"_s, name, campaign),
                      QString::number(campaign));
}

base::Result<void> CampaignRepository::setArchived(qint64 campaign, bool archived)
{
    return changedOne(
        execute(m_database, u"UPDATE campaign SET archived = ? WHERE id = ?"_s, archived, campaign),
        QString::number(campaign));
}

base::Result<void> CampaignRepository::setTotals(qint64 campaign, qint64 recipients, qint64 segments,
                                                 std::optional<qint64> costOre)
{
    return changedOne(
        execute(m_database, u"UPDATE campaign SET recipients = ?, segments = ?, cost_ore = ? WHERE id = ?"_s,
                recipients, segments, costOre, campaign),
        QString::number(campaign));
}

base::Result<void> CampaignRepository::setState(qint64 campaign, domain::CampaignState state,
                                                const domain::PauseReason &reason, qint64 atMs)
{
    using enum domain::CampaignState;
    const QVariant now(atMs);
    const QVariant started = state == Running ? now : QVariant();
    const QVariant finished = state == Finished || state == Cancelled ? now : QVariant();
    return changedOne(
        execute(m_database,
                u"UPDATE campaign SET state = ?, reason = ?, started_ms = coalesce(started_ms, ?), "
                "finished_ms = ? WHERE id = ?"_s,
                domain::identifier(state), domain::identifier(reason), started, finished, campaign),
        QString::number(campaign));
}

base::Result<void> CampaignRepository::renameAccount(const QString &from, const QString &to)
{
    return run(m_database, u"UPDATE campaign SET account = ? WHERE account = ?"_s, to, from);
}

base::Result<domain::Campaign> CampaignRepository::campaign(qint64 id)
{
    auto found = select(m_database, u"WHERE id = ? AND state <> ?"_s, id, planning);
    if (!found)
        return found.error();
    if (found->isEmpty())
        return base::Error{base::ErrorCode::NotFound, QString::number(id), {}};
    return found.value().takeFirst();
}

base::Result<QList<domain::Campaign>> CampaignRepository::campaigns()
{
    return select(m_database, u"WHERE state <> ? ORDER BY id DESC"_s, planning);
}

base::Result<QList<domain::Campaign>> CampaignRepository::withState(domain::CampaignState state)
{
    return select(m_database, u"WHERE state = ? ORDER BY id DESC"_s, domain::identifier(state));
}

base::Result<QList<domain::Skipped>> CampaignRepository::skipped(qint64 campaign)
{
    return rows<domain::Skipped>(
        m_database, u"SELECT row_number, input, reason, detail FROM skipped WHERE campaign = ? ORDER BY id"_s,
        [](const Statement &row) -> domain::Skipped {
            const auto reason = base::valueOf<domain::SkipReason>(row.text(2));
            return {row.integer(0), row.text(1), reason.value_or(domain::SkipReason::NotANumber),
                    row.text(3)};
        },
        campaign);
}

base::Result<void> CampaignRepository::addHistory(const domain::HistoryEntry &entry)
{
    return run(m_database,
               u"INSERT INTO history (at_ms, who, campaign, what, detail) VALUES (?, ?, ?, ?, ?)"_s,
               entry.atMs, entry.who, entry.campaign, domain::identifier(entry.what),
               entry.reason == domain::PauseReason::None ? entry.detail : domain::identifier(entry.reason));
}

base::Result<QList<domain::HistoryEntry>> CampaignRepository::history(qint64 campaign)
{
    return rows<domain::HistoryEntry>(
        m_database,
        u"SELECT at_ms, who, campaign, what, detail FROM history WHERE campaign = ? ORDER BY id"_s,
        readHistory, campaign);
}

base::Result<qint64> CampaignRepository::largestCampaign(const QString &account, qint64 exceptCampaign)
{
    return selectTotal(m_database,
                       u"SELECT max(recipients) FROM campaign "
                       "WHERE account = ? AND id <> ? AND started_ms IS NOT NULL"_s,
                       account, exceptCampaign);
}

base::Result<qint64> CampaignRepository::segmentsSentSince(const QString &account, qint64 sinceMs)
{
    return selectTotal(m_database,
                       u"SELECT sum(segments) FROM begun_sms WHERE account = ? AND quarter >= ?"_s, account,
                       sinceMs / quarterMs);
}

base::Result<qint64> CampaignRepository::repeatedSince(qint64 campaign, qint64 sinceMs)
{
    using domain::MessageState;
    QList<MessageState> others = domain::allMessageStates();
    others.removeIf(
        [](MessageState state) { return state == MessageState::Scheduled || state == MessageState::Queued; });
    // Not those that the gateway has refused, nor those taken back before they were sent. What else went to
    // these numbers is gathered once, however many messages share a number: no index of theirs is to be used.
    // PostgreSQL takes "in two states" for few rows, and would gather it once for each; "not in the others"
    // for many.
    const auto count = selectNumber(
        m_database,
        u"SELECT count(*) FROM message WHERE campaign = ? AND state NOT IN (%3) AND (%1, %2) IN "
        "(SELECT number, text FROM message WHERE number IN (SELECT number FROM message WHERE campaign = ?) "
        "AND campaign <> ? AND begun_ms >= ? AND state NOT IN (?, ?))"_s.arg(
            m_database.dialect().unindexed(u"number"_s), m_database.dialect().unindexed(u"text"_s),
            stateList(others)),
        campaign, campaign, campaign, sinceMs, MessageState::Refused, MessageState::Cancelled);
    if (!count)
        return count.error();
    return count->value_or(0);
}

base::Result<qint64> CampaignRepository::groupRequestsSince(qint64 campaign, qint64 sinceMs)
{
    using domain::Verdict;
    const auto count = selectNumber(
        m_database,
        u"SELECT count(*) FROM attempt JOIN campaign AS other ON other.id = attempt.campaign "
        "JOIN campaign AS own ON own.id = ? WHERE other.id <> own.id AND own.mode = ? "
        "AND other.mode = own.mode AND other.account = own.account "
        "AND other.gateway_group = own.gateway_group AND other.text = own.text AND attempt.started_ms >= ? "
        "AND (attempt.verdict IS NULL OR attempt.verdict IN (?, ?, ?))"_s,
        campaign, domain::SendMode::GatewayGroup, sinceMs, identifier(Verdict::Accepted),
        identifier(Verdict::Uncertain), identifier(Verdict::UncertainAndPause));
    if (!count)
        return count.error();
    return count->value_or(0);
}

} // namespace storage
