// SPDX-License-Identifier: GPL-3.0-or-later
// A gateway::Transport without a network: it keeps what is posted, and answers when a test says so
// or by a script, never from inside the call.
#pragma once

#include "gateway/gatewayclient.h"

#include <QTimer>

#include <algorithm>
#include <functional>
#include <optional>

namespace support {

struct Posted
{
    gateway::PushRequest request;
    bool bulk = false;
    bool answered = false;
};

inline gateway::Outcome accepted(qint64 gatewayId)
{
    gateway::Outcome outcome;
    outcome.verdict = gateway::Verdict::Accepted;
    outcome.gatewayId = gatewayId;
    outcome.errorCode = 0;
    outcome.httpStatus = 200;
    outcome.raw =
        "{\"id\": " + QByteArray::number(gatewayId) + ", \"errorcode\": 0, \"description\": \"OK\"}";
    return outcome;
}

inline gateway::Outcome outcomeOf(gateway::Verdict verdict, std::optional<int> code = std::nullopt,
                                  const QString &reason = {})
{
    gateway::Outcome outcome;
    outcome.verdict = verdict;
    outcome.errorCode = code;
    outcome.reason = reason;
    if (code)
        outcome.raw =
            "{\"id\": 0, \"errorcode\": " + QByteArray::number(*code) + ", \"description\": \"as told\"}";
    outcome.description = code ? QStringLiteral("as told") : QString();
    return outcome;
}

class FakeTransport final : public QObject, public gateway::Transport
{
public:
    QList<Posted> posts;
    int inFlight = 0;
    int mostInFlight = 0;
    std::function<void(const Posted &)> onPost;                            // while the request leaves
    std::function<std::optional<gateway::Outcome>(const Posted &)> script; // nullopt: the test answers

    void postSingle(const gateway::PushRequest &request, Done done) override
    {
        post({request, false}, std::move(done));
    }
    void postBulk(const gateway::PushRequest &request, Done done) override
    {
        post({request, true}, std::move(done));
    }
    void abortAll() override
    {
        for (qsizetype i = 0; i < posts.size(); ++i) {
            if (!posts[i].answered)
                answer(i, outcomeOf(gateway::Verdict::Uncertain, std::nullopt, QStringLiteral("aborted")));
        }
    }

    void answer(qsizetype place, const gateway::Outcome &outcome)
    {
        Q_ASSERT(!posts[place].answered);
        posts[place].answered = true;
        --inFlight;
        const Done done = m_done[place];
        done(outcome);
    }
    // The place of the first one that has no answer yet, or -1.
    qsizetype firstOpen() const
    {
        const auto open =
            std::find_if(posts.begin(), posts.end(), [](const Posted &post) { return !post.answered; });
        return open == posts.end() ? -1 : open - posts.begin();
    }

private:
    void post(Posted posted, Done done)
    {
        const qsizetype place = posts.size();
        posts.append(posted);
        m_done.append(std::move(done));
        mostInFlight = std::max(mostInFlight, ++inFlight);
        if (onPost)
            onPost(posted);
        if (!script)
            return;
        if (const auto outcome = script(posted))
            QTimer::singleShot(0, this, [this, place, outcome] { answer(place, *outcome); });
    }

    QList<Done> m_done;
};

} // namespace support
