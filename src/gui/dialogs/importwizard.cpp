// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/importwizard.h"

#include "engine/contactbook.h"
#include "engine/language.h"
#include "engine/wording.h"
#include "gui/widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

constexpr int shownProblems = 1000; // of more, the number is told
constexpr int progressMs = 100;
constexpr int typedRole = Qt::UserRole;

} // namespace

ImportWizard::ImportWizard(Context &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
{
    build();
    m_progressTimer.setInterval(progressMs);
    connect(&m_progressTimer, &QTimer::timeout, this, [this] {
        const qint64 total = m_progress->total;
        m_bar->setRange(0, total > 0 ? 100 : 0);
        m_bar->setValue(total > 0 ? static_cast<int>(m_progress->done * 100 / total) : 0);
    });
    connect(m_fileButton, &QPushButton::clicked, this, &ImportWizard::chooseFile);
    for (QComboBox *combo : {m_encoding, m_separator, m_sheet})
        connect(combo, &QComboBox::activated, this, [this](int) {
            m_request.encoding = m_encoding->currentData().toString();
            const QString separator = m_separator->currentData().toString();
            m_request.separator = separator.isEmpty() ? QChar() : separator.at(0);
            m_request.sheet = m_sheet->currentText();
            preview();
        });
    connect(m_againButton, &QPushButton::clicked, this, [this] { run(true); });
    connect(m_problems, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem *item) {
        if (m_filling || item->column() != 1)
            return;
        m_request.corrections.insert(
            {m_problems->item(item->row(), 0)->text().toInt(), item->data(typedRole).toString()},
            item->text());
        m_againButton->setEnabled(true);
    });
    connect(m_undoButton, &QPushButton::clicked, this, &ImportWizard::undo);
    connect(m_nextButton, &QPushButton::clicked, this, &ImportWizard::next);
    connect(m_backButton, &QPushButton::clicked, this, &ImportWizard::back);
    connect(m_cancelButton, &QPushButton::clicked, this, [this] {
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
    const QString file = QFileDialog::getOpenFileName(this, tr("Import contacts"), {},
                                                      tr("Lists (*.xlsx *.csv *.txt *.vcf);;All files (*)"));
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
        this, [wanted](engine::Engine &engine) { return engine::previewContacts(engine.database(), wanted); },
        [this](const base::Result<engine::ContactPreview> &found) {
            setBusy(false);
            if (!found) {
                complain(found.error());
                return;
            }
            m_preview = *found;
            m_step = Columns;
            showPreview();
            showStep();
        });
}

void ImportWizard::showPreview()
{
    m_form->setRowVisible(m_encoding, !m_preview.encoding.isEmpty());
    m_form->setRowVisible(m_separator, m_preview.kind == "csv"_L1);
    m_form->setRowVisible(m_sheet, m_preview.sheets.size() > 1);
    m_encoding->setCurrentIndex(m_encoding->findData(m_preview.encoding));
    m_separator->setCurrentIndex(m_separator->findData(QString(m_preview.separator)));
    m_sheet->clear();
    m_sheet->addItems(m_preview.sheets);
    m_sheet->setCurrentText(m_preview.sheet);
    for (auto role = m_roles.cbegin(); role != m_roles.cend(); ++role) {
        role.value()->clear();
        role.value()->addItem(tr("(none)"), QString());
        for (const QString &column : std::as_const(m_preview.header))
            role.value()->addItem(column, column);
        role.value()->setCurrentIndex(
            qMax(0, m_preview.columns.contains(role.key())
                        ? role.value()->findData(m_preview.columns.value(role.key()))
                        : 0));
    }
    QStringList notes;
    for (const QString &note : std::as_const(m_preview.notes))
        notes.append(engine::wording::note(note));
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
    m_sample->clear();
    m_sample->setColumnCount(static_cast<int>(m_preview.header.size()));
    m_sample->setHorizontalHeaderLabels(m_preview.header);
    m_sample->setRowCount(static_cast<int>(m_preview.rows.size()));
    for (int row = 0; row < m_sample->rowCount(); ++row) {
        for (int column = 0; column < m_sample->columnCount(); ++column)
            m_sample->setItem(row, column,
                              new QTableWidgetItem(m_preview.rows.at(row).value(column).simplified()));
    }
}

engine::ContactImportRequest ImportWizard::request() const
{
    engine::ContactImportRequest request = m_request;
    request.group = m_group->text().simplified();
    for (auto role = m_roles.cbegin(); role != m_roles.cend(); ++role) {
        // What was guessed and left alone stays a guess: it may join two columns.
        const QString chosen = role.value()->currentData().toString();
        if (!chosen.isEmpty() && chosen != m_preview.columns.value(role.key()))
            request.columns.insert(role.key(), chosen);
    }
    return request;
}

void ImportWizard::run(bool dryRun)
{
    setBusy(true);
    engine::ContactImportRequest wanted = request();
    wanted.dryRun = dryRun;
    m_progress = std::make_shared<Progress>();
    m_progressTimer.start();
    m_context.engine.call(
        this,
        [wanted, progress = m_progress](engine::Engine &engine) {
            return engine::contactbook::import(engine, wanted, [progress](qint64 done, qint64 total) {
                progress->done = done;
                progress->total = total;
                return !progress->cancelled;
            });
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

void ImportWizard::showProblems()
{
    const QLocale locale = engine::language::locale();
    const QString counts =
        tr("New: %1. Changed: %2. As they were: %3. Left out: %4.")
            .arg(locale.toString(m_summary.added), locale.toString(m_summary.updated),
                 locale.toString(m_summary.unchanged), locale.toString(m_summary.skipped.size()));
    QStringList lines{counts};
    if (m_summary.skipped.size() > shownProblems)
        lines.append(tr("The first %n are shown.", nullptr, shownProblems));
    for (const QString &note : std::as_const(m_summary.notes))
        lines.append(engine::wording::note(note));
    m_summaryLabel->setText(lines.join(u'\n'));
    m_doneLabel->setText(m_summary.import > 0 ? counts : tr("Nothing was imported."));
    m_undoButton->setVisible(m_summary.import > 0);
    m_filling = true;
    m_problems->setRowCount(static_cast<int>(qMin<qsizetype>(m_summary.skipped.size(), shownProblems)));
    for (int i = 0; i < m_problems->rowCount(); ++i) {
        const engine::SkippedContact &skipped = m_summary.skipped.at(i);
        const QString cells[] = {QString::number(skipped.row), skipped.input,
                                 engine::wording::skipReason(skipped.reason)};
        for (int column = 0; column < 3; ++column) {
            auto *item = new QTableWidgetItem(cells[column]);
            if (column != 1)
                item->setFlags(item->flags() & ~Qt::ItemIsEditable);
            else
                item->setData(typedRole, skipped.typed);
            m_problems->setItem(i, column, item);
        }
    }
    m_filling = false;
    m_problems->resizeColumnsToContents();
    m_problems->setVisible(m_problems->rowCount() > 0);
    m_againButton->setVisible(m_problems->rowCount() > 0);
    m_againButton->setEnabled(false);
}

void ImportWizard::undo()
{
    setBusy(true);
    m_context.engine.call(
        this,
        [id = m_summary.import](engine::Engine &engine) {
            return engine::contactbook::undoImport(engine, id);
        },
        [this](const base::Result<qint64> &undone) {
            setBusy(false);
            if (!undone) {
                complain(undone.error());
                return;
            }
            m_summary.import = 0;
            m_undoButton->hide();
            m_doneLabel->setText(tr("Undone: the contacts are as they were before."));
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
    m_problem->setText(error.code == base::ErrorCode::Cancelled ? tr("Cancelled. Nothing was changed.")
                                                                : engine::wording::sentence(error));
    m_problem->show();
}

void ImportWizard::setBusy(bool busy)
{
    m_busy = busy;
    m_steps->setEnabled(!busy);
    m_backButton->setEnabled(!busy);
    m_nextButton->setEnabled(!busy);
    m_bar->setVisible(busy);
    if (busy) {
        m_bar->setRange(0, 0);
        m_problem->hide();
    }
}

void ImportWizard::showStep()
{
    m_problem->hide();
    m_steps->setCurrentIndex(m_step);
    const QString name = QFileInfo(m_request.file).fileName();
    m_title->setText(m_step == File      ? tr("Which file?")
                     : m_step == Columns ? tr("What is in the columns of %1?").arg(name)
                     : m_step == Problems
                         ? tr("What will happen. A number that cannot be used can be corrected here.")
                         : tr("Done"));
    m_nextButton->setText(m_step == File       ? tr("Choose a file…")
                          : m_step == Columns  ? tr("&Next")
                          : m_step == Problems ? tr("&Import")
                                               : tr("Close"));
    m_fileButton->hide();
    m_backButton->setVisible(m_step == Columns || m_step == Problems);
    m_cancelButton->setVisible(m_step != Done);
    theme::makePrimary(m_nextButton);
    if (m_step == Columns)
        m_roles.value(u"phone"_s)->setFocus();
    else
        m_nextButton->setFocus();
}

void ImportWizard::retranslate()
{
    setWindowTitle(tr("Import contacts"));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_fileLabel->setText(
        tr("Spreadsheets (.xlsx, .csv) and address cards (.vcf) can be read. You see what was "
           "found, and nothing is stored before you say so."));
    m_bar->setAccessibleName(tr("Progress"));
    m_backButton->setText(tr("&Back"));
    m_cancelButton->setText(tr("Cancel"));
    m_undoButton->setText(tr("&Undo the import"));
    m_againButton->setText(tr("&Check again"));
    m_problems->setHorizontalHeaderLabels({tr("Row"), tr("As typed"), tr("Why")});
    m_problems->setAccessibleName(tr("Problems"));
    m_sample->setAccessibleName(tr("First rows of the file"));
    m_separator->setItemText(0, tr("semicolon"));
    m_separator->setItemText(1, tr("comma"));
    m_separator->setItemText(2, tr("tab"));
    const std::pair<QWidget *, QString> rows[] = {{m_encoding, tr("Encoding (found)")},
                                                  {m_separator, tr("Separator (found)")},
                                                  {m_sheet, tr("Sheet")},
                                                  {m_roles.value(u"phone"_s), tr("Number")},
                                                  {m_roles.value(u"name"_s), tr("Name")},
                                                  {m_roles.value(u"email"_s), tr("E-mail")},
                                                  {m_roles.value(u"groups"_s), tr("Groups")},
                                                  {m_group, tr("Put all in the group")}};
    for (const auto &[field, text] : rows) {
        field->setAccessibleName(text);
        if (auto *label = qobject_cast<QLabel *>(m_form->labelForField(field)))
            label->setText(text);
    }
    for (QComboBox *combo : std::as_const(m_roles)) {
        if (combo->count() > 0)
            combo->setItemText(0, tr("(none)"));
    }
    if (m_step >= Problems)
        showProblems();
    showStep();
}

void ImportWizard::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace gui
