// SPDX-License-Identifier: GPL-3.0-or-later
// The colour of a widget's text.
#pragma once

class QColor;
class QWidget;

namespace gui {

void setInk(QWidget *widget, const QColor &colour);

} // namespace gui
