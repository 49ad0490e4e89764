// SPDX-License-Identifier: GPL-3.0-or-later
// Posts delivery statuses to the customer's URL as the gateway does: -1 first, then 4 or 5 (DLR-01 to
// DLR-03), some of them late, repeated or out of order where a fault asks for it.
#pragma once

#include "simulator/faults.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

namespace simulator {

struct Sent
{
    qint64 id = 0;
    QString ref;            // empty: none was given
    QString number;         // +47…
    qint64 notBeforeMs = 0; // scheduled: milliseconds from now
};

class Statuses final : public QObject
{
    Q_OBJECT
public:
    Statuses(Faults &faults, int delayMs, QObject *parent);

    void setUrl(const QUrl &url) { m_url = url; }
    void announce(const Sent &sent);

private:
    void later(int delayMs, const Sent &sent, int status);
    void post(const QUrl &url, int tries);

    Faults &m_faults;
    int m_delayMs;
    QUrl m_url;
    QNetworkAccessManager m_network;
};

} // namespace simulator
