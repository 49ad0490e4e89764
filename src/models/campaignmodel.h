// SPDX-License-Identifier: GPL-3.0-or-later
// Campaigns as table rows, the newest first, with how far each has come.
#pragma once

#include "domain/progress.h"
#include "storage/database.h"

#include <QAbstractTableModel>

namespace models {

// Which campaigns are listed. The archived ones are in none of them but their own.
struct CampaignFilter
{
    enum Which { Current, Waiting, UnderWay, Planned, Ended, Archived };
    Which which = Current;             // Waiting: for a person
    std::optional<qint64> series = {}; // its runs alone
    QString search = {};               // every word somewhere in name, sender or text; empty: all

    bool operator==(const CampaignFilter &) const = default;
};

class CampaignModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, State, Recipients, Done, Created, ColumnCount };
    enum Role { IdRole = Qt::UserRole, ProgressRole }; // the latter a domain::Progress

    explicit CampaignModel(storage::Database &reader, QObject *parent = nullptr);
    void setFilter(const CampaignFilter &filter);
    void refresh();
    bool isEmpty() const { return m_all.isEmpty(); } // whatever is filtered out
    const domain::Campaign &campaign(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override; // -1: the newest first
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void readFailed(const base::Error &error);

private:
    QList<domain::Campaign> chosen() const;

    storage::Database &m_reader;
    CampaignFilter m_filter;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    QList<domain::Campaign> m_all;
    QList<domain::Campaign> m_rows;
};

} // namespace models
