// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/receptionsection.h"

#include "gui/pages/mailboxsection.h"
#include "gui/pages/receiversection.h"

#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace gui {
using namespace Qt::StringLiterals;

ReceptionSection::ReceptionSection(Context &context, QWidget *parent)
    : SettingsSection(parent)
    , m_tabs(new QTabWidget(this))
    , m_receiver(new ReceiverSection(context))
    , m_mailbox(new MailboxSection(context))
{
    m_tabs->setObjectName(u"receptionTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_receiver, QString());
    m_tabs->addTab(m_mailbox, QString());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs);
    if (m_mailbox->isUsed() && !context.settings.receiver().enabled)
        showMailbox();
    retranslate();
}

QString ReceptionSection::title() const
{
    return tr("Reception", "settings");
}

void ReceptionSection::retranslate()
{
    m_tabs->setTabText(0, m_receiver->title());
    m_tabs->setTabText(1, m_mailbox->title());
    m_tabs->tabBar()->setAccessibleName(tr("Ways to receive"));
}

void ReceptionSection::load()
{
    m_receiver->load();
    m_mailbox->load();
}

void ReceptionSection::showReceiver()
{
    m_tabs->setCurrentWidget(m_receiver);
}

void ReceptionSection::showMailbox()
{
    m_tabs->setCurrentWidget(m_mailbox);
}

} // namespace gui
