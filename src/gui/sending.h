// SPDX-License-Identifier: GPL-3.0-or-later
// From an approved message to its first request: the countdown, and back. A planned campaign that is to start
// now is looked over and counted down in the same way.
#pragma once

#include "engine/draft.h"
#include "gui/context.h"

#include <QObject>

namespace gui {

class SendPage;
class StopBar;

class Sending final : public QObject
{
    Q_OBJECT
public:
    Sending(Context &context, StopBar &stopBar, SendPage &sendPage, QWidget *window);

    void start(qint64 campaign); // a planned one, before its time or without one: asks first

Q_SIGNALS:
    void begun(qint64 campaign);                 // or waits for its time
    void stopped(qint64 campaign, bool planned); // planned: it is there as before; else it is gone

private:
    void review(const domain::Campaign &campaign, const engine::PlanSummary &plan);
    void elapsed(qint64 campaign);
    void stop(qint64 campaign);
    void approve(qint64 campaign);
    void sendNow(const domain::Campaign &planned);
    void complain(const base::Result<void> &begun);

    Context &m_context;
    StopBar &m_stopBar;
    SendPage &m_sendPage;
    QWidget *m_window;
    qint64 m_planned = 0; // which is counted down before its time; 0: what was written just now is
};

} // namespace gui
