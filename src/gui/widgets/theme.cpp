// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/theme.h"

#include <QPalette>
#include <QPushButton>

namespace gui::theme {

namespace {

QColor choose(const QPalette &palette, QRgb light, QRgb dark)
{
    return QColor(isDark(palette) ? dark : light);
}

QFont scaled(const QFont &base, qreal factor, QFont::Weight weight)
{
    QFont font(base);
    font.setPointSizeF(base.pointSizeF() * factor);
    font.setWeight(weight);
    return font;
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightnessF() < 0.5F;
}

QColor accent(const QPalette &palette)
{
    return choose(palette, 0xff0b6aa8, 0xff5fb2e6);
}

QColor delivered(const QPalette &palette)
{
    return choose(palette, 0xff1d7a3e, 0xff6cc98c);
}

QColor failed(const QPalette &palette)
{
    return choose(palette, 0xffb3261e, 0xfff2918a);
}

QColor uncertain(const QPalette &palette)
{
    return choose(palette, 0xff9a6200, 0xffe8b055);
}

QColor underWay(const QPalette &palette)
{
    return choose(palette, 0xff9db2c6, 0xff7f97ad);
}

QColor muted(const QPalette &palette)
{
    return choose(palette, 0xff5b6670, 0xffa9b3bc);
}

QColor hairline(const QPalette &palette)
{
    return choose(palette, 0xffd5dae0, 0xff4a5158);
}

QColor card(const QPalette &palette)
{
    return choose(palette, 0xffffffff, 0xff2b2f33);
}

QColor warningStrip(const QPalette &palette)
{
    return choose(palette, 0xfffff4dc, 0xff41361f);
}

QColor errorStrip(const QPalette &palette)
{
    return choose(palette, 0xfffdeceb, 0xff452523);
}

QColor ofState(domain::MessageState state, const QPalette &palette)
{
    switch (state) {
    case domain::MessageState::Delivered: return delivered(palette);
    case domain::MessageState::Failed:
    case domain::MessageState::Refused: return failed(palette);
    case domain::MessageState::Uncertain:
    case domain::MessageState::Duplicate:
    case domain::MessageState::Held: return uncertain(palette);
    case domain::MessageState::Cancelled:
    case domain::MessageState::NoConfirmation: return muted(palette);
    default: return underWay(palette);
    }
}

QFont title(const QFont &base)
{
    return scaled(base, 1.6, QFont::DemiBold);
}

QFont figure(const QFont &base)
{
    return scaled(base, 2.2, QFont::DemiBold);
}

QFont small(const QFont &base)
{
    return scaled(base, 0.9, QFont::Normal);
}

void makePrimary(QPushButton *button)
{
    const QPalette palette = button->palette();
    QPalette filled = palette;
    filled.setColor(QPalette::Button, accent(palette));
    filled.setColor(QPalette::ButtonText, isDark(palette) ? QColor(0xff10202c) : QColor(Qt::white));
    filled.setColor(QPalette::Disabled, QPalette::Button, hairline(palette));
    filled.setColor(QPalette::Disabled, QPalette::ButtonText, muted(palette));
    button->setPalette(filled);
    button->setDefault(true);
}

} // namespace gui::theme
