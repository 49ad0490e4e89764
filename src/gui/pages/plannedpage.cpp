// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/plannedpage.h"

#include "engine/changes.h"
#include "engine/wording.h"
#include "gui/pages/campaignactions.h"
#include "gui/widgets/progressdelegate.h"
#include "gui/widgets/tablehabits.h"
#include "gui/widgets/tablelook.h"
#include "gui/widgets/theme.h"
#include "models/campaignmodel.h"
#include "models/plannedmodel.h"
#include "ui_plannedpage.h"

#include <QDateTime>
#include <QHeaderView>
#include <QMenu>

namespace gui {
using namespace Qt::StringLiterals;
using models::CampaignModel;
using models::PlannedModel;

PlannedPage::PlannedPage(Context &context, QWidget *parent)
    : Page(context, parent)
    , m_ui(this)
    , m_model(new PlannedModel(context.reader, this))
    , m_runs(new CampaignModel(context.reader, this))
    , m_actions(new CampaignActions(context, this))
{
    dress();
    connectTables();
    connectButtons();
    connect(context.engine.part<engine::Changes>(), &engine::Changes::campaignsChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    retranslate();
}

void PlannedPage::dress()
{
    constexpr int leastRows = 5;
    m_ui->table->setModel(m_model);
    m_ui->runsTable->setModel(m_runs);
    for (QTableView *table : {m_ui->table, m_ui->runsTable}) {
        tablelook::dress(table);
        table->setSelectionMode(QAbstractItemView::SingleSelection);
        table->setMinimumHeight(leastRows * table->verticalHeader()->defaultSectionSize());
    }
    auto *habits =
        new TableHabits(m_ui->table, m_context,
                        {.name = u"planned"_s, .wide = PlannedModel::Name, .characters = {18, 22, 20, 14}});
    habits->setMenu([this](QMenu &menu) { fillMenu(menu); });
    new TableHabits(m_ui->runsTable, m_context,
                    {.name = u"runs"_s, .wide = CampaignModel::Done, .characters = {26, 20, 12, 38, 20}});
    m_ui->runsTable->setItemDelegateForColumn(CampaignModel::Done,
                                              new ProgressDelegate(CampaignModel::ProgressRole, this));
}

void PlannedPage::connectTables()
{
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PlannedPage::showChosen);
    connect(m_model, &PlannedModel::modelReset, this, &PlannedPage::showChosen);
    connect(m_ui->table, &QTableView::activated, this,
            [this](const QModelIndex &row) { Q_EMIT campaignWanted(m_model->campaign(row.row()).id); });
    connect(m_ui->runsTable, &QTableView::activated, this, [this](const QModelIndex &row) {
        Q_EMIT campaignWanted(row.data(CampaignModel::IdRole).toLongLong());
    });
    connect(m_ui->calendar, &QCalendarWidget::clicked, this, [this](QDate day) { showDay(day); });
    connect(m_ui->calendar, &QCalendarWidget::activated, this, [this](QDate day) { showDay(day); });
    connect(m_ui->calendar, &QCalendarWidget::currentPageChanged, this, [this](int, int) { showMarks(); });
}

void PlannedPage::connectButtons()
{
    connect(m_ui->backButton, &QPushButton::clicked, this, [this] { Q_EMIT pageWanted(PageId::Campaigns); });
    connect(m_ui->newButton, &QPushButton::clicked, this, [this] { Q_EMIT pageWanted(PageId::Send); });
    connect(m_ui->allButton, &QPushButton::clicked, this, [this] { showDay(std::nullopt); });
    connect(m_ui->openButton, &QPushButton::clicked, this, [this] {
        if (const auto campaign = chosen())
            Q_EMIT campaignWanted(campaign->id);
    });
    connect(m_ui->timeButton, &QPushButton::clicked, this, [this] {
        if (const auto campaign = chosen())
            m_actions->changeTime(*campaign);
    });
    connect(m_ui->skipButton, &QPushButton::clicked, this, [this] {
        if (const auto campaign = chosen())
            m_actions->skipNext(campaign->id);
    });
    connect(m_ui->pauseButton, &QPushButton::clicked, this, [this] {
        if (const auto campaign = chosen())
            m_actions->pauseSeries(*campaign);
    });
    connect(m_actions, &CampaignActions::answered, this, [this](const base::Result<void> &result) {
        m_problem = Sentence::of(result);
        refresh();
    });
    connect(m_actions, &CampaignActions::announced, this, &Page::announced);
}

QString PlannedPage::title() const
{
    return tr("Planned campaigns");
}

void PlannedPage::activated()
{
    m_problem.clear();
    m_ui->titleLabel->setFont(theme::title(font())); // its scroll area has taken it away
    showDay(std::nullopt);
    refresh();
    if (m_model->rowCount() > 0 && !m_ui->table->currentIndex().isValid())
        m_ui->table->selectRow(0);
    m_ui->table->setFocus();
}

void PlannedPage::refresh()
{
    const auto kept = chosen();
    m_model->refresh(QDateTime::currentMSecsSinceEpoch());
    for (int row = 0; kept && row < m_model->rowCount(); ++row) {
        if (m_model->campaign(row).id == kept->id) {
            m_ui->table->selectRow(row);
            break;
        }
    }
    showMarks();
    showChosen();
}

void PlannedPage::showDay(std::optional<QDate> day)
{
    m_model->setDay(day);
    m_ui->allButton->setVisible(day.has_value());
    if (m_model->rowCount() > 0)
        m_ui->table->selectRow(0);
    showChosen();
}

void PlannedPage::showMarks()
{
    m_ui->calendar->setMarks(m_model->timesIn(m_ui->calendar->yearShown(), m_ui->calendar->monthShown()));
}

std::optional<domain::Campaign> PlannedPage::chosen() const
{
    const QModelIndexList rows = m_ui->table->selectionModel()->selectedRows();
    if (rows.isEmpty() || rows.constFirst().row() >= m_model->rowCount())
        return std::nullopt;
    return m_model->campaign(rows.constFirst().row());
}

void PlannedPage::showChosen()
{
    const auto campaign = chosen();
    const bool series = campaign && campaign->isSeries();
    const bool waits = campaign && campaign->state == domain::CampaignState::Planned;
    m_ui->openButton->setEnabled(campaign.has_value());
    m_ui->timeButton->setEnabled(waits && campaign->startAtMs);
    m_ui->skipButton->setEnabled(series && waits);
    m_ui->pauseButton->setEnabled(series);
    m_ui->pauseButton->setText(series && !waits ? tr("&Resume the series") : tr("&Pause the series"));
    m_ui->runsLabel->setVisible(series);
    m_ui->runsTable->setVisible(series);
    if (series) {
        models::CampaignFilter runs;
        runs.series = campaign->id;
        m_runs->setFilter(runs);
        m_ui->runsLabel->setText(m_runs->rowCount() == 0 ? tr("No run of “%1” yet").arg(campaign->name)
                                                         : tr("Past runs of “%1”").arg(campaign->name));
    }
    const bool none = m_model->isEmpty();
    for (QWidget *widget :
         {static_cast<QWidget *>(m_ui->table), static_cast<QWidget *>(m_ui->calendar),
          static_cast<QWidget *>(m_ui->openButton), static_cast<QWidget *>(m_ui->timeButton),
          static_cast<QWidget *>(m_ui->skipButton), static_cast<QWidget *>(m_ui->pauseButton)})
        widget->setVisible(!none);
    const bool otherDays = !none && m_model->rowCount() == 0;
    m_ui->emptyLabel->setVisible(none || otherDays);
    m_ui->newButton->setVisible(none);
    // What is hidden would keep its share of the page.
    m_ui->contentColumn->setStretchFactor(m_ui->listRow, none ? 0 : 3);
    m_ui->contentColumn->setStretchFactor(m_ui->runsTable, series ? 2 : 0);
    m_ui->emptyLabel->setText(otherDays ? tr("Nothing is planned for that day.")
                                        : tr("Nothing is planned. Choose a time under “When and how” on the "
                                             "Send page; it is then listed here."));
    m_ui->strip->say(Strip::Error, m_problem);
}

// What the buttons beneath do, where the hand is.
void PlannedPage::fillMenu(QMenu &menu)
{
    for (QPushButton *button : {m_ui->openButton, m_ui->timeButton, m_ui->skipButton, m_ui->pauseButton})
        menu.addAction(button->text(), button, &QPushButton::click)->setEnabled(button->isEnabled());
}

void PlannedPage::fit(bool narrow)
{
    m_ui->listRow->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void PlannedPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->titleLabel->setFont(theme::title(font()));
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, m_model->columnCount() - 1);
    Q_EMIT m_runs->headerDataChanged(Qt::Horizontal, 0, m_runs->columnCount() - 1);
    refresh();
}

} // namespace gui
