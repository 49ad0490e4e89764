// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/upkeep.h"

#include "storage/database.h"

#include <memory>
#include <utility>

namespace engine {

Upkeep::Upkeep(QString databaseFile, const base::Clock &clock)
    : m_databaseFile(std::move(databaseFile))
    , m_clock(clock)
{
    m_thread.setMaxThreadCount(1);
}

Upkeep::~Upkeep()
{
    m_thread.waitForDone();
}

template <typename Work, typename Done>
void Upkeep::run(Work work, Done done)
{
    m_thread.start([this, work = std::move(work), done = std::move(done)] {
        using Value = decltype(work(std::declval<storage::Database &>()));
        auto database = storage::Database::open(m_databaseFile, storage::OpenMode::ReadOnly, m_clock);
        const Value value = database ? work(*database.value()) : Value(database.error());
        QMetaObject::invokeMethod(
            this, [done, value] { done(value); }, Qt::QueuedConnection);
    });
}

void Upkeep::check(std::function<void(const base::Result<QStringList> &)> done)
{
    run([](storage::Database &database) { return database.integrityProblems(true); }, std::move(done));
}

void Upkeep::backUp(const QString &target, std::function<void(const base::Result<void> &)> done)
{
    run([target](storage::Database &database) { return database.backup(target); }, std::move(done));
}

} // namespace engine
