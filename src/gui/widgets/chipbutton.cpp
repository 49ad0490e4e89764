// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/chipbutton.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <utility>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

constexpr int frame = 2 * (9 + 2); // padding and border of its style

QString closeSign()
{
    return u"  ×"_s;
}

} // namespace

ChipButton::ChipButton(const QString &label, bool faulty, QWidget *parent)
    : QPushButton(parent)
    , m_label((faulty ? u"⚠ "_s : QString()) + label)
{
    setProperty("faulty", faulty);
    ensurePolished();
}

QString ChipButton::shownWithin(int most) const
{
    const int room = most - frame - fontMetrics().horizontalAdvance(closeSign());
    const QString shown = fontMetrics().elidedText(m_label, Qt::ElideMiddle, room);
    // An Arabic name in isolates: the × stays at its end of the chip.
    return (shown.isRightToLeft() ? u'\u2068' + shown + u'\u2069' : shown) + closeSign();
}

int ChipButton::widthWithin(int most) const
{
    return fontMetrics().horizontalAdvance(shownWithin(most)) + frame;
}

void ChipButton::fit(const QPoint &place, int most, int height)
{
    setText(shownWithin(most).replace(u'&', "&&"_L1));
    setGeometry(QRect(place, QSize(widthWithin(most), height)));
}

QRect ChipButton::cross() const
{
    const int wide = fontMetrics().horizontalAdvance(closeSign()) + frame / 2;
    return isRightToLeft() ? QRect(0, 0, wide, height()) : QRect(width() - wide, 0, wide, height());
}

void ChipButton::mousePressEvent(QMouseEvent *event)
{
    m_crossed = event->button() == Qt::LeftButton && cross().contains(event->position().toPoint());
    QPushButton::mousePressEvent(event);
}

void ChipButton::mouseReleaseEvent(QMouseEvent *event)
{
    if (!std::exchange(m_crossed, false))
        return QPushButton::mouseReleaseEvent(event);
    setDown(false);
    if (cross().contains(event->position().toPoint()))
        Q_EMIT removeWanted();
}

void ChipButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        Q_EMIT removeWanted();
    else
        QPushButton::keyPressEvent(event);
}

} // namespace gui
