// SPDX-License-Identifier: GPL-3.0-or-later
// What closing the window means: campaigns that are being sent are paused first, and a receiver may
// stay on in the notification area. At the end of the session nobody is asked.
#pragma once

#include "domain/campaign.h"
#include "gui/context.h"
#include "gui/oneshot.h"

#include <QSet>

class QWidget;

namespace gui {

// Of the settings: "receive" or "quit"; empty: not asked yet.
inline const QString whenClosedKey = QStringLiteral("whenClosed");

class Leaving final : public QObject
{
    Q_OBJECT
public:
    Leaving(Context &context, QWidget *window);

    // Whether the window may close now. Otherwise it stays, hides, or ends later by `finished`.
    bool mayClose(bool receiving, bool trayAvailable);
    void quit() { m_quitting = true; } // the next close is meant for the whole program
    void pauseUnasked();               // `paused` follows, at once where nothing is being sent

Q_SIGNALS:
    void hideWanted();
    void finished(); // all is paused: close again
    void paused();   // after pauseUnasked; what has no answer in 20 seconds is kept as uncertain

private:
    QStringList running(); // names of campaigns that are being sent; their numbers in m_waiting
    void pauseAll();
    void end();
    bool keepReceiving();                    // asked once, then remembered
    QList<domain::Campaign> planned() const; // that begin by themselves while the program is open
    bool mayMiss();                          // asks, if something is planned

    Context &m_context;
    QWidget *m_window;
    QSet<qint64> m_waiting;
    OneShot m_patience{20'000}; // ms for answers under way; what has none by then is kept as uncertain
    bool m_quitting = false;
    bool m_unasked = false; // what is being paused is so without the window being about to close
    bool m_ready = false;
};

} // namespace gui
