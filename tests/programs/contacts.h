// SPDX-License-Identifier: GPL-3.0-or-later
// The contact commands as the tests call them, and their output in a form that compares at a glance.
#pragma once

#include "programs/programs.h"

namespace programs {

inline Ended imported(const Profile &profile, const QByteArray &content, const QStringList &more = {},
                      const QString &name = u"liste.csv"_s)
{
    profile.write(name, content);
    return profile.cli(QStringList{u"contacts"_s, u"import"_s, profile.file(name)} + more);
}

inline Ended listed(const Profile &profile, const QStringList &more = {})
{
    return profile.cli(QStringList{u"contacts"_s, u"list"_s} + more);
}

// "1 added, 0 updated, 0 unchanged", to be compared at a glance.
inline QString counts(const Ended &ended)
{
    const QJsonObject object = ended.last();
    return u"%1 added, %2 updated, %3 unchanged"_s.arg(object.value(u"added"_s).toInt(-1))
        .arg(object.value(u"updated"_s).toInt(-1))
        .arg(object.value(u"unchanged"_s).toInt(-1));
}

// "4 Mobil «4,79E+10» scientificNotation" for each row that was left out.
inline QStringList skipped(const Ended &ended)
{
    QStringList list;
    for (const QJsonValue &value : ended.last().value(u"skipped"_s).toArray()) {
        const QJsonObject row = value.toObject();
        list.append(u"%1 %2 «%3» %4"_s.arg(
            QString::number(row.value(u"row"_s).toInt()), row.value(u"column"_s).toString(),
            row.value(u"input"_s).toString(), row.value(u"reason"_s).toString()));
    }
    return list;
}

inline QStringList numbers(const Ended &ended)
{
    QStringList list;
    for (const QJsonObject &object : ended.lines())
        list.append(object.value(u"number"_s).toString());
    return list;
}

inline void setAccount(const Profile &profile, const Gateway &gateway)
{
    QCOMPARE(withAccount(profile, gateway.baseUrl()).status, 0);
}

} // namespace programs
