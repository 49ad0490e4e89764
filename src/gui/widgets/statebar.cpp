// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/statebar.h"

#include "engine/language.h"
#include "engine/wording.h"
#include "gui/widgets/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace gui {
using namespace Qt::StringLiterals;

void paintShares(QPainter *painter, const QRectF &area, const domain::Progress &progress,
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
    double x = area.left();
    for (const domain::StateGroup group : domain::allStateGroups()) {
        if (progress.of(group) == 0)
            continue;
        const double share =
            static_cast<double>(progress.of(group)) / static_cast<double>(progress.total()) * area.width();
        painter->fillRect(QRectF(x, area.top(), share, area.height()), theme::ofGroup(group, palette));
        x += share;
    }
    painter->restore();
}

StateBar::StateBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StateBar::setProgress(const domain::Progress &progress)
{
    m_progress = progress;
    QStringList counts;
    for (const domain::StateGroup group : domain::allStateGroups()) {
        if (progress.of(group) > 0)
            counts.append(engine::wording::count(group, progress.of(group)));
    }
    const QString words =
        tr("%1; recipients: %2", "3 delivered, 1 failed; how many in all")
            .arg(counts.join(u", "_s), engine::language::locale().toString(progress.total()));
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
