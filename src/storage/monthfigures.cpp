// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/monthfigures.h"

#include "domain/unsent.h"
#include "storage/statelist.h"
#include "storage/statement.h"

#include <QMap>

namespace storage {
using namespace Qt::StringLiterals;
using domain::MessageState;

namespace {

using Key = std::pair<qint64, QString>; // campaign and sender

// Those of a row that begins with a campaign, a sender and the campaign's name.
SentFigures &figuresOf(const Statement &row, QMap<Key, SentFigures> &all)
{
    SentFigures &figures = all[{row.number(0), row.text(1)}];
    figures.campaign = row.number(0);
    figures.sender = row.text(1);
    figures.name = row.text(2);
    return figures;
}

base::Result<void> countSent(Database &database, qint64 fromMs, qint64 untilMs, QMap<Key, SentFigures> &all)
{
    const QString unsent = stateList(domain::unsentStates());
    const QString failed = stateList({MessageState::Failed, MessageState::Refused});
    const auto counted = forEachRow(
        database,
        u"SELECT campaign.id, coalesce(nullif(message.sender, ''), campaign.sender) AS shown, "
        "campaign.name, count(*), "
        "sum(CASE WHEN message.state IN (%1) THEN 0 ELSE message.segments END), "
        "sum(CASE WHEN message.state = %2 THEN 1 ELSE 0 END), "
        "sum(CASE WHEN message.state IN (%3) THEN 1 ELSE 0 END), campaign.cost_ore, campaign.segments "
        "FROM message JOIN campaign ON campaign.id = message.campaign "
        "WHERE begun_ms >= ? AND begun_ms < ? GROUP BY campaign.id, shown"_s.arg(
            unsent, stateList({MessageState::Delivered}), failed),
        [&all](const Statement &row) {
            SentFigures &figures = figuresOf(row, all);
            figures.messages = row.number(3);
            figures.segments = row.number(4);
            figures.delivered = row.number(5);
            figures.failed = row.number(6);
            const auto cost = row.optionalNumber(7);
            if (cost && row.number(8) > 0) // the plan's price for one SMS
                figures.costOre = *cost * figures.segments / row.number(8);
        },
        fromMs, untilMs);
    return counted;
}

base::Result<void> countOptOuts(Database &database, qint64 fromMs, qint64 untilMs,
                                QMap<Key, SentFigures> &all)
{
    return forEachRow(
        database,
        u"SELECT coalesce(last.campaign, 0), coalesce(nullif(last.sender, ''), campaign.sender, ''), "
        u"coalesce(campaign.name, ''), count(*) "
        "FROM opt_out_history AS out LEFT JOIN message AS last ON last.id = "
        "(SELECT max(id) FROM message WHERE message.number = out.number AND begun_ms <= out.at_ms) "
        "LEFT JOIN campaign ON campaign.id = last.campaign "
        "WHERE out.at_ms >= ? AND out.at_ms < ? AND out.what = 'added' GROUP BY 1, 2, 3"_s,
        [&all](const Statement &row) { figuresOf(row, all).optOuts = row.number(3); }, fromMs, untilMs);
}

} // namespace

base::Result<QList<SentFigures>> sentFigures(Database &database, qint64 fromMs, qint64 untilMs)
{
    QMap<Key, SentFigures> all;
    if (auto sent = countSent(database, fromMs, untilMs, all); !sent)
        return sent.error();
    if (auto out = countOptOuts(database, fromMs, untilMs, all); !out)
        return out.error();
    return all.values();
}

base::Result<qint64> unsentSegments(Database &database, qint64 campaign)
{
    return selectTotal(database,
                       u"SELECT sum(segments) FROM message WHERE campaign = ? AND "
                       "(begun_ms IS NULL OR state IN (%1))"_s.arg(stateList(domain::unsentStates())),
                       campaign);
}

} // namespace storage
