// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/demogateway.h"

#include "engine/reception.h"
#include "engine/settings.h"
#include "simulator/simulator.h"

namespace engine {
using namespace Qt::StringLiterals;

namespace {

simulator::Options demoOptions()
{
    simulator::Options options;
    options.serviceId = 1234;
    options.statusDelayMs = 600;
    options.latencyMs = 120;
    options.repliesRate = 0.2;
    return options;
}

} // namespace

DemoGateway::DemoGateway(Settings &settings, Reception &reception)
    : m_settings(settings)
    , m_reception(reception)
{
}

DemoGateway::~DemoGateway() = default;

QString DemoGateway::accountName()
{
    return u"Demo"_s;
}

base::Result<void> DemoGateway::start()
{
    const simulator::Options options = demoOptions();
    m_simulator = std::make_unique<simulator::Simulator>(options);
    if (auto started = m_simulator->start(); !started)
        return started;
    domain::Account account = m_settings.account(accountName()).value_or(domain::Account{});
    account.name = accountName();
    account.serviceId = options.serviceId;
    account.baseUrl = m_simulator->baseUrl();
    account.authentication = domain::Authentication::IpAddress;
    account.demo = true;
    if (account.senders.isEmpty())
        account.senders = {u"Solsiden"_s, u"26114"_s};
    if (!account.sending.pricePerSmsOre)
        account.sending.pricePerSmsOre = 44;
    if (auto saved = m_settings.save(account); !saved)
        return saved;
    if (auto used = m_settings.use(accountName()); !used)
        return used;
    const auto urls = m_reception.startForDemo();
    if (!urls)
        return urls.error();
    m_simulator->setStatusUrl(QUrl(urls->status));
    m_simulator->setInboundUrl(QUrl(urls->inbound));
    return {};
}

base::Result<void> DemoGateway::leave()
{
    if (!m_simulator)
        return {};
    m_simulator.reset();
    return m_reception.endDemo();
}

} // namespace engine
