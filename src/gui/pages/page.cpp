// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/page.h"

#include <QEvent>

namespace gui {

void Page::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace gui
