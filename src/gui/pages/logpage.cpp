// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/logpage.h"

#include "engine/changes.h"
#include "engine/language.h"
#include "engine/wording.h"
#include "gui/dialogs/exportprogress.h"
#include "gui/dialogs/messagedialog.h"
#include "gui/savefile.h"
#include "gui/widgets/monthcalendar.h"
#include "gui/widgets/statedelegate.h"
#include "gui/widgets/tablehabits.h"
#include "gui/widgets/tablelook.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/typedover.h"
#include "models/logmodel.h"
#include "storage/campaignrepository.h"
#include "ui_logpage.h"

#include <QDate>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QShortcut>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

enum Period { AnyTime, Today, Week, Month, Year, Between, PeriodCount };

} // namespace

LogPage::LogPage(Context &context, QWidget *parent)
    : Page(context, parent)
    , m_ui(this)
    , m_model(new models::LogModel(context.reader.file(), this))
{
    m_ui->table->setModel(m_model);
    m_ui->table->setItemDelegate(new StateDelegate(m_ui->table, models::LogModel::State));
    tablelook::dress(m_ui->table);
    auto *habits = new TableHabits(
        m_ui->table, context,
        {.name = u"log"_s, .wide = models::LogModel::Text, .characters = {15, 18, 13, 16, 20, 17}});
    habits->setMenu([this](QMenu &menu) {
        menu.addAction(tr("Details…"), this, &LogPage::showDetails);
        const domain::Message message = m_model->message(m_ui->table->currentIndex().row());
        menu.addAction(tr("Open the campaign"), this,
                       [this, message] { Q_EMIT campaignWanted(message.campaign); });
        menu.addAction(tr("The person"), this, [this, message] { Q_EMIT personWanted(message.number); });
    });
    for (QDateEdit *edit : {m_ui->fromEdit, m_ui->untilEdit, m_ui->goToEdit}) {
        MonthCalendar::openFrom(edit);
        TypedOver::mend(edit);
        edit->setDate(QDate::currentDate());
    }
    fillCombos();
    connect(&m_searchTimer, &QTimer::timeout, this, &LogPage::applyFilter);
    connect(&m_refreshTimer, &QTimer::timeout, m_model, &models::LogModel::refresh);
    connectFilters();
    connectPlaces();
    connectMessages();
    connectChanges();
    retranslate();
}

void LogPage::connectFilters()
{
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, [this] { m_searchTimer.start(); });
    for (QComboBox *combo : {m_ui->stateCombo, m_ui->campaignCombo, m_ui->periodCombo})
        connect(combo, &QComboBox::activated, this, [this](int) { applyFilter(); });
    for (QDateEdit *edit : {m_ui->fromEdit, m_ui->untilEdit})
        connect(edit, &QDateEdit::dateChanged, this, [this](QDate) { m_searchTimer.start(); });
    connect(m_ui->clearButton, &QPushButton::clicked, this, &LogPage::clearFilters);
    connect(m_ui->repliesButton, &QPushButton::clicked, this,
            [this] { Q_EMIT repliesWanted(m_ui->searchEdit->text().trimmed()); });
}

// Where in the log one looks.
void LogPage::connectPlaces()
{
    connect(m_ui->newestButton, &QPushButton::clicked, m_model, &models::LogModel::goToNewest);
    connect(m_ui->oldestButton, &QPushButton::clicked, m_model, &models::LogModel::goToOldest);
    connect(m_ui->goToEdit, &QDateEdit::dateChanged, this,
            [this](QDate day) { m_model->goToTime(day.addDays(1).startOfDay().toMSecsSinceEpoch()); });
    connect(m_ui->table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == m_ui->table->verticalScrollBar()->minimum())
            m_model->fetchNewer();
    });
    auto shortcut = [this](Qt::Key key, auto slot) {
        auto *jump =
            new QShortcut(QKeySequence(Qt::CTRL | key), m_ui->table, nullptr, nullptr, Qt::WidgetShortcut);
        connect(jump, &QShortcut::activated, m_model, slot);
    };
    shortcut(Qt::Key_Home, &models::LogModel::goToNewest);
    shortcut(Qt::Key_End, &models::LogModel::goToOldest);
    connect(m_model, &models::LogModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { keepPlace(first, last); });
    connect(m_model, &models::LogModel::modelReset, this, [this] {
        // At the newest one begins at the top; a jump to the oldest shows the last of them.
        if (m_model->isAtOldest() && !m_model->isAtNewest())
            m_ui->table->scrollToBottom();
        else
            m_ui->table->scrollToTop();
    });
}

void LogPage::connectMessages()
{
    connect(m_ui->newButton, &QPushButton::clicked, this, [this] { Q_EMIT pageWanted(PageId::Send); });
    connect(m_ui->exportButton, &QPushButton::clicked, this, &LogPage::exportLog);
    connect(m_ui->detailsButton, &QPushButton::clicked, this, &LogPage::showDetails);
    connect(m_ui->table, &QTableView::activated, this, [this](const QModelIndex &) { showDetails(); });
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &) { m_ui->detailsButton->setEnabled(true); });
}

