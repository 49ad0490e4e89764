// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/campaignpage.h"

#include "campaign/scheduler.h"
#include "engine/campaigns.h"
#include "engine/changes.h"
#include "engine/eventwording.h"
#include "engine/language.h"
#include "engine/pausewording.h"
#include "engine/timetable.h"
#include "engine/wording.h"
#include "gateway/errorcode.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/statedelegate.h"
#include "gui/widgets/tablelook.h"
#include "gui/widgets/theme.h"
#include "models/campaignmodel.h"
#include "models/messagemodel.h"
#include "storage/campaignrepository.h"
#include "ui_campaignpage.h"

#include <QButtonGroup>
#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPromise>
#include <QPushButton>
#include <QThreadPool>

namespace gui {
using namespace Qt::StringLiterals;
using domain::MessageState;

namespace {

constexpr int reloadAfterMs = 250;
constexpr int searchAfterMs = 150;
constexpr int deliveriesAfterMs = 1500;

enum Chip { All, Delivered, UnderWay, Failed, Uncertain, ChipCount };

QList<MessageState> statesOf(int chip)
{
    switch (chip) {
    case Delivered:
        return {MessageState::Delivered};
    case UnderWay:
        return {MessageState::Scheduled, MessageState::Queued, MessageState::Sending, MessageState::Accepted,
                MessageState::WithOperator};
    case Failed:
        return {MessageState::Failed, MessageState::Refused};
    case Uncertain:
        return {MessageState::Uncertain, MessageState::Duplicate, MessageState::Held};
    default:
        return {};
    }
}

} // namespace

CampaignPage::CampaignPage(Context &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_ui(std::make_unique<Ui::CampaignPage>())
    , m_model(new models::MessageModel(context.reader, this))
    , m_chips(new QButtonGroup(this))
{
    m_ui->setupUi(this);
    m_ui->table->setModel(m_model);
    m_ui->table->setItemDelegate(new StateDelegate(m_ui->table));
    tablelook::dress(m_ui->table);
    m_ui->table->setMinimumHeight(6 * m_ui->table->verticalHeader()->defaultSectionSize());
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
    for (QTimer *timer : {&m_reloadTimer, &m_searchTimer})
        timer->setSingleShot(true);
    m_reloadTimer.setInterval(reloadAfterMs);
    m_searchTimer.setInterval(searchAfterMs);
    connect(&m_reloadTimer, &QTimer::timeout, this, &CampaignPage::reload);
    connect(&m_searchTimer, &QTimer::timeout, this, &CampaignPage::applyFilter);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, [this] { m_searchTimer.start(); });
    connect(m_ui->backButton, &QPushButton::clicked, this, [this] { Q_EMIT pageWanted(PageId::Campaigns); });
    connect(m_ui->runButton, &QPushButton::clicked, this, &CampaignPage::run);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &CampaignPage::cancel);
    connect(m_ui->retryButton, &QPushButton::clicked, this, &CampaignPage::retry);
    connect(m_ui->decideButton, &QPushButton::clicked, this, &CampaignPage::decide);
    auto *menu = new QMenu(m_ui->exportButton);
    m_listAction = menu->addAction({}, this, &CampaignPage::exportList);
    m_pdfAction = menu->addAction({}, this, &CampaignPage::exportReport);
    m_ui->exportButton->setMenu(menu);
    m_nowButton = m_ui->missedStrip->addButton(u"missedNowButton"_s);
    m_skipButton = m_ui->missedStrip->addButton(u"missedSkipButton"_s);
    m_correctButton = m_ui->strip->addButton(u"correctButton"_s);
    m_goOnButton = m_ui->strip->addButton(u"goOnButton"_s);
    connect(m_goOnButton, &QPushButton::clicked, this, &CampaignPage::goOnAfterQuietHours);
    connect(m_correctButton, &QPushButton::clicked, this,
            [this] { Q_EMIT correctionWanted(m_campaign.id, {}, pauseCode()); });
    connect(m_nowButton, &QPushButton::clicked, this, &CampaignPage::sendMissed);
    connect(m_skipButton, &QPushButton::clicked, this, &CampaignPage::skipMissed);
    m_ui->historyButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_ui->historyButton->setAutoRaise(true);
    m_ui->historyList->setMaximumHeight(6 * fontMetrics().lineSpacing());
    connect(m_ui->historyButton, &QToolButton::toggled, this, [this](bool) { showHistory(); });
    connect(m_ui->table, &QTableView::activated, this, &CampaignPage::showMessage);
    connect(&m_deliveries, &QFutureWatcherBase::finished, this, [this] {
        if (m_deliveriesOf == m_campaign.id)
            m_shownDeliveries = m_deliveries.result();
        m_ui->chart->setDeliveries(m_shownDeliveries);
        if (m_deliveriesChanged)
            m_deliveriesTimer.start();
    });
    m_deliveriesTimer.setSingleShot(true);
    m_deliveriesTimer.setInterval(deliveriesAfterMs);
    connect(&m_deliveriesTimer, &QTimer::timeout, this, &CampaignPage::readDeliveries);
    connect(m_ui->againButton, &QPushButton::clicked, this, [this] { Q_EMIT reuseWanted(m_campaign.id); });
    auto changed = [this](qint64 campaign) {
        if (campaign == m_campaign.id && !m_reloadTimer.isActive())
            m_reloadTimer.start();
    };
    connect(context.engine.part<engine::Timetable>(), &engine::Timetable::missed, this,
            [this, changed](qint64 campaign, qint64) {
                m_missed.insert(campaign);
                changed(campaign);
            });
    connect(context.engine.part<engine::Campaigns>(), &engine::Campaigns::sentTwice, this,
            [changed](qint64 campaign, qint64) { changed(campaign); });
    connect(context.engine.part<engine::Changes>(), &engine::Changes::campaignsChanged, this,
            [this, changed] { changed(m_campaign.id); });
    connect(context.engine.part<engine::Changes>(), &engine::Changes::messagesChanged, this, changed);
    connect(context.engine.part<engine::Campaigns>(), &engine::Campaigns::progressed, this, changed);
    connect(context.engine.part<engine::Campaigns>(), &engine::Campaigns::stopped, this, changed);
    retranslate();
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

// Large text in a small window: the deliveries stand beneath the figures, and the page scrolls.
void CampaignPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    constexpr int charactersBeside = 100;
    const bool narrow = width() < charactersBeside * fontMetrics().averageCharWidth();
    m_ui->layout3->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
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
    readDeliveries();
}

