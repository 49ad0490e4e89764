// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever scrolls a page must not change a choice or a number that passes under the pointer.
#pragma once

#include <QObject>

namespace gui {

// For the whole application: the wheel turns a combo box or a spin box only once it has been chosen.
class WheelGuard final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace gui
