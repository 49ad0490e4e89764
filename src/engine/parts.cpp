// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/parts.h"

#include "engine/engine.h"

namespace engine {

template <>
Accounts &partOf(Engine &engine)
{
    return engine.accounts();
}

template <>
Campaigns &partOf(Engine &engine)
{
    return engine.campaigns();
}

template <>
Care &partOf(Engine &engine)
{
    return engine.care();
}

template <>
Changes &partOf(Engine &engine)
{
    return engine.changes();
}

template <>
ContactBook &partOf(Engine &engine)
{
    return engine.contactBook();
}

template <>
Decisions &partOf(Engine &engine)
{
    return engine.decisions();
}

template <>
DemoGateway &partOf(Engine &engine)
{
    return engine.demoGateway();
}

template <>
Drafts &partOf(Engine &engine)
{
    return engine.drafts();
}

template <>
Engine &partOf(Engine &engine)
{
    return engine;
}

template <>
GatewayContact &partOf(Engine &engine)
{
    return engine.gatewayContact();
}

template <>
LockCheck &partOf(Engine &engine)
{
    return engine.lockCheck();
}

template <>
Mailbox &partOf(Engine &engine)
{
    return engine.mailbox();
}

template <>
OwnTime &partOf(Engine &engine)
{
    return engine.ownTime();
}

template <>
Planning &partOf(Engine &engine)
{
    return engine.planning();
}

template <>
Reception &partOf(Engine &engine)
{
    return engine.reception();
}

template <>
Replies &partOf(Engine &engine)
{
    return engine.replies();
}

template <>
Settings &partOf(Engine &engine)
{
    return engine.settings();
}

template <>
Soundness &partOf(Engine &engine)
{
    return engine.soundness();
}

template <>
Texts &partOf(Engine &engine)
{
    return engine.texts();
}

template <>
Timetable &partOf(Engine &engine)
{
    return engine.timetable();
}

} // namespace engine
