// SPDX-License-Identifier: GPL-3.0-or-later
// What all campaigns of one account share at the gateway: requests in flight, the rate, the SMS of today
// that running ones have reserved, and whether the address has proved itself.
#pragma once

#include "base/clock.h"
#include "domain/account.h"
#include "gateway/answer.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QUrl>

#include <array>
#include <functional>
#include <list>

namespace campaign {

// Calls `then` after so many milliseconds, unless the context has died by then.
using Delay = std::function<void(int ms, QObject *context, std::function<void()> then)>;
Delay timers();

// Places are given in the order of asking, one each turn, so that a small campaign does not wait for a
// large one's end. An address is slow at first: one request until an answer with an error code has been
// read from it, since a wrong one makes every message uncertain.
class AccountPacer final : public QObject
{
    Q_OBJECT
public:
    enum class Kind { Single, Bulk };

    explicit AccountPacer(const base::Clock &clock, Delay delay = {});

    // The newest count for all runs, those under way too. Another address has to prove itself anew.
    void setAccount(const domain::Account &account);
    bool isProven() const { return m_proven; }

    // True: a place in flight, and the moment to begin. False: `wake` is called once it is `who`'s turn,
    // never from inside the call; a second asking in between changes nothing.
    bool take(Kind kind, QObject *who, std::function<void()> wake);
    void giveUnused(Kind kind); // as if it had not been taken
    void give(Kind kind);
    void abandon(Kind kind);                     // of a run that dies: nobody is woken
    void heard(const gateway::Outcome &outcome); // before its place is given back

    // SMS that a run will still begin today; `without` is left out of the sum.
    void reserve(qint64 campaign, qint64 segments);
    void begun(qint64 campaign, qint64 segments); // they are counted in the journal from now on
    void release(qint64 campaign);
    qint64 reserved(qint64 without = 0) const;

private:
    struct Waiter
    {
        QPointer<QObject> who;
        Kind kind = Kind::Single;
        std::function<void()> wake;
    };

    bool hasPlace(Kind kind) const;
    bool isTime();
    void offer();
    int &inFlight(Kind kind) { return m_inFlight[static_cast<size_t>(kind)]; }

    const base::Clock &m_clock;
    const Delay m_delay;
    domain::SendingRules m_rules;
    QUrl m_address;
    bool m_proven = false;
    std::array<int, 2> m_inFlight{};
    std::list<Waiter> m_waiting;
    QPointer<QObject> m_turn;         // whom a place is being offered
    bool m_again = false;             // a place came back meanwhile
    qint64 m_nextMs = 0;              // by the rate
    qint64 m_beforeMs = 0;            // m_nextMs before the last place was taken
    bool m_timed = false;             // a timer for m_nextMs is set
    QHash<qint64, qint64> m_reserved; // by campaign
};

} // namespace campaign
