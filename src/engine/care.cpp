// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/care.h"

#include "campaign/confirmations.h"
#include "engine/campaigns.h"
#include "engine/changes.h"
#include "engine/owntime.h"
#include "engine/settings.h"
#include "engine/soundness.h"
#include "engine/upkeep.h"
#include "storage/messagesearch.h"
#include "storage/retention.h"

#include <QDir>
#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

constexpr int indexPortion = 100; // messages a turn
constexpr int indexPause = 4;     // turns long: what comes in goes first
constexpr int forgetPortion = 500;
constexpr int forgetMs = 100; // between two portions
constexpr int idleMs = 2000;
constexpr int firstCareMs = 60 * 1000; // what opens or receives goes first
constexpr int careMs = 3600 * 1000;
constexpr qint64 dayMs = 24LL * 3600 * 1000;
constexpr int backupsKept = 14;

} // namespace

QList<BackupFile> backupsOf(const Profile &profile)
{
    QList<BackupFile> found;
    const QDir folder(profile.backupFolder());
    for (const QFileInfo &info : folder.entryInfoList({u"*.sqlite"_s}, QDir::Files, QDir::Time))
        found.append({info.absoluteFilePath(), info.lastModified().toMSecsSinceEpoch(), info.size()});
    return found;
}

Care::Care(const CareContext &context)
    : m_context(context)
{
    m_forgetTimer.setInterval(forgetMs);
    connect(&m_indexTimer, &QTimer::timeout, this, &Care::indexSome);
    connect(&m_forgetTimer, &QTimer::timeout, this, &Care::forgetSome);
    connect(&m_hourTimer, &QTimer::timeout, this, &Care::lookAfter);
}

Care::~Care() = default;

void Care::start()
{
    m_confirmations = std::make_unique<campaign::Confirmations>(
        m_context.database, m_context.commits, m_context.clock,
        [&time = m_context.ownTime] { return time.agreesWithClock(); });
    connect(m_confirmations.get(), &campaign::Confirmations::messagesChanged, &m_context.changes,
            &Changes::noteMessages);
    m_confirmations->check();
    m_context.ownTime.judge();
    m_indexTimer.start(idleMs);
    m_hourTimer.start(firstCareMs);
    m_context.soundness.checkAfterUncleanStop();
}

void Care::stop()
{
    m_confirmations.reset();
    m_indexTimer.stop();
    m_hourTimer.stop();
    m_forgetTimer.stop();
}

void Care::lookAfter()
{
    m_hourTimer.start(careMs);
    if (m_context.soundness.damage())
        return;
    m_context.ownTime.judge();
    m_context.commits.submit([this] { return m_context.ownTime.keep(); });
    m_forgetTimer.start();
    m_context.soundness.checkWeekly();
    backUpNightly();
}

void Care::indexSome()
{
    if (m_context.campaigns.isSending()) // which goes first
        return;
    m_context.commits.submit([this]() -> base::Result<void> {
        QElapsedTimer took;
        took.start();
        const auto indexed = storage::MessageSearch(m_context.database).advance(indexPortion);
        if (!indexed)
            return indexed.error();
        m_indexTimer.setInterval(*indexed == 0 ? idleMs
                                               : std::max(20, indexPause * static_cast<int>(took.elapsed())));
        return {};
    });
}

void Care::forgetSome()
{
    if (m_context.campaigns.isSending())
        return;
    // One wrong reading of the clock would delete everything.
    if (!m_context.ownTime.agreesWithClock()) {
        m_forgetTimer.stop();
        return;
    }
    const qint64 now = m_context.ownTime.nowMs();
    const RetentionSettings retention = m_context.settings.retention();
    m_context.commits.submit([this, now, retention]() -> base::Result<void> {
        storage::Retention forget(m_context.database);
        const auto texts = forget.forgetTexts({now - retention.textDays * dayMs, now}, forgetPortion);
        if (!texts)
            return texts.error();
        const auto log = forget.dropLog({now - retention.logMonths * 30LL * dayMs, now}, forgetPortion);
        if (!log)
            return log.error();
        if (*texts == 0 && *log == 0) // until the next hour
            m_forgetTimer.stop();
        return {};
    });
}

void Care::backUpNightly()
{
    QDir folder(m_context.profile.backupFolder());
    if (!folder.mkpath(u"."_s))
        return;
    const QString day = QDateTime::fromMSecsSinceEpoch(m_context.clock.nowMs()).toString(u"yyyyMMdd"_s);
    const QString today = u"nightly-%1.sqlite"_s.arg(day);
    if (folder.exists(today))
        return;
    m_context.upkeep.backUp(folder.filePath(today), [folder](const base::Result<void> &written) mutable {
        if (!written) {
            qWarning("The nightly backup could not be written");
            return;
        }
        QStringList nights = folder.entryList({u"nightly-*.sqlite"_s}, QDir::Files, QDir::Name);
        while (nights.size() > backupsKept)
            folder.remove(nights.takeFirst());
    });
}

QList<BackupFile> Care::backups() const
{
    return backupsOf(m_context.profile);
}

void Care::backUp(const QString &file, std::function<void(const base::Result<void> &)> done)
{
    m_context.commits.flush();
    m_context.upkeep.backUp(file, std::move(done));
}

} // namespace engine
