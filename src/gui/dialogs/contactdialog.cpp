// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/contactdialog.h"

#include "domain/campaign.h"
#include "engine/wording.h"
#include "gui/widgets/ink.h"
#include "gui/widgets/theme.h"
#include "phone/phonenumber.h"
#include "ui_contactdialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QScreen>

namespace gui {
using namespace Qt::StringLiterals;

ContactDialog::ContactDialog(const domain::Contact &contact, const QStringList &fields,
                             const QStringList &groups, QWidget *parent)
    : QDialog(parent)
    , m_contact(contact)
    , m_ui(this)
{
    setWindowTitle(contact.id == 0 ? tr("New contact") : tr("Contact"));
    m_ui->scrollArea->setAccessibleName(windowTitle());
    m_ui->nameEdit->setText(contact.name);
    m_ui->numberEdit->setText(phone::forDisplay(contact.number));
    m_ui->emailEdit->setText(contact.email);
    m_ui->groupsPick->setGroups(groups, contact.groups);
    for (const QString &field : fields) { // a list may have brought many
        auto *edit = new QLineEdit(contact.fields.value(field), m_ui->fieldsArea);
        auto *label = new QLabel(QString(field).replace(u'&', u"&&"_s), m_ui->fieldsArea);
        label->setProperty("field", true);
        edit->setAccessibleName(field);
        m_fields.insert(field, edit);
        m_ui->formLayout->addRow(label, edit);
    }
    connect(m_ui->numberEdit, &QLineEdit::textChanged, this, &ContactDialog::check);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->saveContactButton, &QPushButton::clicked, this, [this] { Q_EMIT saveWanted(written()); });
    m_ui->nameEdit->setFocus();
    resize(60 * fontMetrics().averageCharWidth(), 0);
    check();
}

domain::Contact ContactDialog::written() const
{
    domain::Contact contact = m_contact;
    contact.name = m_ui->nameEdit->text().simplified();
    contact.number = phone::parse(m_ui->numberEdit->text()).e164;
    contact.email = m_ui->emailEdit->text().trimmed();
    contact.groups = m_ui->groupsPick->chosen();
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        if (const QString value = field.value()->text().trimmed(); value.isEmpty())
            contact.fields.remove(field.key());
        else
            contact.fields.insert(field.key(), value);
    }
    return contact;
}

// Only now its fonts and margins are those that it is shown with.
void ContactDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    check();
}

void ContactDialog::complain(const QString &problem)
{
    say(problem, true);
    m_ui->numberEdit->setFocus();
}

// As tall as what is said needs, as far as the screen has room; then the fields scroll.
void ContactDialog::say(const QString &words, bool wrong)
{
    m_ui->saidLabel->setText(words.left(1).toUpper() + words.mid(1));
    setInk(m_ui->saidLabel, wrong ? theme::failed : theme::muted);
    m_ui->formLayout->setRowVisible(m_ui->saidLabel, !words.isEmpty());
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    const int fields = m_ui->formLayout->hasHeightForWidth() // not while nothing is said
                           ? m_ui->formLayout->totalHeightForWidth(room)
                           : m_ui->formLayout->totalSizeHint().height();
    const int wanted = fields + m_ui->saveContactButton->sizeHint().height() + layout()->spacing() +
                       margins.top() + margins.bottom() + theme::grid;
    resize(width(), qMin(qMax(wanted, height()), screen()->availableSize().height() * 9 / 10));
}

void ContactDialog::check()
{
    const phone::PhoneNumber number = phone::parse(m_ui->numberEdit->text());
    m_ui->saveContactButton->setEnabled(number.error == phone::NumberError::None);
    if (m_ui->numberEdit->text().trimmed().isEmpty())
        say({});
    else if (number.error != phone::NumberError::None)
        say(engine::wording::skipReason(domain::skipReason(number.error)), true);
    else
        say(number.unknownRange
                ? tr("%1: plausible, but not in any known number range").arg(phone::forDisplay(number.e164))
                : phone::forDisplay(number.e164));
}

} // namespace gui
