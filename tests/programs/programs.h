// SPDX-License-Identifier: GPL-3.0-or-later
// The real executables for tests from outside: run to their end, or kept running.
#pragma once

#include "support/places.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace programs {
using namespace Qt::StringLiterals;

struct Ended
{
    int status = -1;
    QByteArray out;
    QByteArray err;

    QList<QJsonObject> lines() const
    {
        QList<QJsonObject> objects;
        for (const QByteArray &line : out.split('\n')) {
            if (!line.isEmpty())
                objects.append(QJsonDocument::fromJson(line).object());
        }
        return objects;
    }
    QJsonObject last() const { return lines().isEmpty() ? QJsonObject() : lines().constLast(); }
};

// One profile in a temporary folder, with a keyring that cannot be reached.
class Profile
{
public:
    Profile() { m_environment.insert(u"BUDSTIKKE_PASSWORD"_s, u"hemmelig-passord"_s); }

    QString folder() const { return m_folder.path(); }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    QProcessEnvironment &environment() { return m_environment; }

    Ended cli(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        begin(process, arguments);
        process.write(input);
        process.closeWriteChannel();
        Ended ended;
        if (!process.waitForFinished(60000)) {
            process.kill();
            process.waitForFinished();
        }
        ended.out = process.readAllStandardOutput();
        ended.err = process.readAllStandardError();
        ended.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        return ended;
    }

    void begin(QProcess &process, const QStringList &arguments) const
    {
        process.setProcessEnvironment(m_environment);
        process.start(support::program(QStringLiteral("budstikke-cli")),
                      QStringList{u"--profile"_s, folder(), u"--json"_s} + arguments);
    }

    void write(const QString &name, const QByteArray &content) const
    {
        QFile out(file(name));
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(content), content.size());
    }

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

// budstikke-simulator on a free port, with its log.
class Gateway
{
public:
    explicit Gateway(const QStringList &arguments = {})
    {
        m_process.setProgram(support::program(QStringLiteral("budstikke-simulator")));
        m_process.setArguments(QStringList{u"--log"_s, logFile()} + arguments);
        m_process.start();
        while (!m_process.canReadLine() && m_process.waitForReadyRead(10000)) {
        }
        m_baseUrl = QJsonDocument::fromJson(m_process.readLine()).object().value(u"baseUrl"_s).toString();
    }
    ~Gateway()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }

    QString baseUrl() const { return m_baseUrl; }
    QString logFile() const { return m_folder.filePath(u"gateway.jsonl"_s); }
    QList<QJsonObject> requests() const
    {
        QFile log(logFile());
        QList<QJsonObject> objects;
        if (log.open(QIODevice::ReadOnly)) {
            while (!log.atEnd())
                objects.append(QJsonDocument::fromJson(log.readLine()).object());
        }
        return objects;
    }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_baseUrl;
};

// An account at the gateway; the arguments come on top.
inline Ended withAccount(const Profile &profile, const QString &baseUrl, const QStringList &more = {})
{
    return profile.cli(
        QStringList{u"account"_s, u"set"_s, u"--service-id"_s, u"1234"_s, u"--base-url"_s, baseUrl} + more);
}

// "+4799900000" …, valid mobile numbers.
inline QString number(int index)
{
    return u"+479%1"_s.arg(9000000 + index, 7, 10, QLatin1Char('0'));
}

inline QString errorCode(const Ended &ended)
{
    return ended.last().value(u"error"_s).toObject().value(u"code"_s).toString();
}

// What the gateway was asked, as its log has it.
inline QJsonObject bodyOf(const QJsonObject &request)
{
    const QJsonValue body = request.value(u"body"_s);
    return body.isObject() ? body.toObject() : QJsonDocument::fromJson(body.toString().toUtf8()).object();
}

} // namespace programs
