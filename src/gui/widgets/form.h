// SPDX-License-Identifier: GPL-3.0-or-later
// The form of ui/ that a widget shows: the member `Form<Ui::LogPage> m_ui;`, which the constructor makes with
// `m_ui(this)`. It stands before the members that use it, and is complete when the body of the constructor
// begins. A header names the form's class only; ui_logpage.h is included where that constructor is.
#pragma once

#include <memory>

namespace gui {

template <typename Ui>
class Form
{
public:
    template <typename Widget>
    explicit Form(Widget *widget)
        : m_ui(new Ui,
               [](Ui *ui) { delete ui; }) // known here, so that no destructor asks for the whole class
    {
        m_ui->setupUi(widget);
    }

    Ui *operator->() const { return m_ui.get(); }
    Ui &operator*() const { return *m_ui; }

private:
    std::unique_ptr<Ui, void (*)(Ui *)> m_ui;
};

} // namespace gui
