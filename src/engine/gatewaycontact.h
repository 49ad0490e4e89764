// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the gateway is there, for each account: what its address last answered, since when that is so,
// and when it is tried again.
#pragma once

#include "base/clock.h"
#include "gateway/answer.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <optional>

namespace engine {

struct Contact
{
    enum Kind {
        NotAsked,
        Reached,      // by an answer of the gateway's own, and by nothing else
        Waiting,      // for an answer, longer than usual
        NoConnection, // proven unsent
        NoAnswer,     // it may have been sent
        OtherAnswer,  // of some other machine: a page, an HTTP status without the gateway's answer
    };
    Kind kind = NotAsked;
    qint64 sinceMs = 0; // of what is not Reached: when that began; else of the last answer
    QString detail;     // technical words, for wording::connectionProblem
    std::optional<qint64> nextTryMs;

    bool isTrouble() const { return kind != NotAsked && kind != Reached; }
    bool operator==(const Contact &) const = default;
};

Contact::Kind contactOf(const gateway::Outcome &outcome);

class GatewayContact final : public QObject
{
    Q_OBJECT
public:
    explicit GatewayContact(const base::Clock &clock);

    void asked(const QString &account); // a request has left
    void heard(const QString &account, const gateway::Outcome &outcome);
    void waits(const QString &account, qint64 untilMs);
    void rests(const QString &account); // nothing is tried again by itself
    Contact of(const QString &account) const;
    void lookAtWaiting(); // what has waited long is said; by itself each second while something does

Q_SIGNALS:
    // At once when it has become another; of Reached at most once a second.
    void changed(const QString &account, const engine::Contact &contact);

private:
    struct State
    {
        Contact contact;
        int inFlight = 0;
        qint64 quietSinceMs = 0; // with something in flight: the last sign of life
        qint64 toldMs = 0;
    };
    void become(const QString &account, const Contact &contact);

    const base::Clock &m_clock;
    QHash<QString, State> m_states;
    QTimer m_timer;
};

} // namespace engine
