// SPDX-License-Identifier: GPL-3.0-or-later
// Where a repeated campaign takes its recipients from each time, as text in the database.
#pragma once

#include "engine/draft.h"

namespace engine {

// Groups and a list by name: their members are re-read at each run. Typed numbers are not kept,
// as nobody would ever look them over again.
QString sourceOf(const Recipients &recipients);

// A draft of one run: text, sender, options and source of the repeated campaign, without its time.
Draft draftOf(const domain::Campaign &repeated);

} // namespace engine
