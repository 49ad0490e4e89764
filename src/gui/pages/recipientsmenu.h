// SPDX-License-Identifier: GPL-3.0-or-later
// What can become a recipient without its number being typed: lists, groups, contacts.
#pragma once

#include "domain/contact.h"
#include "engine/drafts.h"
#include "gui/context.h"
#include "gui/widgets/recipientsedit.h"

#include <QMenu>

namespace gui {

// One chip each; of more than a few, one chip for all.
void addContacts(const QList<domain::Contact> &contacts, RecipientsEdit &edit);

// Of the chips.
engine::Recipients recipientsOf(const RecipientsEdit &edit);
// What its typed numbers are called, by the number.
QHash<QString, QString> namesOf(const RecipientsEdit &edit);
// In place of the chips.
void setRecipients(const engine::StoredDraft &stored, RecipientsEdit &edit);

// A list's path; empty: none was chosen.
QString askForList(QWidget *parent);

class RecipientsMenu final : public QMenu
{
    Q_OBJECT
public:
    RecipientsMenu(Context &context, RecipientsEdit &edit); // belongs to the edit

private:
    void fill();

    Context &m_context;
    RecipientsEdit &m_edit;
};

} // namespace gui
