// SPDX-License-Identifier: GPL-3.0-or-later
// What the program did and what went wrong, in a file of the profile that can be sent along to who helps:
// events of the engine, warnings of Qt, and after a crash the stack as modules and offsets. Never a message's
// text, a number, a password or the secret of an address.
#pragma once

#include <QLoggingCategory>
#include <QObject>
#include <QString>

namespace engine {

// The engine's own events. Heard by a ProgramLog only.
Q_DECLARE_LOGGING_CATEGORY(events)

class ProgramLog final
{
public:
    // For the whole process: beside one that is there it does nothing.
    explicit ProgramLog(const QString &profileFolder);
    ~ProgramLog();
    ProgramLog(const ProgramLog &) = delete;
    ProgramLog &operator=(const ProgramLog &) = delete;

    static void keepWith(QObject &owner, const QString &profileFolder); // for as long as that lives
    static QString file(const QString &profileFolder);
    static QString formerFile(const QString &profileFolder); // what came before, when it has grown too large

private:
    bool m_writes = false;
};

// Without what could be a number of a phone, a path of an address or a password in one.
QString masked(QString line);

} // namespace engine
