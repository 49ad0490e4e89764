// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/phonepreview.h"

#include "gui/widgets/theme.h"

#include <QPainter>
#include <QTextOption>
#include <QWheelEvent>
#include <QtMath>

namespace gui {

PhonePreview::PhonePreview(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
}

void PhonePreview::setMessage(const QString &sender, const QStringList &parts)
{
    m_sender = sender;
    if (m_parts != parts)
        m_offset = 0;
    m_parts = parts;
    setAccessibleDescription(tr("%1: %2", "sender: text").arg(sender, text()));
    update();
}

void PhonePreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(theme::hairline(palette()));
    painter.setBrush(theme::card(palette()));
    painter.drawRoundedRect(frame, 16, 16);

    const int line = fontMetrics().height();
    const QRectF head(frame.left() + 12, frame.top(), frame.width() - 24, 2.4 * line);
    paintHead(painter, head);
    const qreal top = head.bottom() + 1;
    painter.setClipRect(QRectF(frame.left(), top, frame.width(), frame.bottom() - top - 8));
    qreal y = head.bottom() + 0.7 * line - m_offset;
    const qreal bubbleWidth = frame.width() - 56;
    QColor bubble = theme::underWay(palette());
    bubble.setAlphaF(0.28F);
    QTextOption wrap;
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    if (text().isEmpty()) {
        m_beyond = 0;
        painter.setPen(theme::muted(palette()));
        painter.drawText(QRectF(frame.left() + 14, y, frame.width() - 28, frame.bottom() - y),
                         Qt::AlignHCenter | Qt::TextWordWrap, tr("The message appears here."));
        return;
    }
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        if (i > 0) {
            painter.setPen(theme::muted(palette()));
            painter.drawText(QPointF(frame.left() + 18, y + 0.8 * line),
                             tr("part %1", "of a message").arg(i + 1));
            y += 1.3 * line;
        }
        const QRectF limits(frame.left() + 26, y + 8, bubbleWidth - 24, 1e5);
        const QRectF bounds = painter.boundingRect(limits, m_parts.at(i), wrap);
        const QRectF body(frame.left() + 14, y, bubbleWidth, bounds.height() + 16);
        painter.setPen(Qt::NoPen);
        painter.setBrush(bubble);
        painter.drawRoundedRect(body, 10, 10);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(body.adjusted(12, 8, -12, -8), m_parts.at(i), wrap);
        y = body.bottom() + 0.5 * line;
    }
    const qreal bottom = frame.bottom() - 12;
    m_beyond = qMax(0, qCeil(y + m_offset - bottom));
    painter.setClipping(false);
    if (m_offset < m_beyond) { // there is more below
        painter.setPen(theme::accent(palette()));
        painter.drawText(QRectF(frame.left(), frame.bottom() - line - 2, frame.width() - 14, line),
                         Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("▾"));
    }
}

void PhonePreview::paintHead(QPainter &painter, const QRectF &head) const
{
    QFont bold(font());
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(head, Qt::AlignCenter,
                     fontMetrics().elidedText(m_sender, Qt::ElideRight, static_cast<int>(head.width())));
    painter.setPen(theme::hairline(palette()));
    painter.drawLine(QPointF(head.left() + 2, head.bottom()), QPointF(head.right() - 2, head.bottom()));
    painter.setFont(font());
}

void PhonePreview::wheelEvent(QWheelEvent *event)
{
    m_offset = qBound(0, m_offset - event->angleDelta().y() / 2, m_beyond);
    update();
    event->accept();
}

} // namespace gui
