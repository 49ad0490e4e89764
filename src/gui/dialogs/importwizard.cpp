// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/importwizard.h"

#include "engine/contactbook.h"
#include "engine/filewording.h"
#include "engine/language.h"
#include "engine/wording.h"
#include "gui/dialogs/exportprogress.h"
#include "gui/savefile.h"
#include "gui/widgets/listform.h"
#include "gui/widgets/tablehabits.h"
#include "gui/widgets/tablelook.h"
#include "gui/widgets/theme.h"
#include "ui_importwizard.h"

#include <QFileInfo>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

constexpr int shownProblems = 1000; // of more, the number is told
constexpr int progressMs = 100;
constexpr int typedRole = Qt::UserRole;

} // namespace

ImportWizard::ImportWizard(Context &context, QWidget *parent)
    : Translated(parent)
    , m_context(context)
    , m_ui(this)
{
    tablelook::dress(m_ui->problemTable);
    new TableHabits(m_ui->problemTable, context,
                    {.name = u"importProblems"_s, .wide = 2, .characters = {8, 28, 30}});
    m_ui->progressBar->hide();
    theme::sizeByText(this, 90, 34);
    m_progressTimer.setInterval(progressMs);
    connect(&m_progressTimer, &QTimer::timeout, this, &ImportWizard::showProgress);
    connect(m_ui->listForm, &ListForm::readingChanged, this, [this] {
        m_request.list = m_ui->listForm->reading();
        preview();
    });
    connect(m_ui->listForm, &ListForm::columnsChanged, this, &ImportWizard::settle);
    connect(m_ui->againButton, &QPushButton::clicked, this, [this] { run(true); });
    connect(m_ui->problemTable, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem *item) {
        if (m_filling || item->column() != 1)
            return;
        m_request.corrections.insert(
            {m_ui->problemTable->item(item->row(), 0)->text().toInt(), item->data(typedRole).toString()},
            item->text());
        m_ui->againButton->setEnabled(true);
    });
    connect(m_ui->undoImportButton, &QPushButton::clicked, this, &ImportWizard::undo);
    connect(m_ui->nextButton, &QPushButton::clicked, this, &ImportWizard::next);
    connect(m_ui->backButton, &QPushButton::clicked, this, &ImportWizard::back);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, [this] {
        if (m_busy && m_progress)
            m_progress->cancelled = true;
        else
            reject();
    });
    retranslate();
}

ImportWizard::~ImportWizard()
{
    if (m_progress)
        m_progress->cancelled = true;
}

void ImportWizard::chooseFile()
{
    const QString file = askForExistingFile(this, tr("Import contacts"),
                                            tr("Lists (*.xlsx *.ods *.csv *.txt *.vcf);;All files (*)"));
    if (!file.isEmpty())
        openFile(file);
}

void ImportWizard::openFile(const QString &file)
{
    m_request = {};
    m_request.file = file;
    preview();
}

void ImportWizard::preview()
{
    setBusy(true);
    engine::ContactImportRequest wanted = m_request;
    m_context.engine.call(
        this, [wanted](engine::ContactBook &contacts) { return contacts.preview(wanted); },
        [this](const base::Result<engine::ContactPreview> &found) {
            setBusy(false);
            if (!found) {
                complain(found.error());
                return;
            }
            m_ui->listForm->showPreview(*found);
            m_step = Columns;
            showStep();
        });
}

// Without a column of numbers there is nothing to import.
void ImportWizard::settle()
{
    m_ui->nextButton->setEnabled(!m_busy && (m_step != Columns || m_ui->listForm->hasPhone()));
}

engine::ContactImportRequest ImportWizard::request() const
{
    engine::ContactImportRequest request = m_request;
    request.group = m_ui->groupEdit->text().simplified();
    request.list = m_ui->listForm->choices();
    return request;
}

void ImportWizard::run(bool dryRun)
{
    setBusy(true);
    engine::ContactImportRequest wanted = request();
    wanted.dryRun = dryRun;
    m_progress = std::make_shared<Progress>();
    m_clock.start();
    m_progressTimer.start();
    m_context.engine.callAsync<base::Result<engine::ContactImportSummary>>(
        this,
        [wanted, progress = m_progress](engine::ContactBook &contactBook,
                                        const engine::JobDone<engine::ContactImportSummary> &imported) {
            const auto told = [progress](qint64 done, qint64 total) {
                progress->done = done;
                progress->total = total;
                return !progress->cancelled;
            };
            contactBook.import(wanted, told, imported);
        },
        [this, dryRun](const base::Result<engine::ContactImportSummary> &imported) {
            m_progressTimer.stop();
            setBusy(false);
            if (!imported) {
                complain(imported.error());
                return;
            }
            m_summary = *imported;
            m_step = dryRun ? Problems : Done;
            showProblems();
            showStep();
            if (!dryRun)
                Q_EMIT contactsChanged();
        });
}

void ImportWizard::showProgress()
{
    const qint64 done = m_progress->done;
    const qint64 total = m_progress->total;
    m_ui->progressBar->setRange(0, total > 0 ? 100 : 0);
    m_ui->progressBar->setValue(total > 0 ? static_cast<int>(done * 100 / total) : 0);
    m_ui->progressBar->setFormat(shareInWords(done, total, m_clock.elapsed()));
}

