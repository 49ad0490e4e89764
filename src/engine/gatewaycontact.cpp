// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gatewaycontact.h"

#include <algorithm>

namespace engine {

namespace {

constexpr qint64 longWaitMs = 5000; // an answer usually takes less than one second
constexpr qint64 tellEveryMs = 1000;

} // namespace

Contact::Kind contactOf(const gateway::Outcome &outcome)
{
    // BLK-06: a bulk answer may lack the code; its lists are the gateway's own.
    const bool lists = outcome.verdict == gateway::Verdict::Accepted && outcome.listsKnown;
    if (outcome.errorCode || lists)
        return Contact::Reached;
    if (outcome.httpStatus > 0)
        return Contact::OtherAnswer;
    return outcome.verdict == gateway::Verdict::Unsent ? Contact::NoConnection : Contact::NoAnswer;
}

GatewayContact::GatewayContact(const base::Clock &clock)
    : m_clock(clock)
{
    m_timer.setInterval(static_cast<int>(tellEveryMs));
    connect(&m_timer, &QTimer::timeout, this, &GatewayContact::lookAtWaiting);
}

void GatewayContact::asked(const QString &account)
{
    State &state = m_states[account];
    if (state.inFlight++ == 0)
        state.quietSinceMs = m_clock.nowMs();
    if (!m_timer.isActive())
        m_timer.start();
    Contact contact = state.contact;
    contact.nextTryMs.reset();
    become(account, contact);
}

void GatewayContact::heard(const QString &account, const gateway::Outcome &outcome)
{
    State &state = m_states[account];
    state.inFlight = std::max(0, state.inFlight - 1);
    const qint64 now = m_clock.nowMs();
    Contact contact;
    contact.kind = contactOf(outcome);
    contact.sinceMs = now;
    if (contact.isTrouble()) {
        contact.detail = outcome.reason.isEmpty() ? outcome.description : outcome.reason;
        contact.nextTryMs = state.contact.nextTryMs;
        if (state.contact.kind == contact.kind || state.contact.kind == Contact::Waiting) // it goes on
            contact.sinceMs = state.contact.sinceMs;
    }
    state.quietSinceMs = now;
    become(account, contact);
}

void GatewayContact::waits(const QString &account, qint64 untilMs)
{
    Contact contact = of(account);
    contact.nextTryMs = untilMs;
    become(account, contact);
}

void GatewayContact::rests(const QString &account)
{
    Contact contact = of(account);
    contact.nextTryMs.reset();
    become(account, contact);
}

Contact GatewayContact::of(const QString &account) const
{
    return m_states.value(account).contact;
}

void GatewayContact::lookAtWaiting()
{
    const qint64 now = m_clock.nowMs();
    bool anything = false;
    for (auto state = m_states.begin(); state != m_states.end(); ++state) {
        if (state->inFlight == 0)
            continue;
        anything = true;
        if (state->contact.isTrouble() || now - state->quietSinceMs < longWaitMs)
            continue;
        Contact contact;
        contact.kind = Contact::Waiting;
        contact.sinceMs = state->quietSinceMs;
        become(state.key(), contact);
    }
    if (!anything)
        m_timer.stop();
}

void GatewayContact::become(const QString &account, const Contact &contact)
{
    State &state = m_states[account];
    if (contact == state.contact)
        return;
    const qint64 now = m_clock.nowMs();
    const bool same = contact.kind == Contact::Reached && state.contact.kind == Contact::Reached;
    state.contact = contact;
    if (same && now - state.toldMs >= 0 && now - state.toldMs < tellEveryMs)
        return;
    state.toldMs = now;
    Q_EMIT changed(account, contact);
}

} // namespace engine
