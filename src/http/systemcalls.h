// SPDX-License-Identifier: GPL-3.0-or-later
// The calls on a socket that Qt does not offer and an orderly end needs.
#pragma once

#include <QtGlobal>

namespace http {

void endWriting(qintptr descriptor);     // the peer sees the end of the answer, and may still send
bool hasUnreadBytes(qintptr descriptor); // closing now would reset the connection

} // namespace http
