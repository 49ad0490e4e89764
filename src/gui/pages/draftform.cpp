// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/draftform.h"

#include "gui/pages/recipientsmenu.h"
#include "gui/widgets/templateform.h"
#include "phone/phonenumber.h"
#include "ui_sendpage.h"

#include <utility>

namespace gui {
using namespace Qt::StringLiterals;

DraftForm::DraftForm(Ui::SendPage &ui, TemplateForm &templateForm, QObject *parent)
    : QObject(parent)
    , m_ui(ui)
    , m_templateForm(templateForm)
{
    connect(m_ui.recipientsEdit, &RecipientsEdit::chipsChanged, this, [this] {
        forgetAdjustments();
        Q_EMIT changed();
    });
    connect(m_ui.messageEdit, &QPlainTextEdit::textChanged, this, &DraftForm::changed);
    connect(m_ui.senderCombo, &QComboBox::currentTextChanged, this, &DraftForm::changed);
    connect(m_ui.whenForm, &WhenForm::changed, this, &DraftForm::changed);
    connect(&m_templateForm, &TemplateForm::fieldsChanged, this, &DraftForm::changed);
}

engine::Draft DraftForm::draft() const
{
    engine::Draft draft;
    draft.sender = m_ui.senderCombo->currentText().trimmed();
    draft.text = m_ui.messageEdit->toPlainText();
    draft.options.templateType = m_templateForm.type();
    draft.options.templateFields = m_templateForm.fields();
    draft.recipients = recipientsOf(*m_ui.recipientsEdit);
    draft.recipients.removed = m_removed;
    draft.recipients.retyped = m_retyped;
    m_ui.whenForm->writeTo(draft);
    return draft;
}

engine::StoredDraft DraftForm::stored() const
{
    return {0, 0, true, draft(), m_ui.recipientsEdit->pastedText(), namesOf(*m_ui.recipientsEdit)};
}

bool DraftForm::isEmpty() const
{
    return m_ui.recipientsEdit->chips().isEmpty() && m_ui.messageEdit->toPlainText().trimmed().isEmpty();
}

void DraftForm::set(const engine::StoredDraft &stored)
{
    const engine::Draft &draft = stored.draft;
    {
        const QSignalBlocker quiet(this);
        m_ui.messageEdit->setPlainText(draft.text);
        if (!draft.sender.isEmpty())
            m_ui.senderCombo->setCurrentText(draft.sender);
        m_ui.kindCombo->setCurrentIndex(qMax(0, m_ui.kindCombo->findData(draft.options.templateType)));
        if (!draft.options.templateType.isEmpty())
            m_templateForm.setFields(draft.options.templateFields);
        m_ui.whenForm->take(draft);
        setRecipients(stored, *m_ui.recipientsEdit);
        m_removed = draft.recipients.removed;
        m_retyped = draft.recipients.retyped;
    }
    Q_EMIT changed();
}

void DraftForm::clear()
{
    engine::StoredDraft empty;
    empty.draft.sender = m_ui.senderCombo->currentText();
    set(empty);
}

void DraftForm::remove(const QStringList &numbers)
{
    m_removed += numbers;
    Q_EMIT changed();
}

void DraftForm::restore(const QStringList &numbers)
{
    m_removed.removeIf([&numbers](const QString &number) { return numbers.contains(number); });
    Q_EMIT changed();
}

void DraftForm::retype(const domain::Skipped &skipped, const QString &number)
{
    const phone::PhoneNumber read = phone::parse(number);
    m_removed.removeAll(read.e164); // who is typed again is wanted
    if (skipped.source.isEmpty())
        return m_ui.recipientsEdit->replaceNumber(skipped.input, number);
    m_retyped.removeIf([&skipped](const engine::RetypedNumber &other) {
        return other.row == skipped.row && other.input == skipped.input;
    });
    m_retyped.append({skipped.row, skipped.input, read.e164.isEmpty() ? number : read.e164});
    Q_EMIT changed();
}

// What was said of recipients that are gone.
void DraftForm::forgetAdjustments()
{
    const QString list = recipientsOf(*m_ui.recipientsEdit).listFile;
    if (m_ui.recipientsEdit->chips().isEmpty())
        m_removed.clear();
    if (std::exchange(m_retypedList, list) != list)
        m_retyped.clear();
}

} // namespace gui
