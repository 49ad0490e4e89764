// SPDX-License-Identifier: GPL-3.0-or-later
// storagewriter FILE COUNT: begins and answers COUNT messages of campaign 1, one durable commit
// each, and tells each step on standard output once it is committed. It is made to be killed.
#include "storage/groupcommit.h"
#include "storage/journal.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

static void tell(const char *what, qint64 message)
{
    std::printf("%s %lld\n", what, static_cast<long long>(message));
    std::fflush(stdout);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    base::SystemClock clock;
    auto opened = storage::Database::open(application.arguments().at(1), storage::OpenMode::ReadWrite, clock);
    if (!opened)
        return 2;
    storage::Database &database = **opened;
    storage::Journal journal(database);
    storage::GroupCommit commits(database);
    const auto queued = journal.queued(1, 0, application.arguments().at(2).toInt());
    if (!queued)
        return 3;
    for (const domain::Message &message : *queued) {
        domain::Attempt attempt;
        attempt.campaign = 1;
        attempt.ref = u"ref-%1"_s.arg(message.id);
        attempt.startedMs = clock.nowMs();
        commits.submit(
            [&]() -> base::Result<void> {
                const auto begun = journal.beginAttempt(attempt, {message.id});
                if (!begun)
                    return begun.error();
                return {};
            },
            [&](const base::Result<void> &result) {
                if (result)
                    tell("begun", message.id);
            });
        commits.flush();
        storage::Step step;
        step.message = message.id;
        step.to = domain::MessageState::Accepted;
        step.gatewayId = 1000 + message.id;
        step.atMs = clock.nowMs();
        commits.submit([&] { return journal.apply(step); },
                       [&](const base::Result<void> &result) {
                           if (result)
                               tell("accepted", message.id);
                       });
        commits.flush();
    }
    return 0;
}
