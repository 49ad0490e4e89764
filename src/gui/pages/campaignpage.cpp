// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/campaignpage.h"

#include "engine/campaigns.h"
#include "engine/changes.h"
#include "engine/eventwording.h"
#include "engine/language.h"
#include "engine/timetable.h"
#include "engine/wording.h"
#include "gateway/errorcode.h"
#include "gui/dialogs/messagedialog.h"
#include "gui/pages/campaignactions.h"
#include "gui/pages/campaignpause.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/statedelegate.h"
#include "gui/widgets/tablelook.h"
#include "gui/widgets/theme.h"
#include "models/campaignmodel.h"
#include "models/deliveriesreader.h"
#include "models/messagemodel.h"
#include "models/when.h"
#include "storage/campaignrepository.h"
#include "ui_campaignpage.h"

#include <QButtonGroup>
#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>

namespace gui {
using namespace Qt::StringLiterals;
using domain::MessageState;

namespace {

constexpr int reloadAfterMs = 250;
constexpr int searchAfterMs = 150;

enum Chip { All, Delivered, UnderWay, Failed, Uncertain, ChipCount };

QList<MessageState> statesOf(int chip)
{
    switch (chip) {
    case Delivered:
        return domain::statesOf(domain::StateGroup::Delivered);
    case UnderWay:
        return domain::statesOf(domain::StateGroup::UnderWay);
    case Failed:
        return domain::statesOf(domain::StateGroup::Failed);
    case Uncertain:
        return domain::statesOf(domain::StateGroup::Uncertain);
    default:
        return {};
    }
}

} // namespace

CampaignPage::CampaignPage(Context &context, QWidget *parent)
    : Page(context, parent)
    , m_ui(std::make_unique<Ui::CampaignPage>())
    , m_model(new models::MessageModel(context.reader, this))
    , m_deliveries(new models::DeliveriesReader(context.reader.file(), DeliveryChart::columns, this))
    , m_actions(new CampaignActions(context, this))
    , m_chips(new QButtonGroup(this))
{
    m_ui->setupUi(this);
    m_nowButton = m_ui->missedStrip->addButton(u"missedNowButton"_s);
    m_skipButton = m_ui->missedStrip->addButton(u"missedSkipButton"_s);
    m_correctButton = m_ui->strip->addButton(u"correctButton"_s);
    m_goOnButton = m_ui->strip->addButton(u"goOnButton"_s);
    auto *menu = new QMenu(m_ui->exportButton);
    m_listAction = menu->addAction(QString());
    m_pdfAction = menu->addAction(QString());
    m_ui->exportButton->setMenu(menu);
    dress();
    addChips();
    for (QTimer *timer : {&m_reloadTimer, &m_searchTimer})
        timer->setSingleShot(true);
    m_reloadTimer.setInterval(reloadAfterMs);
    m_searchTimer.setInterval(searchAfterMs);
    connect(&m_reloadTimer, &QTimer::timeout, this, &CampaignPage::reload);
    connect(&m_searchTimer, &QTimer::timeout, this, &CampaignPage::applyFilter);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, [this] { m_searchTimer.start(); });
    connect(m_deliveries, &models::DeliveriesReader::answered, this, &CampaignPage::showDeliveries);
    connectButtons();
    connectEngine();
    retranslate();
}

void CampaignPage::dress()
{
    m_ui->table->setModel(m_model);
    m_ui->table->setItemDelegate(new StateDelegate(m_ui->table));
    tablelook::dress(m_ui->table);
    m_ui->table->setMinimumHeight(6 * m_ui->table->verticalHeader()->defaultSectionSize());
    m_ui->historyButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_ui->historyButton->setAutoRaise(true);
    m_ui->historyList->setMaximumHeight(6 * fontMetrics().lineSpacing());
}

void CampaignPage::addChips()
{
    auto *row = new FlowLayout(m_ui->chips);
    row->setSpacing(6);
    for (int chip = All; chip < ChipCount; ++chip) {
        auto *button = new QPushButton(m_ui->chips);
        button->setCheckable(true);
        button->setObjectName(u"chip%1"_s.arg(chip));
        button->setProperty("chip", true);
        m_chips->addButton(button, chip);
        row->addWidget(button);
    }
    m_chips->button(All)->setChecked(true);
    connect(m_chips, &QButtonGroup::idClicked, this, [this](int) { applyFilter(); });
}

