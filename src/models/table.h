// SPDX-License-Identifier: GPL-3.0-or-later
// A table of rows: what all such models say in the same way of their size, their headers and their order.
#pragma once

#include "base/result.h"
#include "storage/database.h"

#include <QAbstractTableModel>

#include <algorithm>

namespace models {

class Table : public QAbstractTableModel
{
    Q_OBJECT
public:
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override; // -1: the model's own order
    void retranslate();

Q_SIGNALS:
    void readFailed(const base::Error &error);

protected:
    using QAbstractTableModel::QAbstractTableModel;

    virtual qsizetype rows() const = 0;
    virtual int columns() const = 0;
    virtual QVariant cell(int row, int column, int role) const = 0; // of one that there is
    virtual QStringList titles() const = 0;                         // of the columns, in their order
    virtual bool isFigure(int) const { return false; }              // so that its title and cells stand right
    virtual void arrange() {}                                       // the chosen order has changed

    // What has been read goes into its place; false: it could not be read, which readFailed tells.
    template <typename Found>
    bool take(base::Result<Found> read, Found &into)
    {
        if (!read) {
            Q_EMIT readFailed(read.error());
            return false;
        }
        into = std::move(read).value();
        return true;
    }

    int sortColumn() const { return m_sortColumn; }
    // By isBefore(a, b), which goes by the chosen column; equal ones stay as they are.
    template <typename Rows, typename Before>
    void inChosenOrder(Rows &rows, const Before &isBefore) const
    {
        std::stable_sort(rows.begin(), rows.end(), [&](const auto &a, const auto &b) {
            return m_sortOrder == Qt::AscendingOrder ? isBefore(a, b) : isBefore(b, a);
        });
    }

private:
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

// One that is read from the database.
class StoredTable : public Table
{
    Q_OBJECT
public:
    explicit StoredTable(storage::Database &reader, QObject *parent = nullptr);

protected:
    storage::Database &m_reader;
};

} // namespace models
