// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/campaignpage.h"

#include "engine/campaigns.h"
#include "engine/changes.h"
#include "engine/contactwording.h"
#include "engine/eventwording.h"
#include "engine/sentwording.h"
#include "engine/timetable.h"
#include "engine/wording.h"
#include "gateway/errorcode.h"
#include "gui/dialogs/messagedialog.h"
#include "gui/pages/campaignactions.h"
#include "gui/pages/campaignpause.h"
#include "gui/widgets/statedelegate.h"
#include "gui/widgets/tablehabits.h"
#include "gui/widgets/tablelook.h"
#include "gui/widgets/theme.h"
#include "models/campaignmodel.h"
#include "models/messagemodel.h"
#include "models/when.h"
#include "storage/campaignrepository.h"
#include "ui_campaignpage.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>

namespace gui {
using namespace Qt::StringLiterals;
using domain::MessageState;
using domain::StateGroup;

namespace {

constexpr int contactEveryMs = 1000;

} // namespace

CampaignPage::CampaignPage(Context &context, QWidget *parent)
    : Page(context, parent)
    , m_ui(this)
    , m_model(new models::MessageModel(context.reader, this))
    , m_deliveries(new models::DeliveriesReader(context.reader.file(), DeliveryChart::columns, this))
    , m_actions(new CampaignActions(context, this))
{
    m_nowButton = m_ui->missedStrip->addButton(u"missedNowButton"_s);
    m_skipButton = m_ui->missedStrip->addButton(u"missedSkipButton"_s);
    m_correctButton = m_ui->strip->addButton(u"correctButton"_s);
    m_goOnButton = m_ui->strip->addButton(u"goOnButton"_s);
    auto *menu = new QMenu(m_ui->exportButton);
    m_listAction = menu->addAction(QString());
    m_pdfAction = menu->addAction(QString());
    m_ui->exportButton->setMenu(menu);
    auto *more = new QMenu(m_ui->moreButton);
    m_renameAction = more->addAction(QString());
    m_archiveAction = more->addAction(QString());
    m_timeAction = more->addAction(QString());
    m_skipNextAction = new QAction(this);
    m_seriesAction = new QAction(this);
    m_ui->moreButton->setMenu(more);
    for (QAction *action : {m_timeAction, m_skipNextAction, m_seriesAction})
        m_ui->seriesView->addButton(action);
    dress();
    connect(&m_reloadTimer, &QTimer::timeout, this, &CampaignPage::reload);
    connect(&m_searchTimer, &QTimer::timeout, this, &CampaignPage::applyFilter);
    m_contactTimer.setInterval(contactEveryMs);
    connect(&m_contactTimer, &QTimer::timeout, this, &CampaignPage::showReason);
    connect(m_ui->chips, &GroupChips::clicked, this, &CampaignPage::applyFilter);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, [this] { m_searchTimer.start(); });
    connect(m_deliveries, &models::DeliveriesReader::answered, this, &CampaignPage::showWalk);
    connectButtons();
    connectEngine();
    retranslate();
}

