// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/interrupt.h"

#include <QMetaObject>

#ifdef Q_OS_WIN
#include <atomic>
#include <thread>

#include <windows.h>
#else
#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace programs {

#ifdef Q_OS_WIN

namespace {

constexpr DWORD longestEndMs = 30'000;
std::atomic<Interrupt *> current = nullptr;
std::atomic<bool> asked = false; // once: what repeats it must not cut off the program's last words

void tell(Interrupt::Why why)
{
    if (Interrupt *told = current)
        QMetaObject::invokeMethod(
            told, [told, why] { Q_EMIT told->requested(why); }, Qt::QueuedConnection);
}

// In a thread of its own; Windows ends the program when it returns from anything but Ctrl+C.
BOOL WINAPI onControl(DWORD event)
{
    if (!current && !asked)
        return FALSE;
    asked = true;
    const bool person = event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT;
    tell(person ? Interrupt::Why::Person : Interrupt::Why::SessionEnds);
    if (!person)
        ::Sleep(longestEndMs);
    return TRUE;
}

LRESULT CALLBACK onMessage(HWND window, UINT message, WPARAM first, LPARAM second)
{
    if (message != WM_ENDSESSION || !first || !current)
        return ::DefWindowProcW(window, message, first, second);
    tell(Interrupt::Why::SessionEnds);
    ::Sleep(longestEndMs); // Windows ends the program when this returns
    return 0;
}

// A program that uses user32.dll, as Qt does, hears of log-off and shutdown through a window only. This one
// is never shown.
void hearOfSessionEnd()
{
    WNDCLASSW kind{};
    kind.lpfnWndProc = onMessage;
    kind.hInstance = ::GetModuleHandleW(nullptr);
    kind.lpszClassName = L"BudstikkeSessionEnd";
    ::RegisterClassW(&kind);
    ::CreateWindowExW(0, kind.lpszClassName, L"Budstikke", 0, 0, 0, 0, 0, nullptr, nullptr, kind.hInstance,
                      nullptr);
    MSG message;
    while (::GetMessageW(&message, nullptr, 0, 0) > 0)
        ::DispatchMessageW(&message);
}

} // namespace

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    current = this;
    ::SetConsoleCtrlHandler(onControl, TRUE);
    // Once; it may be waiting in onMessage, so it ends with the process.
    [[maybe_unused]] static const bool hears = (std::thread(hearOfSessionEnd).detach(), true);
}

Interrupt::~Interrupt()
{
    if (!asked)
        ::SetConsoleCtrlHandler(onControl, FALSE);
    current = nullptr;
}

#else

namespace {
int pipeEnds[2] = {-1, -1};
volatile std::sig_atomic_t asked = 0; // once: what repeats it must not cut off the program's last words

// Only what is allowed in a signal handler: one byte into a pipe that the event loop watches.
void onSignal(int signal)
{
    asked = 1;
    const auto byte = static_cast<char>(signal);
    [[maybe_unused]] const auto written = ::write(pipeEnds[1], &byte, 1);
}
} // namespace

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    if (::pipe(pipeEnds) != 0)
        return;
    for (const int end : pipeEnds) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    auto *notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char signal = 0;
        if (::read(pipeEnds[0], &signal, 1) == 1)
            Q_EMIT requested(signal == SIGINT ? Why::Person : Why::SessionEnds);
    });
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    if (std::signal(SIGHUP, onSignal) == SIG_IGN) // nohup: to outlive its terminal
        std::signal(SIGHUP, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN); // who reads our output may leave; what runs goes on
}

Interrupt::~Interrupt()
{
    const auto afterwards = asked ? SIG_IGN : SIG_DFL;
    std::signal(SIGINT, afterwards);
    std::signal(SIGTERM, afterwards);
    if (std::signal(SIGHUP, afterwards) == SIG_IGN)
        std::signal(SIGHUP, SIG_IGN);
    for (int &end : pipeEnds) {
        ::close(end);
        end = -1;
    }
}

#endif

} // namespace programs
