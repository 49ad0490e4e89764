// SPDX-License-Identifier: GPL-3.0-or-later
// What the simulator can be told to do wrong, each with a rate from 0 to 1.
#pragma once

#include <QHash>
#include <QRandomGenerator>
#include <QString>
#include <QStringList>

#include <optional>

namespace simulator {

// Of a request: one at most happens to each.
QStringList requestFaults();
// Of the statuses: each message may meet several.
QStringList statusFaults();

class Faults
{
public:
    explicit Faults(quint32 seed = 1)
        : m_random(seed)
    {
    }

    bool set(const QString &kind, double rate); // false: unknown kind or no rate
    QString ofRequest();                        // the fault that this request meets, or empty
    bool ofStatus(const QString &kind);
    QRandomGenerator &random() { return m_random; }

private:
    QHash<QString, double> m_rates;
    QRandomGenerator m_random;
};

} // namespace simulator
