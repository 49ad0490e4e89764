// SPDX-License-Identifier: GPL-3.0-or-later
// What a mailbox answered, from bytes to values; a page that is no mailbox's answer is told from one that
// somebody changed on the way, and from one that ends in its middle.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>

namespace mailbox {

struct Reply // one answer of HTTP
{
    int status = 0;
    QByteArray body;
    QString location; // of a redirection
};

struct Facts
{
    qint64 nowMs = 0; // by the mailbox's clock
    QString publicKey;
    bool full = false; // statuses are answered 503
};

struct Tested
{
    Facts facts;
    bool durable = true; // it can make sure that what it keeps is on the disk
    bool showsErrors = false;
    qint64 largestBody = 0; // bytes
    QString by;             // "PHP 8.2.7"
};

struct Portion
{
    struct Item
    {
        qint64 number = 0;
        QByteArray sealed;
    };
    Facts facts;
    QList<Item> items;
    qint64 left = 0; // more, after these
};

// Errors: those of problem.h.
base::Result<Tested> readTest(const Reply &reply, const QString &ask, const QString &publicKey);
base::Result<Portion> readEvents(const Reply &reply, const QString &ask, const QString &publicKey);
base::Result<Facts> readDone(const Reply &reply, const QString &ask, const QString &publicKey);

} // namespace mailbox
