// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/inboxpage.h"

#include "engine/changes.h"
#include "engine/contactbook.h"
#include "engine/contactfields.h"
#include "engine/language.h"
#include "engine/reception.h"
#include "engine/replies.h"
#include "engine/wording.h"
#include "gateway/request.h"
#include "gui/dialogs/quarantinedialog.h"
#include "gui/pages/inboxactions.h"
#include "gui/pages/knownperson.h"
#include "gui/pages/sendcounter.h"
#include "gui/question.h"
#include "gui/widgets/conversationdelegate.h"
#include "gui/widgets/sayatrest.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/threaddelegate.h"
#include "models/conversationmodel.h"
#include "models/threadmodel.h"
#include "phone/phonenumber.h"
#include "storage/inboxrepository.h"
#include "storage/optoutrepository.h"
#include "ui_inboxpage.h"

#include <QScrollBar>
#include <QShortcut>

namespace gui {
using namespace Qt::StringLiterals;
using models::ConversationModel;
using models::ThreadModel;

InboxPage::InboxPage(Context &context, QWidget *parent)
    : Page(context, parent)
    , m_ui(this)
    , m_conversations(new ConversationModel(context.reader, this))
    , m_thread(new ThreadModel(context.reader, this))
    , m_actions(new InboxActions(context, this))
{
    m_gapsSeenButton = m_ui->gapStrip->addButton(u"gapsSeenButton"_s);
    m_wasOptOutButton = m_ui->optOutStrip->addButton(u"wasOptOutButton"_s);
    m_wasNoneButton = m_ui->optOutStrip->addButton(u"wasNoOptOutButton"_s);
    dress();
    connectLists();
    connectButtons();
    connectEngine();
    retranslate();
    refresh();
}

void InboxPage::dress()
{
    m_ui->conversationList->setModel(m_conversations);
    m_ui->conversationList->installEventFilter(this);
    m_ui->conversationList->setItemDelegate(new ConversationDelegate(m_ui->conversationList));
    m_ui->threadList->setModel(m_thread);
    m_ui->threadList->setItemDelegate(new ThreadDelegate(m_ui->threadList));
    m_ui->leftArea->setMinimumWidth(22 * fontMetrics().averageCharWidth());
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 2);
    m_ui->splitter->setSizes({1000, 2000}); // shares, whatever the widgets would take by themselves
    m_ui->replyEdit->setUnicodeAllowed(true);
    m_ui->replyEdit->readWith(m_context.proofreader);
    m_ui->shelfCombo->addItems({{}, {}});
    m_ui->textsButton->begin(m_context, [this] {
        storage::SavedText text;
        text.text = m_ui->replyEdit->toPlainText();
        return text;
    });
    m_ui->replyEdit->setMaximumHeight(4 * fontMetrics().lineSpacing());
}

void InboxPage::connectLists()
{
    connect(&m_searchTimer, &QTimer::timeout, this, [this] {
        m_refreshing = true;
        m_conversations->setSearch(m_ui->searchEdit->text());
        m_refreshing = false;
        refresh();
    });
    connect(&m_refreshTimer, &QTimer::timeout, this, &InboxPage::refresh);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, [this] { m_searchTimer.start(); });
    connect(m_ui->conversationList->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &) {
                if (!m_refreshing)
                    choose();
            });
    connect(m_ui->threadList->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &) { showHeader(); });
    connect(m_ui->threadList, &QListView::activated, this, [this](const QModelIndex &) { saveFiles(); });
}

