// SPDX-License-Identifier: GPL-3.0-or-later
// The guided check for the duplicate lock: says what it sends, sends it on request, says what it means.
#pragma once

#include "gui/context.h"
#include "gui/widgets/form.h"

#include <QDialog>

class QPushButton;

namespace Ui {
class LockCheckDialog;
}

namespace gui {

class LockCheckDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit LockCheckDialog(Context &context, QWidget *parent = nullptr);

private:
    void send();

    Context &m_context;
    Form<Ui::LockCheckDialog> m_ui;
    QPushButton *m_sendButton;
};

} // namespace gui
