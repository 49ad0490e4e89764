// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with one chip of the recipients: look inside, change, rename, take out.
#pragma once

#include <QMenu>

namespace gui {

class RecipientsEdit;

class ChipMenu final : public QMenu
{
    Q_OBJECT
public:
    ChipMenu(RecipientsEdit &edit, int chip); // belongs to the edit, and goes once it closes

Q_SIGNALS:
    void lookWanted();    // at who is in it
    void columnsWanted(); // of the list

private:
    void addNumbers();
    void editNumbers();
    void rename();

    RecipientsEdit &m_edit;
    int m_chip;
};

} // namespace gui
