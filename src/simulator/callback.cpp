// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/callback.h"

#include <QNetworkReply>

namespace simulator {

QNetworkRequest callbackRequest(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setTransferTimeout(60000);
    return request;
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
