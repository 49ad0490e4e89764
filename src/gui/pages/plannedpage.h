// SPDX-License-Identifier: GPL-3.0-or-later
// What is going to be sent, and when: planned campaigns and series as a list and in a month's calendar.
#pragma once

#include "domain/campaign.h"
#include "gui/pages/page.h"
#include "gui/widgets/form.h"

#include <memory>
#include <optional>

class QMenu;
namespace Ui {
class PlannedPage;
}
namespace models {
class CampaignModel;
class PlannedModel;
} // namespace models

namespace gui {

class CampaignActions;

class PlannedPage final : public Page
{
    Q_OBJECT
public:
    PlannedPage(Context &context, QWidget *parent = nullptr);

    QString title() const override;
    void activated() override;
    void retranslate() override;

protected:
    void fit(bool narrow) override;

private:
    void dress();
    void connectTables();
    void connectButtons();
    void refresh();
    void showDay(std::optional<QDate> day);
    void showMarks();
    void showChosen();
    void fillMenu(QMenu &menu);
    std::optional<domain::Campaign> chosen() const;

    Form<Ui::PlannedPage> m_ui;
    models::PlannedModel *m_model;
    models::CampaignModel *m_runs; // of the chosen series
    CampaignActions *m_actions;
    Sentence m_problem; // of the last thing asked for
};

} // namespace gui
