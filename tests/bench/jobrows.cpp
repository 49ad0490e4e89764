// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchrows.h"

#include "engine/awaited.h"
#include "engine/contactbook.h"
#include "engine/engine.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <ctime>

namespace bench {
using namespace Qt::StringLiterals;

namespace {

// Of this thread's own work: on a busy computer it also waits for its turn.
qint64 workedNs()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
#else
    return 0;
#endif
}

} // namespace

QJsonObject importTasks(const QStringList &arguments)
{
    auto profile = engine::Profile::at(arguments.value(0));
    if (!profile)
        qFatal("no profile");
    const base::SystemClock clock;
    engine::SystemSecrets secrets(arguments.value(0));
    auto engine = engine::Engine::open(profile.value(), secrets, clock);
    if (!engine)
        qFatal("the engine does not open");
    // A timer that is due each millisecond comes late by as much as a task takes.
    QElapsedTimer since;
    qint64 longestNs = 0;
    qint64 mostWorkedNs = 0;
    qint64 workedBefore = workedNs();
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
        longestNs = std::max(longestNs, since.nsecsElapsed());
        const qint64 worked = workedNs();
        mostWorkedNs = std::max(mostWorkedNs, worked - workedBefore);
        workedBefore = worked;
        since.start();
    });
    since.start();
    timer.start(1);
    engine::ContactImportRequest request;
    request.file = arguments.value(1);
    const auto imported = engine::awaited<engine::ContactImportSummary>(
        [&](const auto &done) { engine.value()->contactBook().import(request, {}, done); });
    if (!imported)
        qFatal("not imported");
    return {{u"added"_s, imported->added},
            {u"longest"_s, static_cast<double>(longestNs) / 1e9},
            {u"worked"_s, static_cast<double>(mostWorkedNs) / 1e9}};
}

} // namespace bench
