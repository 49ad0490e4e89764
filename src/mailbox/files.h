// SPDX-License-Identifier: GPL-3.0-or-later
// The two files that an office gives to its mailbox: postkasse.php with its secrets in it, or the settings
// of `mailbox serve`.
#pragma once

#include "base/result.h"
#include "mailbox/keys.h"

namespace mailbox {

QByteArray phpFile(const Keys &keys);

// What `mailbox serve` knows of its office: nothing that opens what is kept.
struct Config
{
    QByteArray publicKey;
    QString secret;
    QByteArray fetchKeyHash;
};

QByteArray configFile(const Keys &keys);
base::Result<Config> readConfig(const QString &file); // FileUnreadable

// For its owner only, and whole or not at all. FileUnwritable.
base::Result<void> writePrivately(const QString &file, const QByteArray &content);

} // namespace mailbox
