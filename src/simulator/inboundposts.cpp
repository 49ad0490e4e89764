// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/inboundposts.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkProxy>
#include <QNetworkReply>

namespace simulator {
using namespace Qt::StringLiterals;

namespace {

QByteArray latin1Encoded(const QString &text)
{
    return text.toLatin1().toPercentEncoding(); // what Latin-1 lacks becomes '?'
}

} // namespace

InboundPosts::InboundPosts(QObject *parent)
    : QObject(parent)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
}

void InboundPosts::post(const InboundPost &message)
{
    const QString keyword =
        message.keyword.isEmpty() ? message.text.section(u' ', 0, 0).toUpper() : message.keyword;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    ++m_counter;
    QNetworkReply *reply = nullptr;
    if (message.asGet) {
        QString from = message.from;
        if (from.startsWith(u'+'))
            from.replace(0, 1, u"00"_s);
        const QByteArray query =
            "fromid=" + latin1Encoded(message.to) + "&phonenr=" + latin1Encoded(from) +
            "&txt=" + latin1Encoded(message.text) + "&time=" + QByteArray::number(now.toSecsSinceEpoch()) +
            "&countnr=" + QByteArray::number(m_counter) + "&code=" + latin1Encoded(keyword);
        QUrl url(m_url);
        url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
        reply = m_network.get(QNetworkRequest(url));
    } else {
        const QJsonObject body{{u"id"_s, ++m_id},
                               {u"to"_s, message.to},
                               {u"from"_s, message.from},
                               {u"text"_s, message.text},
                               {u"sent"_s, now.toString(Qt::ISODate)},
                               {u"counter"_s, m_counter},
                               {u"keyword"_s, keyword},
                               {u"files"_s, message.files}};
        QNetworkRequest request(m_url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
        reply = m_network.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact));
    }
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

} // namespace simulator
