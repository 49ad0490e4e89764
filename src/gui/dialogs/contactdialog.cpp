// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/contactdialog.h"

#include "domain/campaign.h"
#include "engine/wording.h"
#include "phone/phonenumber.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace gui {
using namespace Qt::StringLiterals;

ContactDialog::ContactDialog(const domain::Contact &contact, const QStringList &fields, QWidget *parent)
    : QDialog(parent)
    , m_contact(contact)
    , m_name(new QLineEdit(contact.name, this))
    , m_number(new QLineEdit(phone::forDisplay(contact.number), this))
    , m_email(new QLineEdit(contact.email, this))
    , m_groups(new QLineEdit(contact.groups.join(u", "_s), this))
    , m_said(new QLabel(this))
{
    setWindowTitle(contact.id == 0 ? tr("New contact") : tr("Contact"));
    m_number->setObjectName(u"numberEdit"_s);
    m_name->setObjectName(u"nameEdit"_s);
    m_groups->setObjectName(u"groupsEdit"_s);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    auto *form = new QFormLayout;
    form->addRow(tr("Na&me"), m_name);
    form->addRow(tr("N&umber"), m_number);
    form->addRow(QString(), m_said);
    form->addRow(tr("E-mai&l"), m_email);
    form->addRow(tr("&Groups"), m_groups);
    m_groups->setPlaceholderText(tr("with a comma between them"));
    for (const QString &field : fields) {
        m_fields.insert(field, new QLineEdit(contact.fields.value(field), this));
        m_fields.value(field)->setAccessibleName(field);
        form->addRow(QString(field).replace(u'&', u"&&"_s), m_fields.value(field));
    }
    auto *inside = new QWidget;
    inside->setLayout(form);
    auto *scroll = new QScrollArea(this); // a list may have many fields
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(windowTitle());
    auto *buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"saveContactButton"_s);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    connect(m_number, &QLineEdit::textChanged, this, &ContactDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        domain::Contact written = m_contact;
        written.name = m_name->text().simplified();
        written.number = phone::parse(m_number->text()).e164;
        written.email = m_email->text().trimmed();
        written.groups.clear();
        for (const QString &group : m_groups->text().split(u',')) {
            if (const QString name = group.simplified(); !name.isEmpty() && !written.groups.contains(name))
                written.groups.append(name);
        }
        for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
            if (const QString value = field.value()->text().trimmed(); value.isEmpty())
                written.fields.remove(field.key());
            else
                written.fields.insert(field.key(), value);
        }
        Q_EMIT save(written);
    });
    resize(54 * fontMetrics().averageCharWidth(), sizeHint().height());
    m_name->setFocus();
    check();
}

void ContactDialog::complain(const QString &problem)
{
    m_said->setText(problem);
    m_number->setFocus();
}

void ContactDialog::check()
{
    const phone::PhoneNumber number = phone::parse(m_number->text());
    m_save->setEnabled(number.error == phone::NumberError::None);
    if (m_number->text().trimmed().isEmpty())
        m_said->setText({});
    else if (number.error != phone::NumberError::None)
        m_said->setText(engine::wording::skipReason(
            domain::skipReason(phone::identifier(number.error)).value_or(domain::SkipReason::NotANumber)));
    else
        m_said->setText(
            number.unknownRange
                ? tr("%1: possible, but in no series that is known").arg(phone::forDisplay(number.e164))
                : phone::forDisplay(number.e164));
}

} // namespace gui
