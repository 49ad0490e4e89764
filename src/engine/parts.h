// SPDX-License-Identifier: GPL-3.0-or-later
// Hands a piece of work the parts of the Engine that its parameters name, so that who calls needs to know
// those parts only.
#pragma once

#include <tuple>
#include <type_traits>

namespace engine {

class Accounts;
class Campaigns;
class Care;
class Changes;
class ContactBook;
class Decisions;
class DemoGateway;
class Drafts;
class Engine;
class GatewayContact;
class LockCheck;
class Mailbox;
class OwnTime;
class Planning;
class Reception;
class Replies;
class Settings;
class Soundness;
class Texts;
class Timetable;

template <typename Part>
Part &partOf(Engine &engine);

template <>
Accounts &partOf(Engine &engine);
template <>
Campaigns &partOf(Engine &engine);
template <>
Care &partOf(Engine &engine);
template <>
Changes &partOf(Engine &engine);
template <>
ContactBook &partOf(Engine &engine);
template <>
Decisions &partOf(Engine &engine);
template <>
DemoGateway &partOf(Engine &engine);
template <>
Drafts &partOf(Engine &engine);
template <>
Engine &partOf(Engine &engine);
template <>
GatewayContact &partOf(Engine &engine);
template <>
LockCheck &partOf(Engine &engine);
template <>
Mailbox &partOf(Engine &engine);
template <>
OwnTime &partOf(Engine &engine);
template <>
Planning &partOf(Engine &engine);
template <>
Reception &partOf(Engine &engine);
template <>
Replies &partOf(Engine &engine);
template <>
Settings &partOf(Engine &engine);
template <>
Soundness &partOf(Engine &engine);
template <>
Texts &partOf(Engine &engine);
template <>
Timetable &partOf(Engine &engine);

template <typename Call>
struct Signature : Signature<decltype(&Call::operator())>
{
};
template <typename Class, typename Value, typename... Arguments>
struct Signature<Value (Class::*)(Arguments...) const>
{
    using Result = Value;
    using Parameters = std::tuple<Arguments...>;
};
template <typename Work>
using ParametersOf = typename Signature<Work>::Parameters;
template <typename Work>
using ResultOf = typename Signature<Work>::Result;

template <typename Work>
auto withParts(const Work &work, Engine &engine)
{
    return [&]<typename... Parts>(std::type_identity<std::tuple<Parts...>>) {
        return work(partOf<std::remove_cvref_t<Parts>>(engine)...);
    }(std::type_identity<ParametersOf<Work>>());
}

} // namespace engine
