// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wakefulness.h"

#include <QStandardPaths>

#ifdef Q_OS_WIN
#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>
#endif

namespace engine {
using namespace Qt::StringLiterals;

namespace {

#ifndef Q_OS_WIN

constexpr int patienceMs = 1000;

// The command that keeps it awake for as long as `cat` runs.
QStringList inhibitor()
{
#ifdef Q_OS_MACOS
    return {u"caffeinate"_s, u"-i"_s, u"cat"_s};
#else
    return {u"systemd-inhibit"_s,
            u"--what=sleep:idle"_s,
            u"--mode=block"_s,
            u"--who=Budstikke"_s,
            u"--why=Messages are being sent"_s,
            u"cat"_s};
#endif
}

#endif

} // namespace

Wakefulness::~Wakefulness()
{
    keep(false);
}

#ifdef Q_OS_WIN

void Wakefulness::keep(bool awake)
{
    if (std::exchange(m_kept, awake) != awake)
        ::SetThreadExecutionState(awake ? ES_CONTINUOUS | ES_SYSTEM_REQUIRED : ES_CONTINUOUS);
}

#else

void Wakefulness::keep(bool awake)
{
    if (std::exchange(m_kept, awake) == awake)
        return;
    if (!awake) {
        if (!m_inhibitor)
            return;
        m_inhibitor->closeWriteChannel();
        if (m_inhibitor->state() != QProcess::NotRunning && !m_inhibitor->waitForFinished(patienceMs)) {
            m_inhibitor->kill();
            m_inhibitor->waitForFinished(patienceMs);
        }
        m_inhibitor.reset();
        return;
    }
    const QStringList command = inhibitor();
    const QString program = QStandardPaths::findExecutable(command.constFirst());
    if (program.isEmpty())
        return;
    m_inhibitor = std::make_unique<QProcess>();
    m_inhibitor->setStandardOutputFile(QProcess::nullDevice());
    m_inhibitor->setStandardErrorFile(QProcess::nullDevice());
    m_inhibitor->start(program, command.sliced(1));
}

#endif

} // namespace engine
