// SPDX-License-Identifier: GPL-3.0-or-later
// One fetch from a mailbox: portion after portion, each forgotten there once all of it is stored here.
#pragma once

#include "base/clock.h"
#include "mailbox/answers.h"
#include "mailbox/client.h"
#include "receiver/callback.h"

#include <QObject>

#include <functional>
#include <memory>

namespace engine {

struct Fetched
{
    qint64 events = 0;
    qint64 left = 0; // still there
};

class MailboxRound final : public QObject
{
    Q_OBJECT
public:
    MailboxRound(std::unique_ptr<mailbox::Client> client, receiver::Sink sink, const base::Clock &clock,
                 QObject *parent = nullptr);
    ~MailboxRound() override; // what is under way is told to nobody

    // waitSeconds: how long to wait for something to come where there is nothing. Ends with finished().
    void begin(int waitSeconds);

Q_SIGNALS:
    void fullnessHeard(bool full);
    void finished(const base::Result<engine::Fetched> &result); // the problems of a mailbox, DiskFull

private:
    void ask();
    void take(const mailbox::Portion &portion);
    void take(const mailbox::Portion::Item &item);
    void stored(bool good);
    void forget();

    const std::unique_ptr<mailbox::Client> m_client;
    const receiver::Sink m_sink;
    const base::Clock &m_clock;
    qint64 m_waitUntilMs = 0;
    Fetched m_fetched;
    qint64 m_after = 0;
    qint64 m_highest = 0;
    qsizetype m_portion = 0;
    qsizetype m_open = 0; // of the portion, not stored yet
    bool m_allStored = true;
    int m_rounds = 0;
};

} // namespace engine
