// SPDX-License-Identifier: GPL-3.0-or-later
// What the Contacts page shows, and what of it is chosen.
#pragma once

#include "storage/contactrepository.h"

#include <QList>
#include <QStringList>

#include <functional>

namespace gui {

struct ChosenContacts
{
    QList<domain::Contact> contacts; // none of the opt-outs
    QStringList numbers;             // of the contacts, or of the opt-outs
    storage::ContactFilter filter;   // by which they are shown
    QString group;                   // the filter's; empty: all
    bool optOuts = false;            // they are what is shown
};

using Chosen = std::function<ChosenContacts()>;

} // namespace gui
