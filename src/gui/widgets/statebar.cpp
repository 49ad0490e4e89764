// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/statebar.h"

#include "gui/widgets/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace gui {

void paintShares(QPainter *painter, const QRectF &area, const models::Progress &progress,
                 const QPalette &palette, bool rounded)
{
    painter->save();
    if (rounded) {
        const double radius = area.height() / 4;
        painter->setRenderHint(QPainter::Antialiasing);
        QPainterPath outline;
        outline.addRoundedRect(area, radius, radius);
        painter->setClipPath(outline, Qt::IntersectClip);
    }
    painter->fillRect(area, theme::hairline(palette));
    const struct
    {
        qint64 count;
        QColor colour;
    } parts[] = {{progress.delivered, theme::delivered(palette)},
                 {progress.underWay, theme::underWay(palette)},
                 {progress.failed, theme::failed(palette)},
                 {progress.uncertain, theme::uncertain(palette)},
                 {progress.closed, theme::muted(palette)}};
    double x = area.left();
    for (const auto &part : parts) {
        if (part.count == 0)
            continue;
        const double share =
            static_cast<double>(part.count) / static_cast<double>(progress.total) * area.width();
        painter->fillRect(QRectF(x, area.top(), share, area.height()), part.colour);
        x += share;
    }
    painter->restore();
}

StateBar::StateBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StateBar::setProgress(const models::Progress &progress)
{
    m_progress = progress;
    const QLocale locale;
    const QString words = tr("Delivered %1, under way %2, failed %3, uncertain %4, of %5")
                              .arg(locale.toString(progress.delivered), locale.toString(progress.underWay),
                                   locale.toString(progress.failed), locale.toString(progress.uncertain),
                                   locale.toString(progress.total));
    setAccessibleName(words);
    setToolTip(words);
    update();
}

void StateBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintShares(&painter, rect(), m_progress, palette());
}

} // namespace gui
