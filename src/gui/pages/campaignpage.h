// SPDX-License-Identifier: GPL-3.0-or-later
// One campaign: how many arrived, are under way, failed or are uncertain, and every recipient.
#pragma once

#include "domain/progress.h"
#include "engine/gatewaycontact.h"
#include "engine/runpace.h"
#include "gui/oneshot.h"
#include "gui/pages/page.h"
#include "gui/widgets/form.h"
#include "models/deliveriesreader.h"

#include <QSet>
#include <QTimer>

class QAction;
class QPushButton;
namespace Ui {
class CampaignPage;
}
namespace models {
class MessageModel;
} // namespace models

namespace gui {

class CampaignActions;

class CampaignPage final : public Page
{
    Q_OBJECT
public:
    CampaignPage(Context &context, QWidget *parent = nullptr);

    QString title() const override;
    void activated() override;
    void retranslate() override;
    void open(qint64 campaign);
    void setCounting(qint64 campaign); // which one is about to begin; 0: none
    qint64 campaign() const { return m_campaign.id; }

protected:
    void fit(bool narrow) override;

private:
    void dress();
    void connectButtons();
    void connectEngine();
    void reload();
    void showHead();
    void showFacts();
    void showFigures();
    void showHistory();
    void showStrips();
    void showReason();
    void showWalk(qint64 campaign, const models::CampaignWalk &walk);
    void showMessage(const QModelIndex &row);
    void applyFilter();
    void askContact();
    bool isMissed() const; // its time has passed and a person is asked

    Form<Ui::CampaignPage> m_ui;
    models::MessageModel *m_model;
    models::DeliveriesReader *m_deliveries;
    CampaignActions *m_actions;
    qint64 m_counting = 0;
    domain::Campaign m_campaign;
    OneShot m_reloadTimer{250}; // ms: at most four times a second
    OneShot m_searchTimer{searchAfterMs};
    models::CampaignWalk m_walk; // of its messages, the last time
    QList<domain::HistoryEntry> m_history;
    QSet<qint64> m_missed; // told by the engine
    QAction *m_listAction;
    QAction *m_pdfAction;
    QAction *m_renameAction;
    QAction *m_archiveAction;
    QAction *m_timeAction; // when it begins
    QAction *m_skipNextAction;
    QAction *m_seriesAction; // pause, or resume
    QPushButton *m_nowButton;
    QPushButton *m_correctButton;
    QPushButton *m_goOnButton; // once the quiet hours are over
    QPushButton *m_skipButton;
    Sentence m_problem;        // of the last thing asked for
    engine::Contact m_contact; // with the gateway of the campaign's account
    engine::RunPace m_pace;    // how long it will still take
    QTimer m_contactTimer;     // of the seconds in its words
};

} // namespace gui
