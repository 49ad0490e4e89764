// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/campaignmodel.h"

#include "engine/language.h"
#include "engine/wording.h"
#include "models/when.h"
#include "storage/campaignrepository.h"

namespace models {
using namespace Qt::StringLiterals;

namespace {

// "380 of 414 delivered · 7 failed · 2 uncertain"
QString doneInWords(const domain::Progress &progress)
{
    using domain::StateGroup;
    const QLocale locale = engine::language::locale();
    QStringList words{
        CampaignModel::tr("%1 of %2 delivered")
            .arg(locale.toString(progress.of(StateGroup::Delivered)), locale.toString(progress.total()))};
    for (const StateGroup group : domain::allStateGroups()) {
        const bool told = group == StateGroup::Delivered || group == StateGroup::UnderWay;
        if (!told && progress.of(group) > 0)
            words.append(engine::wording::count(group, progress.of(group)));
    }
    return words.join(u" · "_s);
}

} // namespace

CampaignModel::CampaignModel(storage::Database &reader, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
{
}

void CampaignModel::refresh()
{
    auto fresh = storage::CampaignRepository(m_reader).campaigns();
    if (!fresh) {
        Q_EMIT readFailed(fresh.error());
        return;
    }
    bool sameRows = fresh->size() == m_rows.size();
    for (qsizetype i = 0; sameRows && i < m_rows.size(); ++i)
        sameRows = m_rows[i].id == fresh->at(i).id;
    if (!sameRows) {
        beginResetModel();
        m_rows = std::move(fresh).value();
        endResetModel();
        return;
    }
    m_rows = std::move(fresh).value();
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, ColumnCount - 1));
}

int CampaignModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CampaignModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CampaignModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const domain::Campaign &campaign = m_rows.at(index.row());
    if (role == IdRole)
        return campaign.id;
    const domain::Progress progress(campaign);
    if (role == ProgressRole)
        return QVariant::fromValue(progress);
    if (role == Qt::TextAlignmentRole && index.column() == Recipients)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const QLocale locale = engine::language::locale();
    switch (index.column()) {
    case Name:
        return campaign.name;
    case State:
        return engine::wording::state(campaign.state);
    case Recipients:
        return locale.toString(progress.total());
    case Done:
        return doneInWords(progress);
    case Created:
        return when(campaign.createdMs);
    default:
        return {};
    }
}

QVariant CampaignModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Campaign", "column");
    case State:
        return tr("State", "column");
    case Recipients:
        return tr("Recipients", "column");
    case Done:
        return tr("Progress", "column");
    case Created:
        return tr("Created", "column");
    default:
        return {};
    }
}

} // namespace models
