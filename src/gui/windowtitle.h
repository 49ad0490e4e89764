// SPDX-License-Identifier: GPL-3.0-or-later
// The window's title, which the task bar shows too: how much is unread, how far what is being sent has come.
#pragma once

#include "engine/runpace.h"
#include "gui/context.h"

#include <QHash>
#include <QObject>

class QWidget;

namespace gui {

class WindowTitle final : public QObject
{
    Q_OBJECT
public:
    WindowTitle(Context &context, QWidget *window);

    void setUnread(qint64 messages);
    void write();

private:
    struct Sending
    {
        qint64 done = 0;
        qint64 total = 0;
    };
    QWidget *m_window;
    qint64 m_unread = 0;
    QHash<qint64, Sending> m_sending; // by campaign
    engine::RunPace m_pace;           // of all together
};

} // namespace gui
