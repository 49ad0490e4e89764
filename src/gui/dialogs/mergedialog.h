// SPDX-License-Identifier: GPL-3.0-or-later
// Contacts that may be one person, a row for each person: which are, and which number stays.
#pragma once

#include "engine/contactbook.h"
#include "gui/context.h"
#include "gui/widgets/form.h"

#include <QDialog>

namespace Ui {
class MergeDialog;
}

namespace gui {

class MergeDialog final : public QDialog
{
    Q_OBJECT
public:
    // ticked: somebody has chosen them as one person; else they only have the same name.
    MergeDialog(Context &context, QList<QList<domain::Contact>> people, bool ticked,
                QWidget *parent = nullptr);

    QList<engine::ContactMerge> merges() const; // of the ticked ones

private:
    void fill(bool ticked);
    void showChoice();

    const QList<QList<domain::Contact>> m_people;
    Form<Ui::MergeDialog> m_ui;
};

} // namespace gui
