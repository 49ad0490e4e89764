// SPDX-License-Identifier: GPL-3.0-or-later
// The word of each value of an enum: what is stored, and what scripts read.
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace base {

// In the order of the enum, by its last value: with one more or one fewer it does not compile. A set whose
// words others need has them beside it, and its namespace the function identifier():
//     enum class Method { Json, Get };
//     constexpr auto wordsOf(Method)
//     {
//         return base::Words<Method::Get>({"json", "get"});
//     }
//     using base::identifier;
template <auto Last>
class Words
{
public:
    using Enum = decltype(Last);
    static constexpr std::size_t count = static_cast<std::size_t>(Last) + 1;

    explicit constexpr Words(const char *const (&words)[count]) // ASCII
    {
        for (std::size_t i = 0; i < count; ++i)
            m_words[i] = QLatin1StringView(words[i]);
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

template <typename Enum>
concept HasWords = requires(Enum value)
{
    wordsOf(value);
};

template <HasWords Enum>
QString identifier(Enum value)
{
    static constexpr auto words = wordsOf(Enum{});
    return words.of(value);
}

template <HasWords Enum>
std::optional<Enum> valueOf(QStringView word)
{
    static constexpr auto words = wordsOf(Enum{});
    return words.valueOf(word);
}

} // namespace base
