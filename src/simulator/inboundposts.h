// SPDX-License-Identifier: GPL-3.0-or-later
// Posts inbound messages to the customer's URL, as JSON or as GET (INB-01, INB-04), one after the
// other: what is not taken stands at the head of the queue and is tried again (ACC-05).
#pragma once

#include <QJsonArray>
#include <QObject>
#include <QQueue>
#include <QUrl>

class QNetworkReply;

namespace simulator {

struct InboundPost
{
    QString from;
    QString to = QStringLiteral("26114");
    QString text;
    QString keyword; // empty: the first word
    QJsonArray files;
    bool asGet = false;
};

class InboundPosts final : public QObject
{
    Q_OBJECT
public:
    explicit InboundPosts(QObject *parent);

    void setUrl(const QUrl &url) { m_url = url; }
    bool hasUrl() const { return !m_url.isEmpty(); }
    qint64 post(const InboundPost &message); // its counter

private:
    struct Numbered
    {
        InboundPost message;
        qint64 id = 0;
        qint64 counter = 0;
        qint64 sentMs = 0; // UTC
        int tries = 0;
    };

    void postFirst();
    QNetworkReply *send(const Numbered &numbered);

    QUrl m_url;
    QQueue<Numbered> m_queue;
    qint64 m_counter = 7000;
    qint64 m_id = 900000;
    bool m_busy = false; // the first one is on its way, or waits to be tried again
};

} // namespace simulator
