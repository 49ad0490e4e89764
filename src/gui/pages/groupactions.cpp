// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/groupactions.h"

#include "engine/contactbook.h"
#include "gui/question.h"
#include "storage/contactrepository.h"

#include <QMenu>

namespace gui {

namespace {

// A group with its members, all of them or none.
base::Result<void> make(engine::ContactBook &book, const QString &name, const QList<domain::Contact> &members)
{
    if (auto created = book.createGroup(name); !created)
        return created;
    return book.setMembers(name, members, true);
}

} // namespace

void GroupActions::fillGroupMenu(QMenu &menu)
{
    const bool some = !m_chosen().group.isEmpty();
    menu.clear();
    menu.addAction(tr("New group…"), this, [this] { create({}); });
    menu.addAction(tr("Rename…"), this, &GroupActions::rename)->setEnabled(some);
    menu.addAction(tr("Delete the group"), this, &GroupActions::remove)->setEnabled(some);
}

void GroupActions::fillMemberMenu(QMenu &menu)
{
    const QString shown = m_chosen().group;
    menu.clear();
    if (const auto all = storage::ContactRepository(m_context.reader).groups()) {
        for (const storage::ContactGroup &entry : *all) {
            if (entry.name != shown)
                menu.addAction(QString(entry.name).replace(u'&', QStringLiteral("&&")), this,
                               [this, name = entry.name] { setMembers(name, true); });
        }
    }
    menu.addAction(tr("New group…"), this, [this] { create(m_chosen().contacts); });
    if (!shown.isEmpty())
        menu.addAction(tr("Remove from “%1”").arg(shown), this, [this, shown] { setMembers(shown, false); });
}

void GroupActions::create(const QList<domain::Contact> &members)
{
    const QString name = askForLine(m_page, tr("New group"), tr("Name of the group"), {}, tr("Create"))
                             .value_or(QString())
                             .simplified();
    if (name.isEmpty())
        return;
    m_changes.make([name, members](engine::ContactBook &book) { return make(book, name, members); },
                   [name] { return tr("Group “%1” created.").arg(name); });
}

void GroupActions::rename()
{
    const QString from = m_chosen().group;
    const QString to = askForLine(m_page, tr("Rename"), tr("Name of the group"), from, tr("Rename"))
                           .value_or(QString())
                           .simplified();
    if (to.isEmpty() || to == from)
        return;
    Q_EMIT renamed(to);
    m_changes.make([from, to](engine::ContactBook &book) { return book.renameGroup(from, to); },
                   [to] { return tr("The group is now called “%1”.").arg(to); });
}

void GroupActions::remove()
{
    const QString name = m_chosen().group;
    QList<domain::Contact> members;
    storage::ContactFilter filter;
    filter.group = name;
    const auto walked = storage::ContactRepository(m_context.reader)
                            .forEach(filter, [&members](const domain::Contact &contact) {
                                members.append(contact);
                                return true;
                            });
    if (!walked) {
        m_changes.complain(walked.error());
        return;
    }
    m_changes.make([name](engine::ContactBook &book) { return book.removeGroup(name); },
                   [name] { return tr("Group “%1” was deleted; its contacts are kept.").arg(name); },
                   [name, members](engine::ContactBook &book) { return make(book, name, members); });
}

void GroupActions::setMembers(const QString &group, bool members)
{
    QList<domain::Contact> contacts = m_chosen().contacts;
    // Who is there, or not there, already stays so when it is undone.
    contacts.removeIf(
        [&](const domain::Contact &contact) { return contact.groups.contains(group) == members; });
    auto set = [group, contacts](bool in) {
        return
            [group, contacts, in](engine::ContactBook &book) { return book.setMembers(group, contacts, in); };
    };
    const int n = static_cast<int>(contacts.size());
    m_changes.make(
        set(members),
        [members, n, group] {
            return members ? tr("%n contacts were added to “%1”.", nullptr, n).arg(group)
                           : tr("%n contacts were removed from “%1”.", nullptr, n).arg(group);
        },
        set(!members));
}

} // namespace gui
