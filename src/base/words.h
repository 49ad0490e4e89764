// SPDX-License-Identifier: GPL-3.0-or-later
// The word of each value of an enum: what is stored, and what scripts read.
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace base {

template <typename Enum, std::size_t Count>
struct Words
{
    struct Entry
    {
        Enum value;
        QLatin1StringView word;
    };
    std::array<Entry, Count> entries; // each value of the enum, in its order

    // For a static_assert: none is missing or out of place.
    constexpr bool isComplete(Enum last) const
    {
        for (std::size_t i = 0; i < Count; ++i) {
            if (static_cast<std::size_t>(entries[i].value) != i)
                return false;
        }
        return static_cast<std::size_t>(last) + 1 == Count;
    }
    QString of(Enum value) const // empty: damaged, no value of the enum
    {
        const auto place = static_cast<std::size_t>(value);
        return place < Count ? QString(entries[place].word) : QString();
    }
    std::optional<Enum> valueOf(QStringView word) const
    {
        for (const Entry &entry : entries) {
            if (entry.word == word)
                return entry.value;
        }
        return std::nullopt;
    }
};

} // namespace base
