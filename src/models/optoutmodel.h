// SPDX-License-Identifier: GPL-3.0-or-later
// Who must not be written to, as a table.
#pragma once

#include "storage/optoutrepository.h"

#include <QAbstractTableModel>

namespace models {

class OptOutModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Number, Since, How, ColumnCount };

    explicit OptOutModel(storage::Database &reader, QObject *parent = nullptr);

    void refresh();
    void setSearch(const QString &digits); // numbers that hold them; empty: all
    const domain::OptOut &optOut(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override; // -1: as they are stored
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void readFailed(const base::Error &error);

private:
    void arrange();

    storage::Database &m_reader;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    QString m_search;
    QList<domain::OptOut> m_rows;
};

} // namespace models
