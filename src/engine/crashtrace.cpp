// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crashtrace.h"

#include <QFile>

#include <cstdint>
#include <cstring>

#ifdef Q_OS_WIN
#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>
#else
#include <csignal>
#include <dlfcn.h>
#include <execinfo.h>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace engine {

namespace {

constexpr int mostCalls = 64;
constexpr int longestLine = 256;

// A line put together without anything that a crashed program may not call.
class Line
{
public:
    Line &operator<<(const char *text)
    {
        while (*text && m_size < longestLine - 1)
            m_text[m_size++] = *text++;
        return *this;
    }
    Line &operator<<(std::uintptr_t value) // in hexadecimal
    {
        char digits[2 * sizeof value];
        int count = 0;
        do {
            digits[count++] = "0123456789abcdef"[value % 16];
            value /= 16;
        } while (value);
        while (count > 0 && m_size < longestLine - 1)
            m_text[m_size++] = digits[--count];
        return *this;
    }
    const char *text() const { return m_text; }
    int size() const { return m_size; }

private:
    char m_text[longestLine] = {};
    int m_size = 0;
};

const char *lastPart(const char *path)
{
    const char *last = path;
    for (const char *c = path; *c; ++c) {
        if (*c == '/' || *c == '\\')
            last = c + 1;
    }
    return last;
}

#ifdef Q_OS_WIN

wchar_t crashFile[MAX_PATH] = {};

void put(HANDLE file, Line &line)
{
    line << "\r\n";
    DWORD written = 0;
    ::WriteFile(file, line.text(), static_cast<DWORD>(line.size()), &written, nullptr);
}

void putCall(HANDLE file, void *address)
{
    HMODULE module = nullptr;
    char path[MAX_PATH] = "?";
    ::GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS |
                             GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
                         static_cast<LPCWSTR>(address), &module);
    ::GetModuleFileNameA(module, path, MAX_PATH);
    Line line;
    line << "  " << lastPart(path) << "+0x"
         << reinterpret_cast<std::uintptr_t>(address) - reinterpret_cast<std::uintptr_t>(module);
    put(file, line);
}

LONG WINAPI onException(EXCEPTION_POINTERS *what)
{
    const HANDLE file = ::CreateFileW(crashFile, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE,
                                      nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return EXCEPTION_CONTINUE_SEARCH;
    Line line;
    line << "crash: exception 0x" << static_cast<std::uintptr_t>(what->ExceptionRecord->ExceptionCode) << ", "
         << BUDSTIKKE_VERSION;
    put(file, line);
    putCall(file, what->ExceptionRecord->ExceptionAddress);
    void *calls[mostCalls];
    const int count = ::CaptureStackBackTrace(0, mostCalls, calls, nullptr);
    for (int i = 0; i < count; ++i)
        putCall(file, calls[i]);
    ::CloseHandle(file);
    return EXCEPTION_CONTINUE_SEARCH;
}

#else

constexpr int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};
int crashFile = -1;
char otherStack[64 * 1024]; // where the crash is that there is no more stack

void put(Line &line)
{
    line << "\n";
    [[maybe_unused]] const auto written = ::write(crashFile, line.text(), static_cast<size_t>(line.size()));
}

void onCrash(int signal)
{
    Line line;
    line << "crash: signal 0x" << static_cast<std::uintptr_t>(signal) << ", " << BUDSTIKKE_VERSION;
    put(line);
    void *calls[mostCalls];
    const int count = ::backtrace(calls, mostCalls);
    for (int i = 0; i < count; ++i) {
        Dl_info module{};
        const auto address = reinterpret_cast<std::uintptr_t>(calls[i]);
        const bool known = ::dladdr(calls[i], &module) != 0 && module.dli_fname;
        Line call;
        call << "  " << (known ? lastPart(module.dli_fname) : "?") << "+0x"
             << (known ? address - reinterpret_cast<std::uintptr_t>(module.dli_fbase) : address);
        put(call);
    }
    ::raise(signal); // its usual end: the handler is gone
}

#endif

} // namespace

#ifdef Q_OS_WIN

void writeCrashesTo(const QString &file)
{
    const std::wstring name = file.toStdWString().substr(0, MAX_PATH - 1);
    std::memset(crashFile, 0, sizeof crashFile);
    std::memcpy(crashFile, name.data(), name.size() * sizeof(wchar_t));
    ::SetUnhandledExceptionFilter(file.isEmpty() ? nullptr : onException);
}

#else

void writeCrashesTo(const QString &file)
{
    if (crashFile >= 0)
        ::close(std::exchange(crashFile, -1));
    if (!file.isEmpty())
        crashFile = ::open(QFile::encodeName(file).constData(), O_WRONLY | O_APPEND | O_CLOEXEC);
    void *first[1];
    ::backtrace(first, 1); // loads its library now, not in a crash
    stack_t stack{};
    stack.ss_sp = otherStack;
    stack.ss_size = sizeof otherStack;
    ::sigaltstack(&stack, nullptr);
    struct sigaction action
    {
    };
    action.sa_handler = crashFile >= 0 ? onCrash : SIG_DFL;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_ONSTACK);
    for (const int signal : crashes) {
        struct sigaction before
        {
        };
        ::sigaction(signal, nullptr, &before);
        if (before.sa_handler == SIG_DFL || before.sa_handler == onCrash) // else somebody else listens
            ::sigaction(signal, &action, nullptr);
    }
}

#endif

} // namespace engine
