// SPDX-License-Identifier: GPL-3.0-or-later
// A file of this computer that is dropped on a widget.
#pragma once

#include <QString>

class QDragEnterEvent;
class QDropEvent;

namespace gui {

void acceptFiles(QDragEnterEvent *event);
// The first file, and the drop is accepted; empty: there is none.
QString droppedFile(QDropEvent *event);

} // namespace gui
