// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list.h"

namespace models {

List::List(storage::Database &reader, QObject *parent)
    : QAbstractListModel(parent)
    , m_reader(reader)
{
}

int List::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows());
}

QVariant List::data(const QModelIndex &index, int role) const
{
    return index.isValid() && index.row() < rows() ? value(index.row(), role) : QVariant();
}

} // namespace models
