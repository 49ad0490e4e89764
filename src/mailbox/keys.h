// SPDX-License-Identifier: GPL-3.0-or-later
// An office's secrets of its mailbox: the pair of keys that seals and opens, the secret in the gateway's
// addresses, and the key with which the office asks. All of it is one file of mode 0600.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace mailbox {

struct Keys
{
    QByteArray publicKey;  // 32 bytes
    QByteArray privateKey; // 32 bytes
    // Of earlier pairs, newest first: what was sealed before a new one was made is opened all the same.
    QList<QByteArray> earlierPrivateKeys;
    QString secret;   // of the path, as the receiver's
    QString fetchKey; // as long
    // Names the folder of postkasse.php; a new key leaves it, so that what lies there is not lost.
    QString folder;

    bool operator==(const Keys &) const = default;
};

Keys newKeys();
Keys renewed(const Keys &keys); // new in all, able to open what was sealed to the former ones

QByteArray toJson(const Keys &keys);
std::optional<Keys> keysFrom(const QByteArray &json); // nothing: they are none, or do not fit together

base::Result<Keys> readKeys(const QString &file); // NotFound, FileUnreadable; field mailboxKey
base::Result<void> writeKeys(const Keys &keys, const QString &file); // FileUnwritable

// To the public key; only the private one opens it.
QByteArray sealed(const QByteArray &content, const QByteArray &publicKey);
std::optional<QByteArray> opened(const QByteArray &content, const Keys &keys);

QByteArray fetchKeyHash(QByteArrayView fetchKey); // SHA-256, hexadecimal: all that the mailbox keeps of it
QString printable(const QByteArray &publicKey);   // Base64

} // namespace mailbox
