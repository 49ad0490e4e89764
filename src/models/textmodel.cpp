// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/textmodel.h"

namespace models {

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

QVariant TextModel::value(int place, int role) const
{
    const storage::SavedText &text = m_rows.at(place);
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
