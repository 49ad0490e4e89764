// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/skippedmodel.h"

#include "engine/sendwording.h"

#include <algorithm>

namespace models {

SkippedModel::SkippedModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void SkippedModel::setRows(const QList<domain::Skipped> &rows)
{
    beginResetModel();
    m_rows = rows;
    filter();
    endResetModel();
}

void SkippedModel::search(const QString &text)
{
    beginResetModel();
    m_search = text.trimmed();
    filter();
    endResetModel();
}

void SkippedModel::filter()
{
    m_shown.clear();
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const domain::Skipped &row = m_rows.at(i);
        const QString words[] = {row.name, row.source, row.input, engine::wording::whyLeftOut(row)};
        if (m_search.isEmpty() ||
            std::any_of(std::begin(words), std::end(words),
                        [this](const QString &word) { return word.contains(m_search, Qt::CaseInsensitive); }))
            m_shown.append(i);
    }
}

bool SkippedModel::isCorrectable(const domain::Skipped &skipped)
{
    using domain::SkipReason;
    switch (skipped.reason) {
    case SkipReason::Empty:
    case SkipReason::NotANumber:
    case SkipReason::TooShort:
    case SkipReason::TooLong:
    case SkipReason::ScientificNotation:
    case SkipReason::InvalidCountry:
        return true;
    default:
        return false;
    }
}

int SkippedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int SkippedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SkippedModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_shown.size())
        return {};
    const domain::Skipped &row = skipped(index.row());
    if (role == Qt::EditRole && index.column() == Value)
        return row.input;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Name:
        return row.name;
    case Source:
        return row.source.isEmpty() ? tr("typed") : row.source;
    case Row:
        return row.row > 0 ? QVariant(row.row) : QVariant();
    case Value:
        return row.input;
    case Why:
        return engine::wording::whyLeftOut(row);
    default:
        return {};
    }
}

bool SkippedModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString number = value.toString().trimmed();
    if (role != Qt::EditRole || !index.isValid() || number.isEmpty() ||
        number == skipped(index.row()).input.trimmed())
        return false;
    Q_EMIT retyped(skipped(index.row()), number);
    return true;
}

Qt::ItemFlags SkippedModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool editable = index.isValid() && index.column() == Value && isCorrectable(skipped(index.row()));
    return editable ? flags | Qt::ItemIsEditable : flags;
}

void SkippedModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

QVariant SkippedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Source:
        return tr("List");
    case Row:
        return tr("Row");
    case Value:
        return tr("Original value");
    case Why:
        return tr("Reason");
    default:
        return {};
    }
}

} // namespace models
