// SPDX-License-Identifier: GPL-3.0-or-later
// Contacts of a group or a search as a table, read a page at a time by key.
#pragma once

#include "storage/contactrepository.h"

#include <QAbstractTableModel>

namespace models {

QString chosenContactsType(); // of what is dragged: the contacts that are chosen in the table

class ContactModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Number, Groups, OptedOut, OwnFields }; // the user's own fields follow

    explicit ContactModel(storage::Database &reader, QObject *parent = nullptr);

    void setFilter(const storage::ContactFilter &filter); // its order and page are the model's
    void refresh();                                       // reads again as many rows as were shown
    qint64 total() const { return m_total; }
    const domain::Contact &contact(int row) const { return m_rows.at(row); }
    const storage::ContactFilter &filter() const { return m_filter; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *
    mimeData(const QModelIndexList &indexes) const override; // a mark alone: the chosen ones are meant
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override; // -1: by name

Q_SIGNALS:
    void readFailed(const base::Error &error);

private:
    void read(int rows);
    QString text(const domain::Contact &contact, int column) const;

    storage::Database &m_reader;
    storage::ContactFilter m_filter;
    QStringList m_fields;
    QList<domain::Contact> m_rows;
    qint64 m_total = 0;
};

} // namespace models
