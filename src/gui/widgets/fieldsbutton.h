// SPDX-License-Identifier: GPL-3.0-or-later
// 'Fields': puts a merge field into the message, chosen by its name.
#pragma once

#include <QToolButton>

namespace gui {

class MessageEdit;

class FieldsButton final : public QToolButton
{
    Q_OBJECT
public:
    explicit FieldsButton(QWidget *parent = nullptr);
    void begin(MessageEdit &edit);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void retranslate();

    MessageEdit *m_edit = nullptr;
};

} // namespace gui
