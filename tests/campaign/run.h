// SPDX-License-Identifier: GPL-3.0-or-later
// One run of a campaign as a test looks at it, and what the gateway may be told to answer.
#pragma once

#include "campaign/sendingplace.h"

#include <QSignalSpy>

namespace support {

using Script = std::function<std::optional<gateway::Outcome>(const Posted &)>;

// A run whose end is looked at: "finished", "paused error7".
class Run
{
public:
    Run(SendingPlace &place, const domain::Campaign &campaign)
        : m_place(place)
        , m_id(campaign.id)
        , runner(place.runner(campaign))
        , stopped(runner.get(), &campaign::CampaignRunner::stopped)
        , progressed(runner.get(), &campaign::CampaignRunner::progressed)
    {
    }
    void start()
    {
        runner->start();
        SendingPlace::settle();
    }
    // As told and as stored, which must agree.
    QString end()
    {
        if (stopped.size() != 1)
            return QStringLiteral("stopped %1 times").arg(stopped.size());
        const auto state = stopped[0][1].value<domain::CampaignState>();
        const QString told = QString(domain::identifier(state) + QLatin1Char(' ') +
                                     domain::identifier(stopped[0][2].value<domain::PauseReason>()))
                                 .trimmed();
        const domain::Campaign stored = m_place.read(m_id);
        const QString kept =
            QString(domain::identifier(stored.state) + QLatin1Char(' ') + domain::identifier(stored.reason))
                .trimmed();
        return told == kept ? told : QString(told + QStringLiteral(" but stored ") + kept);
    }

private:
    SendingPlace &m_place;
    qint64 m_id;

public:
    std::unique_ptr<campaign::CampaignRunner> runner;
    QSignalSpy stopped;
    QSignalSpy progressed;
};

inline Script acceptingAll()
{
    auto next = std::make_shared<qint64>(1000);
    return [next](const Posted &post) {
        gateway::Outcome outcome = accepted(++*next);
        if (post.bulk)
            outcome.gatewayId.reset();
        return std::optional(outcome);
    };
}

inline Script alwaysAnswering(const gateway::Outcome &outcome)
{
    return [outcome](const Posted &) { return std::optional(outcome); };
}

inline QStringList numbersOf(const SendingPlace &place)
{
    QStringList numbers;
    for (const Posted &post : place.transport.posts)
        numbers += post.request.numbers;
    return numbers;
}

} // namespace support
