// SPDX-License-Identifier: GPL-3.0-or-later
// For a build without Hunspell.
#include "spelling/dictionary.h"

namespace spelling {

bool Dictionary::isBuiltIn()
{
    return false;
}

base::Result<std::unique_ptr<Dictionary>> Dictionary::open(const DictionaryFiles &files)
{
    return base::Error{base::ErrorCode::NotFound, files.words, {}};
}

} // namespace spelling
