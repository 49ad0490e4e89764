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

} // namespace storage
