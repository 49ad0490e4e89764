// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/badge.h"

#include "gui/widgets/theme.h"

#include <QPainter>

namespace gui {

void drawBadge(QPainter *painter, const QRect &place, const QString &count, const QPalette &palette)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme::accent(palette));
    painter->drawRoundedRect(place, place.height() / 2.0, place.height() / 2.0);
    painter->setPen(theme::onAccent(palette));
    painter->drawText(place, Qt::AlignCenter, count);
}

} // namespace gui
