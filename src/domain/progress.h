// SPDX-License-Identifier: GPL-3.0-or-later
// A campaign's messages counted by the groups in which a person asks about them: the one source of every
// figure, filter and bar.
#pragma once

#include "domain/campaign.h"

#include <numeric>

namespace domain {

class Progress
{
public:
    Progress() = default;
    explicit Progress(const StateCounts &counts)
    {
        for (const MessageState state : allMessageStates())
            m_counts.at(static_cast<size_t>(groupOf(state))) += counts.at(static_cast<size_t>(state));
    }
    // A gateway group's request is one that a person must decide on, though it has no messages here.
    explicit Progress(const Campaign &campaign)
        : Progress(campaign.counts)
    {
        if (campaign.hasUncertainRequest())
            ++m_counts.at(static_cast<size_t>(StateGroup::Uncertain));
    }

    qint64 of(StateGroup group) const { return m_counts.at(static_cast<size_t>(group)); }
    qint64 total() const { return std::accumulate(m_counts.begin(), m_counts.end(), qint64(0)); }

    Progress &operator+=(const Progress &other)
    {
        for (size_t i = 0; i < m_counts.size(); ++i)
            m_counts.at(i) += other.m_counts.at(i);
        return *this;
    }
    bool operator==(const Progress &) const = default;

private:
    std::array<qint64, stateGroupCount> m_counts{};
};

} // namespace domain
