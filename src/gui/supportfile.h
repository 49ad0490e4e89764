// SPDX-License-Identifier: GPL-3.0-or-later
// "Collect for support": asks where, writes the file and says what is in it.
#pragma once

#include "gui/context.h"

class QWidget;

namespace gui {

void collectForSupport(Context &context, QWidget *parent);

} // namespace gui