Sentence ImportWizard::outcome() const
{
    return [added = m_summary.added, updated = m_summary.updated, unchanged = m_summary.unchanged,
            skipped = m_summary.skipped.size()] {
        const QLocale locale = engine::language::locale();
        return tr("New: %1. Changed: %2. Unchanged: %3. Skipped: %4.")
            .arg(locale.toString(added), locale.toString(updated), locale.toString(unchanged),
                 locale.toString(skipped));
    };
}

void ImportWizard::showProblems()
{
    const QString counts = outcome().text();
    QStringList lines{counts};
    if (m_summary.skipped.size() > shownProblems)
        lines.append(tr("The first %n are shown.", nullptr, shownProblems));
    for (const listfiles::Finding note : std::as_const(m_summary.notes))
        lines.append(engine::wording::listNote(note));
    m_ui->summaryLabel->setText(lines.join(u'\n'));
    m_ui->doneLabel->setText(m_summary.import > 0 ? counts : tr("Nothing was imported."));
    m_ui->undoImportButton->setVisible(m_summary.import > 0);
    m_filling = true;
    m_ui->problemTable->setSortingEnabled(false); // or the rows move while they are filled
    m_ui->problemTable->setRowCount(
        static_cast<int>(qMin<qsizetype>(m_summary.skipped.size(), shownProblems)));
    for (int i = 0; i < m_ui->problemTable->rowCount(); ++i) {
        const engine::SkippedContact &skipped = m_summary.skipped.at(i);
        const QVariant cells[] = {skipped.row, skipped.input, engine::wording::skipReason(skipped.reason)};
        for (int column = 0; column < 3; ++column) {
            auto *item = new QTableWidgetItem;
            item->setData(Qt::DisplayRole, cells[column]);
            if (column != 1)
                item->setFlags(item->flags() & ~Qt::ItemIsEditable);
            else
                item->setData(typedRole, skipped.typed);
            m_ui->problemTable->setItem(i, column, item);
        }
    }
    m_filling = false;
    m_ui->problemTable->setSortingEnabled(true);
    m_ui->problemTable->setVisible(m_ui->problemTable->rowCount() > 0);
    m_ui->againButton->setVisible(m_ui->problemTable->rowCount() > 0);
    m_ui->againButton->setEnabled(false);
}

void ImportWizard::undo()
{
    setBusy(true);
    m_context.engine.callAsync<base::Result<qint64>>(
        this,
        [id = m_summary.import](engine::ContactBook &contactBook, const engine::JobDone<qint64> &undone) {
            contactBook.undoImport(id, undone);
        },
        [this](const base::Result<qint64> &undone) {
            setBusy(false);
            if (!undone) {
                complain(undone.error());
                return;
            }
            m_summary.import = 0;
            m_ui->undoImportButton->hide();
            m_ui->doneLabel->setText(tr("Undone: the contacts are as they were before."));
            Q_EMIT contactsChanged();
        });
}

void ImportWizard::next()
{
    switch (m_step) {
    case File:
        chooseFile();
        break;
    case Columns:
        m_request.corrections.clear();
        run(true);
        break;
    case Problems:
        run(false);
        break;
    case Done:
        accept();
        break;
    }
}

void ImportWizard::back()
{
    m_step = m_step == Problems ? Columns : File;
    showStep();
}

void ImportWizard::complain(const base::Error &error)
{
    m_ui->importProblem->say(Strip::Error, error.code == base::ErrorCode::Cancelled
                                               ? tr("Cancelled. Nothing was changed.")
                                               : engine::wording::sentence(error));
}

void ImportWizard::setBusy(bool busy)
{
    m_busy = busy;
    m_ui->steps->setEnabled(!busy);
    m_ui->backButton->setEnabled(!busy);
    settle();
    m_ui->progressBar->setVisible(busy);
    if (busy) {
        m_ui->progressBar->setRange(0, 0);
        m_ui->progressBar->setFormat({});
        m_ui->importProblem->say(Strip::Error, {});
    }
}

void ImportWizard::showStep()
{
    m_ui->importProblem->say(Strip::Error, {});
    m_ui->steps->setCurrentIndex(m_step);
    const QString name = QFileInfo(m_request.file).fileName();
    m_ui->titleLabel->setText(m_step == File       ? tr("Which file?")
                              : m_step == Columns  ? tr("What is in the columns of %1?").arg(name)
                              : m_step == Problems ? tr("Preview. You can correct unusable numbers here.")
                                                   : tr("Done"));
    m_ui->nextButton->setText(m_step == File       ? tr("Choose a file…")
                              : m_step == Columns  ? tr("&Next")
                              : m_step == Problems ? tr("&Import")
                                                   : tr("Close"));
    m_ui->backButton->setVisible(m_step == Columns || m_step == Problems);
    m_ui->cancelButton->setVisible(m_step != Done);
    theme::makePrimary(m_ui->nextButton);
    settle();
    if (m_step == Columns)
        m_ui->listForm->focusPhone();
    else
        m_ui->nextButton->setFocus();
}

void ImportWizard::retranslate()
{
    m_ui->retranslateUi(this);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_ui->titleLabel->setFont(bold);
    if (m_step >= Problems)
        showProblems();
    showStep();
}

} // namespace gui
