// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does on the Contacts page.
#include "engine/contactbook.h"
#include "engine/wording.h"
#include "gui/dialogs/contactdialog.h"
#include "gui/dialogs/exportprogress.h"
#include "gui/dialogs/importwizard.h"
#include "gui/dialogs/listdialog.h"
#include "gui/dialogs/mergedialog.h"
#include "gui/dialogs/persondialog.h"
#include "gui/pages/contactspage.h"
#include "gui/savefile.h"
#include "models/contactmodel.h"
#include "phone/phonenumber.h"
#include "ui_contactspage.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>

namespace gui {
using namespace Qt::StringLiterals;

namespace {
constexpr int mostNames = 500; // that one dialog asks about
} // namespace

void ContactsPage::edit(const domain::Contact &contact)
{
    auto fields = storage::ContactRepository(m_context.reader).fieldNames();
    auto *dialog = new ContactDialog(contact, fields ? *fields : QStringList(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ContactDialog::saveWanted, this, [this, dialog](const domain::Contact &written) {
        m_context.engine.call(
            dialog, [written](engine::ContactBook &contactBook) { return contactBook.save(written); },
            [this, dialog, written](const base::Result<qint64> &saved) {
                if (!saved) {
                    dialog->complain(saved.error().field == "number"_L1
                                         ? tr("Another contact has this number already.")
                                         : engine::wording::sentence(saved.error()));
                    return;
                }
                dialog->accept();
                Q_EMIT announced(tr("Saved: %1").arg(written.name.isEmpty() ? written.number : written.name));
                refresh();
            });
    });
    dialog->open();
}

void ContactsPage::remove()
{
    if (showsOptOuts()) {
        setOptedOut(false);
        return;
    }
    const auto gone = selected();
    change([gone](engine::ContactBook &contactBook) { return contactBook.remove(gone); },
           tr("%n contacts were deleted.", nullptr, static_cast<int>(gone.size())),
           [gone](engine::ContactBook &contactBook) { return contactBook.restore(gone); });
}

// The chosen ones are one person; else whoever has a name in common is looked for.
void ContactsPage::merge()
{
    const auto chosen = selected();
    if (chosen.size() > 1) {
        mergeAmong({chosen}, true);
        return;
    }
    m_context.engine.call(
        this, [](engine::ContactBook &contactBook) { return contactBook.namesakes(mostNames, mostEntries); },
        [this](const base::Result<QList<QList<domain::Contact>>> &found) {
            if (!found)
                complain(found.error());
            else if (found->isEmpty())
                Q_EMIT announced(tr("No two contacts have the same name."));
            else
                mergeAmong(*found, false);
        });
}

void ContactsPage::mergeAmong(const QList<QList<domain::Contact>> &people, bool ticked)
{
    auto *dialog = new MergeDialog(people, ticked, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const auto merges = dialog->merges();
        qsizetype gone = 0;
        for (const auto &merge : merges)
            gone += merge.gone.size();
        change([merges](engine::ContactBook &contactBook) { return contactBook.merge(merges); },
               tr("%n contacts were merged into others.", nullptr, static_cast<int>(gone)),
               [merges](engine::ContactBook &contactBook) { return contactBook.unmerge(merges); });
    });
    dialog->open();
}

void ContactsPage::sendToThese()
{
    const auto contacts = selected();
    if (contacts.isEmpty())
        Q_EMIT groupChosen(group());
    else
        Q_EMIT contactsChosen(contacts);
}

void ContactsPage::newGroup(bool withSelected)
{
    const QString name = QInputDialog::getText(this, tr("New group"), tr("Name of the group")).simplified();
    if (name.isEmpty())
        return;
    const auto contacts = withSelected ? selected() : QList<domain::Contact>();
    change(
        [name, contacts](engine::ContactBook &contactBook) -> base::Result<void> {
            if (auto created = contactBook.createGroup(name); !created)
                return created;
            return contactBook.setMembers(name, contacts, true);
        },
        tr("Group “%1” created.").arg(name));
}

void ContactsPage::renameGroup()
{
    const QString from = group();
    const QString to =
        QInputDialog::getText(this, tr("Rename"), tr("Name of the group"), QLineEdit::Normal, from)
            .simplified();
    if (to.isEmpty() || to == from)
        return;
    m_ui->groupList->currentItem()->setData(groupRole, to); // it stays the one that is shown
    m_model->setFilter(to, m_ui->searchEdit->text());
    change([from, to](engine::ContactBook &contactBook) { return contactBook.renameGroup(from, to); },
           tr("The group is now called “%1”.").arg(to));
}

void ContactsPage::removeGroup()
{
    const QString name = group();
    QList<domain::Contact> members;
    storage::ContactFilter filter;
    filter.group = name;
    const auto walked = storage::ContactRepository(m_context.reader)
                            .forEach(filter, [&members](const domain::Contact &contact) {
                                members.append(contact);
                                return true;
                            });
    if (!walked) {
        complain(walked.error());
        return;
    }
    change([name](engine::ContactBook &contactBook) { return contactBook.removeGroup(name); },
           tr("Group “%1” was deleted; its contacts are kept.").arg(name),
           [name, members](engine::ContactBook &contactBook) -> base::Result<void> {
               if (auto created = contactBook.createGroup(name); !created)
                   return created;
               return contactBook.setMembers(name, members, true);
           });
}

void ContactsPage::setMembers(const QString &name, bool members)
{
    QList<domain::Contact> contacts = selected();
    // Who is there, or not there, already stays so when it is undone.
    contacts.removeIf(
        [&](const domain::Contact &contact) { return contact.groups.contains(name) == members; });
    auto set = [name, contacts](bool in) {
        return [name, contacts, in](engine::ContactBook &contactBook) {
            return contactBook.setMembers(name, contacts, in);
        };
    };
    const int n = static_cast<int>(contacts.size());
    change(set(members),
           members ? tr("%n contacts were added to “%1”.", nullptr, n).arg(name)
                   : tr("%n contacts were removed from “%1”.", nullptr, n).arg(name),
           set(!members));
}

void ContactsPage::addOptOut()
{
    const QString typed =
        QInputDialog::getText(this, tr("Opted out"), tr("Number that will no longer receive messages"));
    if (typed.trimmed().isEmpty())
        return;
    const phone::PhoneNumber number = phone::parse(typed);
    if (number.error != phone::NumberError::None) {
        m_problem = tr("“%1” is not a usable number.").arg(typed);
        showState();
        return;
    }
    change([e164 = number.e164](
               engine::ContactBook &contactBook) { return contactBook.setOptedOut({e164}, true); },
           tr("%1 will no longer receive messages.").arg(phone::forDisplay(number.e164)));
}

void ContactsPage::setOptedOut(bool out)
{
    const QStringList numbers = selectedNumbers();
    const int n = static_cast<int>(numbers.size());
    if (!out && QMessageBox::question(this, u"Budstikke"_s,
                                      tr("%n people have opted out. Remove them from the list only if they "
                                         "have asked to receive messages again. Remove them?",
                                         nullptr, n)) != QMessageBox::Yes)
        return;
    change([numbers, out](engine::ContactBook &contactBook) { return contactBook.setOptedOut(numbers, out); },
           out ? tr("%n people will no longer receive messages.", nullptr, n)
               : tr("%n people can get messages again.", nullptr, n));
}

void ContactsPage::showPerson()
{
    const QStringList numbers = selectedNumbers();
    if (numbers.size() != 1)
        return;
    auto *dialog = new PersonDialog(m_context.reader, numbers.constFirst(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ContactsPage::erase()
{
    const QStringList numbers = selectedNumbers();
    if (numbers.size() != 1)
        return;
    QMessageBox box(QMessageBox::Warning, tr("Erase this person"),
                    tr("Erase everything about %1?").arg(phone::forDisplay(numbers.constFirst())),
                    QMessageBox::NoButton, this);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(
        tr("The contact, every message to them, every reply from them and its files are erased. An opt-out "
           "remains in force, without the number. This cannot be undone."));
    QPushButton *yes = box.addButton(tr("Erase for good"), QMessageBox::DestructiveRole);
    box.setDefaultButton(box.addButton(QMessageBox::Cancel));
    box.exec();
    if (box.clickedButton() != yes)
        return;
    m_context.engine.call(
        this,
        [number = numbers.constFirst()](engine::ContactBook &contactBook) {
            return contactBook.erase(number);
        },
        [this](const base::Result<bool> &clean) {
            if (!clean)
                return complain(clean.error());
            Q_EMIT announced(*clean ? tr("Everything about the person was erased.")
                                    : tr("Everything about the person was erased. Another program is reading "
                                         "the database: traces in its file are removed when it is done."));
            refresh();
        });
}

void ContactsPage::exportContacts()
{
    const QString file = askForFile(this, showsOptOuts() ? tr("Export the opt-outs") : tr("Export contacts"),
                                    QString((showsOptOuts() ? tr("Opted out") : title()) + ".xlsx"_L1),
                                    tr("Spreadsheets (*.xlsx *.csv)"));
    if (file.isEmpty())
        return;
    storage::ContactFilter filter; // what is shown is what is written
    filter.group = group();
    filter.search = m_ui->searchEdit->text();
    auto *dialog = new ExportProgress(
        m_context.reader.file(),
        [filter, file, out = showsOptOuts()](storage::Database &database,
                                             const engine::ExportProgress &progress) {
            return out ? engine::exportOptOuts(database, file, progress)
                       : engine::exportContacts(database, filter, file, progress);
        },
        this);
    connect(dialog, &ExportProgress::exported, this, [this, file](const base::Result<qint64> &rows) {
        if (rows)
            Q_EMIT announced(tr("%n rows were saved to %1", nullptr, static_cast<int>(*rows)).arg(file));
        else
            complain(rows.error());
    });
}

void ContactsPage::importFile(const QString &file)
{
    auto *wizard = new ImportWizard(m_context, this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &ImportWizard::contactsChanged, this, &ContactsPage::refresh);
    connect(wizard, &QDialog::finished, this, [this, wizard](int) {
        if (const qint64 id = wizard->importId(); id != 0)
            offerUndo(wizard->outcome(), [id](engine::ContactBook &contactBook) -> base::Result<void> {
                const auto undone = contactBook.undoImport(id);
                return undone ? base::Result<void>() : base::Result<void>(undone.error());
            });
    });
    wizard->open();
    if (!file.isEmpty())
        wizard->openFile(file);
}

void ContactsPage::importOptOuts()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Import opt-outs"), {}, tr("Lists (*.xlsx *.ods *.csv *.txt *.vcf);;All files (*)"));
    if (!file.isEmpty())
        importOptOuts(file, {});
}

void ContactsPage::importOptOuts(const QString &file, const engine::ListChoices &choices)
{
    m_context.engine.call(
        this,
        [file, choices](engine::ContactBook &contactBook) {
            return contactBook.importOptOuts(file, choices);
        },
        [this, file, choices](const base::Result<engine::OptOutImport> &imported) {
            if (!imported && ListDialog::helpsWith(imported.error())) {
                auto *dialog = new ListDialog(m_context, file, choices, this);
                dialog->setAttribute(Qt::WA_DeleteOnClose);
                connect(dialog, &QDialog::accepted, this,
                        [this, file, dialog] { importOptOuts(file, dialog->choices()); });
                dialog->open();
                return;
            }
            if (!imported)
                return complain(imported.error());
            m_problem.clear();
            QStringList lines;
            for (const engine::SkippedContact &skipped : imported->skipped.mid(0, 10))
                lines.append(tr("Row %1: “%2”: %3", "row, typed, why")
                                 .arg(skipped.row)
                                 .arg(skipped.input, engine::wording::skipReason(skipped.reason)));
            if (imported->skipped.size() > lines.size())
                lines.append(
                    tr("%n more", nullptr, static_cast<int>(imported->skipped.size() - lines.size())));
            refresh();
            if (!lines.isEmpty()) {
                m_problem = tr("%n rows have no number and were skipped:", nullptr,
                               static_cast<int>(imported->skipped.size())) +
                            u'\n' + lines.join(u'\n');
                showState();
            }
            Q_EMIT announced(
                tr("%n people were added to the opt-out list.", nullptr, static_cast<int>(imported->added)));
        });
}

} // namespace gui
