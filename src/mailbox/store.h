// SPDX-License-Identifier: GPL-3.0-or-later
// Where `mailbox serve` keeps its sealed events: files that grow at their end, each event durable before it
// is answered, in the same form as postkasse.php keeps them.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "receiver/callback.h"

#include <QByteArray>
#include <QList>
#include <QLockFile>

#include <memory>

namespace mailbox {

struct StoreLimits
{
    qint64 events = 100000; // in all, never for one caller: the gateway is one caller
    qint64 bytes = 256LL * 1024 * 1024;
    qint64 reservedEvents = 5000; // for inbound: statuses cannot fill these
    qint64 reservedBytes = 64LL * 1024 * 1024;
    int eventsAnAnswer = 500;
    qint64 bytesAnAnswer = 4LL * 1024 * 1024; // of events; one always goes
    int eventsAFile = 500;
    qint64 bytesAFile = 1024LL * 1024;
    qint64 statusesKeptMs = 366LL * 24 * 60 * 60 * 1000; // that nobody fetched
};

struct StoredEvent
{
    qint64 number = 0;
    QByteArray sealed;
};

class Store final
{
public:
    // Makes the folder, and owns it. FileUnwritable; WrongState when another `mailbox serve` has it.
    static base::Result<std::unique_ptr<Store>> open(const QString &folder, const base::Clock &clock,
                                                     const StoreLimits &limits = {});

    // On the disk when it returns. DiskFull: the limits, or the disk; FileUnwritable.
    base::Result<void> add(receiver::Leaf leaf, const QByteArray &sealed);
    QList<StoredEvent> after(qint64 number) const;
    base::Result<void> forgetUpto(qint64 number); // what the office has stored
    void forgetOld();                             // statuses that nobody fetched; inbound ones are kept

    qint64 last() const { return m_last; } // the highest number ever given
    qint64 count() const;                  // roughly, while some in the middle are gone
    bool isFull() const;                   // for statuses

private:
    struct Record
    {
        qint64 number = 0;
        receiver::Leaf leaf = receiver::Leaf::Status;
        qint64 place = 0; // of its content
        qint64 size = 0;
    };
    struct Part // one file
    {
        qint64 first = 0;
        QString path;
        bool thinned = false; // only inbound ones are left
        bool damaged = false;
        qint64 end = 0; // after the last whole event
        QList<Record> records;
    };

    Store(QString folder, const base::Clock &clock, const StoreLimits &limits);
    base::Result<void> load();
    void read(Part &part) const;
    bool hasRoom(receiver::Leaf leaf, qint64 more) const;
    base::Result<Part *> partToFill();
    bool thin(Part &part);

    const QString m_folder;
    const base::Clock &m_clock;
    const StoreLimits m_limits;
    QLockFile m_lock;
    QList<Part> m_parts; // by number
    qint64 m_last = 0;
    qint64 m_done = 0;
};

} // namespace mailbox
