// SPDX-License-Identifier: GPL-3.0-or-later
// Groups of contacts: made, renamed, deleted, filled and emptied, from two menus.
#pragma once

#include "gui/pages/contactchanges.h"

class QMenu;

namespace gui {

class GroupActions final : public ContactJob
{
    Q_OBJECT
public:
    using ContactJob::ContactJob;

    void fillGroupMenu(QMenu &menu); // of the group that is shown
    void addChosenTo(const QString &group) { setMembers(group, true); }
    void fillMemberMenu(QMenu &menu); // of the contacts that are chosen

Q_SIGNALS:
    void renamed(const QString &to); // the group that is shown, just before it is

private:
    void create(const QList<domain::Contact> &members);
    void rename();
    void remove();
    void setMembers(const QString &group, bool members);
};

} // namespace gui
