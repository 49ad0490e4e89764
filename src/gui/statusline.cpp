// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/statusline.h"

#include "engine/changes.h"
#include "engine/contactwording.h"
#include "engine/language.h"
#include "engine/mailboxwording.h"
#include "engine/reception.h"
#include "engine/wording.h"
#include "gui/widgets/theme.h"
#include "models/when.h"
#include "storage/campaignrepository.h"

#include <QApplication>
#include <QDateTime>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

// What waits for a person's decision.
constexpr std::array undecided{domain::StateGroup::Uncertain, domain::StateGroup::Duplicate,
                               domain::StateGroup::Held};
constexpr int agoMs = 1000; // how old the words about it may be

// A sign in its colour before the words; read aloud as they stand.
void writeSigned(QLabel *label, const QString &words, const QColor &sign)
{
    label->setText(QString("<font color=\"%1\">%2</font>%3"_L1)
                       .arg(sign.name(), words.left(1).toHtmlEscaped(), words.mid(1).toHtmlEscaped()));
    label->setAccessibleName(words);
}

} // namespace

QString sinceInWords(qint64 atMs, qint64 nowMs)
{
    constexpr qint64 minuteMs = 60000;
    constexpr qint64 hourMs = 60 * minuteMs;
    const QLocale locale = engine::language::locale();
    const qint64 ago = qMax<qint64>(0, nowMs - atMs); // the clock may have been set back
    if (ago < minuteMs)
        return StatusLine::tr("%1 s ago").arg(locale.toString(ago / 1000));
    if (ago < hourMs)
        return StatusLine::tr("%1 min ago").arg(locale.toString(ago / minuteMs));
    if (models::sameDay(atMs, nowMs))
        return models::timeOfDay(atMs);
    return models::when(atMs);
}

StatusLine::StatusLine(Context &context, QWidget *parent)
    : Translated(parent)
    , m_context(context)
    , m_gatewayLabel(addText())
    , m_receiverLabel(addText())
    , m_mailboxLabel(addText())
    , m_noticeLabel(new QLabel(this))
    , m_undecidedButton(new QToolButton(this))
    , m_helpButton(new QToolButton(this))
{
    setContentsMargins(theme::grid, 0, theme::grid, 0);
    m_mailboxLabel->setObjectName(u"mailboxLabel"_s);
    m_noticeLabel->setObjectName(u"noticeLabel"_s);
    m_noticeLabel->setTextFormat(Qt::PlainText);
    m_noticeLabel->setAlignment(Qt::AlignCenter);
    m_noticeLabel->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    addWidget(m_noticeLabel, 1);
    addPermanentWidget(m_undecidedButton);
    addPermanentWidget(m_helpButton);
    m_undecidedButton->setObjectName(u"undecidedButton"_s);
    m_undecidedButton->setAutoRaise(true);
    connect(m_undecidedButton, &QToolButton::clicked, this, [this] { Q_EMIT campaignWanted(m_undecidedIn); });
    m_helpButton->setObjectName(u"helpButton"_s);
    m_helpButton->setAutoRaise(true);
    connect(m_helpButton, &QToolButton::clicked, this, &StatusLine::helpWanted);
    m_noticeTimer.setSingleShot(true);
    connect(&m_noticeTimer, &QTimer::timeout, this, [this] { say({}, 0); });

    m_agoTimer.setInterval(agoMs);
    connect(&m_agoTimer, &QTimer::timeout, this, &StatusLine::write);
    connectEngine();
    retranslate();
    countUndecided();
}

QLabel *StatusLine::addText()
{
    auto *label = new QLabel(this);
    label->setTextFormat(Qt::RichText);
    label->setContentsMargins(0, 0, theme::grid, 0);
    addWidget(label);
    return label;
}

void StatusLine::connectEngine()
{
    connect(m_context.engine.part<engine::GatewayContact>(), &engine::GatewayContact::changed, this,
            [this](const QString &, const engine::Contact &contact) { showContact(contact); });
    connect(m_context.engine.part<engine::Reception>(), &engine::Reception::receivingChanged, this,
            [this](bool receiving) {
                m_receiving = receiving;
                write();
            });
    const auto showMailbox = [this](const engine::MailboxState &state) {
        m_mailbox = state;
        if (state.used)
            m_agoTimer.start();
        write();
    };
    connect(m_context.engine.part<engine::Mailbox>(), &engine::Mailbox::stateChanged, this, showMailbox);
    m_context.engine.call(
        this, [](const engine::Mailbox &mailbox) { return mailbox.state(); }, showMailbox);
    connect(m_context.engine.part<engine::Changes>(), &engine::Changes::statusReceived, this,
            [this](qint64 at) {
                m_statusAt = at;
                m_agoTimer.start();
                countUndecided();
            });
    connect(m_context.engine.part<engine::Changes>(), &engine::Changes::campaignsChanged, this,
            &StatusLine::countUndecided);
    m_context.engine.call(
        this, [](const engine::Reception &reception) { return reception.isReceiving(); },
        [this](bool receiving) {
            m_receiving = receiving;
            write();
        });
}

void StatusLine::say(const Sentence &notice, int forMs)
{
    m_notice = notice;
    m_noticeTimer.stop();
    if (forMs > 0)
        m_noticeTimer.start(forMs);
    write();
}

void StatusLine::showContact(const engine::Contact &contact)
{
    m_contact = contact;
    if (contact.nextTryMs)
        m_agoTimer.start();
    write();
}

