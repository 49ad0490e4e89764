// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/campaignmodel.h"

#include "engine/language.h"
#include "engine/wording.h"
#include "models/when.h"
#include "storage/campaignrepository.h"

#include <QCollator>

#include <algorithm>

namespace models {
using namespace Qt::StringLiterals;

namespace {

// "380 of 414 delivered · 7 failed · 2 uncertain"
QString doneInWords(const domain::Campaign &campaign)
{
    using domain::StateGroup;
    if (campaign.isSeries())
        return CampaignModel::tr("One campaign each time");
    if (campaign.state == domain::CampaignState::Planned && begun(campaign).total() == 0)
        return CampaignModel::tr("Not started");
    const domain::Progress progress(campaign);
    const QLocale locale = engine::language::locale();
    QStringList words;
    if (domain::Progress(campaign.counts).total() > 0) // a gateway group's members are not known
        words.append(
            CampaignModel::tr("%1 of %2 delivered")
                .arg(locale.toString(progress.of(StateGroup::Delivered)), locale.toString(progress.total())));
    for (const StateGroup group : domain::allStateGroups()) {
        const bool told = group == StateGroup::Delivered || group == StateGroup::UnderWay;
        if (!told && progress.of(group) > 0)
            words.append(engine::wording::count(group, progress.of(group)));
    }
    return words.join(u" · "_s);
}

bool waitsForPerson(const domain::Campaign &campaign)
{
    using domain::StateGroup;
    const domain::Progress progress(campaign);
    return campaign.state == domain::CampaignState::Paused || campaign.state == domain::CampaignState::Held ||
           progress.of(StateGroup::Uncertain) + progress.of(StateGroup::Duplicate) > 0;
}

bool isOf(CampaignFilter::Which which, const domain::Campaign &campaign)
{
    const bool archived = campaign.archived && campaign.hasEnded();
    if (archived || which == CampaignFilter::Archived)
        return archived && which == CampaignFilter::Archived;
    switch (which) {
    case CampaignFilter::Waiting:
        return waitsForPerson(campaign);
    case CampaignFilter::UnderWay:
        return domain::Progress(campaign).of(domain::StateGroup::UnderWay) > 0 &&
               campaign.state != domain::CampaignState::Planned;
    case CampaignFilter::Planned:
        return campaign.state == domain::CampaignState::Planned;
    case CampaignFilter::Ended:
        return campaign.hasEnded();
    default:
        return true;
    }
}

bool holds(const domain::Campaign &campaign, const QStringList &words)
{
    const QString where = campaign.name + u'\n' + campaign.sender + u'\n' + campaign.text;
    return std::all_of(words.begin(), words.end(),
                       [&where](const QString &word) { return where.contains(word, Qt::CaseInsensitive); });
}

bool isBefore(const domain::Campaign &a, const domain::Campaign &b, int column, const QCollator &collator)
{
    const domain::Progress first(a);
    const domain::Progress second(b);
    switch (column) {
    case CampaignModel::Name:
        return collator.compare(a.name, b.name) < 0;
    case CampaignModel::State:
        return a.state < b.state;
    case CampaignModel::Recipients:
        return first.total() < second.total();
    case CampaignModel::Done: { // the share that was delivered
        using domain::StateGroup;
        return first.of(StateGroup::Delivered) * second.total() <
               second.of(StateGroup::Delivered) * first.total();
    }
    default:
        return a.createdMs < b.createdMs;
    }
}

} // namespace

domain::Progress begun(const domain::Campaign &campaign)
{
    const domain::Progress progress(campaign);
    const bool waits = campaign.state == domain::CampaignState::Planned &&
                       progress.of(domain::StateGroup::UnderWay) == progress.total();
    return waits ? domain::Progress(domain::StateCounts{}) : progress;
}

void CampaignModel::setFilter(const CampaignFilter &filter)
{
    m_filter = filter;
    refresh();
}

void CampaignModel::refresh()
{
    if (!take(storage::CampaignRepository(m_reader).campaigns(), m_all))
        return;
    const QList<domain::Campaign> rows = chosen();
    const auto sameId = [](const domain::Campaign &a, const domain::Campaign &b) { return a.id == b.id; };
    if (!std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(), m_rows.cend(), sameId)) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    m_rows = rows;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, ColumnCount - 1));
}

QList<domain::Campaign> CampaignModel::chosen() const
{
    QList<domain::Campaign> rows;
    const QStringList words = m_filter.search.split(u' ', Qt::SkipEmptyParts);
    for (const domain::Campaign &campaign : m_all) {
        const bool ours =
            m_filter.series ? campaign.series == m_filter.series : isOf(m_filter.which, campaign);
        if (ours && holds(campaign, words))
            rows.append(campaign);
    }
    if (sortColumn() >= 0) {
        QCollator collator(engine::language::locale());
        collator.setNumericMode(true);
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        inChosenOrder(rows, [this, &collator](const domain::Campaign &a, const domain::Campaign &b) {
            return isBefore(a, b, sortColumn(), collator);
        });
    }
    return rows;
}

QVariant CampaignModel::cell(int row, int column, int role) const
{
    const domain::Campaign &campaign = m_rows.at(row);
    if (role == IdRole)
        return campaign.id;
    if (role == ProgressRole)
        return QVariant::fromValue(begun(campaign));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const QLocale locale = engine::language::locale();
    switch (column) {
    case Name:
        return campaign.name;
    case State:
        return engine::wording::stateAndTime(campaign);
    case Recipients: // a series has none of its own, but those of its plan
        return locale.toString(campaign.isSeries() ? campaign.recipients
                                                   : domain::Progress(campaign).total());
    case Done:
        return doneInWords(campaign);
    case Created:
        return when(campaign.createdMs);
    default:
        return {};
    }
}

QStringList CampaignModel::titles() const
{
    return {tr("Campaign", "column"), tr("State", "column"), tr("Recipients", "column"),
            tr("Progress", "column"), tr("Created", "column")};
}

} // namespace models
