// SPDX-License-Identifier: GPL-3.0-or-later
// The fictional members with whom the demo account arrives, and the list of its first campaign.
#pragma once

#include "domain/contact.h"

#include <QByteArray>
#include <QList>

namespace engine {

// 25 contacts in two groups.
QList<domain::Contact> demoContacts();

// The members as a list (name; number), with one number that is none and one that comes twice.
QByteArray demoList();

} // namespace engine