void StatusLine::countUndecided()
{
    m_messages = {};
    m_undecidedIn = 0;
    if (const auto campaigns = storage::CampaignRepository(m_context.reader).campaigns()) {
        for (const domain::Campaign &campaign : *campaigns) {
            const domain::Progress progress(campaign);
            m_messages += progress;
            const auto waits = [&progress](domain::StateGroup group) { return progress.of(group) > 0; };
            if (m_undecidedIn == 0 && std::any_of(undecided.begin(), undecided.end(), waits))
                m_undecidedIn = campaign.id;
        }
    }
    write();
}

// "2 uncertain · 3 held back"
QString StatusLine::undecidedInWords() const
{
    QStringList counts;
    for (const domain::StateGroup group : undecided) {
        if (m_messages.of(group) > 0)
            counts.append(engine::wording::count(group, m_messages.of(group)));
    }
    return counts.isEmpty() ? engine::wording::count(domain::StateGroup::Uncertain, 0)
                            : counts.join(u" · "_s);
}

void StatusLine::comeLast(QWidget *before)
{
    setTabOrder(before, m_undecidedButton);
    setTabOrder(m_undecidedButton, m_helpButton);
}

QString StatusLine::mailboxInWords(qint64 nowMs) const
{
    if (!m_mailbox.used)
        return {};
    if (m_mailbox.full)
        return tr("✕ Mailbox is full");
    if (m_mailbox.problem)
        return tr("✕ Mailbox not reached");
    if (m_mailbox.lastAskedMs == 0)
        return tr("○ Mailbox not checked yet");
    return tr("● Mailbox checked %1", "2 s ago, or a time").arg(sinceInWords(m_mailbox.lastAskedMs, nowMs));
}

void StatusLine::write()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const bool reached = m_contact.kind == engine::Contact::Reached;
    const bool trouble = m_contact.isTrouble() && m_contact.kind != engine::Contact::Waiting;
    QString gateway = tr("%1 %2", "a sign, whether the gateway is there")
                          .arg(QChar(reached   ? u'●'
                                     : trouble ? u'✕'
                                               : u'○'),
                               engine::wording::contactInShort(m_contact, now));
    QString mailbox = mailboxInWords(now);
    QString receiver = m_receiving ? tr("● Receiver on") : tr("○ Receiver off");
    if (m_receiving && m_statusAt != 0)
        receiver =
            tr("● Receiver on, last status %1", "2 s ago, or a time").arg(sinceInWords(m_statusAt, now));
    const QString sentence = engine::wording::contact(m_contact, now);
    m_gatewayLabel->setToolTip(sentence.isEmpty() ? gateway : sentence);
    m_receiverLabel->setToolTip(
        m_receiving ? receiver
                    : tr("No statuses or replies arrive. What the gateway could not deliver waits in its "
                         "queue until someone uses the restart link in its e-mail."));
    // Who receives by the mailbox alone misses no receiver.
    m_receiverLabel->setVisible(m_receiving || !m_mailbox.used);
    if (m_receiverLabel->isHidden())
        receiver.clear();
    m_mailboxLabel->setVisible(m_mailbox.used);
    m_mailboxLabel->setToolTip(m_mailbox.full      ? engine::wording::mailboxFull()
                               : m_mailbox.problem ? engine::wording::sentence(*m_mailbox.problem)
                                                   : mailbox);
    m_undecidedButton->setText(undecidedInWords());
    m_undecidedButton->setEnabled(m_undecidedIn != 0);
    const QString notice = m_notice.text();
    // Large text in a small window: the signs stay, the rest is in the tooltips.
    const auto wide = [this](const QString &words) { return fontMetrics().horizontalAdvance(words); };
    int room = width() - wide(m_undecidedButton->text() + m_helpButton->text()) - 16 * theme::grid;
    if (wide(gateway + receiver + mailbox) + wide(notice) > room) {
        gateway = tr("%1 Gateway", "a sign").arg(gateway.at(0));
        if (!receiver.isEmpty())
            receiver = tr("%1 Receiver", "a sign").arg(receiver.at(0));
        if (!mailbox.isEmpty())
            mailbox = tr("%1 Mailbox", "a sign").arg(mailbox.at(0));
    }
    room -= wide(gateway + receiver + mailbox);
    const QPalette ours = QApplication::palette(); // at a change of appearance this widget's is the old one
    const QColor good = theme::delivered(ours);
    const QColor off = theme::muted(ours);
    writeSigned(m_gatewayLabel, gateway, reached ? good : trouble ? theme::failed(ours) : off);
    writeSigned(m_receiverLabel, receiver, m_receiving ? good : off);
    writeSigned(m_mailboxLabel, mailbox,
                m_mailbox.full || m_mailbox.problem ? theme::failed(ours)
                : m_mailbox.lastAskedMs > 0         ? good
                                                    : off);
    m_noticeLabel->setText(fontMetrics().elidedText(notice, Qt::ElideRight, qMax(room, 0)));
    m_noticeLabel->setToolTip(notice);
    m_noticeLabel->setAccessibleName(notice);
    QPalette colours;
    if (m_undecidedIn != 0)
        colours.setColor(QPalette::ButtonText, theme::uncertain(ours));
    m_undecidedButton->setPalette(colours);
}

void StatusLine::retranslate()
{
    m_undecidedButton->setToolTip(tr("Open the campaign that waits for your decision"));
    m_helpButton->setText(tr("? Help"));
    m_helpButton->setToolTip(tr("Help on this page (F1)"));
    write();
}

void StatusLine::changeEvent(QEvent *event)
{
    Translated::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        write();
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    QStatusBar::resizeEvent(event);
    write();
}

} // namespace gui
