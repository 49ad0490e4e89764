// SPDX-License-Identifier: GPL-3.0-or-later
// How a second process speaks to the one that owns the profile: raise your window, open this link,
// or stop and let me take over. A local socket in the profile (or where that cannot hold one, in the
// user's runtime folder), which only this user is answered on.
#pragma once

#include "engine/profile.h"

#include <QLocalServer>
#include <QObject>
#include <QStringList>

#include <optional>

namespace engine {

class OwnerServer final : public QObject
{
    Q_OBJECT
public:
    explicit OwnerServer(const Profile &profile, QObject *parent = nullptr);

    // Expects the profile to be owned. ListenFailed, field "owner": nobody will be able to
    // ask this owner.
    base::Result<void> listen();

    // What is answered to each word: one line, so that whoever takes over can go on as this one did.
    void setAnswer(const QByteArray &line) { m_answer = line; }

    // Sends one word ("raise", "takeover", "owner": tell only) and its argument to the owner. Its
    // answer; nothing when nobody answers.
    static std::optional<QByteArray> ask(const Profile &profile, const QByteArray &word,
                                         const QByteArray &argument = {});

Q_SIGNALS:
    void raiseWanted(const QString &link); // link: an sms: address, or empty
    void takeOverWanted();

private:
    void take(QLocalSocket *socket);

    QStringList m_names;
    QLocalServer m_server;
    QByteArray m_answer = "ok";
};

} // namespace engine
