// SPDX-License-Identifier: GPL-3.0-or-later
// Posts delivery statuses to the customer's URL as the gateway does: -1 first, then 4 or 5 (DLR-01 to
// DLR-03), some of them late, repeated or out of order where a fault asks for it.
#pragma once

#include "simulator/faults.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <map>

namespace simulator {

struct Sent
{
    qint64 id = 0;
    QString ref;    // empty: none was given
    QString number; // +47…
    QString sender;
    qint64 notBeforeMs = 0; // scheduled: milliseconds from now
};

class Statuses final : public QObject
{
    Q_OBJECT
public:
    Statuses(const Faults &faults, int delayMs, QObject *parent);

    void setUrl(const QUrl &url) { m_url = url; }
    bool announce(const Sent &sent); // true: its statuses go out at once, before the answer

Q_SIGNALS:
    void delivered(const simulator::Sent &sent); // its 4 was taken

private:
    struct Post
    {
        Sent sent;
        int status = 0;
        int tries = 0;
    };

    void at(qint64 delayMs, Post post);
    void postDueOnes();
    void post(Post post);

    const Faults &m_faults;
    int m_delayMs;
    QUrl m_url;
    std::multimap<qint64, Post> m_waiting; // by milliseconds on m_time
    QElapsedTimer m_time;
    QTimer m_next;
    int m_inFlight = 0;
};

} // namespace simulator
