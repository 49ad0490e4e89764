// SPDX-License-Identifier: GPL-3.0-or-later
// A count in a small disc of the accent's colour, as wide as it needs to be.
#pragma once

#include <QPalette>
#include <QRect>
#include <QString>

class QPainter;

namespace gui {

// In the painter's font; its pen and brush are others afterwards.
void drawBadge(QPainter *painter, const QRect &place, const QString &count, const QPalette &palette);

} // namespace gui
