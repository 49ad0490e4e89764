// SPDX-License-Identifier: GPL-3.0-or-later
// The address book: people and groups, opt-outs, import and export, and what is kept about a person.
#pragma once

#include "engine/listintake.h"
#include "gui/context.h"
#include "gui/pages/page.h"
#include "storage/contactrepository.h"

#include <QTimer>

#include <memory>

namespace Ui {
class ContactsPage;
}
namespace models {
class ContactModel;
class OptOutModel;
} // namespace models

namespace gui {

class ContactsPage final : public Page
{
    Q_OBJECT
public:
    ContactsPage(Context &context, QWidget *parent = nullptr);
    ~ContactsPage() override;

    QString title() const override;
    void activated() override;
    void retranslate() override;
    void importFile(const QString &file); // empty: asks for it

Q_SIGNALS:
    void groupChosen(const QString &group);
    void contactsChosen(const QList<domain::Contact> &contacts);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    enum GroupListRole { groupRole = Qt::UserRole, optOutRole };
    static constexpr int mostEntries = 20; // that one person may have
    using Undo = std::function<base::Result<void>(engine::ContactBook &)>;

    void refresh();
    void applyFilter();
    void showGroups();
    void showState();
    void fillMenus();
    bool showsOptOuts() const;
    QString group() const; // empty: all
    QList<domain::Contact> selected() const;
    QStringList selectedNumbers() const;

    void edit(const domain::Contact &contact);
    void remove();
    void sendToThese();
    void merge();
    void mergeAmong(const QList<QList<domain::Contact>> &people, bool ticked);
    void newGroup(bool withSelected);
    void renameGroup();
    void removeGroup();
    void setMembers(const QString &group, bool members);
    void addOptOut();
    void setOptedOut(bool out);
    void showPerson();
    void erase();
    void exportContacts(); // or the opt-outs, as shown
    void importOptOuts();
    void importOptOuts(const QString &file, const engine::ListChoices &choices);

    // In the engine's thread; then the page is read again and `done` said, with Undo if there is one.
    void change(Undo work, const QString &done, Undo undo = {});
    void offerUndo(const QString &done, const Undo &undo); // undo empty: only said
    void complain(const base::Error &error);

    Context &m_context;
    std::unique_ptr<Ui::ContactsPage> m_ui;
    models::ContactModel *m_model;
    models::OptOutModel *m_optOuts;
    QTimer m_searchTimer;
    Undo m_undo;
    QString m_problem;
};

} // namespace gui