void InboxPage::connectButtons()
{
    connect(m_ui->replyEdit, &QPlainTextEdit::textChanged, this, [this] { refuse({}); });
    connect(m_ui->replySender, &QComboBox::currentTextChanged, this, &InboxPage::showReply);
    connect(m_ui->replyButton, &QPushButton::clicked, this, &InboxPage::sendReply);
    connect(m_ui->optOutButton, &QPushButton::clicked, this, &InboxPage::toggleOptOut);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &InboxPage::saveFiles);
    connect(m_ui->personButton, &QPushButton::clicked, this,
            [this] { Q_EMIT personWanted(m_thread->number()); });
    connect(m_ui->saveContactButton, &QPushButton::clicked, this, [this] {
        const QModelIndex current = m_ui->conversationList->currentIndex();
        m_actions->saveAsContact(m_thread->number(), current.data(ConversationModel::KnownRole).toString());
    });
    connect(m_ui->archiveButton, &QPushButton::clicked, this, &InboxPage::archiveOrBack);
    connect(m_ui->allReadButton, &QPushButton::clicked, m_actions, &InboxActions::markAllRead);
    connect(m_ui->shelfCombo, &QComboBox::activated, this, [this](int) {
        m_thread->show({});
        m_conversations->setArchive(showsArchive());
        refresh();
    });
    connect(m_ui->textsButton, &TextsButton::chosen, this, [this](const storage::SavedText &text) {
        m_ui->replyEdit->insertPlainText(text.text);
        m_ui->replyEdit->setFocus();
    });
    connect(m_actions, &InboxActions::changed, this, &InboxPage::refresh);
    connect(m_actions, &InboxActions::announced, this, &Page::announced);
    connect(m_actions, &InboxActions::failed, this, &InboxPage::refuse);
    connect(m_ui->quarantineButton, &QPushButton::clicked, this,
            [this] { QuarantineDialog(m_context.reader, this).exec(); });
    connect(m_ui->newButton, &QPushButton::clicked, this, [this] { Q_EMIT pageWanted(PageId::Send); });
    connect(m_ui->receiverButton, &QPushButton::clicked, this,
            [this] { Q_EMIT pageWanted(PageId::Settings); });
    auto *send = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(send, &QShortcut::activated, this, [this] { m_ui->replyButton->click(); });
    connect(m_gapsSeenButton, &QPushButton::clicked, this, [this] {
        m_context.engine.call(
            this, [](engine::Replies &replies) { return replies.forgetGaps(); },
            [](const base::Result<void> &) {});
    });
    connect(m_wasOptOutButton, &QPushButton::clicked, this, [this] { setOptedOut(true); });
    connect(m_wasNoneButton, &QPushButton::clicked, this, [this] { setOptedOut(false); });
}

void InboxPage::connectEngine()
{
    if (m_context.engine.isOpen()) {
        const auto later = [this] {
            if (!m_refreshTimer.isActive())
                m_refreshTimer.start();
        };
        connect(m_context.engine.part<engine::Reception>(), &engine::Reception::messageReceived, this, later);
        connect(m_context.engine.part<engine::Replies>(), &engine::Replies::inboxChanged, this, later);
        connect(m_context.engine.part<engine::ContactBook>(), &engine::ContactBook::optOutsChanged, this,
                later);
        connect(m_context.engine.part<engine::Changes>(), &engine::Changes::messagesChanged, this,
                [this, later](qint64) {
                    if (isVisible())
                        later();
                });
    }
}

QString InboxPage::title() const
{
    return tr("Inbox", "page");
}

qint64 InboxPage::unread() const
{
    return m_conversations->unread();
}

void InboxPage::activated()
{
    const QString sender = m_ui->replySender->currentText();
    const QSignalBlocker quiet(m_ui->replySender);
    m_ui->replySender->clear();
    if (const auto account = m_context.settings.account({}))
        m_ui->replySender->addItems(account->senders);
    m_ui->replySender->setCurrentText(sender);
    refresh();
    // What nobody has chosen to read stays unread.
    if (m_thread->number().isEmpty() && m_conversations->rowCount() > 0) {
        if (m_conversations->index(0).data(ConversationModel::UnreadRole).toInt() == 0)
            m_ui->conversationList->setCurrentIndex(m_conversations->index(0));
    } else
        markRead();
    m_ui->conversationList->setFocus();
}

// A list takes its first row as current when the focus comes, which would open it and mark it as read.
bool InboxPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::FocusIn || m_ui->conversationList->currentIndex().isValid())
        return Page::eventFilter(watched, event);
    m_refreshing = true;
    watched->event(event);
    m_ui->conversationList->selectionModel()->clearCurrentIndex();
    m_refreshing = false;
    return true;
}

void InboxPage::search(const QString &text)
{
    m_ui->searchEdit->setText(text);
    m_ui->searchEdit->setFocus();
}

void InboxPage::openConversation(const QString &number)
{
    m_ui->searchEdit->clear();
    m_conversations->setSearch({});
    for (const int shelf : {0, 1}) { // wherever it is
        m_ui->shelfCombo->setCurrentIndex(shelf);
        m_conversations->setArchive(showsArchive());
        if (m_conversations->rowOf(number) >= 0)
            break;
    }
    refresh();
    if (const int row = m_conversations->rowOf(number); row >= 0)
        m_ui->conversationList->setCurrentIndex(m_conversations->index(row));
}

// Reads anew what is shown, and keeps what is chosen and where one is reading.
void InboxPage::refresh()
{
    const qint64 before = m_conversations->unread();
    m_refreshing = true;
    m_conversations->refresh();
    if (const int row = m_conversations->rowOf(m_thread->number()); row >= 0)
        m_ui->conversationList->setCurrentIndex(m_conversations->index(row));
    m_refreshing = false;
    const int kept = m_ui->threadList->currentIndex().row();
    const bool atEnd = m_ui->threadList->verticalScrollBar()->value() >=
                       m_ui->threadList->verticalScrollBar()->maximum() - fontMetrics().height();
    m_thread->refresh();
    if (kept >= 0 && kept < m_thread->rowCount())
        m_ui->threadList->setCurrentIndex(m_thread->index(kept));
    if (atEnd)
        m_ui->threadList->scrollToBottom();
    if (isVisible())
        markRead();
    showHeader();
    showReply();
    showGaps();
    if (m_conversations->unread() != before)
        Q_EMIT unreadChanged(m_conversations->unread());
}

