// SPDX-License-Identifier: GPL-3.0-or-later
// What is said to a person and stays a while: made anew each time it is shown,
// so that it is always in the language that the window has by then.
#pragma once

#include "base/result.h"

#include <QString>

#include <concepts>
#include <functional>

namespace gui {

class Sentence
{
public:
    Sentence() = default; // nothing is said
    Sentence(const base::Error &error);
    template <typename Make>
    requires std::invocable<Make> && std::convertible_to<std::invoke_result_t<Make>, QString>
    Sentence(Make make)
        : m_make(std::move(make))
    {
    }

    // What went wrong, if something did.
    static Sentence of(const base::Result<void> &result);

    bool isEmpty() const { return !m_make; }
    void clear() { m_make = nullptr; }
    QString text() const { return m_make ? m_make() : QString(); }

private:
    std::function<QString()> m_make;
};

} // namespace gui
