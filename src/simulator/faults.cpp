// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/faults.h"

namespace simulator {
using namespace Qt::StringLiterals;

QStringList requestFaults()
{
    return {u"dropBeforeBody"_s, u"dropDuringBody"_s, u"dropAfterBody"_s, u"reset"_s,     u"slowAnswer"_s,
            u"halfAnswer"_s,     u"redirect"_s,       u"html500"_s,       u"wrongJson"_s, u"bulk200"_s};
}

QStringList statusFaults()
{
    return {u"statusLate"_s,    u"statusRepeated"_s, u"statusReordered"_s, u"statusLost"_s,
            u"statusUnknown"_s, u"statusFailed"_s,   u"statusEarly"_s};
}

bool Faults::set(const QString &kind, double rate)
{
    if (!(rate >= 0 && rate <= 1) || !(requestFaults() + statusFaults()).contains(kind))
        return false;
    m_rates.insert(kind, rate);
    return true;
}

QString Faults::ofRequest()
{
    double draw = m_random.generateDouble();
    for (const QString &kind : requestFaults()) {
        const double rate = m_rates.value(kind);
        if (draw < rate)
            return kind;
        draw -= rate;
    }
    return {};
}

bool Faults::ofStatus(const QString &kind)
{
    const double rate = m_rates.value(kind);
    return rate > 0 && m_random.generateDouble() < rate;
}

} // namespace simulator
