// SPDX-License-Identifier: GPL-3.0-or-later
// Contacts of a group or a search as a table, read a page at a time by key.
#pragma once

#include "models/table.h"
#include "storage/contactrepository.h"

namespace models {

QString chosenContactsType(); // of what is dragged: the contacts that are chosen in the table

class ContactModel final : public StoredTable
{
    Q_OBJECT
public:
    enum Column { Name, Number, Groups, OptedOut, OwnFields }; // the user's own fields follow

    using StoredTable::StoredTable;

    void setFilter(const storage::ContactFilter &filter); // its order and page are the model's
    void refresh();                                       // reads again as many rows as were shown
    qint64 total() const { return m_total; }
    const domain::Contact &contact(int row) const { return m_rows.at(row); }
    const storage::ContactFilter &filter() const { return m_filter; }

    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *
    mimeData(const QModelIndexList &indexes) const override; // a mark alone: the chosen ones are meant
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override; // -1: by name

private:
    qsizetype rows() const override { return m_rows.size(); }
    int columns() const override { return OwnFields + static_cast<int>(m_fields.size()); }
    QVariant cell(int row, int column, int role) const override;
    QStringList titles() const override;
    void read(int rows);
    QString text(const domain::Contact &contact, int column) const;

    storage::ContactFilter m_filter;
    QStringList m_fields;
    QList<domain::Contact> m_rows;
    qint64 m_total = 0;
};

} // namespace models
