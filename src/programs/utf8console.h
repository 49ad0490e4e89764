// SPDX-License-Identifier: GPL-3.0-or-later
// A Windows console shows bytes by a code page of its own; while this object lives it shows UTF-8, as we
// write.
#pragma once

#ifdef _WIN32
#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>
#endif

namespace programs {

class Utf8Console
{
public:
    Utf8Console()
    {
#ifdef _WIN32
        ::SetConsoleOutputCP(CP_UTF8);
#endif
    }
    ~Utf8Console()
    {
#ifdef _WIN32
        ::SetConsoleOutputCP(m_before);
#endif
    }
    Utf8Console(const Utf8Console &) = delete;
    Utf8Console &operator=(const Utf8Console &) = delete;

private:
#ifdef _WIN32
    const UINT m_before = ::GetConsoleOutputCP();
#endif
};

} // namespace programs
