// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/inbound.h"

#include "base/words.h"

namespace domain {
using namespace Qt::StringLiterals;

namespace {

constexpr base::Words<ActionKind, 10> actionKinds{{{
    {ActionKind::OptedOut, "optedOut"_L1},
    {ActionKind::ConfirmedOptOut, "confirmedOptOut"_L1},
    {ActionKind::MayBeOptOut, "mayBeOptOut"_L1},
    {ActionKind::WasOptOut, "wasOptOut"_L1},
    {ActionKind::WasNoOptOut, "wasNoOptOut"_L1},
    {ActionKind::JoinedGroup, "joinedGroup"_L1},
    {ActionKind::Answered, "answered"_L1},
    {ActionKind::NotAnswered, "notAnswered"_L1},
    {ActionKind::RuleFailed, "ruleFailed"_L1},
    {ActionKind::Other, "other"_L1},
}}};
static_assert(actionKinds.isComplete(ActionKind::Other));

} // namespace

QString identifier(ActionKind kind)
{
    return actionKinds.of(kind);
}

ActionKind actionKind(QStringView text)
{
    return actionKinds.valueOf(text).value_or(ActionKind::Other);
}

} // namespace domain
