// SPDX-License-Identifier: GPL-3.0-or-later
// How a list is read, to be looked over and corrected: encoding, separator, header row, sheet and columns,
// with its first rows. The import wizard and the Send page ask with it.
#pragma once

#include "engine/contactimport.h"
#include "gui/widgets/form.h"
#include "gui/widgets/translated.h"

#include <QWidget>

class QComboBox;

namespace Ui {
class ListForm;
}

namespace gui {

class ListForm final : public Translated<QWidget>
{
    Q_OBJECT
public:
    explicit ListForm(QWidget *parent = nullptr);

    void setUse(engine::ListUse use); // for which columns it asks
    void showPreview(const engine::ContactPreview &preview);
    // With the columns, as far as they differ from what was found.
    engine::ListChoices choices() const;
    const engine::ListChoices &reading() const { return m_reading; } // without the columns
    bool hasPhone() const;
    void focusPhone();

Q_SIGNALS:
    // The file has to be read anew, with reading().
    void readingChanged();
    void columnsChanged();

private:
    void readAnew();
    void showNotes();
    void retranslate() override;

    Form<Ui::ListForm> m_ui;
    engine::ContactPreview m_preview;
    engine::ListChoices m_reading; // without columns
    QMap<engine::ColumnRole, QComboBox *> m_roles;
    bool m_filling = false;
    engine::ListUse m_use = engine::ListUse::Contacts;
};

} // namespace gui
