// SPDX-License-Identifier: GPL-3.0-or-later
// Campaigns as table rows, the newest first, with how far each has come.
#pragma once

#include "domain/progress.h"
#include "models/table.h"

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

// How far it has come: nothing yet while all of it waits for its time.
domain::Progress begun(const domain::Campaign &campaign);

class CampaignModel final : public StoredTable
{
    Q_OBJECT
public:
    enum Column { Name, State, Recipients, Done, Created, ColumnCount };
    enum Role { IdRole = Qt::UserRole, ProgressRole }; // the latter a domain::Progress

    using StoredTable::StoredTable;
    void setFilter(const CampaignFilter &filter);
    void refresh();
    bool isEmpty() const { return m_all.isEmpty(); } // whatever is filtered out
    const domain::Campaign &campaign(int row) const { return m_rows.at(row); }

private:
    qsizetype rows() const override { return m_rows.size(); }
    int columns() const override { return ColumnCount; }
    QVariant cell(int row, int column, int role) const override;
    QStringList titles() const override;
    bool isFigure(int column) const override { return column == Recipients; }
    void arrange() override { refresh(); }
    QList<domain::Campaign> chosen() const;

    CampaignFilter m_filter;
    QList<domain::Campaign> m_all;
    QList<domain::Campaign> m_rows;
};

} // namespace models
