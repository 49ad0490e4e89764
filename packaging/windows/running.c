// SPDX-License-Identifier: GPL-3.0-or-later
// Asked by the MSI before it touches anything: ends with 1 while one of the programs runs, of whatever user. By then
// Windows' Restart Manager has closed what could be closed. The file itself tells nothing: a running program's may not be
// opened for writing, nor may any other below Program Files.
#include <windows.h>

#include <tlhelp32.h>

static const WCHAR *const programs[] = {L"budstikke.exe", L"budstikke-cli.exe", L"budstikke-simulator.exe"};

int WINAPI wWinMain(HINSTANCE instance, HINSTANCE previous, PWSTR line, int show)
{
    (void)instance, (void)previous, (void)line, (void)show;
    const HANDLE all = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    if (all == INVALID_HANDLE_VALUE)
        return 0; // it cannot be known
    PROCESSENTRY32W one;
    one.dwSize = sizeof one;
    for (BOOL there = Process32FirstW(all, &one); there; there = Process32NextW(all, &one)) {
        for (int i = 0; i < 3; ++i) {
            if (lstrcmpiW(one.szExeFile, programs[i]) == 0)
                return 1;
        }
    }
    return 0;
}
