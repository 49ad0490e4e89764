// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with the conversations of the inbox beside answering: keeps their files, puts them away,
// makes a contact of who wrote.
#pragma once

#include "base/result.h"
#include "gui/context.h"
#include "gui/sentence.h"

#include <QObject>

class QWidget;

namespace gui {

class ContactActions;
class ContactChanges;

class InboxActions final : public QObject
{
    Q_OBJECT
public:
    InboxActions(Context &context, QWidget *page);

    // Which counters of the gateway never came; empty: none is missing.
    QString gapsInWords() const;
    void markAllRead();
    void setArchived(const QString &number, bool archived); // a conversation
    void saveAsContact(const QString &number, const QString &name);
    // Nothing that a stranger sent opens by itself: it is saved where the person says, under a safe name.
    void saveFiles(qint64 inbound);

Q_SIGNALS:
    void changed();
    void failed(const gui::Sentence &why);
    void announced(const gui::Sentence &sentence);

private:
    Context &m_context;
    QWidget *m_page;
    ContactChanges *m_changes;
    ContactActions *m_contacts;
};

} // namespace gui
