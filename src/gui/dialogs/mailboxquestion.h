// SPDX-License-Identifier: GPL-3.0-or-later
// Before something is sent or released the mailbox is emptied; where it cannot be, a person decides.
#pragma once

#include "engine/campaigns.h"

#include <functional>

class QWidget;

namespace gui {

using Outcome = std::function<void(const base::Result<void> &)>;
using Attempt = std::function<void(engine::Unfetched, Outcome)>;

bool isMailboxUnfetched(const base::Error &error); // what a person has been asked about

// Tries; where the mailbox could not be emptied it asks, and tries again without it if the person says so.
void tryWithMailbox(QWidget *parent, const Attempt &attempt, const Outcome &done);

} // namespace gui
