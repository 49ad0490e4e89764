// SPDX-License-Identifier: GPL-3.0-or-later
// How a second process speaks to the one that owns the profile: raise your window, open this link,
// or stop and let me take over. A local socket that only this user can reach.
#pragma once

#include "engine/profile.h"

#include <QLocalServer>
#include <QObject>

namespace engine {

class OwnerServer final : public QObject
{
    Q_OBJECT
public:
    explicit OwnerServer(const Profile &profile, QObject *parent = nullptr);

    // Sends one word and its argument to the owner; false: nobody answers.
    static bool ask(const Profile &profile, const QByteArray &word, const QByteArray &argument = {});

Q_SIGNALS:
    void raiseWanted(const QString &link); // link: an sms: address, or empty
    void takeOverWanted();

private:
    QLocalServer m_server;
};

} // namespace engine
