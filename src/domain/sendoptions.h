// SPDX-License-Identifier: GPL-3.0-or-later
// What a person may set for a message beside recipient, sender and text (OUT-08 to OUT-16, TPL-01).
#pragma once

#include <QMap>
#include <QString>

#include <optional>

namespace domain {

// How recipients are reached: one request each, many numbers a request, or a group that only the
// gateway knows (BLK-02). Automatic: personal texts by Single, one text for many by Bulk.
enum class SendMode { Automatic, Single, Bulk, GatewayGroup };

struct SendOptions
{
    bool unicode = false;                  // OUT-09: all characters allowed
    bool flash = false;                    // OUT-15
    std::optional<qint64> scheduledAtMs;   // OUT-13: at the gateway, UTC milliseconds
    std::optional<int> validityMinutes;    // OUT-14: positive
    int protocolId = 0;                    // OUT-16: 0 to 255
    std::optional<int> priceOre;           // OUT-08: 100 to 20000 in steps of 100
    QString reference;                     // OUT-12: the person's own, at most 60 characters
    QString templateType;                  // TPL-01, or empty
    QMap<QString, QString> templateFields; // TPL-02 to TPL-11, as typed

    bool operator==(const SendOptions &) const = default;
};

} // namespace domain
