// SPDX-License-Identifier: GPL-3.0-or-later
// What the simulator can be told to do wrong, each with a rate from 0 to 1.
#pragma once

#include <QList>
#include <QMap>
#include <QRandomGenerator>
#include <QString>

namespace simulator {

struct FaultKind
{
    QString name;
    QString meaning;
};

// Of a request: one at most happens to each. Beside these there is error1 to error999.
const QList<FaultKind> &requestFaults();
// Of the statuses: each message may meet several.
const QList<FaultKind> &statusFaults();

class Faults
{
public:
    explicit Faults(quint32 seed = 1)
        : m_seed(seed)
        , m_requests(seed)
    {
    }

    bool set(const QString &kind, double rate); // false: unknown kind, or no rate from 0 to 1
    // The fault that this request meets, or empty; the same seed gives the same row of faults.
    QString ofRequest(bool bulk);
    bool ofStatus(const QString &kind, QRandomGenerator &random) const;

    // What befalls one message depends on the seed and its id, not on what else is under way.
    QRandomGenerator ofMessage(qint64 id) const;
    // About one phone in twenty is never reached: the same ones every time.
    bool neverReached(const QString &number) const;

private:
    quint32 m_seed;
    QMap<QString, double> m_rates; // sorted, so that the draws do not depend on the order of --fault
    QRandomGenerator m_requests;
};

// The code of "error5", or nothing (0) for every other kind.
int errorCodeOf(const QString &kind);

} // namespace simulator
