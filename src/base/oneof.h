// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a value is one of some.
#pragma once

namespace base {

template <typename Value, typename... Values>
constexpr bool isOneOf(const Value &value, const Values &...values)
{
    return ((value == values) || ...);
}

} // namespace base
