// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/callback.h"

#include <QIODevice>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <algorithm>
#include <utility>

namespace simulator {

namespace {

// Cannot be rewound, which keeps Qt from sending it a second time. (Of a QBuffer it takes the bytes
// themselves, whatever the device says of itself.)
class Once final : public QIODevice
{
public:
    explicit Once(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool atEnd() const override { return m_bytes.isEmpty(); }
    qint64 bytesAvailable() const override { return m_bytes.size(); }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        if (m_bytes.isEmpty())
            return -1;
        const qint64 size = std::min<qint64>(most, m_bytes.size());
        std::copy_n(m_bytes.cbegin(), size, data);
        m_bytes.remove(0, size);
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
};

QNetworkReply *once(QObject *owner, QNetworkRequest request, const QByteArray &verb, const QByteArray &body)
{
    auto *network = new QNetworkAccessManager(owner);
    network->setProxy(QNetworkProxy::NoProxy);
    request.setRawHeader("Connection", "close");
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
    auto *device = new Once(body);
    QNetworkReply *reply = network->sendCustomRequest(request, verb, device);
    device->setParent(reply);
    QObject::connect(reply, &QObject::destroyed, network, &QObject::deleteLater);
    return reply;
}

} // namespace

QNetworkRequest callbackRequest(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setTransferTimeout(60000);
    return request;
}

QNetworkReply *getOnce(QObject *owner, const QNetworkRequest &request)
{
    return once(owner, request, "GET", {});
}

QNetworkReply *postOnce(QObject *owner, const QNetworkRequest &request, const QByteArray &body)
{
    return once(owner, request, "POST", body);
}

QUrl withQuery(const QUrl &url, const QByteArray &query)
{
    const QByteArray own = url.query(QUrl::FullyEncoded).toLatin1();
    QUrl whole(url);
    whole.setQuery(QString::fromLatin1(own.isEmpty() ? query : own + '&' + query), QUrl::StrictMode);
    return whole;
}

bool answeredWith2xx(const QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return status >= 200 && status <= 299;
}

int backOffMs(int triesSoFar)
{
    return 200 << qMin(triesSoFar, callbackTries - 1);
}

} // namespace simulator
