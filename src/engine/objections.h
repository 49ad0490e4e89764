// SPDX-License-Identifier: GPL-3.0-or-later
// What stands against a campaign's start, from what the database knows. A walk over all its messages may be
// part of it.
#pragma once

#include "base/result.h"
#include "campaign/guards.h"
#include "domain/account.h"
#include "storage/database.h"

#include <QList>

namespace engine {

struct ObjectionsAsked
{
    domain::Account account;
    qint64 nowMs = 0;
    qint64 reservedToday = 0; // SMS of its account that running campaigns have yet to send
    bool justPlanned = false; // the plan has judged every number's country itself
};

base::Result<QList<campaign::Objection>> objections(storage::Database &database, qint64 campaign,
                                                    const ObjectionsAsked &asked);

} // namespace engine
