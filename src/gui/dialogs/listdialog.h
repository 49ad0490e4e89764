// SPDX-License-Identifier: GPL-3.0-or-later
// Asks how a list of recipients is to be read, where that cannot be told or was told wrongly; the same fields
// as in the import of contacts.
#pragma once

#include "engine/contactimport.h"
#include "gui/context.h"
#include "gui/widgets/translated.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;

namespace gui {

class ListForm;
class Strip;

class ListDialog final : public Translated<QDialog>
{
    Q_OBJECT
public:
    ListDialog(Context &context, QString file, const engine::ListChoices &choices, QWidget *parent);
    ~ListDialog() override;

    engine::ListChoices choices() const; // once accepted

    // Whether a person mends it by saying how the list is to be read.
    static bool helpsWith(const base::Error &error);

private:
    void read(const engine::ListChoices &choices);
    void settle();
    void retranslate() override;

    Context &m_context;
    QString m_file;
    bool m_readable = false;
    QLabel *m_title;
    Strip *m_strip;
    ListForm *m_form;
    QDialogButtonBox *m_buttons;
};

} // namespace gui
