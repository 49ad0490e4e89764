// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/account.h"

#include <QRegularExpression>

namespace domain {
using namespace Qt::StringLiterals;

bool isLoopback(const QUrl &baseUrl)
{
    static const QRegularExpression ipv4(u"\\A127(\\.[0-9]{1,3}){3}\\z"_s);
    const QString host = baseUrl.host().toLower();
    return host == "localhost"_L1 || host == "::1"_L1 || ipv4.match(host).hasMatch();
}

} // namespace domain
