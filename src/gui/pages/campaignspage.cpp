// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/campaignspage.h"

#include "engine/changes.h"
#include "gui/widgets/progressdelegate.h"
#include "gui/widgets/tablelook.h"
#include "gui/widgets/theme.h"
#include "models/campaignmodel.h"
#include "ui_campaignspage.h"

#include <QHeaderView>
#include <QTimer>

namespace gui {

namespace {
constexpr int shortestName = 26; // characters
} // namespace

CampaignsPage::CampaignsPage(Context &context, QWidget *parent)
    : Page(context, parent)
    , m_ui(std::make_unique<Ui::CampaignsPage>())
    , m_model(new models::CampaignModel(context.reader, this))
{
    m_ui->setupUi(this);
    m_ui->table->setModel(m_model);
    tablelook::dress(m_ui->table);
    m_ui->table->setItemDelegateForColumn(models::CampaignModel::Done,
                                          new ProgressDelegate(models::CampaignModel::ProgressRole, this));
    m_ui->table->horizontalHeader()->setStretchLastSection(false);
    m_ui->table->setSelectionMode(QAbstractItemView::SingleSelection);
    theme::makePrimary(m_ui->newButton);
    auto open = [this](const QModelIndex &index) {
        Q_EMIT campaignWanted(index.data(models::CampaignModel::IdRole).toLongLong());
    };
    connect(m_ui->table, &QTableView::activated, this, open);
    connect(m_ui->table, &QTableView::clicked, this, open);
    connect(m_ui->newButton, &QPushButton::clicked, this, [this] { Q_EMIT pageWanted(PageId::Send); });
    connect(context.engine.part<engine::Changes>(), &engine::Changes::campaignsChanged, this,
            &CampaignsPage::refresh);
    connect(context.engine.part<engine::Changes>(), &engine::Changes::messagesChanged, this, [this](qint64) {
        if (isVisible())
            refresh();
    });
    retranslate();
    refresh();
}

CampaignsPage::~CampaignsPage() = default;

QString CampaignsPage::title() const
{
    return tr("Campaigns", "page");
}

void CampaignsPage::activated()
{
    refresh();
    m_ui->table->setFocus();
}

void CampaignsPage::refresh()
{
    const bool first = m_model->rowCount() == 0;
    m_model->refresh();
    const bool empty = m_model->rowCount() == 0;
    m_ui->table->setVisible(!empty);
    m_ui->emptyLabel->setVisible(empty);
    m_ui->newButton->setVisible(empty);
    if (first && !empty) {
        m_ui->table->resizeColumnsToContents();
        tablelook::widen(m_ui->table, {shortestName, 14, 12, 40});
        fitNames();
    }
}

// The name takes what the others leave, but stays readable: then the table scrolls.
void CampaignsPage::fitNames()
{
    const QHeaderView *header = m_ui->table->horizontalHeader();
    const int others = header->length() - header->sectionSize(models::CampaignModel::Name);
    m_ui->table->setColumnWidth(
        models::CampaignModel::Name,
        qMax(shortestName * fontMetrics().averageCharWidth(), m_ui->table->viewport()->width() - others));
}

void CampaignsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    QTimer::singleShot(0, this, &CampaignsPage::fitNames); // the table has its size by then
}

void CampaignsPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->titleLabel->setFont(theme::title(font()));
    m_ui->table->setAccessibleName(tr("Campaigns"));
    m_ui->table->viewport()->update();
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, m_model->columnCount() - 1);
}

} // namespace gui
