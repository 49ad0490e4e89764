// SPDX-License-Identifier: GPL-3.0-or-later
// Every message ever: searched as one types, filtered, looked at closely, exported.
#pragma once

#include "gui/oneshot.h"
#include "gui/pages/page.h"
#include "gui/widgets/form.h"

namespace Ui {
class LogPage;
}
namespace models {
class LogModel;
}

namespace gui {

class LogPage final : public Page
{
    Q_OBJECT
public:
    LogPage(Context &context, QWidget *parent = nullptr);

    QString title() const override;
    void activated() override;
    void retranslate() override;

Q_SIGNALS:
    void repliesWanted(const QString &search); // what came in stands in the inbox

private:
    void connectFilters();
    void connectPlaces();
    void connectMessages();
    void connectChanges();
    void fillCombos();
    void fillCampaigns();
    void applyFilter();
    void clearFilters();
    bool holdsNothing() const;
    void showState();
    void showDetails();
    void exportLog();
    void keepPlace(int first, int last);

    Form<Ui::LogPage> m_ui;
    models::LogModel *m_model;
    OneShot m_searchTimer{120};  // ms: one question for a burst of keys
    OneShot m_refreshTimer{500}; // ms: at most twice a second
    Sentence m_problem;          // of the reading, until the next
    Sentence m_refusal;          // of an export or a sort
    bool m_filtered = false;     // once it has been shown
};

} // namespace gui
