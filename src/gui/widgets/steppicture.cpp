// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/steppicture.h"

#include "gui/widgets/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace gui {

namespace {

// All are drawn on a field of 64 by 48, and scaled from there.
constexpr QSizeF field(64, 48);
constexpr qreal lines = 3.4; // of text, so high is the picture

struct Inks
{
    QPen outline;
    QPen accent;
    QBrush paper;
    QBrush accentFill;
};

void drawArrow(QPainter &painter, QPointF from, QPointF to)
{
    const QPointF along = to - from;
    const qreal length = std::hypot(along.x(), along.y());
    const QPointF unit = along / length;
    const QPointF across(-unit.y(), unit.x());
    painter.drawLine(from, to);
    painter.drawPolyline(QPolygonF{to - unit * 5 + across * 5, to, to - unit * 5 - across * 5});
}

void drawPage(QPainter &painter, const Inks &inks, QRectF page)
{
    constexpr qreal corner = 8;
    QPainterPath path(page.topLeft());
    path.lineTo(page.right() - corner, page.top());
    path.lineTo(page.right(), page.top() + corner);
    path.lineTo(page.bottomRight());
    path.lineTo(page.bottomLeft());
    path.closeSubpath();
    painter.setPen(inks.outline);
    painter.setBrush(inks.paper);
    painter.drawPath(path);
    painter.drawPolyline(QPolygonF{page.topRight() + QPointF(-corner, 0),
                                   page.topRight() + QPointF(-corner, corner),
                                   page.topRight() + QPointF(0, corner)});
}

// A file, and in it a key.
void drawFile(QPainter &painter, const Inks &inks)
{
    drawPage(painter, inks, {16, 3, 32, 42});
    painter.setPen(inks.accent);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(26, 27), 4.5, 4.5);
    painter.drawPolyline(QPolygonF{{30.5, 27}, {41, 27}, {41, 32}});
    painter.drawLine(QPointF(36, 27), QPointF(36, 31));
}

// A file that goes up into a web site's machine.
void drawUpload(QPainter &painter, const Inks &inks)
{
    painter.setPen(inks.outline);
    painter.setBrush(inks.paper);
    for (const qreal top : {4.0, 17.0, 30.0}) {
        painter.drawRoundedRect(QRectF(32, top, 28, 11), 2, 2);
        painter.setBrush(inks.accentFill);
        painter.drawEllipse(QPointF(38, top + 5.5), 1.4, 1.4);
        painter.setBrush(inks.paper);
    }
    drawPage(painter, inks, {4, 24, 16, 21});
    painter.setPen(inks.accent);
    painter.setBrush(Qt::NoBrush);
    drawArrow(painter, {12, 19}, {27, 9});
}

// The line of a browser, and a mailbox at its address.
void drawAddress(QPainter &painter, const Inks &inks)
{
    painter.setPen(inks.outline);
    painter.setBrush(inks.paper);
    painter.drawRoundedRect(QRectF(3, 4, 58, 40), 3, 3);
    painter.drawLine(QPointF(3, 18), QPointF(61, 18));
    painter.setPen(inks.accent);
    painter.drawLine(QPointF(9, 11), QPointF(45, 11));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(20, 24, 24, 15), 2, 2);
    painter.drawPolyline(QPolygonF{{20, 25}, {32, 33}, {44, 25}});
}

} // namespace

StepPicture::StepPicture(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StepPicture::setPicture(What what)
{
    m_what = what;
    update();
}

QSize StepPicture::sizeHint() const
{
    const qreal height = lines * fontMetrics().height();
    return QSizeF(height * field.width() / field.height(), height).toSize();
}

QSize StepPicture::minimumSizeHint() const
{
    return sizeHint();
}

void StepPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(width() / field.width(), height() / field.height());
    const QColor accent = theme::accent(palette());
    const Inks inks{QPen(theme::muted(palette()), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin),
                    QPen(accent, 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin), theme::card(palette()),
                    accent};
    switch (m_what) {
    case What::Nothing:
        break;
    case What::FileWithKey:
        drawFile(painter, inks);
        break;
    case What::Upload:
        drawUpload(painter, inks);
        break;
    case What::Address:
        drawAddress(painter, inks);
        break;
    }
}

} // namespace gui
