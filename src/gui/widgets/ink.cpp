// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/ink.h"

#include <QPalette>
#include <QWidget>

namespace gui {

void setInk(QWidget *widget, const QColor &colour)
{
    QPalette palette = widget->palette();
    palette.setColor(QPalette::WindowText, colour);
    widget->setPalette(palette);
}

} // namespace gui
