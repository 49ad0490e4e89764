// SPDX-License-Identifier: GPL-3.0-or-later
// One person: who they are, what was sent to them and what came from them, and what can be done.
#pragma once

#include "domain/contact.h"
#include "gui/oneshot.h"
#include "gui/pages/chosencontacts.h"
#include "gui/pages/page.h"
#include "gui/widgets/form.h"

class QMenu;
class QPushButton;
namespace Ui {
class PersonPage;
}
namespace models {
class ThreadModel;
}

namespace gui {

class ContactActions;
class ContactChanges;
class OptOutActions;

class PersonPage final : public Page
{
    Q_OBJECT
public:
    PersonPage(Context &context, QWidget *parent = nullptr);

    QString title() const override;
    void activated() override;
    void retranslate() override;
    void open(const QString &number); // E.164, known as a contact or not

Q_SIGNALS:
    void backWanted();

private:
    void dress();
    void connectButtons();
    void connectChanges();
    void read();
    void showPerson();
    QString factsInWords() const;
    void fillMoreMenu(QMenu &menu);
    void showPiece(const QModelIndex &piece);
    ChosenContacts chosen() const;

    Form<Ui::PersonPage> m_ui;
    models::ThreadModel *m_thread;
    ContactChanges *m_changes;
    ContactActions *m_actions;
    OptOutActions *m_optOutActions;
    QPushButton *m_undoButton;
    QString m_number;
    domain::Contact m_contact; // id 0: none is stored; then with the name that a campaign knew
    bool m_optedOut = false;
    OneShot m_readTimer{250}; // ms: a few times a second
};

} // namespace gui
