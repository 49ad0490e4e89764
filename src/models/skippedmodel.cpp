// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/skippedmodel.h"

#include "base/oneof.h"
#include "engine/sendwording.h"
#include "storage/folding.h"

#include <algorithm>

namespace models {

void SkippedModel::setRows(const QList<domain::Skipped> &rows)
{
    reset([&] { m_rows = rows; });
}

bool SkippedModel::has(qsizetype place, const QString &text) const
{
    const domain::Skipped &row = m_rows.at(place);
    const QString words[] = {row.name, row.source, row.input, engine::wording::whyLeftOut(row)};
    return std::any_of(std::begin(words), std::end(words),
                       [&text](const QString &word) { return word.contains(text, Qt::CaseInsensitive); });
}

QString SkippedModel::sortKey(qsizetype place, int column) const
{
    const domain::Skipped &row = m_rows.at(place);
    switch (column) {
    case Row:
        return QString::number(row.row).rightJustified(9, u'0');
    case Name:
        return storage::sortKey(row.name);
    case Source:
        return storage::sortKey(row.source);
    case Value:
        return row.input;
    default:
        return engine::wording::whyLeftOut(row);
    }
}

bool SkippedModel::isCorrectable(const domain::Skipped &skipped)
{
    using domain::SkipReason;
    return base::isOneOf(skipped.reason, SkipReason::Empty, SkipReason::NotANumber, SkipReason::TooShort,
                         SkipReason::TooLong, SkipReason::ScientificNotation, SkipReason::InvalidCountry);
}

QVariant SkippedModel::cell(int row, int column, int role) const
{
    const domain::Skipped &out = skipped(row);
    if (role == Qt::EditRole && column == Value)
        return out.input;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Name:
        return out.name;
    case Source:
        return out.source.isEmpty() ? tr("typed") : out.source;
    case Row:
        return out.row > 0 ? QVariant(out.row) : QVariant();
    case Value:
        return out.input;
    case Why:
        return engine::wording::whyLeftOut(out);
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
    const Qt::ItemFlags flags = Table::flags(index);
    const bool editable = index.isValid() && index.column() == Value && isCorrectable(skipped(index.row()));
    return editable ? flags | Qt::ItemIsEditable : flags;
}

QStringList SkippedModel::titles() const
{
    return {tr("Name"), tr("List"), tr("Row"), tr("Original value"), tr("Reason")};
}

} // namespace models
