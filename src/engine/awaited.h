// SPDX-License-Identifier: GPL-3.0-or-later
// A job's result for who has nothing else to do meanwhile: the command line and the tests.
#pragma once

#include "engine/job.h"

#include <QEventLoop>

namespace engine {

// `start` is called with the `done` that ends the waiting.
template <typename Value, typename Start>
base::Result<Value> awaited(Start start)
{
    QEventLoop loop;
    std::optional<base::Result<Value>> result;
    start(JobDone<Value>([&](base::Result<Value> value) {
        result.emplace(std::move(value));
        loop.quit();
    }));
    if (!result)
        loop.exec();
    return std::move(*result);
}

} // namespace engine
