// SPDX-License-Identifier: GPL-3.0-or-later
// Where the window was and where its last file lay, from one run to the next; and how it comes to the front.
#pragma once

#include "gui/context.h"

class QWidget;

namespace gui {

void restorePlaces(const Context &context, QWidget &window);
void keepPlaces(Context &context, const QWidget &window);
void bringForward(QWidget &window); // minimised or hidden, too

} // namespace gui
