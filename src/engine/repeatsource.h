// SPDX-License-Identifier: GPL-3.0-or-later
// Where a campaign takes its recipients from, as text in the database: a repeated one each time, another
// when it is used again.
#pragma once

#include "engine/draft.h"

namespace engine {

// Groups and a list by name: their members are re-read. Typed numbers are not kept: nobody would look
// over those of a repeated one again, and another's stand in its messages.
QString sourceOf(const Recipients &recipients);

// A draft of one run: text, sender, options and source of the campaign, without its time.
Draft draftOf(const domain::Campaign &campaign);

} // namespace engine
