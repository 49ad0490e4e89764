// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/statebar.h"

#include "gui/widgets/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace gui {

StateBar::StateBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StateBar::show(const models::Progress &progress)
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
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(rect(), 3, 3);
    painter.setClipPath(outline);
    painter.fillRect(rect(), theme::hairline(palette()));
    if (m_progress.total <= 0)
        return;
    const struct
    {
        qint64 count;
        QColor colour;
    } parts[] = {{m_progress.delivered, theme::delivered(palette())},
                 {m_progress.underWay, theme::underWay(palette())},
                 {m_progress.failed, theme::failed(palette())},
                 {m_progress.uncertain, theme::uncertain(palette())},
                 {m_progress.closed, theme::muted(palette())}};
    double x = 0;
    for (const auto &part : parts) {
        const double share =
            static_cast<double>(part.count) / static_cast<double>(m_progress.total) * width();
        painter.fillRect(QRectF(x, 0, share, height()), part.colour);
        x += share;
    }
}

} // namespace gui
