// SPDX-License-Identifier: GPL-3.0-or-later
// The senders of an account: each checked as it is added, with the note on replies (OUT-07).
#pragma once

#include "gui/widgets/translated.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace gui {

class SendersEdit final : public Translated<QWidget>
{
    Q_OBJECT
public:
    explicit SendersEdit(QWidget *parent = nullptr);

    QStringList senders() const;
    void setSenders(const QStringList &senders);
    // Adds the text in the field; false if it cannot be a sender, with a note that says so.
    bool commit();

private:
    void judge();
    void retranslate() override;

    QLineEdit *m_edit;
    QPushButton *m_addButton;
    QListWidget *m_list;
    QPushButton *m_removeButton;
    QLabel *m_note;
};

} // namespace gui