void CampaignPage::showHead()
{
    const QLocale locale = engine::language::locale();
    const models::Progress progress = models::progressOf(m_campaign.counts);
    m_ui->titleLabel->setText(m_campaign.name);
    m_ui->titleLabel->setFont(theme::title(font())); // its scroll area has taken it away
    QStringList facts{engine::wording::state(m_campaign.state), tr("from %1").arg(m_campaign.sender)};
    if (m_campaign.startedMs)
        facts.append(tr("started %1")
                         .arg(locale.toString(QDateTime::fromMSecsSinceEpoch(*m_campaign.startedMs),
                                              QLocale::ShortFormat)));
    const bool repeats = m_campaign.repeat != domain::Repeat::Once; // each time is a campaign of its own
    facts.append(
        tr("%n recipients", nullptr, static_cast<int>(repeats ? m_campaign.recipients : progress.total)));
    facts.append(tr("%1 SMS").arg(locale.toString(m_campaign.segments)));
    m_ui->subtitleLabel->setText(facts.join(u" · "_s));
    m_ui->deliveredFigure->setFigure(u"✓"_s, tr("Delivered"), progress.delivered,
                                     theme::delivered(palette()));
    m_ui->underWayFigure->setFigure(u"→"_s, tr("Under way"), progress.underWay,
                                    palette().color(QPalette::WindowText));
    m_ui->failedFigure->setFigure(u"✕"_s, tr("Failed"), progress.failed, theme::failed(palette()));
    m_ui->uncertainFigure->setFigure(u"?"_s, tr("Uncertain"), progress.uncertain,
                                     theme::uncertain(palette()));
    m_ui->stateBar->setProgress(progress);

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

// Walks every delivery, so on a pool thread; one walk at a time, and not more often than it is worth.
void CampaignPage::readDeliveries()
{
    if (m_campaign.id == 0 || m_deliveries.isRunning()) {
        m_deliveriesChanged = true;
        return;
    }
    m_deliveriesChanged = false;
    using Deliveries = storage::Journal::Deliveries;
    auto promise = std::make_shared<QPromise<Deliveries>>();
    m_deliveriesOf = m_campaign.id;
    m_deliveries.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, id = m_campaign.id, file = m_context.reader.file()] {
        promise->start();
        const base::SystemClock clock;
        const auto reader = storage::Database::open(file, storage::OpenMode::ReadOnly, clock);
        const auto read =
            reader ? storage::Journal(*reader.value()).deliveriesOverTime(id, DeliveryChart::columns)
                   : base::Result<Deliveries>(reader.error());
        promise->addResult(read ? *read : Deliveries());
        promise->finish();
    });
}

