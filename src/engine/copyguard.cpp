// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/copyguard.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QStandardPaths>
#include <QSysInfo>

#include <algorithm>
#include <array>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

constexpr int attemptsWidth = 20; // digits, so that each writing covers the one before

// A container's machine often has no id, and another host name each time: not known fits everything.
QString thisMachine()
{
    const QByteArray id = qEnvironmentVariableIsSet("BUDSTIKKE_MACHINE") ? qgetenv("BUDSTIKKE_MACHINE")
                                                                         : QSysInfo::machineUniqueId();
    if (id.isEmpty())
        return {};
    const QByteArray hash = QCryptographicHash::hash("budstikke " + id, QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().first(32));
}

bool fits(const QString &known, const QString &here)
{
    return known.isEmpty() || here.isEmpty() || known == here;
}

QString recordFile(const QString &id)
{
    return CopyGuard::stateFolder() + u'/' + id;
}

QString attemptsFile(const QString &id)
{
    return recordFile(id) + ".sent"_L1;
}

QString freshId()
{
    std::array<quint32, 4> bits{};
    QRandomGenerator::system()->fillRange(bits.data(), static_cast<qsizetype>(bits.size()));
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(bits.data()), sizeof bits).toHex());
}

} // namespace

domain::PauseReason pauseReason(Stranger stranger)
{
    switch (stranger) {
    case Stranger::OtherMachine:
        return domain::PauseReason::OtherMachine;
    case Stranger::OtherFolder:
        return domain::PauseReason::OtherFolder;
    case Stranger::OlderDatabase:
        break;
    }
    return domain::PauseReason::OlderDatabase;
}

QString CopyGuard::stateFolder()
{
    const QString given = qEnvironmentVariable("XDG_STATE_HOME");
    if (QDir::isAbsolutePath(given))
        return given + "/budstikke"_L1;
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/budstikke-state"_L1;
#else
    return QDir::homePath() + "/.local/state/budstikke"_L1;
#endif
}

CopyGuard::CopyGuard(storage::Database &database, const QString &profileFolder)
    : m_database(database)
    , m_machine(thisMachine())
    , m_folder(QFileInfo(profileFolder).canonicalFilePath())
{
}

std::optional<CopyGuard::Record> CopyGuard::recordOf(const QString &id) const
{
    QFile file(recordFile(id));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    if (lines.size() < 3)
        return std::nullopt;
    Record record{lines.at(0).toLongLong(), 0, lines.at(1), lines.at(2)};
    QFile attempts(attemptsFile(id));
    if (attempts.open(QIODevice::ReadOnly))
        record.attempts = attempts.readAll().trimmed().toLongLong();
    return record;
}

base::Result<std::optional<Stranger>> CopyGuard::judge() const
{
    const auto identity = storage::readIdentity(m_database);
    if (!identity)
        return identity.error();
    if (!fits(identity->machine, m_machine))
        return std::optional(Stranger::OtherMachine);
    if (!fits(identity->folder, m_folder))
        return std::optional(Stranger::OtherFolder);
    const std::optional<Record> record = recordOf(identity->id);
    if (!record)
        return std::optional<Stranger>();
    if (!fits(record->machine, m_machine))
        return std::optional(Stranger::OtherMachine);
    if (!fits(record->folder, m_folder))
        return std::optional(Stranger::OtherFolder);
    if (identity->generation < record->generation || identity->attempts < record->attempts)
        return std::optional(Stranger::OlderDatabase);
    return std::optional<Stranger>();
}

base::Result<void> CopyGuard::claim(std::optional<Stranger> stranger)
{
    auto identity = storage::readIdentity(m_database);
    if (!identity)
        return identity.error();
    storage::Identity &mine = identity.value();
    if (stranger && *stranger != Stranger::OlderDatabase) {
        mine.id = freshId();
    } else if (const std::optional<Record> record = recordOf(mine.id)) {
        mine.generation = std::max(mine.generation, record->generation);
    }
    ++mine.generation;
    mine.machine = m_machine;
    mine.folder = m_folder;
    return storage::writeIdentity(m_database, mine);
}

void CopyGuard::record()
{
    const auto identity = storage::readIdentity(m_database);
    if (!identity || !QDir().mkpath(stateFolder())) {
        qWarning("The state folder cannot be made: an older copy of the database would not be noticed");
        return;
    }
    QFile::setPermissions(stateFolder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QSaveFile file(recordFile(identity->id));
    const QStringList lines{QString::number(identity->generation), m_machine, m_folder, QString()};
    if (!file.open(QIODevice::WriteOnly) || file.write(lines.join(u'\n').toUtf8()) < 0 || !file.commit())
        qWarning("The state folder cannot be written: an older copy of the database would not be noticed");
    m_attempts = std::make_unique<QFile>(attemptsFile(identity->id));
    if (!m_attempts->open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        m_attempts.reset();
    m_noted = -1; // an older file, laid back, has fewer than are noted
    noteAttempts();
}

void CopyGuard::noteAttempts()
{
    if (!m_attempts)
        return;
    const auto identity = storage::readIdentity(m_database);
    if (!identity || identity->attempts == m_noted)
        return;
    m_noted = identity->attempts;
    m_attempts->seek(0);
    m_attempts->write(QByteArray::number(m_noted).rightJustified(attemptsWidth, ' '));
}

} // namespace engine
