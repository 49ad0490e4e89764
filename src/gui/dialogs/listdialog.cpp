// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/listdialog.h"

#include "engine/contactbook.h"
#include "engine/wording.h"
#include "gui/widgets/listform.h"
#include "gui/widgets/recipientsedit.h"
#include "gui/widgets/strip.h"
#include "gui/widgets/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace gui {
using namespace Qt::StringLiterals;

ListDialog::ListDialog(Context &context, QString file, const engine::ListChoices &choices, QWidget *parent)
    : Translated(parent)
    , m_context(context)
    , m_file(std::move(file))
    , m_title(new QLabel(this))
    , m_strip(new Strip(this))
    , m_form(new ListForm(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_strip);
    layout->addWidget(m_form, 1);
    layout->addWidget(m_buttons);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_form->setUse(engine::ListUse::Campaign);
    theme::makePrimary(m_buttons->button(QDialogButtonBox::Ok));
    theme::sizeByText(this, 90, 30);
    connect(m_form, &ListForm::readingChanged, this, [this] { read(m_form->reading()); });
    connect(m_form, &ListForm::columnsChanged, this, &ListDialog::settle);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
    read(choices);
}

ListDialog::~ListDialog() = default;

engine::ListChoices ListDialog::choices() const
{
    return m_form->choices();
}

bool ListDialog::helpsWith(const base::Error &error)
{
    static const QStringList readings{u"sheet"_s, u"encoding"_s, u"separator"_s, u"header-row"_s};
    return (error.code == base::ErrorCode::InvalidField && error.field == "phone"_L1) ||
           (error.code == base::ErrorCode::FileUnreadable && readings.contains(error.field));
}

void ListDialog::read(const engine::ListChoices &choices)
{
    m_readable = false;
    settle();
    engine::ContactImportRequest request;
    request.file = m_file;
    request.list = choices;
    m_context.engine.call(
        this, [request](engine::ContactBook &contacts) { return contacts.preview(request); },
        [this](const base::Result<engine::ContactPreview> &preview) {
            m_strip->say(Strip::Error, preview ? QString() : engine::wording::sentence(preview.error()));
            m_readable = preview.ok();
            if (preview) {
                m_form->showPreview(*preview);
                m_form->focusPhone();
            }
            settle();
        });
}

void ListDialog::settle()
{
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(m_readable && m_form->hasPhone());
}

void ListDialog::retranslate()
{
    setWindowTitle(tr("Read the list"));
    m_title->setText(tr("What is in the columns of %1?").arg(listName(m_file)));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Use the list"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
}

} // namespace gui
