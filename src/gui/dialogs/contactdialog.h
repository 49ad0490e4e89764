// SPDX-License-Identifier: GPL-3.0-or-later
// A contact written or changed; its number is checked as it is typed.
#pragma once

#include "domain/contact.h"
#include "gui/widgets/form.h"

#include <QDialog>

class QLineEdit;

namespace Ui {
class ContactDialog;
}

namespace gui {

class ContactDialog final : public QDialog
{
    Q_OBJECT
public:
    // fields: the user's own; groups: all that there are.
    ContactDialog(const domain::Contact &contact, const QStringList &fields, const QStringList &groups,
                  QWidget *parent);
    void complain(const QString &problem); // beside the number

Q_SIGNALS:
    void saveWanted(const domain::Contact &contact); // the owner stores it, then accepts

protected:
    void showEvent(QShowEvent *event) override;

private:
    void check();
    void say(const QString &words, bool wrong = false);
    domain::Contact written() const;

    domain::Contact m_contact;
    Form<Ui::ContactDialog> m_ui;
    QMap<QString, QLineEdit *> m_fields;
};

} // namespace gui
