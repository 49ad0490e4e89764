// SPDX-License-Identifier: GPL-3.0-or-later
// What the account's section and the first run share: reading the typed values, and asking the gateway.
#pragma once

#include "domain/account.h"
#include "gui/context.h"
#include "gui/widgets/strip.h"

#include <functional>
#include <optional>

namespace gui {

std::optional<qint64> serviceId(const QString &typed); // OUT-01: a positive whole number
base::Result<QUrl> gatewayUrl(const QString &typed);   // InsecureUrl: ACC-02

struct CheckAnswer
{
    Strip::Kind kind = Strip::Notice;
    QString words; // never claims that the password is right
};

// Can send nothing. The answer comes while `receiver` lives.
void checkAccount(Context &context, const domain::Account &account, QObject *receiver,
                  std::function<void(const CheckAnswer &)> done);

} // namespace gui
