// SPDX-License-Identifier: GPL-3.0-or-later
// The saved texts, as a person changes them.
#pragma once

#include "engine/kept.h"
#include "storage/textrepository.h"

namespace engine {

class Texts final : public Kept
{
    Q_OBJECT
public:
    using Kept::Kept;

    // formerName: the one it replaces, empty: it is new. InvalidField "name" when another text has that
    // name.
    base::Result<void> save(const storage::SavedText &text, const QString &formerName);
    base::Result<void> remove(const QString &name);
};

} // namespace engine
