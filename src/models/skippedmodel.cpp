// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/skippedmodel.h"

#include "engine/sendwording.h"
#include "storage/folding.h"

#include <algorithm>

namespace models {

SkippedModel::SkippedModel(QObject *parent)
    : Table(parent)
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
    const auto key = [this](qsizetype place) {
        const domain::Skipped &row = m_rows.at(place);
        return sortColumn() == Row      ? QString::number(row.row).rightJustified(9, u'0')
               : sortColumn() == Name   ? storage::sortKey(row.name)
               : sortColumn() == Source ? storage::sortKey(row.source)
               : sortColumn() == Value  ? row.input
                                        : engine::wording::whyLeftOut(row);
    };
    if (sortColumn() >= 0)
        inChosenOrder(m_shown, [&key](qsizetype a, qsizetype b) { return key(a) < key(b); });
}

void SkippedModel::arrange()
{
    beginResetModel();
    filter();
    endResetModel();
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
