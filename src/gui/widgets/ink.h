// SPDX-License-Identifier: GPL-3.0-or-later
// The colour of a widget's text, which follows another appearance.
#pragma once

class QColor;
class QPalette;
class QWidget;

namespace gui {

using Ink = QColor (*)(const QPalette &palette); // one of gui::theme
void setInk(QWidget *widget, Ink ink);

} // namespace gui