void CampaignPage::connectButtons()
{
    connect(m_ui->backButton, &QPushButton::clicked, this, [this] { Q_EMIT pageWanted(PageId::Campaigns); });
    connect(m_ui->againButton, &QPushButton::clicked, this, [this] { Q_EMIT reuseWanted(m_campaign.id); });
    connect(m_correctButton, &QPushButton::clicked, this,
            [this] { Q_EMIT correctionWanted(m_campaign.id, {}, pauseCode(m_campaign)); });
    connect(m_ui->historyButton, &QToolButton::toggled, this, [this](bool) { showHistory(); });
    connect(m_ui->table, &QTableView::activated, this, &CampaignPage::showMessage);

    connect(m_actions, &CampaignActions::startWanted, this, &Page::startWanted);
    connect(m_ui->runButton, &QPushButton::clicked, this, [this] { m_actions->run(m_campaign); });
    connect(m_ui->cancelButton, &QPushButton::clicked, this, [this] { m_actions->cancel(m_campaign.id); });
    connect(m_ui->retryButton, &QPushButton::clicked, this, [this] { m_actions->retry(m_campaign); });
    connect(m_ui->decideButton, &QPushButton::clicked, this, [this] { m_actions->decide(m_campaign); });
    connect(m_goOnButton, &QPushButton::clicked, this,
            [this] { m_actions->goOnAfterQuietHours(m_campaign.id); });
    connect(m_nowButton, &QPushButton::clicked, this, [this] {
        m_missed.remove(m_campaign.id);
        m_actions->sendMissed(m_campaign.id);
    });
    connect(m_skipButton, &QPushButton::clicked, this, [this] {
        m_missed.remove(m_campaign.id);
        m_actions->skipMissed(m_campaign.id);
    });
    connect(m_listAction, &QAction::triggered, this, [this] { m_actions->exportList(m_campaign); });
    connect(m_pdfAction, &QAction::triggered, this,
            [this] { m_actions->exportReport(m_campaign, m_shownDeliveries, m_history); });
    connect(m_actions, &CampaignActions::announced, this, &Page::announced);
    connect(m_actions, &CampaignActions::answered, this, [this](const base::Result<void> &result) {
        m_problem = result ? QString() : engine::wording::sentence(result.error());
        reload();
    });
}

void CampaignPage::connectEngine()
{
    auto changed = [this](qint64 campaign) {
        if (campaign == m_campaign.id && !m_reloadTimer.isActive())
            m_reloadTimer.start();
    };
    const engine::EngineThread &engine = m_context.engine;
    connect(engine.part<engine::Timetable>(), &engine::Timetable::missed, this,
            [this, changed](qint64 campaign, qint64) {
                m_missed.insert(campaign);
                changed(campaign);
            });
    connect(engine.part<engine::Changes>(), &engine::Changes::campaignsChanged, this,
            [this, changed] { changed(m_campaign.id); });
    connect(engine.part<engine::Changes>(), &engine::Changes::messagesChanged, this, changed);
    connect(engine.part<engine::Campaigns>(), &engine::Campaigns::progressed, this, changed);
    connect(engine.part<engine::Campaigns>(), &engine::Campaigns::stopped, this, changed);
    connect(engine.part<engine::Campaigns>(), &engine::Campaigns::sentTwice, this, changed);
}

CampaignPage::~CampaignPage() = default;

QString CampaignPage::title() const
{
    return m_campaign.name;
}

void CampaignPage::activated()
{
    reload();
}

void CampaignPage::open(qint64 campaign)
{
    m_campaign.id = campaign;
    m_problem.clear();
    m_shownDeliveries = {};
    m_ui->chart->setDeliveries(m_shownDeliveries);
    m_ui->searchEdit->clear();
    m_chips->button(All)->setChecked(true);
    applyFilter();
    tablelook::widen(m_ui->table, {17, 16, 16, 24, 9});
    reload();
}

void CampaignPage::fit(bool narrow)
{
    m_ui->figuresRow->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    constexpr int charactersOfALaptop = 150;
    const bool roomy = width() > charactersOfALaptop * fontMetrics().averageCharWidth();
    m_ui->searchEdit->setMinimumWidth((roomy ? 32 : 20) * fontMetrics().averageCharWidth());
}

