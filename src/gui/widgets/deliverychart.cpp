// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/deliverychart.h"

#include "engine/language.h"
#include "gui/widgets/theme.h"

#include <QDateTime>
#include <QPainter>

#include <algorithm>

namespace gui {

namespace {
constexpr int columns = 12;
}

DeliveryChart::DeliveryChart(QWidget *parent)
    : QFrame(parent)
{
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setMinimumHeight(80);
}

void DeliveryChart::show(const QList<qint64> &times)
{
    m_columns.fill(0, columns);
    m_caption = tr("No deliveries yet");
    if (!times.isEmpty()) {
        const auto [first, last] = std::minmax_element(times.cbegin(), times.cend());
        const qint64 span = qMax<qint64>(1, *last - *first + 1);
        for (const qint64 time : times)
            ++m_columns[static_cast<int>((time - *first) * columns / span)];
        const QLocale locale = engine::language::locale();
        const bool today =
            QDateTime::fromMSecsSinceEpoch(*first).date() == QDateTime::fromMSecsSinceEpoch(*last).date();
        auto time = [&](qint64 ms) {
            const QDateTime when = QDateTime::fromMSecsSinceEpoch(ms);
            return today ? locale.toString(when.time(), QStringLiteral("HH:mm:ss"))
                         : locale.toString(when, QLocale::ShortFormat);
        };
        m_caption = tr("Deliveries, %1 to %2").arg(time(*first), time(*last));
    }
    setAccessibleName(m_caption);
    setAccessibleDescription(tr("%n delivered", nullptr, static_cast<int>(times.size())));
    update();
}

void DeliveryChart::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setPen(theme::muted(palette()));
    painter.setFont(theme::small(font()));
    const QRect inner = rect().adjusted(12, 8, -12, -8);
    const int caption = painter.fontMetrics().height();
    painter.drawText(inner, Qt::AlignTop | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_caption, Qt::ElideRight, inner.width()));
    if (m_columns.isEmpty())
        return;
    const int most = qMax(1, *std::max_element(m_columns.cbegin(), m_columns.cend()));
    const QRectF area = QRectF(inner).adjusted(0, caption + 6, 0, 0);
    const double slot = area.width() / columns;
    for (int i = 0; i < m_columns.size(); ++i) {
        const double height = area.height() * m_columns.at(i) / most;
        painter.fillRect(QRectF(area.left() + i * slot, area.bottom() - height, slot - 4, height),
                         theme::delivered(palette()));
    }
}

} // namespace gui
