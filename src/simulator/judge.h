// SPDX-License-Identifier: GPL-3.0-or-later
// What the gateway would answer, read from its rules alone: every parameter of OUT, BLK and TPL, with
// the error code of the 40 that it earns. Pure but for the memory of the duplicate lock (ERR-17).
#pragma once

#include <QByteArray>
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
    QString group;
};

class Judge
{
public:
    explicit Judge(JudgeRules rules)
        : m_rules(std::move(rules))
    {
    }

    Judgement judged(const Asked &asked, qint64 nowMs);

private:
    int commonCode(const Asked &asked, qint64 nowMs) const;
    bool lockedNow(const QString &sender, const QString &number, const QString &text, qint64 nowMs);

    JudgeRules m_rules;
    QHash<QByteArray, qint64> m_recent; // hash of sender, number and text → accepted at
};

// "+4799999999" of "004799999999" and "+4799999999"; nothing for what is no mobile number.
std::optional<QString> mobileNumber(const QString &given);
QString description(int errorCode); // the gateway's English words

} // namespace simulator