void LogPage::connectChanges()
{
    connect(m_model, &models::LogModel::loaded, this, [this] {
        m_problem.clear();
        showState();
    });
    connect(m_model, &models::LogModel::readFailed, this, [this](const base::Error &error) {
        m_problem = error;
        showState();
    });
    connect(m_model, &models::LogModel::byTimeAgain, this, [this](bool tooMany) {
        m_ui->table->horizontalHeader()->setSortIndicator(
            -1, m_ui->table->horizontalHeader()->sortIndicatorOrder());
        m_refusal.clear();
        if (tooMany)
            m_refusal = [] {
                return tr("More than %1 messages cannot be sorted. Choose a campaign or a period, or "
                          "search, first.")
                    .arg(engine::language::locale().toString(models::LogModel::sortedAtMost));
            };
    });
    auto later = [this](qint64) {
        if (isVisible() && !m_refreshTimer.isActive())
            m_refreshTimer.start();
    };
    if (m_context.engine.isOpen()) {
        connect(m_context.engine.part<engine::Changes>(), &engine::Changes::messagesChanged, this, later);
        connect(m_context.engine.part<engine::Changes>(), &engine::Changes::campaignsChanged, this,
                [later] { later(0); });
    }
}

QString LogPage::title() const
{
    return tr("Log", "page");
}

void LogPage::activated()
{
    m_refusal.clear();
    fillCampaigns();
    if (!m_filtered) {
        m_filtered = true;
        applyFilter();
    } else {
        m_model->refresh();
    }
    m_ui->searchEdit->setFocus();
}

void LogPage::fillCombos()
{
    m_ui->stateCombo->addItem({});
    for (const domain::MessageState state : domain::allMessageStates())
        m_ui->stateCombo->addItem(QString(), static_cast<int>(state));
    for (int i = 0; i < PeriodCount; ++i)
        m_ui->periodCombo->addItem({});
    m_ui->campaignCombo->addItem({});
}

void LogPage::fillCampaigns()
{
    const QVariant chosen = m_ui->campaignCombo->currentData();
    const auto campaigns = storage::CampaignRepository(m_context.reader).campaigns();
    if (!campaigns)
        return;
    while (m_ui->campaignCombo->count() > 1)
        m_ui->campaignCombo->removeItem(1);
    for (const domain::Campaign &campaign : *campaigns)
        m_ui->campaignCombo->addItem(campaign.name, campaign.id);
    m_ui->campaignCombo->setCurrentIndex(chosen.isValid() ? qMax(0, m_ui->campaignCombo->findData(chosen))
                                                          : 0);
}

void LogPage::applyFilter()
{
    m_searchTimer.stop();
    models::LogModel::Filter filter;
    filter.search = m_ui->searchEdit->text().trimmed();
    if (const QVariant state = m_ui->stateCombo->currentData(); state.isValid())
        filter.states = {static_cast<domain::MessageState>(state.toInt())};
    if (const QVariant campaign = m_ui->campaignCombo->currentData(); campaign.isValid())
        filter.campaign = campaign.toLongLong();
    const QDate today = QDate::currentDate();
    const int period = m_ui->periodCombo->currentIndex();
    QDate from = period == Week    ? today.addDays(-6)
                 : period == Month ? today.addDays(-29)
                 : period == Year  ? today.addYears(-1)
                                   : today;
    QDate until = today;
    if (period == Between) {
        from = qMin(m_ui->fromEdit->date(), m_ui->untilEdit->date());
        until = qMax(m_ui->fromEdit->date(), m_ui->untilEdit->date());
    }
    if (period != AnyTime) {
        filter.fromMs = from.startOfDay().toMSecsSinceEpoch();
        filter.untilMs = until.addDays(1).startOfDay().toMSecsSinceEpoch();
    }
    m_refusal.clear();
    m_model->setFilter(filter);
    showState();
}

void LogPage::clearFilters()
{
    const QSignalBlocker quiet(m_ui->searchEdit);
    m_ui->searchEdit->clear();
    for (QComboBox *combo : {m_ui->stateCombo, m_ui->campaignCombo, m_ui->periodCombo})
        combo->setCurrentIndex(0);
    applyFilter();
    m_ui->searchEdit->setFocus();
}

// Rows that came in above must not push away what is being read.
void LogPage::keepPlace(int first, int last)
{
    QScrollBar *bar = m_ui->table->verticalScrollBar();
    const bool reading = bar->value() > 0 || !m_model->isAtNewest();
    if (first > 0 || !reading || last + 1 >= m_model->rowCount())
        return;
    const int added = (last - first + 1) * m_ui->table->verticalHeader()->defaultSectionSize();
    QMetaObject::invokeMethod(
        this, [bar, added] { bar->setValue(bar->value() + added); }, Qt::QueuedConnection);
}

