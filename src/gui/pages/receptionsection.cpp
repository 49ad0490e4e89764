// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/receptionsection.h"

#include "gui/pages/mailboxsection.h"
#include "gui/pages/receiversection.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/theme.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace gui {
using namespace Qt::StringLiterals;

ReceptionSection::ReceptionSection(Context &context, QWidget *parent)
    : SettingsSection(context, parent)
    , m_receiverButton(addWay(u"receiverWayButton"_s))
    , m_mailboxButton(addWay(u"mailboxWayButton"_s))
    , m_receiver(new ReceiverSection(context))
    , m_mailbox(new MailboxSection(context))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * theme::grid);
    auto *ways = new FlowLayout;
    ways->addWidget(m_receiverButton);
    ways->addWidget(m_mailboxButton);
    column->addLayout(ways);
    column->addWidget(m_receiver);
    column->addWidget(m_mailbox);
    column->addStretch(1);
    // A screen reader toggles what can be checked, which is no click.
    connect(m_receiverButton, &QPushButton::toggled, this, [this](bool on) {
        if (on)
            showReceiver();
    });
    connect(m_mailboxButton, &QPushButton::toggled, this, [this](bool on) {
        if (on)
            showMailbox();
    });
    if (m_mailbox->isUsed() && !context.settings.receiver().enabled)
        showMailbox();
    else
        showReceiver();
    retranslate();
}

QPushButton *ReceptionSection::addWay(const QString &objectName)
{
    auto *button = new QPushButton(this);
    button->setObjectName(objectName);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setProperty("chip", true);
    return button;
}

QString ReceptionSection::title() const
{
    return tr("Receiving", "settings");
}

void ReceptionSection::retranslate()
{
    m_receiverButton->setText(m_receiver->title());
    m_mailboxButton->setText(m_mailbox->title());
}

void ReceptionSection::load()
{
    m_receiver->load();
    m_mailbox->load();
}

void ReceptionSection::showReceiver()
{
    bringToFront(m_receiver);
}

void ReceptionSection::showMailbox()
{
    bringToFront(m_mailbox);
}

void ReceptionSection::bringToFront(const QWidget *way)
{
    m_receiver->setVisible(way == m_receiver);
    m_mailbox->setVisible(way == m_mailbox);
    m_receiverButton->setChecked(way == m_receiver);
    m_mailboxButton->setChecked(way == m_mailbox);
}

} // namespace gui
