// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/inboundposts.h"

#include "simulator/callback.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QTimer>

namespace simulator {
using namespace Qt::StringLiterals;

namespace {

// Percent-encoded Latin-1, with one '?' for each character that it lacks (INB-04).
QByteArray latin1Encoded(const QString &text)
{
    QByteArray bytes;
    for (const QChar unit : text) {
        if (!unit.isLowSurrogate())
            bytes += unit.unicode() > 0xff ? '?' : unit.toLatin1();
    }
    return bytes.toPercentEncoding();
}

// GET names the sub-number alone (INB-06).
QString withoutShortNumber(const QString &to)
{
    static const QRegularExpression subNumber(u"\\A26114([0-9]+)\\z"_s);
    const auto match = subNumber.match(to);
    return match.hasMatch() ? match.captured(1) : to;
}

QString firstWord(const QString &text)
{
    return text.trimmed().section(QRegularExpression(u"\\s"_s), 0, 0).toUpper();
}

} // namespace

InboundPosts::InboundPosts(QObject *parent)
    : QObject(parent)
{
}

qint64 InboundPosts::post(const InboundPost &message)
{
    m_queue.enqueue({message, ++m_id, ++m_counter, QDateTime::currentMSecsSinceEpoch(), 0});
    postFirst();
    return m_counter;
}

void InboundPosts::postFirst()
{
    if (m_busy || m_queue.isEmpty())
        return;
    m_busy = true;
    ++m_queue.head().tries;
    QNetworkReply *reply = send(m_queue.head());
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        const Numbered &first = m_queue.head();
        // INB-05: the GET form asks for the word as well.
        const bool taken =
            answeredWith2xx(*reply) && (!first.message.asGet || reply->readAll().trimmed() == "true");
        const int wait = taken || first.tries >= callbackTries ? 0 : backOffMs(first.tries);
        if (wait == 0)
            m_queue.dequeue();
        QTimer::singleShot(wait, this, [this] {
            m_busy = false;
            postFirst();
        });
    });
}

QNetworkReply *InboundPosts::send(const Numbered &numbered)
{
    const InboundPost &message = numbered.message;
    const QDateTime sent = QDateTime::fromMSecsSinceEpoch(numbered.sentMs).toUTC();
    const QString keyword = message.keyword.isEmpty() ? firstWord(message.text) : message.keyword;
    if (message.asGet) {
        QString from = message.from;
        if (from.startsWith(u'+'))
            from.replace(0, 1, u"00"_s);
        const QByteArray query =
            "fromid=" + latin1Encoded(withoutShortNumber(message.to)) + "&phonenr=" + latin1Encoded(from) +
            "&txt=" + latin1Encoded(message.text) + "&time=" + QByteArray::number(sent.toSecsSinceEpoch()) +
            "&countnr=" + QByteArray::number(numbered.counter) + "&code=" + latin1Encoded(keyword);
        return getOnce(this, callbackRequest(withQuery(m_url, query)));
    }
    const QJsonObject body{{u"id"_s, numbered.id},
                           {u"to"_s, message.to},
                           {u"from"_s, message.from},
                           {u"text"_s, message.text},
                           {u"sent"_s, sent.toString(Qt::ISODate)},
                           {u"counter"_s, numbered.counter},
                           {u"keyword"_s, keyword},
                           {u"files"_s, message.files}};
    QNetworkRequest request = callbackRequest(m_url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    return postOnce(this, request, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

} // namespace simulator
