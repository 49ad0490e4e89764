// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/contactactions.h"

#include "engine/contactbook.h"
#include "engine/wording.h"
#include "gui/dialogs/contactdialog.h"
#include "gui/dialogs/exportprogress.h"
#include "gui/dialogs/importwizard.h"
#include "gui/dialogs/mergedialog.h"
#include "gui/dialogs/persondialog.h"
#include "gui/question.h"
#include "gui/savefile.h"
#include "phone/phonenumber.h"
#include "storage/contactrepository.h"

namespace gui {
using namespace Qt::StringLiterals;

namespace {
constexpr int mostNames = 500; // that one dialog asks about
} // namespace

void ContactActions::edit(const domain::Contact &contact)
{
    auto fields = storage::ContactRepository(m_context.reader).fieldNames();
    QStringList groups;
    if (const auto all = storage::ContactRepository(m_context.reader).groups()) {
        for (const storage::ContactGroup &group : *all)
            groups.append(group.name);
    }
    auto *dialog = new ContactDialog(contact, fields ? *fields : QStringList(), groups, m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ContactDialog::saveWanted, this, [this, dialog](const domain::Contact &written) {
        m_context.engine.call(
            dialog, [written](engine::ContactBook &book) { return book.save(written); },
            [this, dialog, written](const base::Result<qint64> &saved) {
                if (!saved) {
                    dialog->complain(saved.error().field == "number"_L1
                                         ? tr("Another contact has this number already.")
                                         : engine::wording::sentence(saved.error()));
                    return;
                }
                dialog->accept();
                m_changes.say(tr("Saved: %1").arg(written.name.isEmpty() ? written.number : written.name));
                m_changes.readAgain();
            });
    });
    dialog->open();
}

void ContactActions::remove()
{
    const auto gone = m_chosen().contacts;
    m_changes.make([gone](engine::ContactBook &book) { return book.remove(gone); },
                   tr("%n contacts were deleted.", nullptr, static_cast<int>(gone.size())),
                   [gone](engine::ContactBook &book) { return book.restore(gone); });
}

void ContactActions::merge()
{
    const auto chosen = m_chosen().contacts;
    if (chosen.size() > 1) {
        mergeAmong({chosen}, true);
        return;
    }
    m_context.engine.call(
        this, [](engine::ContactBook &book) { return book.namesakes(mostNames, mostEntries); },
        [this](const base::Result<QList<QList<domain::Contact>>> &found) {
            if (!found)
                m_changes.complain(found.error());
            else if (found->isEmpty())
                m_changes.say(tr("No two contacts have the same name."));
            else
                mergeAmong(*found, false);
        });
}

void ContactActions::mergeAmong(const QList<QList<domain::Contact>> &people, bool ticked)
{
    auto *dialog = new MergeDialog(m_context, people, ticked, m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const auto merges = dialog->merges();
        qsizetype gone = 0;
        for (const auto &merge : merges)
            gone += merge.gone.size();
        m_changes.make([merges](engine::ContactBook &book) { return book.merge(merges); },
                       tr("%n contacts were merged into others.", nullptr, static_cast<int>(gone)),
                       [merges](engine::ContactBook &book) { return book.unmerge(merges); });
    });
    dialog->open();
}

void ContactActions::showPerson()
{
    const QStringList numbers = m_chosen().numbers;
    if (numbers.size() != 1)
        return;
    auto *dialog = new PersonDialog(m_context.reader, numbers.constFirst(), m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ContactActions::erase()
{
    const QStringList numbers = m_chosen().numbers;
    if (numbers.size() != 1)
        return;
    Question erasure;
    erasure.title = tr("Erase this person");
    erasure.words = tr("Erase everything about %1?").arg(phone::forDisplay(numbers.constFirst()));
    erasure.more =
        tr("The contact, every message to them, every reply from them and its files are erased. An opt-out "
           "remains in force, without the number. This cannot be undone.");
    erasure.answers = {{tr("Erase for good"), Answer::Destroy}, {tr("Cancel"), Answer::Leave}};
    erasure.grave = true;
    if (!agreed(m_page, erasure))
        return;
    m_context.engine.callAsync<base::Result<bool>>(
        this,
        [number = numbers.constFirst()](engine::ContactBook &book, const engine::JobDone<bool> &erased) {
            book.erase(number, erased);
        },
        [this](const base::Result<bool> &clean) {
            if (!clean)
                return m_changes.complain(clean.error());
            m_changes.say(*clean ? tr("Everything about the person was erased.")
                                 : tr("Everything about the person was erased. Another program is reading "
                                      "the database: traces in its file are removed when it is done."));
            m_changes.readAgain();
        });
}

void ContactActions::exportShown()
{
    const ChosenContacts chosen = m_chosen();
    const QString file =
        askForFile(m_page, chosen.optOuts ? tr("Export the opt-outs") : tr("Export contacts"),
                   QString((chosen.optOuts ? tr("Opted out") : tr("Contacts", "page")) + ".xlsx"_L1),
                   tr("Spreadsheets (*.xlsx *.csv)"));
    if (file.isEmpty())
        return;
    const storage::ContactFilter filter = chosen.filter; // what is shown is what is written
    auto *dialog = new ExportProgress(
        m_context.reader.file(),
        [filter, file, out = chosen.optOuts](storage::Database &database,
                                             const engine::ExportProgress &progress) {
            return out ? engine::exportOptOuts(database, file, progress)
                       : engine::exportContacts(database, filter, file, progress);
        },
        m_page);
    connect(dialog, &ExportProgress::exported, this, [this, file](const base::Result<qint64> &rows) {
        if (rows)
            m_changes.say(tr("%n rows were saved to %1", nullptr, static_cast<int>(*rows)).arg(file));
        else
            m_changes.complain(rows.error());
    });
}

void ContactActions::importFile(const QString &file)
{
    auto *wizard = new ImportWizard(m_context, m_page);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &ImportWizard::contactsChanged, &m_changes, &ContactChanges::changed);
    connect(wizard, &QDialog::finished, this, [this, wizard](int) {
        if (const qint64 id = wizard->importId(); id != 0)
            m_changes.offerUndo(wizard->outcome(), [this, id] { undoImport(id); });
    });
    wizard->open();
    if (!file.isEmpty())
        wizard->openFile(file);
}

void ContactActions::undoImport(qint64 import)
{
    m_context.engine.callAsync<base::Result<qint64>>(
        this,
        [import](engine::ContactBook &book, const engine::JobDone<qint64> &undone) {
            book.undoImport(import, undone);
        },
        [this](const base::Result<qint64> &undone) {
            m_changes.told(undone ? base::Result<void>() : base::Result<void>(undone.error()));
        });
}

} // namespace gui