void CampaignPage::applyFilter()
{
    storage::MessageFilter filter;
    filter.campaign = m_campaign.id;
    filter.states = statesOf(m_chips->checkedId());
    filter.search = m_ui->searchEdit->text().trimmed();
    m_model->setFilter(filter);
}

void CampaignPage::reload()
{
    if (m_campaign.id == 0)
        return;
    if (auto campaign = storage::CampaignRepository(m_context.reader).campaign(m_campaign.id))
        m_campaign = std::move(campaign).value();
    m_model->refresh();
    if (auto history = storage::CampaignRepository(m_context.reader).history(m_campaign.id))
        m_history = std::move(history).value();
    showHead();
    showChips();
    showHistory();
    m_deliveries->ask(m_campaign.id);
}

void CampaignPage::showHead()
{
    const QLocale locale = engine::language::locale();
    const models::Progress progress = models::progressOf(m_campaign.counts);
    m_ui->titleLabel->setText(m_campaign.name);
    m_ui->titleLabel->setFont(theme::title(font())); // its scroll area has taken it away
    QStringList facts{engine::wording::state(m_campaign.state), tr("from %1").arg(m_campaign.sender)};
    if (m_campaign.startedMs)
        facts.append(tr("started %1").arg(models::when(*m_campaign.startedMs)));
    const bool repeats = m_campaign.repeat != domain::Repeat::Once; // each time is a campaign of its own
    facts.append(
        tr("%n recipients", nullptr, static_cast<int>(repeats ? m_campaign.recipients : progress.total)));
    facts.append(tr("%1 SMS").arg(locale.toString(m_campaign.segments)));
    m_ui->subtitleLabel->setText(facts.join(u" · "_s));
    showFigures();

    const bool running = m_campaign.state == domain::CampaignState::Running;
    const bool ended = m_campaign.state == domain::CampaignState::Finished ||
                       m_campaign.state == domain::CampaignState::Cancelled;
    const bool held = m_campaign.state == domain::CampaignState::Held;
    m_ui->runButton->setVisible(!ended && !repeats);
    m_ui->runButton->setText(running                ? tr("Pause")
                             : held                 ? tr("Release")
                             : m_campaign.startedMs ? tr("Resume")
                                                    : tr("Start"));
    m_ui->cancelButton->setVisible(!ended);
    m_ui->retryButton->setVisible(progress.failed > 0 && !running);
    const qint64 undecided = m_campaign.counts[static_cast<size_t>(MessageState::Uncertain)];
    m_ui->decideButton->setVisible(undecided > 0 || m_campaign.hasUncertainRequest());
    showStrips();
}

void CampaignPage::showFigures()
{
    const models::Progress progress = models::progressOf(m_campaign.counts);
    m_ui->deliveredFigure->setFigure(u"✓"_s, tr("Delivered"), progress.delivered,
                                     theme::delivered(palette()));
    m_ui->underWayFigure->setFigure(u"→"_s, tr("Under way"), progress.underWay,
                                    palette().color(QPalette::WindowText));
    m_ui->failedFigure->setFigure(u"✕"_s, tr("Failed"), progress.failed, theme::failed(palette()));
    m_ui->uncertainFigure->setFigure(u"?"_s, tr("Uncertain"), progress.uncertain,
                                     theme::uncertain(palette()));
    m_ui->stateBar->setProgress(progress);
}

void CampaignPage::showChips()
{
    const QLocale locale = engine::language::locale();
    const models::Progress progress = models::progressOf(m_campaign.counts);
    const QString texts[] = {tr("All %1", "recipients").arg(locale.toString(progress.total)),
                             tr("Delivered %1", "recipients").arg(locale.toString(progress.delivered)),
                             tr("Under way %1", "recipients").arg(locale.toString(progress.underWay)),
                             tr("Failed %1", "recipients").arg(locale.toString(progress.failed)),
                             tr("Uncertain %1", "recipients").arg(locale.toString(progress.uncertain))};
    for (int chip = All; chip < ChipCount; ++chip)
        m_chips->button(chip)->setText(texts[chip]);
}

