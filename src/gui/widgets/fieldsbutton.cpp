// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/fieldsbutton.h"

#include "gui/widgets/messageedit.h"

#include <QMenu>

namespace gui {
using namespace Qt::StringLiterals;

FieldsButton::FieldsButton(QWidget *parent)
    : MenuButton(parent)
{
    retranslate();
}

void FieldsButton::begin(MessageEdit &edit)
{
    m_edit = &edit;
}

void FieldsButton::fill()
{
    for (const QString &field : m_edit->fields()) {
        QAction *action = menu()->addAction(u'{' + QString(field).replace(u'&', "&&"_L1) + u'}');
        connect(action, &QAction::triggered, m_edit, [edit = m_edit, field] {
            edit->insertPlainText(u'{' + field + u'}');
            edit->setFocus();
        });
    }
}

void FieldsButton::retranslate()
{
    setText(tr("Fields ▾"));
    setAccessibleName(tr("Insert a field"));
    setToolTip(tr("Insert a field: what each recipient's row or contact has in it stands in the message"));
}

} // namespace gui
