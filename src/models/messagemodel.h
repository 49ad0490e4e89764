// SPDX-License-Identifier: GPL-3.0-or-later
// Messages as table rows, of one campaign or of the whole log, read page by page as they are needed.
#pragma once

#include "domain/message.h"
#include "storage/journal.h"

#include <QAbstractTableModel>

namespace models {

QString sinceInWords(qint64 ms); // today: the time alone

class MessageModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Number, Name, Text, State, Since, Reason, ColumnCount };
    enum Role { StateRole = Qt::UserRole, IdRole, CampaignRole };

    explicit MessageModel(storage::Database &reader, QObject *parent = nullptr);

    // Begins again from the first page.
    void setFilter(const storage::MessageFilter &filter);
    const storage::MessageFilter &filter() const { return m_filter; }
    // Reads the loaded rows again; those that changed are announced, selection and place stay.
    void refresh();
    const domain::Message &message(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void readFailed(const base::Error &error);

private:
    QList<domain::Message> page(qint64 afterId, int limit);
    QString text(const domain::Message &message, int column) const;

    storage::Database &m_reader;
    storage::MessageFilter m_filter;
    QList<domain::Message> m_rows;
    bool m_complete = false; // no further page
};

} // namespace models
