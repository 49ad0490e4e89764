// SPDX-License-Identifier: GPL-3.0-or-later
// What a person asks of a campaign: to go on, pause, end, try again or decide, and its files. Where it
// cannot be taken back, a question comes first.
#pragma once

#include "base/result.h"
#include "domain/campaign.h"
#include "engine/campaigns.h"
#include "gui/context.h"
#include "gui/sentence.h"
#include "models/deliveriesreader.h"

#include <QObject>

#include <functional>

class QWidget;

namespace gui {

class CampaignActions final : public QObject
{
    Q_OBJECT
public:
    CampaignActions(Context &context, QWidget *page);

    void run(const domain::Campaign &campaign); // or pause, or release
    void cancel(qint64 campaign);
    void retry(const domain::Campaign &campaign);
    void decide(const domain::Campaign &campaign, domain::MessageState state); // on those in this state
    void sendMissed(qint64 campaign);
    void skipMissed(qint64 campaign);
    void goOnAfterQuietHours(qint64 campaign);
    void changeTime(const domain::Campaign &campaign); // of a planned one
    void skipNext(qint64 series);
    void pauseSeries(const domain::Campaign &series); // or resume it
    void rename(const domain::Campaign &campaign);
    void setArchived(const QList<domain::Campaign> &campaigns, bool archived);
    void exportList(const domain::Campaign &campaign);
    void exportReport(const domain::Campaign &campaign, const models::CampaignWalk &walk,
                      const QList<domain::HistoryEntry> &history);

Q_SIGNALS:
    void answered(const base::Result<void> &result); // of whatever was asked
    void announced(const gui::Sentence &sentence);
    void startWanted(qint64 campaign); // a planned one, which is looked over first

private:
    template <typename Work>
    void call(Work work);
    // What a person may ask for although the mailbox cannot be emptied.
    template <typename Part>
    void callWithMailbox(void (Part::*work)(qint64, engine::Unfetched,
                                            const std::function<void(base::Result<void>)> &),
                         qint64 campaign);

    Context &m_context;
    QWidget *m_page;
};

} // namespace gui
