// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history.h"

#include "storage/campaignrepository.h"

#include <QDir>
#include <QFileInfo>

namespace engine {

namespace {

QString computerUser()
{
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return user.isEmpty() ? QFileInfo(QDir::homePath()).owner() : user; // a service has no USER
}

domain::HistoryKind whenStopped(domain::CampaignState state)
{
    switch (state) {
    case domain::CampaignState::Finished:
        return domain::HistoryKind::Finished;
    case domain::CampaignState::Cancelled:
        return domain::HistoryKind::Cancelled;
    default:
        return domain::HistoryKind::Paused;
    }
}

} // namespace

History::History(storage::Database &database, storage::GroupCommit &commits, const base::Clock &clock)
    : m_database(database)
    , m_commits(commits)
    , m_clock(clock)
{
}

domain::HistoryEntry History::entry(qint64 campaign, domain::HistoryKind what, const QString &detail) const
{
    return {m_clock.nowMs(), computerUser(), campaign, what, detail, {}};
}

void History::add(qint64 campaign, domain::HistoryKind what, const QString &detail)
{
    store(entry(campaign, what, detail));
}

void History::addStopped(qint64 campaign, domain::CampaignState state, const domain::PauseReason &reason)
{
    domain::HistoryEntry stopped = entry(campaign, whenStopped(state));
    stopped.reason = reason;
    store(stopped);
}

void History::store(const domain::HistoryEntry &entry)
{
    m_commits.submit([&database = m_database, noted = entry] {
        return storage::CampaignRepository(database).addHistory(noted);
    });
}

} // namespace engine
