// SPDX-License-Identifier: GPL-3.0-or-later
// A widget whose texts follow the language. All of them are set in retranslate(), which its constructor calls
// as well.
#pragma once

#include <QEvent>

namespace gui {

template <typename Widget>
class Translated : public Widget
{
public:
    using Widget::Widget;

protected:
    virtual void retranslate() = 0;

    void changeEvent(QEvent *event) override
    {
        Widget::changeEvent(event);
        if (event->type() == QEvent::LanguageChange)
            retranslate();
    }
};

} // namespace gui
