// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/soundness.h"

#include <utility>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 weekMs = 7LL * 24 * 3600 * 1000;
const QString checkedKey = u"databaseCheckedMs"_s;

} // namespace

Soundness::Soundness(storage::Database &database, storage::GroupCommit &commits, Settings &settings,
                     Upkeep &upkeep, const base::Clock &clock)
    : m_database(database)
    , m_settings(settings)
    , m_upkeep(upkeep)
    , m_clock(clock)
{
    connect(&commits, &storage::GroupCommit::commitFailed, this, [this](const base::Error &error) {
        m_storageFailing = true;
        Q_EMIT storageFailed(error);
    });
    connect(&commits, &storage::GroupCommit::commitSucceeded, this, [this] {
        if (std::exchange(m_storageFailing, false))
            Q_EMIT storageRecovered();
    });
}

void Soundness::check()
{
    if (std::exchange(m_checking, true))
        return;
    m_upkeep.check([this](const base::Result<QStringList> &findings) { judge(findings); });
}

void Soundness::judge(const base::Result<QStringList> &findings)
{
    m_checking = false;
    m_checked = true;
    if (findings && findings->isEmpty()) {
        (void)m_settings.setValue(checkedKey, QString::number(m_clock.nowMs()));
    } else {
        m_damage = findings ? base::Error{base::ErrorCode::DatabaseUnusable, findings->constFirst(), {}}
                            : findings.error();
        (void)m_database.refuseWrites();
        Q_EMIT damaged(*m_damage);
    }
    for (const auto &go : std::exchange(m_waiting, {}))
        go(m_damage ? base::Result<void>(*m_damage) : base::Result<void>());
}

void Soundness::checkWeekly()
{
    if (m_clock.nowMs() - m_settings.value(checkedKey).toLongLong() >= weekMs)
        check();
}

void Soundness::checkAfterUncleanStop()
{
    if (m_database.hadUncleanStop())
        check();
}

void Soundness::whenSound(std::function<void(const base::Result<void> &)> go)
{
    if (m_damage)
        return go(*m_damage);
    if (!m_checked)
        checkAfterUncleanStop();
    if (!m_checking)
        return go({});
    m_waiting.push_back(std::move(go));
}

} // namespace engine
