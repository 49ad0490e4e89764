// SPDX-License-Identifier: GPL-3.0-or-later
// Campaigns that wait for their time and series that repeat, by when they begin next; and their times.
#pragma once

#include "domain/campaign.h"
#include "storage/database.h"

#include <QAbstractTableModel>
#include <QDate>
#include <QMap>

#include <optional>

namespace models {

class PlannedModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { When, Name, HowOften, Recipients, ColumnCount };

    explicit PlannedModel(storage::Database &reader, QObject *parent = nullptr);

    void refresh(qint64 nowMs);
    // The times of this day alone; nullopt: each campaign once, with its next time.
    void setDay(std::optional<QDate> day);
    const domain::Campaign &campaign(int row) const { return m_rows.at(row).campaign; }
    // How many begin on each day of a month, in local time.
    QMap<QDate, int> timesIn(int year, int month) const;
    bool isEmpty() const { return m_waiting.isEmpty(); } // whatever day is shown

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override; // -1: the next one first

Q_SIGNALS:
    void readFailed(const base::Error &error);

private:
    struct Row
    {
        domain::Campaign campaign;
        std::optional<qint64> atMs; // absent: a paused series
    };
    void arrange();
    QString when(const Row &row) const;

    storage::Database &m_reader;
    qint64 m_nowMs = 0;
    std::optional<QDate> m_day;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    QList<domain::Campaign> m_waiting;
    QList<Row> m_rows;
};

} // namespace models
