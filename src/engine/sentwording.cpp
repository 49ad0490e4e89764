// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sentwording.h"

#include "engine/language.h"
#include "engine/monthreport.h"
#include "engine/sentences.h"

#include <algorithm>

namespace engine::wording {

namespace {

qint64 waiting(const domain::Campaign &campaign)
{
    using domain::MessageState;
    return campaign.counts.at(static_cast<size_t>(MessageState::Queued)) +
           campaign.counts.at(static_cast<size_t>(MessageState::Scheduled));
}

} // namespace

QStringList sentFacts(const domain::Campaign &campaign, std::optional<qint64> unsentSegments)
{
    const bool begun = campaign.startedMs || campaign.hasEnded();
    QStringList facts;
    if (begun && waiting(campaign) > 0)
        facts.append(Words::tr("%n not sent yet", "messages", static_cast<int>(waiting(campaign))));
    if (begun && !unsentSegments)
        return facts;
    const QLocale locale = language::locale();
    const qint64 all = campaign.segments;
    const qint64 sent = begun ? std::max<qint64>(0, all - *unsentSegments) : all;
    facts.append(sent < all ? Words::tr("%1 of %2 SMS sent").arg(locale.toString(sent), locale.toString(all))
                            : Words::tr("%1 SMS", "how many").arg(locale.toString(all)));
    if (campaign.costOre && all > 0)
        facts.append(Words::tr("about %1 kr").arg(kroner(*campaign.costOre * sent / all)));
    return facts;
}

} // namespace engine::wording
