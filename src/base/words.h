// SPDX-License-Identifier: GPL-3.0-or-later
// The word of each value of an enum: what is stored, and what scripts read.
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace base {

// By the last value of the enum: with one more, one fewer or one out of its order it does not compile.
template <auto Last>
class Words
{
public:
    using Enum = decltype(Last);
    static constexpr std::size_t count = static_cast<std::size_t>(Last) + 1;
    struct Entry
    {
        Enum value;
        QLatin1StringView word;
    };

    explicit constexpr Words(const Entry (&entries)[count])
    {
        for (std::size_t i = 0; i < count; ++i) {
            if (static_cast<std::size_t>(entries[i].value) != i)
                throw "not in the enum's order";
            m_words[i] = entries[i].word;
        }
    }

    QString of(Enum value) const // empty: damaged, no value of the enum
    {
        const auto place = static_cast<std::size_t>(value);
        return place < count ? QString(m_words[place]) : QString();
    }
    std::optional<Enum> valueOf(QStringView word) const // the first that has it
    {
        for (std::size_t i = 0; i < count; ++i) {
            if (m_words[i] == word)
                return static_cast<Enum>(i);
        }
        return std::nullopt;
    }

private:
    std::array<QLatin1StringView, count> m_words;
};

} // namespace base