void InboxPage::choose()
{
    const QModelIndex current = m_ui->conversationList->currentIndex();
    m_thread->show(current.data(ConversationModel::NumberRole).toString());
    m_ui->threadList->scrollToBottom();
    m_ui->replyEdit->clear();
    m_refusal.clear();
    // Where they wrote to is where an answer is expected from.
    if (gateway::isNumberSender(m_thread->wroteTo()))
        m_ui->replySender->setCurrentText(m_thread->wroteTo());
    markRead();
    showHeader();
    showReply();
}

void InboxPage::markRead()
{
    const QModelIndex current = m_ui->conversationList->currentIndex();
    if (!isVisible() || current.data(ConversationModel::UnreadRole).toInt() == 0)
        return;
    m_context.engine.call(
        this,
        [number = current.data(ConversationModel::NumberRole).toString()](engine::Replies &replies) {
            return replies.markRead(number);
        },
        [](const base::Result<void> &) {});
}

void InboxPage::showHeader()
{
    const QModelIndex current = m_ui->conversationList->currentIndex();
    const QString number = m_thread->number();
    const QString shown = phone::forDisplay(number);
    const QString name = current.data(ConversationModel::NameRole).toString();
    m_optedOut = !number.isEmpty() && storage::OptOutRepository(m_context.reader).contains(number).ok() &&
                 *storage::OptOutRepository(m_context.reader).contains(number);
    QString who = name == shown || name.isEmpty() ? shown : tr("%1, %2", "name, number").arg(name, shown);
    if (m_optedOut)
        who += u" · "_s + tr("opted out: receives no messages");
    m_ui->whoLabel->setText(who);
    m_ui->optOutStrip->say(Strip::Warning, current.data(ConversationModel::MayBeOptOutRole).toBool()
                                               ? tr("Is this an opt-out? Budstikke cannot tell for sure.")
                                               : QString());
    m_ui->optOutButton->setVisible(gateway::isNumberSender(number));
    m_ui->optOutButton->setText(m_optedOut ? tr("A&llow messages again") : tr("&Opt out"));
    const QModelIndex piece = m_ui->threadList->currentIndex();
    m_ui->personButton->setEnabled(!number.isEmpty());
    m_ui->saveContactButton->setVisible(gateway::isNumberSender(number) &&
                                        !current.data(ConversationModel::IsContactRole).toBool());
    m_ui->archiveButton->setText(showsArchive() ? tr("Move to the in&box") : tr("&Archive"));
    m_ui->archiveButton->setEnabled(!number.isEmpty());
    m_ui->allReadButton->setEnabled(m_conversations->unread() > 0);
    m_ui->saveButton->setVisible(piece.isValid() && !m_thread->files(piece.row()).isEmpty());
    const bool empty = !m_conversations->hasAny();
    m_ui->splitter->setVisible(!empty);
    m_ui->allReadButton->setVisible(!empty);
    m_ui->emptyArea->setVisible(empty);
    m_ui->rightArea->setEnabled(!number.isEmpty());
}

void InboxPage::showReply()
{
    const QString text = m_ui->replyEdit->toPlainText();
    const QString sender = m_ui->replySender->currentText().trimmed();
    const auto written = engine::writtenTo(
        text.contains(u'{') ? knownPerson(m_context.reader, m_thread->number()) : domain::Contact(), text);
    const QStringList missing = written ? written->missing : QStringList();
    const QString filledIn = written ? written->text : text;
    m_ui->replyEdit->setUnknownFields(missing);
    sayAtRest(m_ui->replyCounter, counterInWords(filledIn, true));
    QString problem;
    const bool reachable = gateway::isNumberSender(m_thread->number());
    if (!reachable && !m_thread->number().isEmpty())
        problem = tr("You cannot reply to a text sender.");
    else if (m_optedOut)
        problem = tr("This person has opted out and cannot be sent messages.");
    else if (const auto checked = gateway::checkedSender(sender); !text.isEmpty() && !checked)
        problem = engine::wording::sentence(checked.error());
    else if (!written)
        problem = engine::wording::sentence(written.error());
    else if (!missing.isEmpty())
        problem = tr("“%1” is not known for this person. Write what it should say in place of the field.")
                      .arg(missing.join(u", "_s));
    else if (!text.isEmpty())
        problem = senderNote(sender);
    const bool blocked =
        !reachable || m_optedOut || !gateway::checkedSender(sender) || !written || !missing.isEmpty();
    m_ui->replyStrip->say(m_refusal.isEmpty() ? Strip::Warning : Strip::Error,
                          m_refusal.isEmpty() ? problem : m_refusal.text());
    m_ui->replyButton->setEnabled(!blocked && !filledIn.trimmed().isEmpty());
    m_ui->replyEdit->setEnabled(reachable && !m_optedOut);
}

