// SPDX-License-Identifier: GPL-3.0-or-later
// What the inbox does by itself with what comes in, as it is kept in the settings.
#pragma once

#include "engine/settings.h"
#include "inbox/rules.h"

namespace engine {

inbox::IntakeRules inboxRules(const Settings &settings);
base::Result<void> saveInboxRules(Settings &settings, const inbox::IntakeRules &rules);

} // namespace engine
