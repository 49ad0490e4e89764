// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table.h"

namespace models {

int Table::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows());
}

int Table::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns();
}

QVariant Table::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rows())
        return {};
    if (role == Qt::TextAlignmentRole && isFigure(index.column()))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return cell(index.row(), index.column(), role);
}

QVariant Table::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && isFigure(section))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? titles().value(section) : QVariant();
}

void Table::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
}

void Table::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns() - 1);
}

StoredTable::StoredTable(storage::Database &reader, QObject *parent)
    : Table(parent)
    , m_reader(reader)
{
}

} // namespace models
