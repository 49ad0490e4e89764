// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/accountcheck.h"

#include "engine/accounts.h"
#include "engine/network.h"
#include "engine/wording.h"

namespace gui {
using namespace Qt::StringLiterals;

namespace {

CheckAnswer inWords(const base::Result<engine::AccountAnswer> &answer)
{
    if (!answer) {
        const base::ErrorCode code = answer.error().code;
        const bool unasked = code == base::ErrorCode::NoPassword || code == base::ErrorCode::NoKeyring;
        return {unasked ? Strip::Warning : Strip::Error, engine::wording::sentence(answer.error())};
    }
    const QString words = engine::wording::accountAnswer(*answer);
    if (answer->reached)
        return {Strip::Notice, words};
    return {Strip::Error, engine::wording::withRemedy(words, answer->errorCode)};
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
    using Answer = base::Result<engine::AccountAnswer>;
    context.engine.callAsync<Answer>(
        receiver,
        [account](engine::Accounts &accounts, const std::function<void(Answer)> &answered) {
            accounts.check(account, answered);
        },
        [done = std::move(done)](const Answer &answer) { done(inWords(answer)); });
}

} // namespace gui