void InboxPage::refuse(const Sentence &why)
{
    m_refusal = why;
    showReply();
}

void InboxPage::showGaps()
{
    const QString gaps = m_actions->gapsInWords();
    QString nobody; // though the inbox has some: an open conversation stays open beside the empty list
    if (m_conversations->rowCount() == 0 && m_conversations->hasAny())
        nobody = !m_ui->searchEdit->text().isEmpty() ? tr("No matches.")
                 : showsArchive()                    ? tr("Nothing is archived.")
                                                     : tr("Everything is archived.");
    m_gapsSeenButton->setVisible(!gaps.isEmpty());
    m_ui->gapStrip->say(gaps.isEmpty() ? Strip::Notice : Strip::Warning, gaps.isEmpty() ? nobody : gaps);
    const auto unreadable = storage::InboxRepository(m_context.reader).quarantine(1);
    m_ui->quarantineButton->setVisible(unreadable && !unreadable->isEmpty());
}

void InboxPage::sendReply()
{
    if (!m_ui->replyButton->isEnabled())
        return;
    m_ui->replyEdit->setFocus();          // else the button's focus would go astray
    m_ui->replyButton->setEnabled(false); // from the first press
    const QString text = m_ui->replyEdit->toPlainText();
    m_context.engine.callAsync<base::Result<qint64>>(
        this,
        [to = knownPerson(m_context.reader, m_thread->number()),
         sender = m_ui->replySender->currentText().trimmed(),
         text](engine::Replies &replies, const std::function<void(base::Result<qint64>)> &sent) {
            replies.send(to, sender, text, sent);
        },
        [this, text](const base::Result<qint64> &sent) {
            if (sent) {
                if (m_ui->replyEdit->toPlainText() == text)
                    m_ui->replyEdit->clear();
                refresh();
                m_ui->threadList->scrollToBottom();
                return;
            }
            refuse(sent.error());
        });
}

void InboxPage::toggleOptOut()
{
    const bool optOut = !m_optedOut;
    Question question;
    question.words = tr("This person has opted out. Have they asked to receive messages again?");
    question.answers = {{tr("Yes, allow messages")}, {tr("Cancel"), Answer::Leave}};
    if (optOut || agreed(this, question))
        setOptedOut(optOut);
}

void InboxPage::setOptedOut(bool optOut)
{
    const QString number = m_thread->number();
    m_context.engine.call(
        this,
        [number, optOut](engine::ContactBook &contactBook) {
            return contactBook.setOptedOut({number}, optOut);
        },
        [this](const base::Result<void> &done) {
            if (!done)
                refuse(done.error());
            else
                refresh();
        });
}

void InboxPage::saveFiles()
{
    const QModelIndex piece = m_ui->threadList->currentIndex();
    if (piece.isValid() && !m_thread->files(piece.row()).isEmpty())
        m_actions->saveFiles(m_thread->inboundId(piece.row()));
}

void InboxPage::archiveOrBack()
{
    const QString number = m_thread->number();
    m_thread->show({});
    m_actions->setArchived(number, !showsArchive());
}

bool InboxPage::showsArchive() const
{
    return m_ui->shelfCombo->currentIndex() == 1;
}

void InboxPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->titleLabel->setFont(theme::title(font()));
    m_ui->shelfCombo->setItemText(0, tr("In the inbox"));
    m_ui->shelfCombo->setItemText(1, tr("Archived", "conversations"));
    m_ui->replyEdit->setPlaceholderText(tr("Write a reply"));
    m_ui->replySender->lineEdit()->setAccessibleName(tr("Sender of the reply"));
    m_gapsSeenButton->setText(tr("Dismiss"));
    m_wasOptOutButton->setText(tr("Opt out"));
    m_wasNoneButton->setText(tr("Not an opt-out"));
    m_ui->emptyLabel->setText(tr(
        "Replies appear here. The gateway must be able to reach this computer; see the receiver settings."));
    m_ui->receiverButton->setVisible(!m_context.demo);
    m_ui->threadList->viewport()->update();
    m_conversations->refresh();
    refresh();
}

} // namespace gui
