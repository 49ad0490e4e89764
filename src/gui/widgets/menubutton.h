// SPDX-License-Identifier: GPL-3.0-or-later
// A button with nothing but a menu, which is filled each time that it opens.
#pragma once

#include "gui/widgets/translated.h"

#include <QToolButton>

namespace gui {

class MenuButton : public Translated<QToolButton>
{
    Q_OBJECT
public:
    explicit MenuButton(QWidget *parent = nullptr);

protected:
    virtual void fill() = 0; // menu(), which is empty
};

} // namespace gui