void CampaignPage::showHistory()
{
    const QLocale locale = engine::language::locale();
    m_ui->historyList->clear();
    for (auto entry = m_history.crbegin(); entry != m_history.crend(); ++entry)
        m_ui->historyList->addItem(
            tr("%1   %2   %3", "when, what was done, by whom")
                .arg(locale.toString(QDateTime::fromMSecsSinceEpoch(entry->atMs), QLocale::ShortFormat),
                     engine::wording::history(*entry), entry->who));
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
        if (entry.what == "sentTwice"_L1 && !twice.contains(entry.detail))
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
                     .arg(engine::language::locale().toString(
                         QDateTime::fromMSecsSinceEpoch(*m_campaign.startAtMs), QLocale::ShortFormat))
               : QString());
    const bool silent = m_campaign.state == domain::CampaignState::Finished ||
                        m_campaign.state == domain::CampaignState::Cancelled ||
                        m_campaign.state == domain::CampaignState::Running;
    const QString reason = silent ? QString() : pauseSentence();
    m_ui->strip->say(m_problem.isEmpty() ? Strip::Warning : Strip::Error,
                     m_problem.isEmpty() ? reason : m_problem);
    m_goOnButton->setVisible(isQuietPause() && !m_campaign.startAtMs);
    m_goOnButton->setText(tr("Go on at %1", "time of day").arg(quietEnd()));
    m_correctButton->setVisible(!silent && pauseCode() != 0);
    m_correctButton->setText(gateway::fieldOf(pauseCode()) == "account"_L1 ? tr("Account settings")
                                                                           : tr("Edit and resend"));
}

QString CampaignPage::pauseSentence() const
{
    if (isQuietPause() && m_campaign.startAtMs) {
        const QDateTime from = QDateTime::fromMSecsSinceEpoch(*m_campaign.startAtMs);
        return tr("The quiet hours have begun. The rest is sent by itself from %1.")
            .arg(engine::language::locale().toString(from, QLocale::ShortFormat));
    }
    const auto account = m_context.settings.account(m_campaign.account);
    return engine::wording::pauseReason(m_campaign.reason, account ? account->baseUrl : QUrl());
}

bool CampaignPage::isQuietPause() const
{
    return m_campaign.state == domain::CampaignState::Paused && m_campaign.reason == "quietHours"_L1;
}

QString CampaignPage::quietEnd() const
{
    const auto account = m_context.settings.account(m_campaign.account);
    if (!account || !account->sending.quietHours)
        return {};
    return engine::language::locale().toString(account->sending.quietHours->to, QLocale::ShortFormat);
}

int CampaignPage::pauseCode() const
{
    constexpr int addressCode = 18; // ERR-18 leads to the account's address
    if (m_campaign.reason == "unprovenAddress"_L1)
        return addressCode;
    return m_campaign.reason.startsWith("error"_L1) ? m_campaign.reason.sliced(5).toInt() : 0;
}

bool CampaignPage::isMissed() const
{
    if (m_campaign.state != domain::CampaignState::Planned || !m_campaign.startAtMs || !m_campaign.approvedMs)
        return false;
    return m_missed.contains(m_campaign.id) ||
           campaign::due(*m_campaign.startAtMs, m_campaign.catchUpMinutes,
                         QDateTime::currentMSecsSinceEpoch()) == campaign::Due::Ask;
}

void CampaignPage::tell(const base::Result<void> &result)
{
    m_problem = result ? QString() : engine::wording::sentence(result.error());
    reload();
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
