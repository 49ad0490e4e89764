// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/personpage.h"

#include "domain/progress.h"
#include "engine/changes.h"
#include "engine/contactbook.h"
#include "engine/language.h"
#include "engine/reception.h"
#include "engine/wording.h"
#include "gateway/request.h"
#include "gui/dialogs/messagedialog.h"
#include "gui/pages/contactactions.h"
#include "gui/pages/contactchanges.h"
#include "gui/pages/knownperson.h"
#include "gui/pages/optoutactions.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/threaddelegate.h"
#include "models/threadmodel.h"
#include "phone/phonenumber.h"
#include "storage/campaignrepository.h"
#include "storage/journal.h"
#include "storage/optoutrepository.h"
#include "ui_personpage.h"

#include <QMenu>

namespace gui {
using namespace Qt::StringLiterals;

PersonPage::PersonPage(Context &context, QWidget *parent)
    : Page(context, parent)
    , m_ui(this)
    , m_thread(new models::ThreadModel(context.reader, this))
    , m_changes(new ContactChanges(
          context, [this] { return chosen(); }, this))
    , m_actions(new ContactActions(*m_changes))
    , m_optOutActions(new OptOutActions(*m_changes))
{
    m_undoButton = m_ui->undoStrip->addButton(u"undoButton"_s);
    dress();
    connectButtons();
    connectChanges();
    retranslate();
}

void PersonPage::dress()
{
    m_ui->threadList->setModel(m_thread);
    m_ui->threadList->setItemDelegate(new ThreadDelegate(m_ui->threadList));
    m_ui->moreButton->setMenu(new QMenu(m_ui->moreButton));
}

void PersonPage::connectButtons()
{
    connect(m_ui->backButton, &QPushButton::clicked, this, &PersonPage::backWanted);
    connect(m_ui->sendButton, &QPushButton::clicked, this, [this] { Q_EMIT sendWanted({m_contact}); });
    connect(m_ui->editButton, &QPushButton::clicked, this, [this] { m_actions->edit(m_contact); });
    connect(m_ui->optOutButton, &QPushButton::clicked, this, [this] { m_optOutActions->set(!m_optedOut); });
    m_changes->offerUndoIn(m_ui->undoStrip, m_undoButton);
    connect(m_ui->moreButton->menu(), &QMenu::aboutToShow, this,
            [this] { fillMoreMenu(*m_ui->moreButton->menu()); });
    connect(m_ui->threadList, &QListView::activated, this, &PersonPage::showPiece);
}

void PersonPage::connectChanges()
{
    connect(&m_readTimer, &QTimer::timeout, this, &PersonPage::read);
    connect(m_changes, &ContactChanges::changed, this, &PersonPage::read);
    connect(m_changes, &ContactChanges::failed, this, &PersonPage::showPerson);
    connect(m_changes, &ContactChanges::announced, this, &Page::announced);
    const auto later = [this] {
        if (isVisible() && !m_readTimer.isActive())
            m_readTimer.start();
    };
    connect(m_context.engine.part<engine::Reception>(), &engine::Reception::messageReceived, this, later);
    connect(m_context.engine.part<engine::Changes>(), &engine::Changes::messagesChanged, this,
            [later](qint64) { later(); });
    connect(m_context.engine.part<engine::ContactBook>(), &engine::ContactBook::optOutsChanged, this, later);
}

QString PersonPage::title() const
{
    return m_contact.name.isEmpty() ? phone::forDisplay(m_number) : m_contact.name;
}

void PersonPage::activated()
{
    read();
    m_ui->threadList->setFocus();
}

void PersonPage::open(const QString &number)
{
    m_number = number;
    m_changes->forgetProblem();
    m_ui->undoStrip->say(Strip::Notice, {});
    m_thread->show(number);
    read();
    m_ui->threadList->scrollToBottom();
    m_ui->threadList->setFocus();
}

void PersonPage::read()
{
    if (m_number.isEmpty())
        return;
    m_contact = knownPerson(m_context.reader, m_number);
    const auto out = storage::OptOutRepository(m_context.reader).contains(m_number);
    m_optedOut = out && *out;
    m_thread->refresh();
    showPerson();
}

void PersonPage::showPerson()
{
    const bool stored = m_contact.id != 0;
    const bool reachable = gateway::isNumberSender(m_number);
    m_ui->titleLabel->setText(title());
    m_ui->titleLabel->setFont(theme::title(font()));
    m_ui->factsLabel->setText(factsInWords());
    m_ui->editButton->setText(stored ? tr("&Edit…") : tr("&Save as contact…"));
    m_ui->editButton->setVisible(reachable);
    m_ui->sendButton->setEnabled(reachable && !m_optedOut);
    m_ui->optOutButton->setVisible(reachable);
    m_ui->optOutButton->setText(m_optedOut ? tr("A&llow messages again") : tr("&Opt out"));
    m_ui->threadList->setVisible(m_thread->rowCount() > 0);
    m_ui->emptyLabel->setVisible(m_thread->rowCount() == 0);
    m_ui->problemStrip->say(Strip::Error, m_changes->problem());
}

// "+47 999 99 999 · kari@…  · Groups: Styret · By: Oslo", and beneath it what became of what was sent.
QString PersonPage::factsInWords() const
{
    QStringList about{phone::forDisplay(m_number)};
    if (m_contact.id == 0)
        about.append(tr("not among the contacts"));
    if (!m_contact.email.isEmpty())
        about.append(m_contact.email);
    if (!m_contact.groups.isEmpty())
        about.append(tr("groups: %1").arg(m_contact.groups.join(u", "_s)));
    for (const auto &[field, value] : m_contact.fields.asKeyValueRange())
        about.append(tr("%1: %2", "an own field, its value").arg(field, value));
    if (m_optedOut)
        about.append(tr("opted out: receives no messages"));
    domain::StateCounts counts{};
    storage::MessageFilter sent;
    sent.number = m_number;
    sent.newestFirst = true;
    sent.limit = mostMessagesRead; // more are said to be so many or more
    if (const auto messages = storage::Journal(m_context.reader).messages(sent)) {
        for (const domain::Message &message : *messages)
            ++counts.at(static_cast<size_t>(message.state));
    }
    const domain::Progress progress(counts);
    const qint64 kept = progress.of(domain::StateGroup::Cancelled) + progress.of(domain::StateGroup::Held);
    QStringList became{tr("%n sent", "messages", static_cast<int>(progress.total() - kept))};
    for (const domain::StateGroup group : domain::allStateGroups()) {
        if (progress.of(group) > 0)
            became.append(engine::wording::count(group, progress.of(group)));
    }
    return about.join(u" · "_s) + u'\n' + became.join(u" · "_s);
}

void PersonPage::fillMoreMenu(QMenu &menu)
{
    menu.clear();
    menu.addAction(tr("Everything about this person…"), m_actions, &ContactActions::showPerson);
    menu.addAction(tr("Erase this person…"), m_actions, &ContactActions::erase);
}

// Each step of a message that was sent.
void PersonPage::showPiece(const QModelIndex &piece)
{
    if (piece.data(models::ThreadModel::KindRole).toInt() != models::ThreadModel::Outgoing)
        return;
    storage::Journal journal(m_context.reader);
    const auto message = journal.message(m_thread->outgoingId(piece.row()));
    if (!message)
        return;
    const auto events = journal.events(message->id);
    const auto campaign = storage::CampaignRepository(m_context.reader).campaign(message->campaign);
    auto *dialog = new MessageDialog(*message, events ? *events : QList<domain::MessageEvent>(),
                                     campaign ? campaign->name : QString(), this);
    connect(dialog, &MessageDialog::personWanted, this, &PersonPage::open);
    connect(dialog, &MessageDialog::campaignWanted, this, &Page::campaignWanted);
    connect(dialog, &MessageDialog::correctionWanted, this, &Page::correctionWanted);
    dialog->open();
}

ChosenContacts PersonPage::chosen() const
{
    ChosenContacts chosen;
    chosen.numbers = QStringList{m_number};
    if (m_contact.id != 0)
        chosen.contacts = {m_contact};
    return chosen;
}

void PersonPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_undoButton->setText(tr("&Undo"));
    m_thread->refresh();
    showPerson();
}

} // namespace gui
