// SPDX-License-Identifier: GPL-3.0-or-later
// One language's dictionary. A large one takes seconds to open and a second to suggest, so it lives in a
// thread of its own: see speller.h.
#pragma once

#include "base/result.h"
#include "spelling/dictionaryfiles.h"

#include <QStringList>

#include <memory>

namespace spelling {

class Dictionary
{
public:
    static bool isBuiltIn(); // this program was built with Hunspell
    // FileUnreadable, NotFound: not built in, or written in an encoding that Qt does not know (detail).
    static base::Result<std::unique_ptr<Dictionary>> open(const DictionaryFiles &files);
    virtual ~Dictionary() = default;

    virtual bool has(const QString &word) const = 0;
    virtual QStringList suggestions(const QString &word) const = 0; // the likeliest first
};

} // namespace spelling
