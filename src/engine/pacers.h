// SPDX-License-Identifier: GPL-3.0-or-later
// One pacer for each account, for as long as the program runs.
#pragma once

#include "campaign/accountpacer.h"

#include <map>
#include <memory>

namespace engine {

class Pacers
{
public:
    explicit Pacers(const base::Clock &clock)
        : m_clock(clock)
    {
    }

    campaign::AccountPacer &of(const QString &account)
    {
        auto &pacer = m_pacers[account];
        if (!pacer)
            pacer = std::make_unique<campaign::AccountPacer>(m_clock);
        return *pacer;
    }

private:
    const base::Clock &m_clock;
    std::map<QString, std::unique_ptr<campaign::AccountPacer>> m_pacers; // by account name
};

} // namespace engine
