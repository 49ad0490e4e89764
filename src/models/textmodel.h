// SPDX-License-Identifier: GPL-3.0-or-later
// Saved texts as a list, by name.
#pragma once

#include "storage/textrepository.h"

#include <QAbstractListModel>

namespace models {

class TextModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit TextModel(storage::Database &reader, QObject *parent = nullptr);

    void refresh();
    const storage::SavedText &text(int row) const { return m_rows.at(row); }
    int rowOf(const QString &name) const; // -1: none has it

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void readFailed(const base::Error &error);

private:
    storage::Database &m_reader;
    QList<storage::SavedText> m_rows;
};

} // namespace models
