// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailbox/keys.h"

#include "mailbox/files.h"
#include "receiver/address.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <sodium.h>

namespace mailbox {
using namespace Qt::StringLiterals;

namespace {

constexpr int form = 1;
const QLatin1StringView formKey("budstikkeMailboxKey");

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

const unsigned char *bytes(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

unsigned long long sizeOf(const QByteArray &array)
{
    return static_cast<unsigned long long>(array.size());
}

// Must have been called before anything else of the library; may be called again.
void beReady()
{
    [[maybe_unused]] static const int ready = sodium_init();
}

QByteArray publicKeyOf(const QByteArray &privateKey)
{
    QByteArray key(crypto_box_PUBLICKEYBYTES, '\0');
    return crypto_scalarmult_base(bytes(key), bytes(privateKey)) == 0 ? key : QByteArray();
}

bool isFolder(const QString &text)
{
    static const QRegularExpression name(u"\\A[0-9a-f]{20}\\z"_s);
    return name.match(text).hasMatch();
}

QByteArray decodedKey(const QJsonValue &value)
{
    const auto key = QByteArray::fromBase64Encoding(
        value.toString().toLatin1(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    return key && key.decoded.size() == crypto_box_SECRETKEYBYTES ? key.decoded : QByteArray();
}

} // namespace

Keys newKeys()
{
    beReady();
    Keys keys;
    keys.publicKey = QByteArray(crypto_box_PUBLICKEYBYTES, '\0');
    keys.privateKey = QByteArray(crypto_box_SECRETKEYBYTES, '\0');
    crypto_box_keypair(bytes(keys.publicKey), bytes(keys.privateKey));
    keys.secret = receiver::newSecret();
    keys.fetchKey = receiver::newSecret();
    keys.folder = QString::fromLatin1(fetchKeyHash(receiver::newSecret().toLatin1()).first(20));
    return keys;
}

Keys renewed(const Keys &keys)
{
    Keys fresh = newKeys();
    fresh.folder = keys.folder;
    fresh.earlierPrivateKeys = keys.earlierPrivateKeys;
    fresh.earlierPrivateKeys.prepend(keys.privateKey);
    return fresh;
}

QByteArray toJson(const Keys &keys)
{
    QJsonArray earlier;
    for (const QByteArray &key : keys.earlierPrivateKeys)
        earlier.append(printable(key));
    return QJsonDocument(QJsonObject{{formKey, form},
                                     {u"publicKey"_s, printable(keys.publicKey)},
                                     {u"privateKey"_s, printable(keys.privateKey)},
                                     {u"earlierPrivateKeys"_s, earlier},
                                     {u"secret"_s, keys.secret},
                                     {u"fetchKey"_s, keys.fetchKey},
                                     {u"folder"_s, keys.folder}})
        .toJson();
}

std::optional<Keys> keysFrom(const QByteArray &json)
{
    beReady();
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Keys keys;
    keys.privateKey = decodedKey(object.value("privateKey"_L1));
    keys.publicKey = decodedKey(object.value("publicKey"_L1));
    keys.secret = object.value("secret"_L1).toString();
    keys.fetchKey = object.value("fetchKey"_L1).toString();
    keys.folder = object.value("folder"_L1).toString();
    if (object.value(formKey).toInt() != form || keys.privateKey.isEmpty() || keys.publicKey.isEmpty() ||
        publicKeyOf(keys.privateKey) != keys.publicKey || !receiver::isSecret(keys.secret) ||
        !receiver::isSecret(keys.fetchKey) || !isFolder(keys.folder))
        return {};
    for (const auto &value : object.value("earlierPrivateKeys"_L1).toArray()) {
        const QByteArray key = decodedKey(value);
        if (key.isEmpty())
            return {};
        keys.earlierPrivateKeys.append(key);
    }
    return keys;
}

base::Result<Keys> readKeys(const QString &file)
{
    QFile stored(file);
    if (!stored.exists())
        return base::Error{base::ErrorCode::NotFound, file, u"mailboxKey"_s};
    if (!stored.open(QIODevice::ReadOnly))
        return base::Error{base::ErrorCode::FileUnreadable, file, u"mailboxKey"_s};
    const auto keys = keysFrom(stored.read(64 * 1024));
    if (!keys)
        return base::Error{base::ErrorCode::FileUnreadable, file, u"mailboxKey"_s};
    return *keys;
}

base::Result<void> writeKeys(const Keys &keys, const QString &file)
{
    return writePrivately(file, toJson(keys));
}

QByteArray sealed(const QByteArray &content, const QByteArray &publicKey)
{
    beReady();
    QByteArray result(content.size() + static_cast<qsizetype>(crypto_box_SEALBYTES), Qt::Uninitialized);
    if (publicKey.size() != crypto_box_PUBLICKEYBYTES ||
        crypto_box_seal(bytes(result), bytes(content), sizeOf(content), bytes(publicKey)) != 0)
        return {};
    return result;
}

std::optional<QByteArray> opened(const QByteArray &content, const Keys &keys)
{
    beReady();
    const qsizetype size = content.size() - static_cast<qsizetype>(crypto_box_SEALBYTES);
    if (size < 0)
        return {};
    QByteArray result(size, Qt::Uninitialized);
    for (const QByteArray &key : QList<QByteArray>{keys.privateKey} + keys.earlierPrivateKeys) {
        const QByteArray publicKey = publicKeyOf(key);
        if (!publicKey.isEmpty() && crypto_box_seal_open(bytes(result), bytes(content), sizeOf(content),
                                                         bytes(publicKey), bytes(key)) == 0)
            return result;
    }
    return {};
}

QByteArray fetchKeyHash(QByteArrayView fetchKey)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(fetchKey);
    return hash.result().toHex();
}

QString printable(const QByteArray &publicKey)
{
    return QString::fromLatin1(publicKey.toBase64());
}

} // namespace mailbox
