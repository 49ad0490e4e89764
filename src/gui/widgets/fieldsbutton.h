// SPDX-License-Identifier: GPL-3.0-or-later
// 'Fields': puts a merge field into the message, chosen by its name.
#pragma once

#include "gui/widgets/menubutton.h"

namespace gui {

class MessageEdit;

class FieldsButton final : public MenuButton
{
    Q_OBJECT
public:
    explicit FieldsButton(QWidget *parent = nullptr);
    void begin(MessageEdit &edit);

private:
    void fill() override;
    void retranslate() override;

    MessageEdit *m_edit = nullptr;
};

} // namespace gui
