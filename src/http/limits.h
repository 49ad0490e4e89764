// SPDX-License-Identifier: GPL-3.0-or-later
// How much a peer may send and how long it may take (design: reliability, "Receiver").
#pragma once

#include <QtGlobal>

namespace http {

struct Limits
{
    int connections = 64;
    qsizetype requestLine = 8 * 1024; // bytes
    qsizetype head = 16 * 1024;       // bytes, request line included
    int headerFields = 64;
    qsizetype body = 16 * 1024 * 1024; // bytes, after chunked decoding
    int tlsHandshakeMs = 5000;
    int headMs = 10000;
    int bodyMs = 30000;
    int allMs = 45000;
    int handlerMs = 5000; // from the whole request until 503 is answered
    int graceMs = 50;     // how long at least each may try before it makes room when all places are taken
    int lingerMs = 5000;  // reading on after an early answer, so that it arrives
    // A body is read up to smallBody at once; for more it waits until all such bodies together stay
    // within largeBodies, so that memory is bounded.
    qsizetype smallBody = 256 * 1024;
    qsizetype largeBodies = 20 * 1024 * 1024;
};

} // namespace http
