// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailbox/client.h"

#include "base/isotime.h"
#include "domain/account.h"
#include "mailbox/problem.h"
#include "receiver/address.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

namespace mailbox {
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 30000;
constexpr qint64 longestAnswer = 64LL * 1024 * 1024;

QUrl below(QUrl url, const QString &path)
{
    QString own = url.path();
    while (own.endsWith(u'/'))
        own.chop(1);
    url.setPath(own + u'/' + path);
    return url;
}

} // namespace

base::Result<QUrl> mailboxAddress(const QString &typed)
{
    const QUrl url(typed.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() ||
        url.hasFragment() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return base::Error{base::ErrorCode::InvalidField, typed, u"mailbox"_s};
    if (url.scheme() != "https"_L1 && !domain::isLoopback(url))
        return base::Error{base::ErrorCode::InsecureUrl, typed, u"mailbox"_s};
    return url;
}

Client::Client(QUrl url, Keys keys, QObject *parent)
    : QObject(parent)
    , m_url(std::move(url))
    , m_keys(std::move(keys))
    , m_tls(QSslConfiguration::defaultConfiguration())
{
    if (m_url.scheme() != "https"_L1)
        return;
    connect(&m_network, &QNetworkAccessManager::finished, this, [this](QNetworkReply *reply) {
        if (const auto date = base::fromHttpDate(reply->rawHeader("Date")))
            Q_EMIT dateHeard(*date);
    });
}

void Client::reachBy(const QNetworkProxy &proxy, const QList<QSslCertificate> &extraAuthorities)
{
    m_network.setProxy(domain::isLoopback(m_url) ? QNetworkProxy(QNetworkProxy::NoProxy) : proxy);
    m_tls.addCaCertificates(extraAuthorities);
}

Client::~Client() = default;

void Client::test(const std::function<void(base::Result<Tested>)> &done)
{
    ask(u"test"_s, {}, false, patienceMs,
        [done, key = printable(m_keys.publicKey)](const base::Result<Reply> &reply, const QString &asked) {
            done(reply ? readTest(*reply, asked, key) : reply.error());
        });
}

void Client::events(qint64 after, int waitSeconds, const std::function<void(base::Result<Portion>)> &done)
{
    QString query = u"after="_s + QString::number(after);
    if (waitSeconds > 0)
        query += u"&wait="_s + QString::number(waitSeconds);
    ask(u"events"_s, query, false, patienceMs + waitSeconds * 1000,
        [done, key = printable(m_keys.publicKey)](const base::Result<Reply> &reply, const QString &asked) {
            done(reply ? readEvents(*reply, asked, key) : reply.error());
        });
}

void Client::forgetUpto(qint64 number, const std::function<void(base::Result<Facts>)> &done)
{
    ask(u"done"_s, u"upto="_s + QString::number(number), true, patienceMs,
        [done, key = printable(m_keys.publicKey)](const base::Result<Reply> &reply, const QString &asked) {
            done(reply ? readDone(*reply, asked, key) : reply.error());
        });
}

void Client::ask(const QString &what, const QString &query, bool post, int patience,
                 const std::function<void(base::Result<Reply>, const QString &)> &done)
{
    // Its own word with each question, so that an old answer from a store in between is known as one.
    const QString word = receiver::newSecret();
    QUrl url = below(m_url, what);
    url.setQuery(u"ask="_s + word + (query.isEmpty() ? QString() : QString(u'&' + query)));
    QNetworkRequest request(url);
    request.setSslConfiguration(m_tls);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("X-Budstikke-Key", m_keys.fetchKey.toLatin1());
    request.setTransferTimeout(patience);
    if (post)
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkReply *reply = post ? m_network.post(request, QByteArray("{}")) : m_network.get(request);
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
        if (received > longestAnswer)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [reply, word, done] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const bool cut =
            reply->error() != QNetworkReply::NoError && reply->error() < QNetworkReply::ContentAccessDenied;
        if (status == 0 || cut)
            return done(error(Problem::Unreachable, reply->errorString()), word);
        done(Reply{status, reply->readAll(), reply->header(QNetworkRequest::LocationHeader).toString()},
             word);
    });
}

QString Client::statusUrl() const
{
    return below(m_url, m_keys.secret + u"/status"_s).toString(QUrl::FullyEncoded);
}

QString Client::inboundUrl() const
{
    return below(m_url, m_keys.secret + u"/inbound"_s).toString(QUrl::FullyEncoded);
}

} // namespace mailbox