// Not a message, whatever is searched for.
bool LogPage::holdsNothing() const
{
    storage::MessageFilter any;
    any.limit = 1;
    const auto messages = storage::Journal(m_context.reader).messages(any);
    return messages && messages->isEmpty();
}

void LogPage::showState()
{
    const models::LogModel::Filter &filter = m_model->filter();
    const bool empty = m_model->rowCount() == 0;
    const bool filtered = filter != models::LogModel::Filter() && !(empty && holdsNothing());
    const bool between = m_ui->periodCombo->currentIndex() == Between;
    m_ui->fromEdit->setVisible(between);
    m_ui->untilEdit->setVisible(between);
    m_ui->clearButton->setVisible(filtered);
    m_ui->repliesButton->setVisible(!m_ui->searchEdit->text().trimmed().isEmpty());
    m_ui->strip->say(Strip::Error, m_problem.isEmpty() ? m_refusal : m_problem);
    m_ui->table->setVisible(!empty);
    m_ui->emptyArea->setVisible(empty && m_problem.isEmpty());
    m_ui->placeBar->setVisible(!empty);
    m_ui->detailsButton->setEnabled(m_ui->table->currentIndex().isValid());
    m_ui->newButton->setVisible(empty && !filtered && !m_model->isLoading());
    m_ui->exportButton->setEnabled(!empty);
    m_ui->emptyLabel->setText(m_model->isLoading() ? tr("Reading the log…")
                              : filtered           ? tr("No matches. Try fewer words, or clear the filters.")
                                         : tr("Every message you send is listed here with its outcome."));
    const std::optional<qint64> total = m_model->total();
    m_ui->totalLabel->setText(m_model->isLoading() ? tr("Searching…")
                              : total              ? tr("%n messages", nullptr, static_cast<int>(*total))
                              : m_model->isAtNewest() && m_model->isAtOldest()
                                  ? tr("%n found", nullptr, m_model->rowCount())
                                  : tr("Newest matches; scroll for more"));
}

void LogPage::showDetails()
{
    const QModelIndex current = m_ui->table->currentIndex();
    if (!current.isValid())
        return;
    const domain::Message &message = m_model->message(current.row());
    const auto events = storage::Journal(m_context.reader).events(message.id);
    const QString campaign = current.siblingAtColumn(models::LogModel::Campaign).data().toString();
    auto *dialog =
        new MessageDialog(message, events ? *events : QList<domain::MessageEvent>(), campaign, this);
    connect(dialog, &MessageDialog::campaignWanted, this, &Page::campaignWanted);
    connect(dialog, &MessageDialog::personWanted, this, &Page::personWanted);
    connect(dialog, &MessageDialog::correctionWanted, this, &Page::correctionWanted);
    dialog->open();
}

void LogPage::exportLog()
{
    const QString file = askForFile(this, tr("Export the log"), QString(tr("Log", "page") + ".xlsx"_L1),
                                    tr("Spreadsheets (*.xlsx *.csv)"));
    if (file.isEmpty())
        return;
    m_refusal.clear();
    const storage::MessageFilter filter = m_model->storedFilter();
    auto *progress = new ExportProgress(
        m_context.reader.file(),
        [filter, file](storage::Database &database, const engine::ExportProgress &step) {
            return engine::exportLog(database, filter, file, step);
        },
        this);
    connect(progress, &ExportProgress::exported, this, [this, file](const base::Result<qint64> &rows) {
        if (rows) {
            Q_EMIT announced([n = static_cast<int>(*rows), file] {
                return tr("%n messages were saved to %1", nullptr, n).arg(file);
            });
            return;
        }
        m_refusal = rows.error();
        showState();
    });
}

void LogPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->titleLabel->setFont(theme::title(font()));
    m_ui->stateCombo->setItemText(0, tr("Any state"));
    for (int i = 1; i < m_ui->stateCombo->count(); ++i)
        m_ui->stateCombo->setItemText(i, engine::wording::state(static_cast<domain::MessageState>(
                                             m_ui->stateCombo->itemData(i).toInt())));
    m_ui->campaignCombo->setItemText(0, tr("Any campaign"));
    const QString periods[] = {tr("Any time"),     tr("Today"),          tr("Last 7 days"),
                               tr("Last 30 days"), tr("Last 12 months"), tr("Between two days")};
    for (int i = 0; i < PeriodCount; ++i)
        m_ui->periodCombo->setItemText(i, periods[i]);
    m_ui->periodCombo->setToolTip(tr("When the message was created"));
    for (QDateEdit *edit : {m_ui->fromEdit, m_ui->untilEdit, m_ui->goToEdit}) {
        edit->setLocale(engine::language::locale());
        edit->setDisplayFormat(engine::language::locale().dateFormat(QLocale::ShortFormat));
    }
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, m_model->columnCount() - 1);
    m_ui->table->viewport()->update();
    showState();
}

} // namespace gui
