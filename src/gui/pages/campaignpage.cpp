// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/campaignpage.h"

#include "gui/dialogs/passworddialog.h"

#include "engine/exports.h"
#include "engine/language.h"
#include "engine/wording.h"
#include "gui/widgets/statedelegate.h"
#include "gui/widgets/theme.h"
#include "models/campaignmodel.h"
#include "models/messagemodel.h"
#include "storage/campaignrepository.h"
#include "ui_campaignpage.h"

#include <QButtonGroup>
#include <QDateTime>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QThreadPool>

namespace gui {
using namespace Qt::StringLiterals;
using domain::MessageState;

namespace {

constexpr int reloadAfterMs = 250;
constexpr int searchAfterMs = 150;
constexpr int chartLimit = 5000; // deliveries: enough for twelve columns

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
    StateDelegate::dress(m_ui->table);
    auto *row = new QHBoxLayout(m_ui->chips);
    row->setContentsMargins(0, 0, 0, 0);
    for (int chip = All; chip < ChipCount; ++chip) {
        auto *button = new QPushButton(m_ui->chips);
        button->setCheckable(true);
        button->setObjectName(u"chip%1"_s.arg(chip));
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
    connect(m_ui->backButton, &QPushButton::clicked, this, [this] { Q_EMIT goTo(PageId::Campaigns); });
    connect(m_ui->runButton, &QPushButton::clicked, this, &CampaignPage::run);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &CampaignPage::cancel);
    connect(m_ui->retryButton, &QPushButton::clicked, this, &CampaignPage::retry);
    connect(m_ui->decideButton, &QPushButton::clicked, this, &CampaignPage::decide);
    connect(m_ui->exportButton, &QPushButton::clicked, this, &CampaignPage::exportList);
    connect(m_ui->againButton, &QPushButton::clicked, this, [this] { Q_EMIT useAgain(m_campaign.id); });
    auto changed = [this](qint64 campaign) {
        if (campaign == m_campaign.id && !m_reloadTimer.isActive())
            m_reloadTimer.start();
    };
    const engine::Engine *engine = context.engine.engine();
    connect(engine, &engine::Engine::messagesChanged, this, changed);
    connect(engine, &engine::Engine::campaignProgressed, this, changed);
    connect(engine, &engine::Engine::campaignStopped, this, changed);
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

void CampaignPage::show(qint64 campaign)
{
    m_campaign.id = campaign;
    m_problem.clear();
    m_ui->searchEdit->clear();
    m_chips->button(All)->setChecked(true);
    applyFilter();
    const int character = fontMetrics().averageCharWidth();
    const int widths[] = {18, 20, 30, 20, 11};
    for (int column = 0; column < 5; ++column)
        m_ui->table->setColumnWidth(column, widths[column] * character);
    reload();
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
    showHead();
    showChips();
    showChart();
}

void CampaignPage::showHead()
{
    const QLocale locale = engine::language::locale();
    const models::Progress progress = models::progressOf(m_campaign.counts);
    m_ui->titleLabel->setText(m_campaign.name);
    QStringList facts{engine::wording::state(m_campaign.state), tr("from %1").arg(m_campaign.sender)};
    if (m_campaign.startedMs)
        facts.append(tr("started %1")
                         .arg(locale.toString(QDateTime::fromMSecsSinceEpoch(*m_campaign.startedMs),
                                              QLocale::ShortFormat)));
    facts.append(tr("%n recipients", nullptr, static_cast<int>(progress.total)));
    facts.append(tr("%1 SMS").arg(locale.toString(m_campaign.segments)));
    m_ui->subtitleLabel->setText(facts.join(u" · "_s));
    m_ui->deliveredFigure->show(u"✓"_s, tr("Delivered"), progress.delivered, theme::delivered(palette()));
    m_ui->underWayFigure->show(u"→"_s, tr("Under way"), progress.underWay,
                               palette().color(QPalette::WindowText));
    m_ui->failedFigure->show(u"✕"_s, tr("Failed"), progress.failed, theme::failed(palette()));
    m_ui->uncertainFigure->show(u"?"_s, tr("Uncertain"), progress.uncertain, theme::uncertain(palette()));
    m_ui->stateBar->show(progress);

    const bool running = m_campaign.state == domain::CampaignState::Running;
    const bool ended = m_campaign.state == domain::CampaignState::Finished ||
                       m_campaign.state == domain::CampaignState::Cancelled;
    const bool held = m_campaign.state == domain::CampaignState::Held;
    m_ui->runButton->setVisible(!ended);
    m_ui->runButton->setText(running                ? tr("Pause")
                             : held                 ? tr("Release")
                             : m_campaign.startedMs ? tr("Resume")
                                                    : tr("Start"));
    m_ui->cancelButton->setVisible(!ended);
    m_ui->retryButton->setVisible(progress.failed > 0 && !running);
    const qint64 undecided = m_campaign.counts[static_cast<size_t>(MessageState::Uncertain)];
    m_ui->decideButton->setVisible(undecided > 0);
    const QString reason = ended || running ? QString() : engine::wording::pauseReason(m_campaign.reason);
    m_ui->strip->say(m_problem.isEmpty() ? Strip::Warning : Strip::Error,
                     m_problem.isEmpty() ? reason : m_problem);
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
    const QString look =
        u"QPushButton{border:1px solid %1;border-radius:12px;padding:4px 12px;background:%2}"
        "QPushButton:checked{border-color:%3;color:%3;font-weight:600}QPushButton:focus{border:2px solid %3}"_s
            .arg(theme::hairline(palette()).name(), theme::card(palette()).name(),
                 theme::accent(palette()).name());
    for (int chip = All; chip < ChipCount; ++chip) {
        m_chips->button(chip)->setText(texts[chip]);
        if (m_chips->button(chip)->styleSheet() != look)
            m_chips->button(chip)->setStyleSheet(look);
    }
}

void CampaignPage::showChart()
{
    storage::MessageFilter filter;
    filter.campaign = m_campaign.id;
    filter.states = {MessageState::Delivered};
    filter.limit = chartLimit;
    QList<qint64> times;
    if (const auto delivered = storage::Journal(m_context.reader).messages(filter)) {
        for (const domain::Message &message : *delivered)
            times.append(message.sinceMs);
    }
    m_ui->chart->show(times);
}

void CampaignPage::tell(const base::Result<void> &result)
{
    m_problem = result ? QString() : engine::wording::sentence(result.error());
    reload();
}

void CampaignPage::run()
{
    const qint64 id = m_campaign.id;
    auto told = [this](const base::Result<void> &result) { tell(result); };
    switch (m_campaign.state) {
    case domain::CampaignState::Running:
        m_context.engine.call(
            this, [id](engine::Engine &engine) { return engine.pause(id); }, told);
        break;
    case domain::CampaignState::Held:
        m_context.engine.call(
            this, [id](engine::Engine &engine) { return engine.release(id); },
            [this](const base::Result<qint64> &released) {
                tell(released ? base::Result<void>() : base::Result<void>(released.error()));
            });
        break;
    default:
        startCampaign(m_context, this, id, told);
    }
}

void CampaignPage::cancel()
{
    QMessageBox question(QMessageBox::Question, tr("Cancel the campaign"),
                         tr("Nothing more of it will be sent. What has been sent cannot be called back."),
                         QMessageBox::NoButton, this);
    const auto *yes = question.addButton(tr("Cancel the campaign"), QMessageBox::DestructiveRole);
    question.addButton(tr("Keep it"), QMessageBox::RejectRole);
    question.exec();
    if (question.clickedButton() != yes)
        return;
    m_context.engine.call(
        this, [id = m_campaign.id](engine::Engine &engine) { return engine.cancel(id); },
        [this](const base::Result<void> &result) { tell(result); });
}

void CampaignPage::retry()
{
    const models::Progress progress = models::progressOf(m_campaign.counts);
    QMessageBox question(QMessageBox::Question, tr("Retry failed"),
                         tr("%n messages are queued again. Press Resume to send them.", nullptr,
                            static_cast<int>(progress.failed)),
                         QMessageBox::NoButton, this);
    const auto *yes = question.addButton(tr("Queue them again"), QMessageBox::AcceptRole);
    question.addButton(tr("Leave them"), QMessageBox::RejectRole);
    question.exec();
    if (question.clickedButton() != yes)
        return;
    m_context.engine.call(
        this, [id = m_campaign.id](engine::Engine &engine) { return engine.retryFailed(id); },
        [this](const base::Result<qint64> &queued) {
            tell(queued ? base::Result<void>() : base::Result<void>(queued.error()));
        });
}

void CampaignPage::decide()
{
    const qint64 undecided = m_campaign.counts[static_cast<size_t>(MessageState::Uncertain)];
    QMessageBox question(QMessageBox::Question, tr("Decide on the uncertain"),
                         tr("%n messages may or may not have been sent. A delivery status settles them by "
                            "itself if one comes.",
                            nullptr, static_cast<int>(undecided)),
                         QMessageBox::NoButton, this);
    const auto *sent = question.addButton(tr("Treat as sent"), QMessageBox::AcceptRole);
    const auto *again = question.addButton(tr("Send again (may arrive twice)"), QMessageBox::DestructiveRole);
    question.addButton(tr("Wait"), QMessageBox::RejectRole);
    question.exec();
    if (question.clickedButton() != sent && question.clickedButton() != again)
        return;
    const auto decision =
        question.clickedButton() == sent ? campaign::Decision::TreatAsSent : campaign::Decision::SendAgain;
    m_context.engine.call(
        this, [id = m_campaign.id, decision](engine::Engine &engine) { return engine.resolve(id, decision); },
        [this](const base::Result<qint64> &decided) {
            tell(decided ? base::Result<void>() : base::Result<void>(decided.error()));
        });
}

void CampaignPage::exportList()
{
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Export the recipients"), QString(m_campaign.name + ".xlsx"_L1),
                                     tr("Spreadsheets (*.xlsx *.csv)"));
    if (file.isEmpty())
        return;
    m_ui->exportButton->setEnabled(false);
    // On a pool thread, through a connection of its own: the window waits for nothing.
    QThreadPool::globalInstance()->start([this, file, id = m_campaign.id,
                                          database = m_context.reader.file()] {
        const base::SystemClock clock;
        auto reader = storage::Database::open(database, storage::OpenMode::ReadOnly, clock);
        const auto written =
            reader ? engine::exportCampaign(*reader.value(), id, file) : base::Result<qint64>(reader.error());
        QMetaObject::invokeMethod(
            this,
            [this, written, file] {
                m_ui->exportButton->setEnabled(true);
                if (written)
                    Q_EMIT notice(tr("%n recipients were written to %1", nullptr, static_cast<int>(*written))
                                      .arg(file));
                else
                    tell(written.error());
            },
            Qt::QueuedConnection);
    });
}

void CampaignPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->titleLabel->setFont(theme::title(font()));
    m_ui->table->setAccessibleName(tr("Recipients"));
    m_ui->searchEdit->setAccessibleName(tr("Search recipients"));
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, m_model->columnCount() - 1);
    showHead();
    showChips();
    showChart();
    m_ui->table->viewport()->update();
}

} // namespace gui
