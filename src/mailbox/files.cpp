// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailbox/files.h"

#include "receiver/address.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace mailbox {
using namespace Qt::StringLiterals;

namespace {

constexpr int form = 1;
constexpr qsizetype keyBytes = 32;
const QLatin1StringView formKey("budstikkeMailbox");

} // namespace

QByteArray phpFile(const Keys &keys)
{
    QFile pattern(u":/mailbox/postkasse.php"_s);
    if (!pattern.open(QIODevice::ReadOnly))
        return {};
    // Only letters, digits and - _ + / = come in: nothing that ends a string of PHP.
    QByteArray php = pattern.readAll();
    php.replace("@PUBLIC_KEY@", printable(keys.publicKey).toLatin1());
    php.replace("@SECRET@", keys.secret.toLatin1());
    php.replace("@FOLDER@", keys.folder.toLatin1());
    php.replace("@FETCH_KEY_HASH@", fetchKeyHash(keys.fetchKey.toLatin1()));
    return php;
}

QByteArray configFile(const Keys &keys)
{
    return QJsonDocument(
               QJsonObject{{formKey, form},
                           {u"publicKey"_s, printable(keys.publicKey)},
                           {u"secret"_s, keys.secret},
                           {u"fetchKeyHash"_s, QString::fromLatin1(fetchKeyHash(keys.fetchKey.toLatin1()))}})
        .toJson();
}

base::Result<Config> readConfig(const QString &file)
{
    QFile stored(file);
    if (!stored.open(QIODevice::ReadOnly))
        return base::Error{base::ErrorCode::FileUnreadable, file, u"mailboxConfig"_s};
    const QJsonObject object = QJsonDocument::fromJson(stored.read(64 * 1024)).object();
    Config config;
    config.publicKey = QByteArray::fromBase64(object.value("publicKey"_L1).toString().toLatin1());
    config.secret = object.value("secret"_L1).toString();
    config.fetchKeyHash = object.value("fetchKeyHash"_L1).toString().toLatin1();
    if (object.value(formKey).toInt() != form || config.publicKey.size() != keyBytes ||
        !receiver::isSecret(config.secret) || config.fetchKeyHash.size() != fetchKeyHash({}).size())
        return base::Error{base::ErrorCode::FileUnreadable, file, u"mailboxConfig"_s};
    return config;
}

base::Result<void> writePrivately(const QString &file, const QByteArray &content)
{
    QSaveFile fresh(file);
    if (!fresh.open(QIODevice::WriteOnly) || !fresh.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        fresh.write(content) != content.size() || !fresh.commit())
        return base::Error{base::ErrorCode::FileUnwritable, file, {}};
    return {};
}

} // namespace mailbox
