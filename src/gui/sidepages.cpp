// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sidepages.h"

#include "gui/pages/campaignpage.h"
#include "gui/pages/monthpage.h"
#include "gui/pages/personpage.h"
#include "gui/pages/plannedpage.h"

#include <QStackedWidget>

namespace gui {

SidePages::SidePages(Context &context, QStackedWidget *stack)
    : QObject(stack)
    , m_stack(stack)
    , m_campaign(new CampaignPage(context))
    , m_person(new PersonPage(context))
    , m_planned(new PlannedPage(context))
    , m_month(new MonthPage(context))
{
    for (Page *page : all())
        stack->addWidget(page);
    connect(m_person, &PersonPage::backWanted, this, &SidePages::leavePerson);
}

QList<Page *> SidePages::all() const
{
    return {m_campaign, m_person, m_planned, m_month};
}

void SidePages::openCampaign(qint64 campaign)
{
    m_campaign->open(campaign);
    Q_EMIT shown(PageId::Campaigns);
    m_stack->setCurrentWidget(m_campaign);
    m_campaign->setFocus();
}

void SidePages::openPerson(const QString &number)
{
    if (m_stack->currentWidget() != m_person)
        m_beforePerson = qobject_cast<Page *>(m_stack->currentWidget());
    m_stack->setCurrentWidget(m_person);
    m_person->open(number);
}

// Back to where the person was called up.
void SidePages::leavePerson()
{
    if (m_beforePerson == m_campaign)
        return openCampaign(m_campaign->campaign());
    if (!m_beforePerson)
        return;
    m_stack->setCurrentWidget(m_beforePerson);
    m_beforePerson->activated();
}

void SidePages::openPlanned()
{
    Q_EMIT shown(PageId::Campaigns);
    m_stack->setCurrentWidget(m_planned);
    m_planned->activated();
}

void SidePages::openMonth()
{
    Q_EMIT shown(PageId::Campaigns);
    m_stack->setCurrentWidget(m_month);
    m_month->activated();
}

PageId SidePages::listedAs(const Page *page, PageId itself) const
{
    if (page == m_person)
        return PageId::Contacts;
    return page == m_campaign || page == m_planned || page == m_month ? PageId::Campaigns : itself;
}

} // namespace gui
