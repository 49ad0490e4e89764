// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/programlog.h"

#include "engine/crashtrace.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QMutex>
#include <QRegularExpression>

namespace engine {
using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(events, "budstikke.events", QtWarningMsg)

namespace {

constexpr qint64 largest = 1024 * 1024; // bytes

// Qt asks for a function, and calls it from any thread.
QMutex mutex;
QFile *current = nullptr;
QtMessageHandler formerHandler = nullptr;

void write(const QString &line)
{
    const QMutexLocker locked(&mutex);
    if (current) {
        const QString when = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
        current->write((when + u' ' + masked(line) + u'\n').toUtf8());
    }
}

void onMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    const bool ours = context.category && QLatin1StringView(context.category) == "budstikke.events"_L1;
    if (ours)
        write(text);
    else if (type != QtDebugMsg)
        write(u"Qt: "_s + text);
    if (!ours && formerHandler)
        formerHandler(type, context, text);
}

void makeRoom(const QString &profileFolder)
{
    const QString file = ProgramLog::file(profileFolder);
    if (QFileInfo(file).size() < largest)
        return;
    QFile::remove(ProgramLog::formerFile(profileFolder));
    QFile::rename(file, ProgramLog::formerFile(profileFolder));
}

} // namespace

QString masked(QString line)
{
    static const QRegularExpression address(u"(https?://)(?:[^\\s/@\"”]*@)?([^\\s/\"”]*)[^\\s\"”]*"_s);
    static const QRegularExpression number(u"\\+?\\d(?:[ \u00a0-]?\\d){5,}"_s);
    line.replace(address, u"\\1\\2/…"_s);
    line.replace(number, u"×××"_s);
    return line.replace(u'\n', u' ');
}

void ProgramLog::keepWith(QObject &owner, const QString &profileFolder)
{
    const auto log = std::make_shared<ProgramLog>(profileFolder);
    QObject::connect(&owner, &QObject::destroyed, &owner, [log] {});
}

QString ProgramLog::file(const QString &profileFolder)
{
    return profileFolder + "/budstikke.log"_L1;
}

QString ProgramLog::formerFile(const QString &profileFolder)
{
    return profileFolder + "/budstikke.1.log"_L1;
}

ProgramLog::ProgramLog(const QString &profileFolder)
{
    makeRoom(profileFolder);
    auto opened = std::make_unique<QFile>(file(profileFolder));
    {
        const QMutexLocker locked(&mutex);
        // Without a log the program does its work all the same.
        if (current || !opened->open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
            return;
        current = opened.release();
        current->setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    m_writes = true;
    writeCrashesTo(file(profileFolder));
    formerHandler = qInstallMessageHandler(onMessage);
    const_cast<QLoggingCategory &>(events()).setEnabled(QtInfoMsg, true);
    qCInfo(events, "%s %s begins", qUtf8Printable(QCoreApplication::applicationName()), BUDSTIKKE_VERSION);
}

ProgramLog::~ProgramLog()
{
    if (!m_writes)
        return;
    qCInfo(events, "%s ends", qUtf8Printable(QCoreApplication::applicationName()));
    const_cast<QLoggingCategory &>(events()).setEnabled(QtInfoMsg, false);
    qInstallMessageHandler(formerHandler);
    writeCrashesTo({});
    const QMutexLocker locked(&mutex);
    delete std::exchange(current, nullptr);
}

} // namespace engine
