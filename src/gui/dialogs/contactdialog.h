// SPDX-License-Identifier: GPL-3.0-or-later
// A contact written or changed; its number is checked as it is typed.
#pragma once

#include "domain/contact.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace gui {

class ContactDialog final : public QDialog
{
    Q_OBJECT
public:
    ContactDialog(const domain::Contact &contact, const QStringList &fields, QWidget *parent);
    void complain(const QString &problem); // beside the number

Q_SIGNALS:
    void save(const domain::Contact &contact); // the owner stores it, then accepts

private:
    void check();

    domain::Contact m_contact;
    QLineEdit *m_name;
    QLineEdit *m_number;
    QLineEdit *m_email;
    QLineEdit *m_groups;
    QMap<QString, QLineEdit *> m_fields;
    QLabel *m_said;
    QPushButton *m_save;
};

} // namespace gui
