// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/campaignspage.h"

#include "engine/changes.h"
#include "engine/wording.h"
#include "gui/pages/campaignactions.h"
#include "gui/widgets/progressdelegate.h"
#include "gui/widgets/tablehabits.h"
#include "gui/widgets/tablelook.h"
#include "gui/widgets/theme.h"
#include "models/campaignmodel.h"
#include "ui_campaignspage.h"

#include <QApplication>
#include <QMenu>
#include <QShortcut>

#include <algorithm>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

constexpr int whichCount = models::CampaignFilter::Archived + 1;

} // namespace

CampaignsPage::CampaignsPage(Context &context, QWidget *parent)
    : Page(context, parent)
    , m_ui(this)
    , m_model(new models::CampaignModel(context.reader, this))
    , m_actions(new CampaignActions(context, this))
{
    m_ui->table->setModel(m_model);
    tablelook::dress(m_ui->table);
    m_habits = new TableHabits(
        m_ui->table, context,
        {.name = u"campaigns"_s, .wide = models::CampaignModel::Name, .characters = {24, 20, 12, 34, 18}});
    m_habits->setMenu([this](QMenu &menu) { fillMenu(menu); });
    m_ui->table->setItemDelegateForColumn(models::CampaignModel::Done,
                                          new ProgressDelegate(models::CampaignModel::ProgressRole, this));
    m_ui->searchEdit->setMinimumWidth(28 * fontMetrics().averageCharWidth());
    for (int i = 0; i < whichCount; ++i)
        m_ui->whichCombo->addItem({});
    connectTable();
    connect(m_ui->newButton, &QPushButton::clicked, this, [this] { Q_EMIT pageWanted(PageId::Send); });
    connect(m_ui->plannedButton, &QPushButton::clicked, this, &CampaignsPage::plannedWanted);
    connect(m_ui->monthButton, &QPushButton::clicked, this, &CampaignsPage::monthWanted);
    connect(&m_searchTimer, &QTimer::timeout, this, &CampaignsPage::applyFilter);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, [this] { m_searchTimer.start(); });
    connect(m_ui->whichCombo, &QComboBox::activated, this, [this](int) { applyFilter(); });
    connect(m_actions, &CampaignActions::announced, this, &Page::announced);
    connect(m_actions, &CampaignActions::answered, this, [this](const base::Result<void> &result) {
        m_problem = Sentence::of(result);
        refresh();
    });
    connect(context.engine.part<engine::Changes>(), &engine::Changes::campaignsChanged, this,
            &CampaignsPage::refresh);
    connect(context.engine.part<engine::Changes>(), &engine::Changes::messagesChanged, this, [this](qint64) {
        if (isVisible())
            refresh();
    });
    retranslate();
    refresh();
}

void CampaignsPage::connectTable()
{
    auto open = [this](const QModelIndex &index) {
        Q_EMIT campaignWanted(index.data(models::CampaignModel::IdRole).toLongLong());
    };
    connect(m_ui->table, &QTableView::activated, this, open);
    // With Ctrl or Shift more rows are chosen.
    connect(m_ui->table, &QTableView::clicked, this, [open](const QModelIndex &index) {
        if (QApplication::keyboardModifiers() == Qt::NoModifier)
            open(index);
    });
    auto *rename = new QShortcut(QKeySequence(Qt::Key_F2), m_ui->table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(rename, &QShortcut::activated, this, [this] {
        if (const auto campaigns = chosen(); campaigns.size() == 1)
            m_actions->rename(campaigns.constFirst());
    });
}

QString CampaignsPage::title() const
{
    return tr("Campaigns", "page");
}

void CampaignsPage::activated()
{
    m_problem.clear();
    refresh();
    m_ui->table->setFocus();
}

QList<domain::Campaign> CampaignsPage::chosen() const
{
    QList<domain::Campaign> campaigns;
    for (const QModelIndex &row : m_ui->table->selectionModel()->selectedRows())
        campaigns.append(m_model->campaign(row.row()));
    return campaigns;
}

void CampaignsPage::fillMenu(QMenu &menu)
{
    const QList<domain::Campaign> campaigns = chosen();
    if (campaigns.size() == 1) {
        const domain::Campaign &campaign = campaigns.constFirst(); // copied by each action
        menu.addAction(tr("Open"), this, [this, campaign] { Q_EMIT campaignWanted(campaign.id); });
        menu.addAction(tr("Use again"), this, [this, campaign] { Q_EMIT reuseWanted(campaign.id); });
        menu.addAction(tr("Export the recipients…"), this,
                       [this, campaign] { m_actions->exportList(campaign); });
        menu.addAction(tr("Rename…"), this, [this, campaign] { m_actions->rename(campaign); })
            ->setShortcut(QKeySequence(Qt::Key_F2));
    }
    const bool archived = std::all_of(campaigns.begin(), campaigns.end(),
                                      [](const domain::Campaign &campaign) { return campaign.archived; });
    const bool ended = std::all_of(campaigns.begin(), campaigns.end(),
                                   [](const domain::Campaign &campaign) { return campaign.hasEnded(); });
    menu.addAction(archived ? tr("Take out of the archive") : tr("Archive"), this,
                   [this, campaigns, archived] { m_actions->setArchived(campaigns, !archived); })
        ->setEnabled(ended);
}

void CampaignsPage::applyFilter()
{
    models::CampaignFilter filter;
    filter.which = static_cast<models::CampaignFilter::Which>(m_ui->whichCombo->currentIndex());
    filter.search = m_ui->searchEdit->text();
    m_model->setFilter(filter);
    showState();
}

void CampaignsPage::refresh()
{
    m_model->refresh();
    showState();
}

void CampaignsPage::showState()
{
    const bool none = m_model->isEmpty();
    const bool empty = m_model->rowCount() == 0;
    m_ui->table->setVisible(!empty);
    m_ui->emptyLabel->setVisible(empty);
    m_ui->emptyLabel->setText(
        none ? tr("Here you will see every campaign, how far it has come and what was delivered.")
             : tr("No matches. Try fewer words, or another filter."));
    m_ui->newButton->setVisible(none);
    m_ui->searchEdit->setVisible(!none);
    m_ui->whichCombo->setVisible(!none);
    m_ui->plannedButton->setVisible(!none);
    m_ui->monthButton->setVisible(!none);
    m_ui->strip->say(Strip::Error, m_problem);
}

void CampaignsPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->titleLabel->setFont(theme::title(font()));
    const QString which[] = {tr("All but the archived"),   tr("Waiting for you"),
                             tr("Under way", "campaigns"), tr("Planned", "campaigns"),
                             tr("Ended", "campaigns"),     tr("Archived", "campaigns")};
    for (int i = 0; i < whichCount; ++i)
        m_ui->whichCombo->setItemText(i, which[i]);
    m_ui->table->viewport()->update();
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, m_model->columnCount() - 1);
    showState();
}

} // namespace gui
