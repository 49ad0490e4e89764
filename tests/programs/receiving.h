// SPDX-License-Identifier: GPL-3.0-or-later
// `receive` as the gateway meets it: over raw sockets. With BUDSTIKKE_BY_MAILBOX in the environment all goes
// through `mailbox serve` and a fetch instead, which must make no difference.
#pragma once

#include "programs/programs.h"

#include <QTcpSocket>
#include <QUrl>

namespace programs {

// A process of its own, at any port of this machine.
class Receiving
{
public:
    explicit Receiving(const Profile &profile, const QStringList &more = {},
                       const QString &listen = u"127.0.0.1:0"_s)
        : m_profile(profile)
    {
        QStringList command{u"receive"_s};
        if (m_byMailbox) {
            const QString config = profile.file(u"mailbox-config"_s);
            profile.cli({u"mailbox"_s, u"new"_s, u"--server"_s, u"-o"_s, config});
            command = QStringList{u"mailbox"_s, u"serve"_s,     u"--config"_s,
                                  config,       u"--data"_s,    profile.file(u"mailbox-data"_s),
                                  u"--allow"_s, u"127.0.0.1"_s, u"--allow"_s,
                                  u"::1"_s};
        }
        profile.begin(m_process, command + QStringList{u"--listen"_s, listen} + more);
        while (!m_process.canReadLine() && m_process.waitForReadyRead(10000)) {
        }
        m_urls = QJsonDocument::fromJson(m_process.readLine()).object();
        if (m_byMailbox)
            profile.cli({u"mailbox"_s, u"use"_s, m_urls.value(u"mailboxUrl"_s).toString()});
    }
    ~Receiving()
    {
        stop();
        if (m_byMailbox) // what is sent later must not wait for it
            m_profile.cli({u"mailbox"_s, u"off"_s});
    }

    // Its exit status after SIGTERM.
    int stop()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.terminate();
            m_process.waitForFinished();
        }
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }

    bool isReady() const { return !m_urls.isEmpty(); }
    QUrl inbound() const { return QUrl(m_urls.value(u"inboundUrl"_s).toString()); }
    QUrl status() const { return QUrl(m_urls.value(u"statusUrl"_s).toString()); }
    QString secret() const { return inbound().path().section(u'/', -2, -2); }
    QProcess &process() { return m_process; }

    // The whole answer; empty if the process died first.
    QByteArray talk(const QByteArray &request) const
    {
        QTcpSocket socket;
        socket.connectToHost(inbound().host(), static_cast<quint16>(inbound().port()));
        if (!socket.waitForConnected())
            return {};
        socket.write(request);
        while (socket.state() != QAbstractSocket::UnconnectedState && socket.waitForReadyRead(20000)) {
        }
        if (m_byMailbox)
            m_profile.cli({u"mailbox"_s, u"fetch"_s});
        return socket.readAll();
    }
    QByteArray get(const QByteArray &query) const
    {
        return talk("GET " + path() + "?" + query + " HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    QByteArray post(const QByteArray &body) const
    {
        return talk("POST " + path() + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" +
                    "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }

private:
    // What stands behind a public address is reached by the secret and what follows.
    QByteArray path() const { return '/' + inbound().path().section(u'/', -2).toUtf8(); }

    const Profile &m_profile;
    const bool m_byMailbox = qEnvironmentVariableIsSet("BUDSTIKKE_BY_MAILBOX");
    QProcess m_process;
    QJsonObject m_urls;
};

} // namespace programs
