// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/statuses.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

namespace simulator {
using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 8;        // tries, as the gateway queues what is not taken
constexpr int failedPerMille = 40; // of the phones are never reached
} // namespace

Statuses::Statuses(Faults &faults, int delayMs, QObject *parent)
    : QObject(parent)
    , m_faults(faults)
    , m_delayMs(delayMs)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
}

void Statuses::announce(const Sent &sent)
{
    if (m_url.isEmpty() || m_faults.ofStatus(u"statusLost"_s))
        return;
    QRandomGenerator &random = m_faults.random();
    const bool fails = random.bounded(1000) < failedPerMille || m_faults.ofStatus(u"statusFailed"_s);
    const int start = static_cast<int>(qMin<qint64>(sent.notBeforeMs, INT_MAX / 2));
    int first = start + m_delayMs + random.bounded(m_delayMs + 1);
    int last = first + m_delayMs + random.bounded(8 * m_delayMs + 1);
    if (m_faults.ofStatus(u"statusLate"_s))
        last += 20 * m_delayMs;
    if (m_faults.ofStatus(u"statusReordered"_s))
        std::swap(first, last);
    later(first, sent, -1);
    later(last, sent, fails ? 5 : 4);
    if (m_faults.ofStatus(u"statusRepeated"_s)) {
        later(last + m_delayMs, sent, fails ? 5 : 4);
        later(last + 2 * m_delayMs, sent, -1);
    }
    if (m_faults.ofStatus(u"statusUnknown"_s)) {
        Sent stranger = sent;
        stranger.id += 100000000;
        stranger.ref = u"unknown-%1"_s.arg(sent.id);
        later(first, stranger, 4);
    }
}

void Statuses::later(int delayMs, const Sent &sent, int status)
{
    QTimer::singleShot(delayMs, this, [this, sent, status] {
        QByteArray query = "status=" + QByteArray::number(status) + "&origid=" + QByteArray::number(sent.id);
        if (!sent.ref.isEmpty())
            query += "&ref=" + QUrl::toPercentEncoding(sent.ref) +
                     "&phoneno=" + QUrl::toPercentEncoding(sent.number);
        QUrl url(m_url);
        url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
        post(url, 1);
    });
}

void Statuses::post(const QUrl &url, int tries)
{
    QNetworkReply *reply = m_network.get(QNetworkRequest(url));
    connect(reply, &QNetworkReply::finished, this, [this, reply, url, tries] {
        reply->deleteLater();
        const int answered = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if ((answered < 200 || answered > 299) && tries < patience)
            QTimer::singleShot(200 << tries, this, [this, url, tries] { post(url, tries + 1); });
    });
}

} // namespace simulator
