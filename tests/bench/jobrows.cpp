// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchrows.h"

#include "engine/awaited.h"
#include "engine/contactbook.h"
#include "engine/engine.h"

#include <QAbstractEventDispatcher>
#include <QElapsedTimer>

#include <algorithm>

namespace bench {
using namespace Qt::StringLiterals;

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
    QElapsedTimer awake;
    qint64 longestNs = 0;
    QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    const auto looksAround = [&] {
        if (awake.isValid())
            longestNs = std::max(longestNs, awake.nsecsElapsed());
    };
    QObject::connect(dispatcher, &QAbstractEventDispatcher::awake, dispatcher, [&] {
        looksAround(); // it need not have blocked since
        awake.start();
    });
    QObject::connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, dispatcher, [&] {
        looksAround();
        awake.invalidate();
    });
    engine::ContactImportRequest request;
    request.file = arguments.value(1);
    const auto imported = engine::awaited<engine::ContactImportSummary>(
        [&](const auto &done) { engine.value()->contactBook().import(request, {}, done); });
    if (!imported)
        qFatal("not imported");
    return {{u"added"_s, imported->added}, {u"longest"_s, static_cast<double>(longestNs) / 1e9}};
}

} // namespace bench
