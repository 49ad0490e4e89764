// SPDX-License-Identifier: GPL-3.0-or-later
// What an allowed address sent and nobody could read: shown as it came, so that nothing is lost.
#pragma once

#include "gui/widgets/form.h"
#include "storage/database.h"

#include <QDialog>

namespace Ui {
class QuarantineDialog;
}

namespace gui {

class QuarantineDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit QuarantineDialog(storage::Database &reader, QWidget *parent = nullptr);

private:
    Form<Ui::QuarantineDialog> m_ui;
};

} // namespace gui
