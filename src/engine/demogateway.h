// SPDX-License-Identifier: GPL-3.0-or-later
// The demo account: a gateway in this process that sends nothing, with its receiver on loopback.
#pragma once

#include "base/result.h"

#include <QString>

#include <memory>

namespace simulator {
class Simulator;
}

namespace engine {

class Reception;
class Settings;

class DemoGateway
{
public:
    DemoGateway(Settings &settings, Reception &reception);
    ~DemoGateway();

    static QString accountName();
    base::Result<void> start(); // with its account as the active one
    // Ends it, if it runs; the receiver is then as the settings say.
    base::Result<void> leave();

private:
    Settings &m_settings;
    Reception &m_reception;
    std::unique_ptr<simulator::Simulator> m_simulator;
};

} // namespace engine
