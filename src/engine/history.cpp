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

} // namespace

History::History(storage::Database &database, storage::GroupCommit &commits, const base::Clock &clock)
    : m_database(database)
    , m_commits(commits)
    , m_clock(clock)
{
}

domain::HistoryEntry History::entry(qint64 campaign, const QString &what, const QString &detail) const
{
    return {m_clock.nowMs(), computerUser(), campaign, what, detail};
}

void History::add(qint64 campaign, const QString &what, const QString &detail)
{
    m_commits.submit([&database = m_database, noted = entry(campaign, what, detail)] {
        return storage::CampaignRepository(database).addHistory(noted);
    });
}

} // namespace engine
