// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/skippedmodel.h"

#include "base/oneof.h"
#include "engine/sendwording.h"
#include "engine/wording.h"
#include "phone/phonenumber.h"
#include "storage/folding.h"

#include <algorithm>

namespace models {

void SkippedModel::setRows(const QList<domain::Skipped> &rows)
{
    reset([&] { m_rows = rows; });
}

namespace {

QString keyOf(const domain::Skipped &row)
{
    return row.source + QLatin1Char('\n') + QString::number(row.row) + QLatin1Char('\n') + row.input;
}

} // namespace

QString SkippedModel::shownValue(const domain::Skipped &row) const
{
    return m_typed.value(keyOf(row), row.input);
}

QString SkippedModel::why(const domain::Skipped &row) const
{
    const auto typed = m_typed.constFind(keyOf(row));
    const auto error = typed == m_typed.constEnd() ? phone::NumberError::None : phone::parse(*typed).error;
    return error == phone::NumberError::None ? engine::wording::whyLeftOut(row)
                                             : engine::wording::skipReason(domain::skipReason(error));
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
    // A number, but perhaps not theirs. Who is in a group has no row.
    if (skipped.row > 0 && base::isOneOf(skipped.reason, SkipReason::Removed, SkipReason::CountryNotAllowed))
        return true;
    if (skipped.reason == SkipReason::Duplicate) // one of several that look alike, where they were typed
        return skipped.row > 0 && !skipped.source.isEmpty();
    return base::isOneOf(skipped.reason, SkipReason::Empty, SkipReason::NotANumber, SkipReason::TooShort,
                         SkipReason::TooLong, SkipReason::ScientificNotation, SkipReason::InvalidCountry);
}

QVariant SkippedModel::cell(int row, int column, int role) const
{
    const domain::Skipped &out = skipped(row);
    if (role == Qt::EditRole && column == Value)
        return shownValue(out);
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
        return shownValue(out);
    case Why:
        return why(out);
    default:
        return {};
    }
}

bool SkippedModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString number = value.toString().trimmed();
    if (role != Qt::EditRole || !index.isValid() || number.isEmpty() ||
        number == shownValue(skipped(index.row())).trimmed())
        return false;
    m_typed.insert(keyOf(skipped(index.row())), number);
    Q_EMIT dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(ColumnCount - 1));
    if (phone::parse(number).error != phone::NumberError::None)
        return true; // it stays left out, and says why
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