void CampaignPage::showDeliveries(qint64 campaign, const storage::Deliveries &deliveries)
{
    if (campaign != m_campaign.id)
        return;
    m_shownDeliveries = deliveries;
    m_ui->chart->setDeliveries(m_shownDeliveries);
}

void CampaignPage::showHistory()
{
    const QLocale locale = engine::language::locale();
    m_ui->historyList->clear();
    for (auto entry = m_history.crbegin(); entry != m_history.crend(); ++entry)
        m_ui->historyList->addItem(
            tr("%1   %2   %3", "when, what was done, by whom")
                .arg(models::when(entry->atMs), engine::wording::history(*entry), entry->who));
    m_ui->historyButton->setText(tr("History (%n)", nullptr, static_cast<int>(m_history.size())));
    const bool open = m_ui->historyButton->isChecked();
    m_ui->historyButton->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_ui->historyList->setVisible(open);
}

// What asks for a person: the alarm first, then a time that was missed, then why it stands still.
void CampaignPage::showStrips()
{
    QStringList twice;
    for (const domain::HistoryEntry &entry : m_history) {
        if (entry.what == domain::HistoryKind::SentTwice && !twice.contains(entry.detail))
            twice.append(entry.detail);
    }
    m_ui->alarmStrip->say(Strip::Error,
                          twice.isEmpty()
                              ? QString()
                              : tr("%n recipients may have received the message twice: %1. Two statuses with "
                                   "different IDs arrived for one message. Tell Front if it happens again.",
                                   nullptr, static_cast<int>(twice.size()))
                                    .arg(twice.mid(0, 5).join(u", "_s)));

    const bool missed = isMissed();
    m_ui->missedStrip->say(
        Strip::Warning,
        missed ? tr("This campaign was due to start on %1 but could not. Send it now or skip it?")
                     .arg(models::when(*m_campaign.startAtMs))
               : QString());
    const bool silent = m_campaign.state == domain::CampaignState::Finished ||
                        m_campaign.state == domain::CampaignState::Cancelled ||
                        m_campaign.state == domain::CampaignState::Running;
    const auto account = m_context.settings.account(m_campaign.account);
    const QString reason = silent ? QString() : pauseInWords(m_campaign, account);
    m_ui->strip->say(m_problem.isEmpty() ? Strip::Warning : Strip::Error,
                     m_problem.isEmpty() ? reason : m_problem);
    m_goOnButton->setVisible(isQuietPause(m_campaign) && !m_campaign.startAtMs);
    m_goOnButton->setText(tr("Go on at %1", "time of day").arg(quietEnd(account)));
    m_correctButton->setVisible(!silent && pauseCode(m_campaign) != 0);
    m_correctButton->setText(gateway::fieldOf(pauseCode(m_campaign)) == "account"_L1 ? tr("Account settings")
                                                                                     : tr("Edit and resend"));
}

bool CampaignPage::isMissed() const
{
    if (m_campaign.state != domain::CampaignState::Planned || !m_campaign.startAtMs || !m_campaign.approvedMs)
        return false;
    return m_missed.contains(m_campaign.id) || hasMissedItsTime(m_campaign);
}

void CampaignPage::showMessage(const QModelIndex &row)
{
    if (!row.isValid())
        return;
    const domain::Message &message = m_model->message(row.row());
    const auto events = storage::Journal(m_context.reader).events(message.id);
    auto *dialog = new MessageDialog(message, events ? *events : QList<domain::MessageEvent>(), {}, this);
    connect(dialog, &MessageDialog::correctionWanted, this, &Page::correctionWanted);
    dialog->open();
}

void CampaignPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->titleLabel->setFont(theme::title(font()));
    m_ui->table->setAccessibleName(tr("Recipients"));
    m_ui->searchEdit->setAccessibleName(tr("Search recipients"));
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, m_model->columnCount() - 1);
    m_ui->historyList->setAccessibleName(tr("History"));
    m_pdfAction->setText(tr("&Report as PDF …"));
    m_listAction->setText(tr("R&ecipients as Excel or CSV …"));
    m_nowButton->setText(tr("Send it now"));
    m_skipButton->setText(tr("Skip"));
    showHead();
    showChips();
    showHistory();
    m_ui->chart->setDeliveries(m_shownDeliveries);
    m_ui->table->viewport()->update();
}

} // namespace gui
