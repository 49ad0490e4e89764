// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/places.h"

using namespace Qt::StringLiterals;

namespace support {

QString dataFile(const QString &name)
{
    return testFile(u"data/"_s + name);
}

QString testFile(const QString &name)
{
    return QStringLiteral(BUDSTIKKE_TEST_FOLDER "/") + name;
}

QString program(const QString &name)
{
    return QStringLiteral(BUDSTIKKE_BIN "/") + name;
}

} // namespace support
