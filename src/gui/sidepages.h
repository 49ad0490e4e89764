// SPDX-License-Identifier: GPL-3.0-or-later
// The pages that are reached from others and have no place in the window's list: one campaign, one person,
// what is planned, a month's report.
#pragma once

#include "gui/pages/page.h"

#include <QObject>

class QStackedWidget;

namespace gui {

class CampaignPage;
class MonthPage;
class PersonPage;
class PlannedPage;

class SidePages final : public QObject
{
    Q_OBJECT
public:
    SidePages(Context &context, QStackedWidget *stack);

    CampaignPage *campaign() const { return m_campaign; }
    QList<Page *> all() const;
    void openCampaign(qint64 campaign);
    void openPerson(const QString &number);
    void openPlanned();
    void openMonth(); // the present one, or that which was looked at last
    // Whose entry in the list stands for it while it is shown; of a page of the list, that itself.
    PageId listedAs(const Page *page, PageId itself) const;

Q_SIGNALS:
    void shown(gui::PageId listedAs);

private:
    void leavePerson();

    QStackedWidget *m_stack;
    CampaignPage *m_campaign;
    PersonPage *m_person;
    PlannedPage *m_planned;
    MonthPage *m_month;
    Page *m_beforePerson = nullptr; // the page from which it was opened
};

} // namespace gui
