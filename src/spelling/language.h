// SPDX-License-Identifier: GPL-3.0-or-later
// The languages whose spelling is checked.
#pragma once

#include "base/words.h"

namespace spelling {
using base::identifier;

enum class Language { Bokmaal, Nynorsk, English };
constexpr auto wordsOf(Language) // the settings'
{
    return base::Words<Language::English>({"nb", "nn", "en"});
}

} // namespace spelling
