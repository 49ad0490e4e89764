// SPDX-License-Identifier: GPL-3.0-or-later
// One campaign: how many arrived, are under way, failed or are uncertain, and every recipient.
#pragma once

#include "domain/campaign.h"
#include "gui/context.h"
#include "gui/pages/page.h"
#include "storage/journal.h"

#include <QFutureWatcher>
#include <QSet>
#include <QTimer>

#include <memory>

class QAction;
class QButtonGroup;
class QPushButton;
namespace Ui {
class CampaignPage;
}
namespace models {
class MessageModel;
}

namespace gui {

class CampaignPage final : public Page
{
    Q_OBJECT
public:
    CampaignPage(Context &context, QWidget *parent = nullptr);
    ~CampaignPage() override;

    QString title() const override;
    void activated() override;
    void retranslate() override;
    void open(qint64 campaign);
    qint64 campaign() const { return m_campaign.id; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void reload();
    void showHead();
    void showChips();
    void showHistory();
    void showStrips();
    void readDeliveries();
    int pauseCode() const; // of the gateway's answer that paused it, or that concerns what did; 0: none
    bool isMissed() const; // its time has passed and a person is asked
    void showMessage(const QModelIndex &row);
    void sendMissed();
    void skipMissed();
    void goOnAfterQuietHours();
    QString pauseSentence() const;
    bool isQuietPause() const; // by the quiet hours
    QString quietEnd() const;  // the time at which they end
    void applyFilter();
    void run();
    void cancel();
    void retry();
    void decide();
    void exportList();
    void exportReport();
    void tell(const base::Result<void> &result);

    Context &m_context;
    std::unique_ptr<Ui::CampaignPage> m_ui;
    models::MessageModel *m_model;
    QButtonGroup *m_chips;
    domain::Campaign m_campaign;
    QTimer m_reloadTimer; // at most four times a second
    QTimer m_searchTimer;
    QTimer m_deliveriesTimer;
    QFutureWatcher<storage::Journal::Deliveries> m_deliveries;
    storage::Journal::Deliveries m_shownDeliveries;
    qint64 m_deliveriesOf = 0; // the campaign they were asked of
    bool m_deliveriesChanged = false;
    QList<domain::HistoryEntry> m_history;
    QSet<qint64> m_missed; // told by the engine
    QAction *m_listAction;
    QAction *m_pdfAction;
    QPushButton *m_nowButton;
    QPushButton *m_correctButton;
    QPushButton *m_goOnButton; // once the quiet hours are over
    QPushButton *m_skipButton;
    QString m_problem; // of the last thing asked for
};

} // namespace gui
