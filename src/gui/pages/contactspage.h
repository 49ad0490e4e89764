// SPDX-License-Identifier: GPL-3.0-or-later
// The address book: people and groups, opt-outs, import and export, and what is kept about a person.
#pragma once

#include "gui/oneshot.h"
#include "gui/pages/chosencontacts.h"
#include "gui/pages/page.h"
#include "gui/widgets/form.h"
#include "storage/contactrepository.h"

class QMenu;
class QPushButton;
namespace Ui {
class ContactsPage;
}
namespace models {
class ContactModel;
class OptOutModel;
} // namespace models

namespace gui {

class ContactActions;
class ContactChanges;
class GroupActions;
class OptOutActions;

class ContactsPage final : public Page
{
    Q_OBJECT
public:
    ContactsPage(Context &context, QWidget *parent = nullptr);

    QString title() const override;
    void activated() override;
    void retranslate() override;

Q_SIGNALS:
    void groupChosen(const QString &group);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    // What the filter narrows to, beside group and search; own fields follow.
    enum Narrowing { Everyone, NotOptedOut, OptedOut, FailedLast, FailedThrice, FirstField };

    void dress();
    void connectButtons();
    void connectChanges();
    void refresh();
    void applyFilter();
    void showGroups();
    void fillFilters();
    void showUnreachable();
    void showState();
    void fillMoreMenu();
    void fillTableMenu(QMenu &menu);
    void addMore(QMenu &menu);
    storage::ContactFilter filter() const;
    void sendToThese();
    bool showsOptOuts() const;
    bool holdsNobody() const;
    QString group() const; // empty: all
    ChosenContacts chosen() const;

    Form<Ui::ContactsPage> m_ui;
    models::ContactModel *m_model;
    models::OptOutModel *m_optOuts;
    ContactChanges *m_changes;
    ContactActions *m_actions;
    GroupActions *m_groups;
    OptOutActions *m_optOutActions;
    QPushButton *m_undoButton;
    QPushButton *m_unreachableButton;
    OneShot m_searchTimer{searchAfterMs};
};

} // namespace gui
