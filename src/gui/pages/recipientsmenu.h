// SPDX-License-Identifier: GPL-3.0-or-later
// What can become a recipient without its number being typed: lists, groups, contacts.
#pragma once

#include "domain/contact.h"
#include "engine/draft.h"
#include "gui/context.h"
#include "gui/widgets/recipientsedit.h"

#include <QMenu>

namespace gui {

// One chip each; of more than a few, one chip for all.
void addContacts(const QList<domain::Contact> &contacts, RecipientsEdit &edit);

// Of the chips.
engine::Recipients recipientsOf(const RecipientsEdit &edit);
// In place of the chips; pasted: what the list was pasted from, if it was.
void setRecipients(const engine::Recipients &recipients, const QString &pasted, RecipientsEdit &edit);

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