void CampaignPage::dress()
{
    m_ui->table->setModel(m_model);
    m_ui->table->setItemDelegate(new StateDelegate(m_ui->table));
    tablelook::dress(m_ui->table);
    auto *habits = new TableHabits(m_ui->table, m_context,
                                   {.name = u"recipients"_s,
                                    .wide = models::MessageModel::Reason,
                                    .characters = {18, 13, 11, 23, 9, 25}});
    habits->setMenu([this](QMenu &menu) {
        const QModelIndex row = m_ui->table->currentIndex();
        menu.addAction(tr("Details…"), this, [this, row] { showMessage(row); });
        menu.addAction(tr("The person"), this,
                       [this, number = m_model->message(row.row()).number] { Q_EMIT personWanted(number); });
    });
    m_ui->table->setMinimumHeight(6 * m_ui->table->verticalHeader()->defaultSectionSize());
    m_ui->historyButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_ui->historyButton->setAutoRaise(true);
    m_ui->historyList->setMaximumHeight(6 * fontMetrics().lineSpacing());
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
    connect(m_ui->decideButton, &QPushButton::clicked, this,
            [this] { m_actions->decide(m_campaign, MessageState::Uncertain); });
    connect(m_ui->duplicatesButton, &QPushButton::clicked, this,
            [this] { m_actions->decide(m_campaign, MessageState::Duplicate); });
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
    connect(m_renameAction, &QAction::triggered, this, [this] { m_actions->rename(m_campaign); });
    connect(m_timeAction, &QAction::triggered, this, [this] { m_actions->changeTime(m_campaign); });
    connect(m_skipNextAction, &QAction::triggered, this, [this] { m_actions->skipNext(m_campaign.id); });
    connect(m_seriesAction, &QAction::triggered, this, [this] { m_actions->pauseSeries(m_campaign); });
    connect(m_archiveAction, &QAction::triggered, this,
            [this] { m_actions->setArchived({m_campaign}, !m_campaign.archived); });
    connect(m_listAction, &QAction::triggered, this, [this] { m_actions->exportList(m_campaign); });
    connect(m_pdfAction, &QAction::triggered, this,
            [this] { m_actions->exportReport(m_campaign, m_walk, m_history); });
    connect(m_actions, &CampaignActions::announced, this, &Page::announced);
    connect(m_actions, &CampaignActions::answered, this, [this](const base::Result<void> &result) {
        m_problem = Sentence::of(result);
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
    connect(engine.part<engine::GatewayContact>(), &engine::GatewayContact::changed, this,
            [this](const QString &account, const engine::Contact &contact) {
                if (account != m_campaign.account)
                    return;
                m_contact = contact;
                showReason();
            });
    connect(engine.part<engine::Campaigns>(), &engine::Campaigns::progressed, this,
            [this, changed](qint64 campaign, qint64 done, qint64 total) {
                if (campaign == m_campaign.id)
                    m_pace.note(QDateTime::currentMSecsSinceEpoch(), done, total);
                changed(campaign);
            });
    connect(engine.part<engine::Campaigns>(), &engine::Campaigns::stopped, this, changed);
    connect(engine.part<engine::Campaigns>(), &engine::Campaigns::sentTwice, this, changed);
}

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
    m_pace.clear();
    m_walk = {};
    m_ui->chart->setDeliveries(m_walk.deliveries);
    m_ui->searchEdit->clear();
    m_ui->chips->choose(std::nullopt);
    applyFilter();
    reload();
    askContact();
}

void CampaignPage::setCounting(qint64 campaign)
{
    m_counting = campaign;
    showHead();
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
    if (const auto group = m_ui->chips->chosen())
        filter.states = domain::statesOf(*group);
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
    showHistory();
    m_deliveries->ask(m_campaign.id);
}

void CampaignPage::showHead()
{
    const domain::Progress progress(m_campaign);
    m_ui->titleLabel->setText(m_campaign.name);
    m_ui->titleLabel->setFont(theme::title(font())); // its scroll area has taken it away
    showFacts();
    showFigures();

    const bool running = m_campaign.state == domain::CampaignState::Running;
    const bool ended = m_campaign.hasEnded();
    const bool held = m_campaign.state == domain::CampaignState::Held;
    const bool repeats = m_campaign.isSeries();
    m_ui->runButton->setVisible(!ended && !repeats);
    m_ui->runButton->setText(running                ? tr("Pause")
                             : held                 ? tr("Release")
                             : m_campaign.startedMs ? tr("Resume")
                                                    : tr("&Send now…"));
    m_ui->cancelButton->setVisible(!ended);
    const bool counting = m_counting != 0 && m_counting == m_campaign.id; // only Stop counts then
    for (QWidget *button :
         {static_cast<QWidget *>(m_ui->runButton), static_cast<QWidget *>(m_ui->cancelButton),
          static_cast<QWidget *>(m_ui->moreButton)})
        button->setEnabled(!counting);
    m_archiveAction->setText(m_campaign.archived ? tr("Take out of the &archive") : tr("&Archive"));
    m_archiveAction->setEnabled(ended);
    const bool planned = m_campaign.state == domain::CampaignState::Planned && m_campaign.startAtMs;
    m_timeAction->setVisible(planned);
    m_skipNextAction->setVisible(planned && repeats);
    m_seriesAction->setVisible(repeats && !ended && !held);
    m_seriesAction->setText(planned ? tr("&Pause the series") : tr("R&esume the series"));
    m_ui->retryButton->setVisible(progress.of(StateGroup::Failed) > 0 && !running);
    m_ui->decideButton->setVisible(progress.of(StateGroup::Uncertain) > 0);
    m_ui->duplicatesButton->setVisible(progress.of(StateGroup::Duplicate) > 0);
    showStrips();
}

void CampaignPage::showFacts()
{
    QStringList facts{engine::wording::stateAndTime(m_campaign), tr("from %1").arg(m_campaign.sender)};
    if (m_campaign.startedMs)
        facts.append(tr("started %1").arg(models::when(*m_campaign.startedMs)));
    const qint64 recipients = // each time of a series is a campaign of its own
        m_campaign.isSeries() ? m_campaign.recipients : domain::Progress(m_campaign).total();
    facts.append(tr("%n recipients", nullptr, static_cast<int>(recipients)));
    facts += engine::wording::sentFacts(m_campaign, m_walk.unsentSegments);
    const auto left = m_pace.leftMs(QDateTime::currentMSecsSinceEpoch());
    if (left && m_campaign.state == domain::CampaignState::Running)
        facts.append(engine::wording::timeLeft(*left));
    m_ui->subtitleLabel->setText(facts.join(u" · "_s));
}

void CampaignPage::showFigures()
{
    const domain::Progress progress = models::begun(m_campaign);
    m_ui->figures->setProgress(progress);
    m_ui->chips->setProgress(progress, domain::Progress(m_campaign).total());
    m_ui->stateBar->setProgress(progress);
    const bool repeats = m_campaign.isSeries();
    for (QWidget *part : std::initializer_list<QWidget *>{m_ui->figures, m_ui->chips, m_ui->stateBar,
                                                          m_ui->chart, m_ui->searchEdit, m_ui->table})
        part->setVisible(!repeats);
    m_ui->seriesView->setVisible(repeats);
    if (repeats)
        m_ui->seriesView->setSeries(m_campaign);
    m_ui->contentColumn->setStretchFactor(m_ui->table, repeats ? 0 : 1); // hidden it would keep its share
    m_ui->contentColumn->setStretchFactor(m_ui->seriesView, repeats ? 1 : 0);
}

void CampaignPage::showWalk(qint64 campaign, const models::CampaignWalk &walk)
{
    if (campaign != m_campaign.id)
        return;
    m_walk = walk;
    m_ui->chart->setDeliveries(m_walk.deliveries);
    showFacts();
}

void CampaignPage::showHistory()
{
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
    showReason();
}

// Why it does not get on: of one that runs what the gateway's address says, of another why it stands still.
void CampaignPage::showReason()
{
    const bool running = m_campaign.state == domain::CampaignState::Running;
    const bool silent = running || m_campaign.hasEnded();
    const auto account = m_context.settings.account(m_campaign.account);
    QStringList reasons;
    if (!silent)
        reasons.append(pauseInWords(m_campaign, account));
    if (running || concernsContact(m_campaign.reason))
        reasons.append(engine::wording::contact(m_contact, QDateTime::currentMSecsSinceEpoch()));
    reasons.removeAll(QString());
    m_ui->strip->say(m_problem.isEmpty() ? Strip::Warning : Strip::Error,
                     m_problem.isEmpty() ? reasons.join(u' ') : m_problem.text());
    m_contactTimer.stop();
    if (running && m_contact.isTrouble())
        m_contactTimer.start();
    m_goOnButton->setVisible(isQuietPause(m_campaign) && !m_campaign.startAtMs);
    m_goOnButton->setText(tr("Go on at %1", "time of day").arg(quietEnd(account)));
    m_correctButton->setVisible(!silent && pauseCode(m_campaign) != 0);
    m_correctButton->setText(gateway::fieldOf(pauseCode(m_campaign)) == "account"_L1 ? tr("Account settings")
                                                                                     : tr("Edit and resend"));
}

void CampaignPage::askContact()
{
    m_contact = {};
    m_context.engine.call(
        this,
        [account = m_campaign.account](const engine::GatewayContact &gateway) { return gateway.of(account); },
        [this](const engine::Contact &contact) {
            m_contact = contact;
            showReason();
        });
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
    connect(dialog, &MessageDialog::personWanted, this, &Page::personWanted);
    connect(dialog, &MessageDialog::correctionWanted, this, &Page::correctionWanted);
    dialog->open();
}

void CampaignPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->titleLabel->setFont(theme::title(font()));
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, m_model->columnCount() - 1);
    m_ui->seriesView->retranslate();
    m_pdfAction->setText(tr("&Report as PDF…"));
    m_renameAction->setText(tr("&Rename…"));
    m_timeAction->setText(tr("Change the &time…"));
    m_skipNextAction->setText(tr("S&kip the next time"));
    m_listAction->setText(tr("R&ecipients as Excel or CSV…"));
    m_nowButton->setText(tr("Send it now"));
    m_skipButton->setText(tr("Skip"));
    showHead();
    showHistory();
    m_ui->chart->setDeliveries(m_walk.deliveries);
    m_ui->table->viewport()->update();
}

} // namespace gui
