// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/faults.h"

#include <QRegularExpression>

#include <algorithm>

namespace simulator {
using namespace Qt::StringLiterals;

namespace {

constexpr int neverReachedPercent = 5;

bool contains(const QList<FaultKind> &kinds, const QString &name)
{
    return std::any_of(kinds.begin(), kinds.end(), [&](const FaultKind &kind) { return kind.name == name; });
}

QRandomGenerator generator(quint32 seed, quint64 of)
{
    const quint32 words[] = {seed, static_cast<quint32>(of), static_cast<quint32>(of >> 32)};
    return QRandomGenerator(words, 3);
}

} // namespace

const QList<FaultKind> &requestFaults()
{
    static const QList<FaultKind> kinds{
        {u"dropBeforeBody"_s, u"closes once the head is read; the request is not taken"_s},
        {u"dropDuringBody"_s, u"closes while the body is read; the request is not taken"_s},
        {u"dropAfterBody"_s, u"takes the request and closes without an answer"_s},
        {u"reset"_s, u"takes the request and resets the connection"_s},
        {u"slowAnswer"_s, u"takes the request and answers after 65 s"_s},
        {u"halfAnswer"_s, u"takes the request and closes in the middle of the answer"_s},
        {u"redirect"_s, u"302 to another place; the request is not taken"_s},
        {u"html500"_s, u"500 with HTML; the request is not taken"_s},
        {u"wrongJson"_s, u"takes the request and answers with broken JSON"_s},
        {u"bulk200"_s, u"takes a bulk request and answers 200 in place of 201"_s},
    };
    return kinds;
}

const QList<FaultKind> &statusFaults()
{
    static const QList<FaultKind> kinds{
        {u"statusLate"_s, u"the last status comes much later"_s},
        {u"statusRepeated"_s, u"the last status and then -1 come again"_s},
        {u"statusReordered"_s, u"-1 comes after 4 or 5"_s},
        {u"statusLost"_s, u"no status comes"_s},
        {u"statusUnknown"_s, u"a status for a message that nobody sent comes beside the others"_s},
        {u"statusFailed"_s, u"5 comes in place of 4"_s},
        {u"statusEarly"_s, u"the statuses come before the answer to the request"_s},
    };
    return kinds;
}

int errorCodeOf(const QString &kind)
{
    static const QRegularExpression form(u"\\Aerror([1-9][0-9]{0,2})\\z"_s);
    return form.match(kind).captured(1).toInt();
}

bool Faults::set(const QString &kind, double rate)
{
    const bool known =
        contains(requestFaults(), kind) || contains(statusFaults(), kind) || errorCodeOf(kind) != 0;
    if (!known || !(rate >= 0 && rate <= 1))
        return false;
    m_rates.insert(kind, rate);
    return true;
}

QString Faults::ofRequest(bool bulk)
{
    double draw = m_requests.generateDouble();
    for (const auto &[kind, rate] : m_rates.asKeyValueRange()) {
        if (contains(statusFaults(), kind) || (!bulk && kind == "bulk200"_L1))
            continue;
        if (draw < rate)
            return kind;
        draw -= rate;
    }
    return {};
}

bool Faults::ofStatus(const QString &kind, QRandomGenerator &random) const
{
    // Drawn even at rate 0, so that one switch does not shift what the others do.
    return random.generateDouble() < m_rates.value(kind);
}

QRandomGenerator Faults::ofMessage(qint64 id) const
{
    return generator(m_seed, static_cast<quint64>(id));
}

bool Faults::neverReached(const QString &number) const
{
    return generator(m_seed, number.sliced(1).toULongLong()).bounded(100) < neverReachedPercent;
}

} // namespace simulator
