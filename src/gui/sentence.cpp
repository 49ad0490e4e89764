// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sentence.h"

#include "engine/wording.h"

namespace gui {

Sentence::Sentence(const base::Error &error)
    : m_make([error] { return engine::wording::sentence(error); })
{
}

Sentence Sentence::of(const base::Result<void> &result)
{
    return result ? Sentence() : Sentence(result.error());
}

} // namespace gui
