// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/systemcalls.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace http {

void endWriting(qintptr descriptor)
{
#ifdef Q_OS_WIN
    ::shutdown(static_cast<SOCKET>(descriptor), SD_SEND);
#else
    ::shutdown(static_cast<int>(descriptor), SHUT_WR);
#endif
}

bool hasUnreadBytes(qintptr descriptor)
{
#ifdef Q_OS_WIN
    u_long waiting = 0; // Winsock has no MSG_DONTWAIT
    return ::ioctlsocket(static_cast<SOCKET>(descriptor), FIONREAD, &waiting) == 0 && waiting > 0;
#else
    char byte = 0;
    return ::recv(static_cast<int>(descriptor), &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
#endif
}

} // namespace http
