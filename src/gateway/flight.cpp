// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/flight.h"

#include <QMetaEnum>
#include <QSslError>

#include <algorithm>
#include <utility>

namespace gateway {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestAnswer = 64 * 1024;
// Connections that idle longer are closed: a server that keeps them closes them too some time, and a
// request that meets its closing is lost half way. Common servers wait five seconds or more.
constexpr int idleSeconds = 2;

QNetworkRequest prepared(const FlightPlan &plan)
{
    QNetworkRequest request = plan.request;
    request.setHeader(QNetworkRequest::ContentLengthHeader, plan.body.size());
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Budstikke/" BUDSTIKKE_VERSION ""_s);
    request.setRawHeader("Accept-Encoding", "identity"); // the cap counts what came over the wire
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::ConnectionCacheExpiryTimeoutSecondsAttribute, idleSeconds);
    return request;
}

// Errors that only speak of the status: the answer itself came in whole.
bool isStatusError(QNetworkReply::NetworkError error, int httpStatus)
{
    switch (error) {
    case QNetworkReply::ContentReSendError: // its word for a redirect that would repeat the body
        return httpStatus == 307 || httpStatus == 308;
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
        return true;
    default:
        return false;
    }
}

} // namespace

Flight::Flight(std::shared_ptr<QNetworkAccessManager> manager, const FlightPlan &plan, Landed landed)
    : m_manager(std::move(manager))
    , m_body(plan.body)
    , m_hasBody(!plan.body.isEmpty())
    , m_landed(std::move(landed))
    , m_reply(m_manager->sendCustomRequest(prepared(plan), plan.verb, &m_body))
{
    m_reply->setParent(nullptr);
    connect(m_reply.get(), &QNetworkReply::encrypted, this, [this] { m_tunnelOpen = true; });
    connect(m_reply.get(), &QNetworkReply::requestSent, this, [this] { m_tunnelOpen = true; });
    connect(m_reply.get(), &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        if (!errors.isEmpty()) // told, never ignored
            m_tlsFailure = errors.first().errorString();
    });
    connect(m_reply.get(), &QNetworkReply::readyRead, this, [this] { receive(); });
    connect(m_reply.get(), &QNetworkReply::finished, this, [this] { land(); });
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer); // a coarse one is five per cent out
    connect(&m_deadline, &QTimer::timeout, this, [this] { end(u"timeout"_s); });
    m_deadline.start(plan.deadlineMs);
    if (m_reply->isFinished())
        QMetaObject::invokeMethod(
            this, [this] { land(); }, Qt::QueuedConnection);
}

Flight::~Flight()
{
    m_landed = {};
    m_reply->disconnect(this);
    if (m_reply->isRunning())
        m_reply->abort();
    m_reply.reset(); // before the body that it reads from
}

void Flight::abort()
{
    end(u"cancelled"_s);
}

void Flight::end(const QString &failure)
{
    if (!m_landed)
        return;
    m_failure = failure;
    m_reply->abort();
    land();
}

void Flight::receive()
{
    if (!m_landed)
        return;
    m_answer += m_reply->read(largestAnswer + 1 - m_answer.size());
    if (m_answer.size() > largestAnswer) {
        m_tooLarge = true;
        end(u"answer larger than 64 KiB"_s);
    }
}

void Flight::land()
{
    if (!m_landed)
        return;
    if (m_failure.isEmpty()) {
        receive(); // what came in with the end; may land by itself
        if (!m_landed)
            return;
    }
    m_deadline.stop();
    Exchange exchange;
    exchange.bodyUntouched = provenUnsent();
    m_body.close();
    exchange.httpStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = m_reply->error();
    exchange.complete = m_failure.isEmpty() && exchange.httpStatus > 0 &&
                        (error == QNetworkReply::NoError || isStatusError(error, exchange.httpStatus));
    exchange.endProven = !m_tooLarge && endProven(exchange.complete);
    exchange.tellsOfConnection = exchange.complete && m_reply->hasRawHeader("Connection");
    exchange.body = m_answer.first(std::min(m_answer.size(), largestAnswer));
    exchange.tooLarge = m_tooLarge;
    if (!exchange.complete)
        exchange.failure = failureWords();
    // The callee may start others, or delete the client.
    const Landed landed = std::exchange(m_landed, {});
    landed(*this, exchange);
}

bool Flight::provenUnsent() const
{
    if (m_hasBody)
        return m_body.taken() == 0;
    // Without a body the head alone is the message. Over TLS `encrypted` is emitted before it is
    // written, and an abort up to then keeps it from being written. In plain http, which only a
    // loopback host gets, only an error that excludes a connection proves it.
    if (m_tunnelOpen)
        return false;
    if (m_reply->url().scheme() == "https"_L1)
        return true;
    const QNetworkReply::NetworkError error = m_reply->error();
    return error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError;
}

// A body that ends with the connection may have been cut off as well, and so says nothing of its end.
bool Flight::endProven(bool endedWell) const
{
    if (m_reply->rawHeader("Transfer-Encoding").toLower().endsWith("chunked"))
        return endedWell; // Qt ends well only with the last chunk
    bool given = false;
    const qlonglong length = m_reply->rawHeader("Content-Length").trimmed().toLongLong(&given);
    return given && m_answer.size() == length;
}

QString Flight::failureWords() const
{
    if (!m_failure.isEmpty())
        return m_failure;
    // Never errorString(): it holds the whole address, with the password in the GET interface.
    switch (m_reply->error()) {
    case QNetworkReply::ConnectionRefusedError:
        return u"connection refused"_s;
    case QNetworkReply::RemoteHostClosedError:
        return u"connection closed"_s;
    case QNetworkReply::HostNotFoundError:
        return u"host not found"_s;
    case QNetworkReply::TimeoutError:
        return u"no connection in time"_s;
    case QNetworkReply::SslHandshakeFailedError:
        return m_tlsFailure.isEmpty() ? u"TLS handshake failed"_s : u"TLS: "_s + m_tlsFailure;
    case QNetworkReply::ContentReSendError:
        return u"connection closed while sending"_s;
    case QNetworkReply::NoError:
        return u"answer cut short"_s;
    default:
        break;
    }
    const QMetaEnum names = QMetaEnum::fromType<QNetworkReply::NetworkError>();
    return QString::fromLatin1(names.valueToKey(m_reply->error()));
}

} // namespace gateway
