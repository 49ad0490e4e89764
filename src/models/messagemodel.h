// SPDX-License-Identifier: GPL-3.0-or-later
// A campaign's messages as table rows, read page by page as they are needed.
#pragma once

#include "models/messagerows.h"
#include "storage/journal.h"

namespace models {

class MessageModel final : public MessageRows
{
    Q_OBJECT
public:
    enum Column { Number, Name, Text, State, Since, Reason };

    explicit MessageModel(storage::Database &reader, QObject *parent = nullptr);

    // Begins again from the first page.
    void setFilter(const storage::MessageFilter &filter);
    const storage::MessageFilter &filter() const { return m_filter; }
    // Reads the loaded rows again; those that changed are announced, selection and place stay.
    void refresh();

    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override; // -1: as they were planned

private:
    QList<domain::Message> page(const QList<domain::Message> &behind, int limit);

    storage::Database &m_reader;
    storage::MessageFilter m_filter;
    bool m_complete = false; // no further page
};

} // namespace models
