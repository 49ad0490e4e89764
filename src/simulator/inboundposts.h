// SPDX-License-Identifier: GPL-3.0-or-later
// Posts inbound messages to the customer's URL, as JSON or as GET (INB-01, INB-04).
#pragma once

#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

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
    void post(const InboundPost &message);

private:
    QUrl m_url;
    QNetworkAccessManager m_network;
    qint64 m_counter = 7000;
    qint64 m_id = 900000;
};

} // namespace simulator
