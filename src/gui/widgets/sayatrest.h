// SPDX-License-Identifier: GPL-3.0-or-later
// A label that changes with every key tells a screen reader so only when the typing rests.
#pragma once

#include <QString>

class QLabel;

namespace gui {

// Shows the words at once; a second after the last change they become the label's accessible
// description, and what listens is told.
void sayAtRest(QLabel *label, const QString &words);

} // namespace gui
