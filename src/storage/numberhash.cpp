// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/numberhash.h"

#include "storage/statement.h"

#include <QMessageAuthenticationCode>

namespace storage {
using namespace Qt::StringLiterals;

// Written once by the migration, so that readers need not write.
base::Result<QByteArray> numberHash(Database &database, const QString &number)
{
    Statement select(database, u"SELECT value FROM meta WHERE key = 'numberKey'"_s);
    if (auto done = select.run(); !done)
        return done.error();
    if (!select.next())
        return base::Error{base::ErrorCode::DatabaseUnusable, u"no key for numbers"_s, {}};
    return QMessageAuthenticationCode::hash(number.toUtf8(), select.bytes(0), QCryptographicHash::Sha256);
}

base::Result<QString> keptNumber(Database &database, const QString &number)
{
    const auto anybody = selectNumber(database, u"SELECT 1 FROM erased LIMIT 1"_s);
    if (!anybody)
        return anybody.error();
    if (!anybody->has_value() || number.isEmpty())
        return number;
    const auto hash = numberHash(database, number);
    if (!hash)
        return hash.error();
    const auto erased = selectNumber(database, u"SELECT 1 FROM erased WHERE hash = ?"_s, *hash);
    if (!erased)
        return erased.error();
    return erased->has_value() ? QString("erased:"_L1 + QString::fromLatin1(hash->toHex())) : number;
}

} // namespace storage
