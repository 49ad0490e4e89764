// SPDX-License-Identifier: GPL-3.0-or-later
// The office's side of a mailbox, as the tests call it.
#pragma once

#include "programs/mailboxes.h"

namespace programs {

inline mailbox::Keys madeKeys(const Profile &profile)
{
    profile.cli({u"mailbox"_s, u"new"_s, u"-o"_s, profile.file(u"postkasse.php"_s)});
    return *mailbox::readKeys(profile.file(u"mailbox.key"_s));
}

inline const QByteArray messageForm =
    R"({"id":%1,"to":"26114","from":"%2","text":"%3","sent":"2026-11-28T10:00:00Z",)"
    R"("counter":%1,"keyword":"X"})";

inline QByteArray inbound(int id, const QByteArray &text, const QByteArray &from = "+4799999999")
{
    return QByteArray(messageForm)
        .replace("%1", QByteArray::number(id))
        .replace("%2", from)
        .replace("%3", text);
}

inline QStringList texts(const Profile &profile)
{
    QStringList list;
    for (const QJsonObject &one : profile.cli({u"inbox"_s}).lines())
        list.append(one.value(u"text"_s).toString());
    return list;
}

inline void use(const Profile &profile, const QUrl &url)
{
    const Ended used = profile.cli({u"mailbox"_s, u"use"_s, url.toString()});
    QVERIFY2(used.status == 0, used.err);
}

inline QJsonObject fetch(const Profile &profile)
{
    return profile.cli({u"mailbox"_s, u"fetch"_s}).last();
}

inline QJsonObject fetched(int events)
{
    return {{u"fetched"_s, events}, {u"left"_s, 0}};
}

} // namespace programs
