// SPDX-License-Identifier: GPL-3.0-or-later
// The fictional members with whom the demo account arrives, and the list of its first campaign.
#pragma once

#include "engine/engine.h"

#include <QByteArray>

namespace engine {

// 25 contacts in two groups, once; those that are there stay as they are.
base::Result<void> createDemoContacts(Engine &engine);

// The members as a list (name; number), with one number that is none and one that comes twice.
QByteArray demoList();

} // namespace engine
