// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/recipientsdialog.h"

#include "engine/exports.h"
#include "engine/language.h"
#include "engine/planning.h"
#include "engine/wording.h"
#include "gui/savefile.h"
#include "gui/widgets/tablehabits.h"
#include "gui/widgets/tablelook.h"
#include "gui/widgets/theme.h"
#include "models/recipientmodel.h"
#include "models/skippedmodel.h"
#include "phone/phonenumber.h"
#include "ui_recipientsdialog.h"

#include <QShortcut>

#include <algorithm>
#include <limits>

namespace gui {
using namespace Qt::StringLiterals;

RecipientsDialog::RecipientsDialog(Context &context, QWidget *parent)
    : Translated(parent)
    , m_context(context)
    , m_ui(this)
    , m_included(new models::RecipientModel(this))
    , m_leftOut(new models::SkippedModel(this))
{
    m_ui->includedTable->setModel(m_included);
    m_ui->leftOutTable->setModel(m_leftOut);
    for (QTableView *table : {m_ui->includedTable, m_ui->leftOutTable})
        tablelook::dress(table);
    new TableHabits(
        m_ui->includedTable, m_context,
        {.name = u"getsIt"_s, .wide = models::RecipientModel::Text, .characters = {18, 17, 40, 6, 10}});
    new TableHabits(
        m_ui->leftOutTable, m_context,
        {.name = u"skipped"_s, .wide = models::SkippedModel::Why, .characters = {16, 16, 6, 18, 36}});
    connectTables();
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_included->search(text);
        m_leftOut->search(text);
        settle();
    });
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    theme::sizeByText(this, 120, 30);
    retranslate();
    settle();
}

void RecipientsDialog::connectTables()
{
    for (QTableView *table : {m_ui->includedTable, m_ui->leftOutTable})
        connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
                &RecipientsDialog::settle);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &RecipientsDialog::remove);
    auto *remove = new QShortcut(QKeySequence(QKeySequence::Delete), m_ui->includedTable);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &RecipientsDialog::remove);
    const auto preview = [this] {
        const QModelIndex index = m_ui->includedTable->currentIndex();
        if (!index.isValid())
            return;
        Q_EMIT previewWanted(m_included->placeOf(index.row()));
        accept();
    };
    connect(m_ui->previewButton, &QPushButton::clicked, this, preview);
    connect(m_ui->includedTable, &QTableView::doubleClicked, this, preview);
    connect(m_ui->restoreButton, &QPushButton::clicked, this, &RecipientsDialog::restore);
    connect(m_ui->correctButton, &QPushButton::clicked, this, [this] {
        const QModelIndex index = m_ui->leftOutTable->currentIndex();
        if (index.isValid())
            m_ui->leftOutTable->edit(index.siblingAtColumn(models::SkippedModel::Value));
    });
    connect(m_ui->exportButton, &QPushButton::clicked, this, &RecipientsDialog::exportLeftOut);
    connect(m_leftOut, &models::SkippedModel::retyped, this, &RecipientsDialog::retyped,
            Qt::QueuedConnection); // once the editor has closed
}

void RecipientsDialog::look(const engine::Draft &draft)
{
    engine::Draft whole = draft;
    whole.keptSample = std::numeric_limits<qint64>::max();
    whole.keptSkips = std::numeric_limits<qint64>::max();
    const int question = ++m_question;
    m_context.engine.callAsync<base::Result<engine::PlanSummary>>(
        this,
        [whole](engine::Planning &planning, const engine::JobDone<engine::PlanSummary> &done) {
            planning.examine(whole, {}, done);
        },
        [this, question](const base::Result<engine::PlanSummary> &plan) {
            if (question != m_question)
                return;
            m_ui->strip->say(Strip::Error, plan ? QString() : engine::wording::sentence(plan.error()));
            setPlan(plan ? *plan : engine::PlanSummary());
        });
}

void RecipientsDialog::showLeftOut()
{
    m_ui->tabs->setCurrentWidget(m_ui->leftOutTab);
}

void RecipientsDialog::setPlan(const engine::PlanSummary &plan)
{
    const auto account = m_context.settings.account({});
    m_recipients = plan.totals.recipients;
    m_skipped = plan.skippedCount;
    m_included->setMessages(plan.sample, account ? account->sending : domain::SendingRules());
    const QModelIndex at = m_ui->leftOutTable->currentIndex();
    m_leftOut->setRows(plan.skipped);
    if (at.isValid() && m_leftOut->rowCount() > 0) // the hand stays where it was
        m_ui->leftOutTable->setCurrentIndex(
            m_leftOut->index(std::min(at.row(), m_leftOut->rowCount() - 1), at.column()));
    retranslate();
    settle();
}

void RecipientsDialog::settle()
{
    const QModelIndexList included = m_ui->includedTable->selectionModel()->selectedRows();
    const QModelIndexList leftOut = m_ui->leftOutTable->selectionModel()->selectedRows();
    m_ui->previewButton->setEnabled(included.size() == 1);
    m_ui->removeButton->setEnabled(!included.isEmpty());
    m_ui->correctButton->setEnabled(
        leftOut.size() == 1 &&
        models::SkippedModel::isCorrectable(m_leftOut->skipped(leftOut.constFirst().row())));
    const auto wasRemoved = [this](const QModelIndex &index) {
        return m_leftOut->skipped(index.row()).reason == domain::SkipReason::Removed;
    };
    m_ui->restoreButton->setEnabled(std::any_of(leftOut.cbegin(), leftOut.cend(), wasRemoved));
    m_ui->exportButton->setEnabled(m_skipped > 0);
}

void RecipientsDialog::remove()
{
    QStringList numbers;
    for (const QModelIndex &index : m_ui->includedTable->selectionModel()->selectedRows())
        numbers.append(m_included->message(index.row()).number);
    if (!numbers.isEmpty())
        Q_EMIT removed(numbers);
}

void RecipientsDialog::restore()
{
    QStringList numbers;
    for (const QModelIndex &index : m_ui->leftOutTable->selectionModel()->selectedRows()) {
        const domain::Skipped &row = m_leftOut->skipped(index.row());
        if (row.reason == domain::SkipReason::Removed)
            numbers.append(row.detail);
    }
    if (!numbers.isEmpty())
        Q_EMIT restored(numbers);
}

void RecipientsDialog::exportLeftOut()
{
    const QString file = askForFile(this, tr("Export the skipped rows"), tr("Skipped") + u".xlsx"_s,
                                    tr("Spreadsheets (*.xlsx *.csv)"));
    if (file.isEmpty())
        return;
    const auto written = engine::exportSkipped(m_leftOut->all(), file);
    m_ui->strip->say(written ? Strip::Notice : Strip::Error,
                     written ? tr("%n rows were saved to %1", nullptr, static_cast<int>(*written)).arg(file)
                             : engine::wording::sentence(written.error()));
}

void RecipientsDialog::retranslate()
{
    m_ui->retranslateUi(this);
    const QLocale locale = engine::language::locale();
    m_ui->tabs->setTabText(0, tr("&Gets it (%1)").arg(locale.toString(m_recipients)));
    m_ui->tabs->setTabText(1, tr("&Skipped (%1)").arg(locale.toString(m_skipped)));
    m_included->retranslate();
    m_leftOut->retranslate();
}

} // namespace gui
