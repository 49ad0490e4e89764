// SPDX-License-Identifier: GPL-3.0-or-later
// The calls that Qt does not offer: an orderly end of a connection, and of a large body.
#pragma once

#include <QtGlobal>

namespace http {

void endWriting(qintptr descriptor);     // the peer sees the end of the answer, and may still send
bool hasUnreadBytes(qintptr descriptor); // closing now would reset the connection
void giveBackFreedMemory();              // after a large body: glibc would keep its pages

} // namespace http
