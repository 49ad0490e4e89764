// SPDX-License-Identifier: GPL-3.0-or-later
// Every campaign, the newest first, and how far each has come; searched, filtered, sorted, renamed, archived.
#pragma once

#include "domain/campaign.h"
#include "gui/oneshot.h"
#include "gui/pages/page.h"
#include "gui/widgets/form.h"

class QMenu;
namespace Ui {
class CampaignsPage;
}
namespace models {
class CampaignModel;
}

namespace gui {

class CampaignActions;
class TableHabits;

class CampaignsPage final : public Page
{
    Q_OBJECT
public:
    CampaignsPage(Context &context, QWidget *parent = nullptr);

    QString title() const override;
    void activated() override;
    void retranslate() override;

Q_SIGNALS:
    void plannedWanted();
    void monthWanted();

private:
    void connectTable();
    void refresh();
    void applyFilter();
    void showState();
    void fillMenu(QMenu &menu);
    QList<domain::Campaign> chosen() const;

    Form<Ui::CampaignsPage> m_ui;
    models::CampaignModel *m_model;
    CampaignActions *m_actions;
    TableHabits *m_habits;
    OneShot m_searchTimer{searchAfterMs};
    Sentence m_problem; // of the last thing asked for
};

} // namespace gui
