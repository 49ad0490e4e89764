// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plannedmodel.h"

#include "engine/language.h"
#include "engine/timetable.h"
#include "engine/wording.h"
#include "models/when.h"
#include "storage/campaignrepository.h"

#include <QDateTime>

#include <algorithm>
#include <limits>

namespace models {

namespace {

qint64 startOf(QDate day)
{
    return day.startOfDay().toMSecsSinceEpoch();
}

} // namespace

void PlannedModel::refresh(qint64 nowMs)
{
    m_nowMs = nowMs;
    QList<domain::Campaign> waiting;
    for (const domain::CampaignState state :
         {domain::CampaignState::Planned, domain::CampaignState::Paused}) {
        QList<domain::Campaign> found;
        if (!take(storage::CampaignRepository(m_reader).withState(state), found))
            return;
        for (const domain::Campaign &campaign : std::as_const(found)) {
            const bool planned = state == domain::CampaignState::Planned && campaign.startAtMs;
            if (planned || campaign.isSeries())
                waiting.append(campaign);
        }
    }
    m_waiting = waiting;
    arrange();
}

void PlannedModel::setDay(std::optional<QDate> day)
{
    m_day = day;
    arrange();
}

void PlannedModel::arrange()
{
    QList<Row> rows;
    for (const domain::Campaign &campaign : std::as_const(m_waiting)) {
        if (!m_day) {
            const bool waits = campaign.state == domain::CampaignState::Planned;
            rows.append({campaign, waits ? campaign.startAtMs : std::nullopt});
            continue;
        }
        for (const qint64 at : engine::timesOf(campaign, startOf(*m_day), startOf(m_day->addDays(1))))
            rows.append({campaign, at});
    }
    const auto isBefore = [this](const Row &a, const Row &b) {
        constexpr qint64 never = std::numeric_limits<qint64>::max();
        switch (sortColumn()) {
        case Name:
            return a.campaign.name.localeAwareCompare(b.campaign.name) < 0;
        case HowOften:
            return a.campaign.repeat < b.campaign.repeat;
        case Recipients:
            return a.campaign.recipients < b.campaign.recipients;
        default:
            return a.atMs.value_or(never) < b.atMs.value_or(never);
        }
    };
    inChosenOrder(rows, isBefore);
    const bool same = std::equal(
        rows.cbegin(), rows.cend(), m_rows.cbegin(), m_rows.cend(),
        [](const Row &a, const Row &b) { return a.campaign.id == b.campaign.id && a.atMs == b.atMs; });
    if (!same)
        beginResetModel();
    m_rows = rows;
    if (!same)
        endResetModel();
    else if (!rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QMap<QDate, int> PlannedModel::timesIn(int year, int month) const
{
    QMap<QDate, int> days;
    const QDate first(year, month, 1);
    for (const domain::Campaign &campaign : m_waiting) {
        for (const qint64 at : engine::timesOf(campaign, startOf(first), startOf(first.addMonths(1))))
            ++days[QDateTime::fromMSecsSinceEpoch(at).date()];
    }
    return days;
}

QString PlannedModel::when(const Row &row) const
{
    if (!row.atMs)
        return engine::wording::state(row.campaign.state);
    if (!row.campaign.approvedMs)
        return tr("%1, not approved", "a time").arg(models::when(*row.atMs));
    return *row.atMs < m_nowMs ? tr("%1, missed", "a time").arg(models::when(*row.atMs))
                               : models::when(*row.atMs);
}

QVariant PlannedModel::cell(int row, int column, int role) const
{
    const Row &planned = m_rows.at(row);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    switch (column) {
    case When:
        return when(planned);
    case Name:
        return planned.campaign.name;
    case HowOften:
        return engine::wording::repeat(planned.campaign.repeat);
    default:
        return engine::language::locale().toString(planned.campaign.recipients);
    }
}

QStringList PlannedModel::titles() const
{
    return {tr("When", "column"), tr("Campaign", "column"), tr("How often", "column"),
            tr("Recipients", "column")};
}

} // namespace models
