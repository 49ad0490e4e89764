// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/optoutactions.h"

#include "engine/contactbook.h"
#include "engine/wording.h"
#include "gui/dialogs/listdialog.h"
#include "gui/question.h"
#include "gui/savefile.h"
#include "phone/phonenumber.h"

namespace gui {

namespace {
constexpr int mostRowsNamed = 10;
} // namespace

void OptOutActions::addNumber()
{
    const QString typed = askForLine(m_page, tr("Opted out"),
                                     tr("Number that will no longer receive messages"), {}, tr("Opt out"))
                              .value_or(QString());
    if (typed.trimmed().isEmpty())
        return;
    const phone::PhoneNumber number = phone::parse(typed);
    if (number.error != phone::NumberError::None) {
        m_changes.complain([typed] { return tr("“%1” is not a usable number.").arg(typed); });
        return;
    }
    m_changes.make([e164 = number.e164](engine::ContactBook &book) { return book.setOptedOut({e164}, true); },
                   [e164 = number.e164] {
                       return tr("%1 will no longer receive messages.").arg(phone::forDisplay(e164));
                   });
}

void OptOutActions::set(bool out)
{
    const QStringList numbers = m_chosen().numbers;
    const int n = static_cast<int>(numbers.size());
    Question removal;
    removal.words = tr("%n people have opted out. Remove them from the list only if they have asked to "
                       "receive messages again. Remove them?",
                       nullptr, n);
    removal.answers = {{tr("Remove from the list")}, {tr("Cancel"), Answer::Leave}};
    removal.hesitating = true;
    if (!out && !agreed(m_page, removal))
        return;
    m_changes.make([numbers, out](engine::ContactBook &book) { return book.setOptedOut(numbers, out); },
                   [out, n] {
                       return out ? tr("%n people will no longer receive messages.", nullptr, n)
                                  : tr("%n people can get messages again.", nullptr, n);
                   });
}

void OptOutActions::importList()
{
    const QString file = askForExistingFile(m_page, tr("Import opt-outs"),
                                            tr("Lists (*.xlsx *.ods *.csv *.txt *.vcf);;All files (*)"));
    if (!file.isEmpty())
        importFrom(file, {});
}

void OptOutActions::importFrom(const QString &file, const engine::ListChoices &choices)
{
    m_context.engine.callAsync<base::Result<engine::OptOutImport>>(
        this,
        [file, choices](engine::ContactBook &book, const engine::JobDone<engine::OptOutImport> &imported) {
            book.importOptOuts(file, choices, imported);
        },
        [this, file, choices](const base::Result<engine::OptOutImport> &imported) {
            if (imported)
                return tell(*imported);
            if (!ListDialog::helpsWith(imported.error()))
                return m_changes.complain(imported.error());
            auto *dialog = new ListDialog(m_context, file, choices, m_page);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &QDialog::accepted, this,
                    [this, file, dialog] { importFrom(file, dialog->choices()); });
            dialog->open();
        });
}

QString OptOutActions::rowsInWords(const QList<engine::SkippedContact> &skipped)
{
    QStringList lines{
        tr("%n rows have no number and were skipped:", nullptr, static_cast<int>(skipped.size()))};
    for (const engine::SkippedContact &row : skipped.mid(0, mostRowsNamed))
        lines.append(tr("Row %1: “%2”: %3", "row, typed, why")
                         .arg(row.row)
                         .arg(row.input, engine::wording::skipReason(row.reason)));
    if (skipped.size() > mostRowsNamed)
        lines.append(tr("%n more", nullptr, static_cast<int>(skipped.size() - mostRowsNamed)));
    return lines.join(u'\n');
}

void OptOutActions::tell(const engine::OptOutImport &imported)
{
    m_changes.readAgain();
    if (!imported.skipped.isEmpty())
        m_changes.complain([skipped = imported.skipped] { return rowsInWords(skipped); });
    m_changes.say([n = static_cast<int>(imported.added)] {
        return tr("%n people were added to the opt-out list.", nullptr, n);
    });
}

} // namespace gui
