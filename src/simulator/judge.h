// SPDX-License-Identifier: GPL-3.0-or-later
// What the gateway would answer, read from its rules alone: every parameter of OUT, BLK and TPL, with
// the error code of the 40 that it earns. Pure but for the memory of the duplicate lock (ERR-17).
// It cannot judge 2 (which addresses may call), 5 (what is left on the account), 6 (whether charging
// is activated), 18 (it speaks plain http itself) and 21 (who is blacklisted): the faults error2 …
// answer with those.
#pragma once

#include "base/clock.h"

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace simulator {

struct JudgeRules
{
    qint64 serviceId = 0;            // 0: any positive one
    std::optional<QString> password; // none: not asked for, as with IP authentication
    bool duplicateLock = true;
};

// What was asked; a GET query's values are strings, JSON's are typed.
struct Asked
{
    QJsonObject parameters;
    bool fromQuery = false;
    bool bulk = false;
};

struct Judgement
{
    int errorCode = 0;
    QStringList accepted;  // numbers as +47…
    QStringList invalid;   // as given, bulk only
    QStringList duplicate; // as given, bulk only
    QString sender;        // 2401 for a charged message (OUT-08)
    qint64 startMs = 0;    // scheduled (OUT-13), or now; UTC
};

class Judge
{
public:
    Judge(JudgeRules rules, const base::Clock &clock)
        : m_rules(std::move(rules))
        , m_clock(clock)
    {
    }

    Judgement judged(const Asked &asked);

private:
    int accountCode(const Asked &asked) const;
    int messageCode(const Asked &asked, Judgement &judgement) const;
    int singleCode(const Asked &asked, Judgement &judgement);
    int bulkCode(const Asked &asked, Judgement &judgement);
    bool lockedNow(const QString &sender, const QString &number, const QString &text);

    JudgeRules m_rules;
    const base::Clock &m_clock;
    QHash<QByteArray, qint64> m_recent; // hash of sender, number and text → accepted at
};

// "+4799999999" of "004799999999" and "+4799999999"; nothing if it is not a mobile number.
std::optional<QString> mobileNumber(const QString &given);
QString description(int errorCode); // the gateway's English words

} // namespace simulator
