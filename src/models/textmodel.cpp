// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/textmodel.h"

namespace models {

TextModel::TextModel(storage::Database &reader, QObject *parent)
    : QAbstractListModel(parent)
    , m_reader(reader)
{
}

void TextModel::refresh()
{
    auto fresh = storage::TextRepository(m_reader).texts();
    if (!fresh) {
        Q_EMIT readFailed(fresh.error());
        return;
    }
    if (*fresh == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(fresh).value();
    endResetModel();
}

int TextModel::rowOf(const QString &name) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows.at(row).name == name)
            return row;
    }
    return -1;
}

int TextModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant TextModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const storage::SavedText &text = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text.name;
    case Qt::ToolTipRole:
        return text.text;
    default:
        return {};
    }
}

} // namespace models
