// SPDX-License-Identifier: GPL-3.0-or-later
// Campaigns that wait for their time and series that repeat, by when they begin next; and their times.
#pragma once

#include "domain/campaign.h"
#include "models/table.h"

#include <QDate>
#include <QMap>

#include <optional>

namespace models {

class PlannedModel final : public StoredTable
{
    Q_OBJECT
public:
    enum Column { When, Name, HowOften, Recipients, ColumnCount };

    using StoredTable::StoredTable;

    void refresh(qint64 nowMs);
    // The times of this day alone; nullopt: each campaign once, with its next time.
    void setDay(std::optional<QDate> day);
    const domain::Campaign &campaign(int row) const { return m_rows.at(row).campaign; }
    // How many begin on each day of a month, in local time.
    QMap<QDate, int> timesIn(int year, int month) const;
    bool isEmpty() const { return m_waiting.isEmpty(); } // whatever day is shown

private:
    struct Row
    {
        domain::Campaign campaign;
        std::optional<qint64> atMs; // absent: a paused series
    };
    qsizetype rows() const override { return m_rows.size(); }
    int columns() const override { return ColumnCount; }
    QVariant cell(int row, int column, int role) const override;
    QStringList titles() const override;
    bool isFigure(int column) const override { return column == Recipients; }
    void arrange() override; // by nothing chosen, the next one first
    QString when(const Row &row) const;

    qint64 m_nowMs = 0;
    std::optional<QDate> m_day;
    QList<domain::Campaign> m_waiting;
    QList<Row> m_rows;
};

} // namespace models
