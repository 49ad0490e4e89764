// SPDX-License-Identifier: GPL-3.0-or-later
// Who has written to us, the newest first, with what was said last and how much of it is unread.
#pragma once

#include "storage/database.h"
#include "storage/inboxrepository.h"

#include <QAbstractListModel>

namespace models {

class ConversationModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        NumberRole = Qt::UserRole,
        NameRole,
        TextRole,
        TimeRole,
        UnreadRole,
        MayBeOptOutRole,
        IsContactRole,
        KnownRole
    }; // KnownRole: a name, not a number that stands for one

    explicit ConversationModel(storage::Database &reader, QObject *parent = nullptr);

    void refresh();
    // Every word somewhere in name, number or anything they wrote; empty: all.
    void setSearch(const QString &search);
    qint64 unread() const { return m_unread; } // messages, of all conversations
    int rowOf(const QString &number) const;    // -1: not shown
    void setArchive(bool archived);            // else what is in the inbox
    bool hasAny() const { return m_hasAny; }   // on either shelf, whatever is searched for

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void readFailed(const base::Error &error);

private:
    storage::Database &m_reader;
    QList<storage::Conversation> m_rows;
    QString m_search;
    bool m_archive = false;
    bool m_hasAny = false;
    qint64 m_unread = 0;
};

} // namespace models
