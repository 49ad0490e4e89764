// SPDX-License-Identifier: GPL-3.0-or-later
// Who has written to us, the newest first, with what was said last and how much of it is unread.
#pragma once

#include "models/list.h"
#include "storage/inboxrepository.h"

namespace models {

class ConversationModel final : public List
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

    using List::List;

    void refresh();
    // Every word somewhere in name, number or anything they wrote; empty: all.
    void setSearch(const QString &search);
    qint64 unread() const { return m_unread; } // messages, of all conversations
    int rowOf(const QString &number) const;    // -1: not shown
    void setArchive(bool archived);            // else what is in the inbox
    bool hasAny() const { return m_hasAny; }   // on either shelf, whatever is searched for

private:
    qsizetype rows() const override { return m_rows.size(); }
    QVariant value(int place, int role) const override;

    QList<storage::Conversation> m_rows;
    QString m_search;
    bool m_archive = false;
    bool m_hasAny = false;
    qint64 m_unread = 0;
};

} // namespace models
