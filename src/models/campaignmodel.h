// SPDX-License-Identifier: GPL-3.0-or-later
// Campaigns as table rows, the newest first, with how far each has come.
#pragma once

#include "domain/progress.h"
#include "storage/database.h"

#include <QAbstractTableModel>

namespace models {

class CampaignModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, State, Recipients, Done, Created, ColumnCount };
    enum Role { IdRole = Qt::UserRole, ProgressRole }; // the latter a domain::Progress

    explicit CampaignModel(storage::Database &reader, QObject *parent = nullptr);
    void refresh();
    const domain::Campaign &campaign(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void readFailed(const base::Error &error);

private:
    storage::Database &m_reader;
    QList<domain::Campaign> m_rows;
};

} // namespace models
