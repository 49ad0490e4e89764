// SPDX-License-Identifier: GPL-3.0-or-later
// Asks a mailbox, one question at a time; what it may answer is in answers.h.
#pragma once

#include "mailbox/answers.h"
#include "mailbox/keys.h"

#include <QNetworkAccessManager>
#include <QSslCertificate>
#include <QUrl>

#include <functional>

class QNetworkReply;

namespace mailbox {

// https, or a loopback host: the key goes with each question. InsecureUrl, InvalidField "mailbox".
base::Result<QUrl> mailboxAddress(const QString &typed);

class Client final : public QObject
{
    Q_OBJECT
public:
    Client(QUrl url, Keys keys, QObject *parent = nullptr);
    ~Client() override; // a question that is under way is never answered

    // As the office reaches the world; a mailbox on this machine is reached directly.
    void reachBy(const QNetworkProxy &proxy, const QList<QSslCertificate> &extraAuthorities);

    void test(const std::function<void(base::Result<Tested>)> &done);
    // waitSeconds: how long the mailbox may wait for something to come; postkasse.php never does.
    void events(qint64 after, int waitSeconds, const std::function<void(base::Result<Portion>)> &done);
    void forgetUpto(qint64 number, const std::function<void(base::Result<Facts>)> &done);

    const Keys &keys() const { return m_keys; }
    QString statusUrl() const;
    QString inboundUrl() const;

Q_SIGNALS:
    void dateHeard(qint64 ms); // of an answer over https, whose sender is known

private:
    void ask(const QString &what, const QString &query, bool post, int patienceMs,
             const std::function<void(base::Result<Reply>, const QString &ask)> &done);

    const QUrl m_url;
    const Keys m_keys;
    QNetworkAccessManager m_network;
    QSslConfiguration m_tls;
};

} // namespace mailbox
