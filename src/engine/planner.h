// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a plan of a draft: reads its recipients from wherever they come, checks everything that can
// be checked before sending, and hands finished messages on.
#pragma once

#include "engine/draft.h"

#include <functional>
#include <optional>

namespace engine {

struct PlannerContext
{
    domain::Account account;
    qint64 nowMs = 0;
    std::function<bool(const QString &e164)> optedOut;
    // Members of a local group as candidates; NotFound for an unknown group.
    std::function<base::Result<QList<campaign::Candidate>>(const QString &group)> group;
    // What the contacts know of a typed number; nothing when it is nobody's.
    std::function<std::optional<campaign::Candidate>(const QString &e164)> contact;
    // Called with finished messages in order, in batches; an error ends the plan.
    std::function<base::Result<void>(const QList<domain::Message> &, const QList<domain::Skipped> &)> batch;
};

base::Result<PlanSummary> planned(const Draft &draft, const PlannerContext &context,
                                  const ListProgress &progress);

} // namespace engine
