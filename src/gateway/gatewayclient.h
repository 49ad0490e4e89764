// SPDX-License-Identifier: GPL-3.0-or-later
// The one class that posts to the gateway: each request leaves exactly once, whatever the network
// does (design: reliability, "Posting once").
#pragma once

#include "domain/account.h"
#include "gateway/answer.h"
#include "gateway/request.h"

#include <QNetworkProxy>
#include <QObject>
#include <QSslCertificate>

#include <functional>
#include <memory>

namespace gateway {

// The seam that campaigns are tested through.
class Transport
{
public:
    using Done = std::function<void(Outcome)>;
    virtual ~Transport() = default;
    // Each calls done exactly once, never from inside the call. `inFlight` requests at once are the
    // caller's business.
    virtual void postSingle(const PushRequest &request, Done done) = 0;
    virtual void postBulk(const PushRequest &request, Done done) = 0;
    // Ends every exchange in flight; their done is called with what is then known.
    virtual void abortAll() = 0;
};

struct Connection
{
    QUrl baseUrl; // https, or http to a loopback host (ACC-02)
    domain::Method method = domain::Method::Json;
    QNetworkProxy proxy{QNetworkProxy::DefaultProxy};
    QList<QSslCertificate> extraAuthorities;
    int singleDeadlineMs = 30000;
    int bulkDeadlineMs = 60000;
};

class GatewayClient final : public QObject, public Transport
{
    Q_OBJECT
public:
    explicit GatewayClient(Connection connection, QObject *parent = nullptr);
    ~GatewayClient() override; // aborts what is in flight without calling done

    void postSingle(const PushRequest &request, Done done) override;
    void postBulk(const PushRequest &request, Done done) override;
    void abortAll() override;
    // push.php without number and text: can send nothing. Codes 8 to 11 mean 'reached'.
    void check(qint64 serviceId, const std::optional<QString> &password, Done done);

Q_SIGNALS:
    void dateHeard(qint64 ms); // of an answer over https, whose sender is known

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace gateway
