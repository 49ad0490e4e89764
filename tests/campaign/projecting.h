// SPDX-License-Identifier: GPL-3.0-or-later
// Statuses that come in, and what is heard of them.
#pragma once

#include "campaign/sendingplace.h"
#include "campaign/statusprojector.h"

#include <QSignalSpy>
#include <QTest>

namespace support {
using namespace Qt::StringLiterals;
using campaign::StatusProjector;
using domain::StatusEvent;

inline StatusEvent status(int value, std::optional<qint64> origId, const QString &ref = {},
                          const QString &number = {})
{
    StatusEvent event;
    event.status = domain::DeliveryStatus(value);
    event.origId = origId;
    event.ref = ref;
    event.number = number;
    event.peer = u"18.197.36.176"_s;
    event.raw = "status=" + QByteArray::number(value);
    event.receivedMs = 1'900'000'000'500;
    return event;
}

class Statuses
{
public:
    explicit Statuses(SendingPlace &place)
        : projector(*place.database, *place.commits, place.clock)
        , changed(&projector, &StatusProjector::messageChanged)
        , twice(&projector, &StatusProjector::sentTwice)
    {
    }
    void take(const StatusEvent &event)
    {
        projector.take(event, [this](bool ok) { stored.append(ok); });
        SendingPlace::settle();
        QVERIFY(projector.drain());
    }

    StatusProjector projector;
    QSignalSpy changed;
    QSignalSpy twice;
    QList<bool> stored;
};

} // namespace support
