// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/menubutton.h"

#include <QMenu>

namespace gui {
using namespace Qt::StringLiterals;

MenuButton::MenuButton(QWidget *parent)
    : Translated(parent)
{
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setAutoRaise(true);
    setStyleSheet(u"QToolButton::menu-indicator{image:none}"_s); // its text has the arrow
    setFocusPolicy(Qt::StrongFocus);
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, [this] {
        menu()->clear();
        fill();
    });
}

} // namespace gui
