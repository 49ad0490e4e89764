// SPDX-License-Identifier: GPL-3.0-or-later
// A list that is read from the database: what all such models say in the same way. Tables have Table.
#pragma once

#include "base/result.h"
#include "storage/database.h"

#include <QAbstractListModel>

namespace models {

class List : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit List(storage::Database &reader, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void readFailed(const base::Error &error);

protected:
    virtual qsizetype rows() const = 0;
    virtual QVariant value(int place, int role) const = 0; // of one that there is

    storage::Database &m_reader;
};

} // namespace models
