// SPDX-License-Identifier: GPL-3.0-or-later
// A mailbox as the gateway and the office meet it: `mailbox serve`, or postkasse.php under PHP's own server.
#pragma once

#include "mailbox/event.h"
#include "mailbox/keys.h"
#include "programs/programs.h"
#include "support/places.h"

#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace programs {

inline bool isSuccess(const QByteArray &answer)
{
    return answer.startsWith("HTTP/1.1 2") || answer.startsWith("HTTP/1.0 2") ||
           answer.endsWith("\r\n\r\ntrue");
}

enum class MailboxKind { Serve, Php };

class RunningMailbox
{
public:
    // more: options of serve, or settings for PHP (-d …).
    explicit RunningMailbox(const Profile &profile, MailboxKind kind, const QStringList &more = {})
        : m_profile(profile)
        , m_kind(kind)
        , m_more(more)
    {
        const QString file = u"postkasse.php"_s;
        if (m_kind == MailboxKind::Php)
            profile.cli({u"mailbox"_s, u"new"_s, u"-o"_s, m_folder.filePath(file)});
        else
            profile.cli({u"mailbox"_s, u"new"_s, u"--server"_s, u"-o"_s, m_folder.filePath(u"config"_s)});
        const auto keys = mailbox::readKeys(profile.file(u"mailbox.key"_s));
        if (keys)
            m_keys = *keys;
        start();
    }
    ~RunningMailbox() { stop(); }

    void start()
    {
        if (m_kind == MailboxKind::Php)
            startPhp();
        else
            startServe();
    }
    // Its exit status after SIGTERM.
    int stop()
    {
        if (m_process->state() != QProcess::NotRunning) {
            m_process->terminate();
            m_process->waitForFinished();
        }
        return m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
    }
    void kill()
    {
        m_process->kill();
        m_process->waitForFinished();
    }

    bool isReady() const { return m_url.isValid(); }
    QUrl url() const { return m_url; } // what `mailbox use` is given
    QString folder() const { return m_folder.path(); }
    const mailbox::Keys &keys() const { return m_keys; }
    QProcess &process() { return *m_process; }
    QProcessEnvironment &environment() { return m_environment; }
    QByteArray firstLine() const { return m_firstLine; }

    // The whole answer; empty if the process died first.
    QByteArray talk(const QByteArray &request, bool half = false) const
    {
        QTcpSocket socket;
        socket.connectToHost(m_url.host(), static_cast<quint16>(m_url.port()));
        if (!socket.waitForConnected())
            return {};
        socket.write(request);
        if (half) {
            socket.waitForBytesWritten();
            socket.disconnectFromHost();
        }
        while (socket.state() != QAbstractSocket::UnconnectedState && socket.waitForReadyRead(30000)) {
        }
        return socket.readAll();
    }
    QByteArray path(const QByteArray &below) const { return m_url.path().toUtf8() + '/' + below; }
    QByteArray at(const QByteArray &leaf) const { return path(m_keys.secret.toUtf8() + '/' + leaf); }

    QByteArray status(const QByteArray &query) const
    {
        return talk("GET " + at("status") + '?' + query + " HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    QByteArray inbound(const QByteArray &body, const QByteArray &type = "application/json") const
    {
        return talk("POST " + at("inbound") + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + type +
                    "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }
    QByteArray asked(const QByteArray &method, const QByteArray &what, const QByteArray &key) const
    {
        const QByteArray content = method == "POST" ? "Content-Length: 2\r\n\r\n{}" : "\r\n";
        return talk(method + ' ' + path(what) + " HTTP/1.1\r\nHost: x\r\nX-Budstikke-Key: " + key + "\r\n" +
                    content);
    }
    QJsonObject object(const QByteArray &method, const QByteArray &what) const
    {
        const QByteArray answer = asked(method, what, m_keys.fetchKey.toUtf8());
        const qsizetype head = answer.indexOf("\r\n\r\n");
        return head < 0 ? QJsonObject() : QJsonDocument::fromJson(answer.sliced(head + 4)).object();
    }
    // What is kept there, opened, oldest first.
    QList<mailbox::Event> events(qint64 after = 0) const
    {
        QList<mailbox::Event> events;
        while (true) {
            const QJsonObject answer = object("GET", "events?ask=x&after=" + QByteArray::number(after));
            for (const QJsonValue &value : answer.value(u"events"_s).toArray()) {
                const auto content =
                    mailbox::opened(QByteArray::fromBase64(value[u"sealed"_s].toString().toLatin1()), m_keys);
                const auto event = content ? mailbox::unpacked(*content) : std::nullopt;
                if (event)
                    events.append(*event);
                after = value[u"n"_s].toInteger();
            }
            if (answer.value(u"left"_s).toInteger() == 0)
                return events;
        }
    }
    QStringList queries() const // of all that is kept: the query, else the body
    {
        QStringList list;
        for (const mailbox::Event &event : events())
            list.append(QString::fromUtf8(event.request.query + event.request.body));
        return list;
    }

    static QString php() { return QStandardPaths::findExecutable(u"php"_s); }

private:
    void startServe()
    {
        m_process = std::make_unique<QProcess>();
        m_process->setProcessEnvironment(m_environment);
        QStringList arguments{u"mailbox"_s,  u"serve"_s,
                              u"--config"_s, m_folder.filePath(u"config"_s),
                              u"--data"_s,   m_folder.filePath(u"data"_s)};
        if (!m_more.contains(u"--listen"_s))
            arguments += {u"--listen"_s, u"127.0.0.1:%1"_s.arg(std::max(0, m_url.port(0)))};
        if (!m_more.contains(u"--allow"_s))
            arguments += {u"--allow"_s, u"127.0.0.1"_s};
        m_process->start(support::program(u"budstikke-cli"_s), arguments + m_more);
        while (!m_process->canReadLine() && m_process->waitForReadyRead(20000)) {
        }
        m_firstLine = m_process->readLine();
        const QJsonObject urls = QJsonDocument::fromJson(m_firstLine).object();
        m_url = QUrl(urls.value(u"mailboxUrl"_s).toString());
    }
    void startPhp()
    {
        if (!m_url.isValid()) { // a port that was free a moment ago
            QTcpServer probe;
            probe.listen(QHostAddress::LocalHost);
            m_url = QUrl(u"http://127.0.0.1:%1/postkasse.php"_s.arg(probe.serverPort()));
        }
        m_process = std::make_unique<QProcess>();
        QProcessEnvironment environment = m_environment;
        environment.insert(u"PHP_CLI_SERVER_WORKERS"_s, u"4"_s);
        m_process->setProcessEnvironment(environment);
        m_process->setStandardErrorFile(m_folder.filePath(u"php.log"_s), QIODevice::Append);
        m_process->start(
            php(), m_more + QStringList{u"-S"_s, u"127.0.0.1:%1"_s.arg(m_url.port()), u"-t"_s, folder()});
        QElapsedTimer since;
        since.start();
        while (since.elapsed() < 20000) {
            QTcpSocket socket;
            socket.connectToHost(m_url.host(), static_cast<quint16>(m_url.port()));
            if (socket.waitForConnected(1000))
                return;
        }
        m_url.clear();
    }

    const Profile &m_profile;
    const MailboxKind m_kind;
    const QStringList m_more;
    QTemporaryDir m_folder;
    mailbox::Keys m_keys;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    std::unique_ptr<QProcess> m_process;
    QUrl m_url;
    QByteArray m_firstLine;
};

} // namespace programs
