// SPDX-License-Identifier: GPL-3.0-or-later
// What is stored and printed of the closed sets (cli.md), and back, where it is more than a table of words.
#include "domain/account.h"
#include "domain/campaign.h"
#include "domain/contact.h"
#include "domain/eventdetail.h"
#include "domain/inbound.h"

namespace domain {
using namespace Qt::StringLiterals;

namespace {

constexpr auto beforeReason = ": "_L1;
constexpr auto answerPrefix = "error"_L1;

// Answer is followed by its code; the word of Unfit is that of what it carries.
constexpr base::Words<PauseReason::Unfit> pauseReasons({"", "person", "sessionEnded", "interrupted", "error",
                                                        "bulkRejected", "bulkUncertain", "unprovenAddress",
                                                        "manyUncertain", "unreachable", "quietHours",
                                                        "diskFull", "databaseUnusable", "decided", "restored",
                                                        "otherMachine", "otherFolder", "olderDatabase", ""});

} // namespace

Authentication authentication(QStringView text)
{
    return base::valueOf<Authentication>(text).value_or(Authentication::Password);
}

ProxyKind proxyKind(QStringView text)
{
    return base::valueOf<ProxyKind>(text).value_or(ProxyKind::System);
}

ActionKind actionKind(QStringView text)
{
    return base::valueOf<ActionKind>(text).value_or(ActionKind::Other);
}

OptOutSource optOutSource(QStringView text)
{
    return base::valueOf<OptOutSource>(text).value_or(OptOutSource::Person);
}

SkipReason skipReason(phone::NumberError error)
{
    return base::valueOf<SkipReason>(identifier(error)).value_or(SkipReason::NotANumber);
}

QString identifier(EventDetail detail, const QString &reason)
{
    const QString word = base::identifier(detail);
    return reason.isEmpty() ? word : QString(word + beforeReason + reason);
}

std::optional<EventDetail> eventDetail(QStringView stored)
{
    const qsizetype end = stored.indexOf(beforeReason);
    return base::valueOf<EventDetail>(end < 0 ? stored : stored.first(end));
}

QString identifier(const OptOutChange &change)
{
    return change.added ? QString(u"added "_s + identifier(*change.added)) : u"removed"_s;
}

QString identifier(const PauseReason &reason)
{
    if (const auto unfit = reason.unfitFor())
        return base::identifier(*unfit);
    const QString word = pauseReasons.of(reason.kind());
    return reason.kind() == PauseReason::Answer ? word + QString::number(reason.answerCode()) : word;
}

std::optional<PauseReason> pauseReason(QStringView text)
{
    if (text.startsWith(answerPrefix)) {
        bool isCode = false;
        const int code = text.sliced(answerPrefix.size()).toInt(&isCode);
        return isCode ? std::optional(PauseReason::answer(code)) : std::nullopt;
    }
    if (const auto kind = pauseReasons.valueOf(text))
        return PauseReason(*kind);
    const auto code = base::valueOf<base::ErrorCode>(text);
    return code ? std::optional(PauseReason::unfit(*code)) : std::nullopt;
}

} // namespace domain
