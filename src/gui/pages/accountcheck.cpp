// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/accountcheck.h"

#include "engine/accounts.h"
#include "engine/network.h"
#include "engine/wording.h"

#include <QCoreApplication>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

CheckAnswer answerTo(const gateway::Outcome &outcome)
{
    for (const base::ErrorCode code : {base::ErrorCode::NoPassword, base::ErrorCode::NoKeyring}) {
        if (outcome.reason == base::identifier(code))
            return {Strip::Warning, engine::wording::sentence({code, {}, {}})};
    }
    if (!outcome.errorCode)
        return {Strip::Error,
                engine::wording::sentence({base::ErrorCode::GatewayUnreachable, outcome.reason, {}})};
    // Asked without number and text: 8 to 11 are the best that can be heard.
    if (*outcome.errorCode >= 8 && *outcome.errorCode <= 11)
        return {Strip::Notice,
                QCoreApplication::translate(
                    "gui::AccountCheck",
                    "The gateway was reached. The first message will show whether the password is right.")};
    return {Strip::Error, QString(engine::wording::answerMeaning(*outcome.errorCode, outcome.description) +
                                  u". "_s + engine::wording::answerRemedy(*outcome.errorCode))};
}

} // namespace

std::optional<qint64> serviceId(const QString &typed)
{
    const QString text = typed.trimmed();
    const bool digits =
        std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool good = false;
    const qint64 id = text.toLongLong(&good);
    return digits && good && id > 0 ? std::optional(id) : std::nullopt;
}

base::Result<QUrl> gatewayUrl(const QString &typed)
{
    auto url = engine::gatewayFolder(typed);
    if (!url)
        return base::Error{base::ErrorCode::InsecureUrl, typed, u"base-url"_s};
    return url;
}

void checkAccount(Context &context, const domain::Account &account, QObject *receiver,
                  std::function<void(const CheckAnswer &)> done)
{
    context.engine.callAsync<gateway::Outcome>(
        receiver,
        [account](engine::Accounts &accounts, const std::function<void(gateway::Outcome)> &answered) {
            accounts.check(account, answered);
        },
        [done = std::move(done)](const gateway::Outcome &outcome) { done(answerTo(outcome)); });
}

} // namespace gui
