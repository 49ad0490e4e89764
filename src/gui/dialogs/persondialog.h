// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that is kept about one person, to be read and written to a file (right of access).
#pragma once

#include "storage/database.h"

#include <QDialog>

#include <memory>

namespace Ui {
class PersonDialog;
}

namespace gui {

class PersonDialog final : public QDialog
{
    Q_OBJECT
public:
    PersonDialog(storage::Database &reader, const QString &number, QWidget *parent);
    ~PersonDialog() override;

private:
    void exportTo(const QString &text);

    std::unique_ptr<Ui::PersonDialog> m_ui;
};

} // namespace gui
