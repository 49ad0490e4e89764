// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that is kept about one person, to be read and written to a file (right of access).
#pragma once

#include "gui/widgets/form.h"
#include "storage/database.h"

#include <QDialog>

namespace Ui {
class PersonDialog;
}

namespace gui {

class PersonDialog final : public QDialog
{
    Q_OBJECT
public:
    PersonDialog(storage::Database &reader, const QString &number, QWidget *parent);

private:
    void exportTo(const QString &text);

    Form<Ui::PersonDialog> m_ui;
};

} // namespace gui
