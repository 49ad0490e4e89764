// SPDX-License-Identifier: GPL-3.0-or-later
// What of a contact may stand in a text: name and e-mail under the words of both languages, and fields of its
// own.
#pragma once

#include "campaign/recipientplan.h"
#include "domain/contact.h"

#include <QSet>

namespace engine {

campaign::Candidate candidateOf(const domain::Contact &contact);

// A text as this one person gets it; `missing` names the fields that nobody can fill in for them. A brace
// without its partner is InvalidField of "text".
base::Result<smstext::MergeText::Rendered> writtenTo(const domain::Contact &contact, const QString &text);

// Of the keys that contacts' candidates have, what is offered to who writes: name and e-mail once, in the
// language of the window, then the contacts' own fields in order.
QStringList offeredFields(const QSet<QString> &keys);

} // namespace engine
