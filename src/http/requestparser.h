// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes to one request, piece by piece and without a socket: llhttp reads, and what could be read in
// two ways is refused (design: reliability, "Receiver").
#pragma once

#include "http/limits.h"
#include "http/message.h"

#include <memory>

namespace http {

class RequestParser final
{
public:
    enum class Progress { NeedMore, HeadComplete, Complete, Failed };

    explicit RequestParser(const Limits &limits);
    ~RequestParser();
    RequestParser(const RequestParser &) = delete;
    RequestParser &operator=(const RequestParser &) = delete;

    // HeadComplete is told once, before any byte of the body is looked at; what followed the head in
    // the same piece is kept, and feed({}) goes on with it. The verdict does not depend on how the
    // bytes were cut. After Complete and Failed further bytes change nothing.
    Progress feed(QByteArrayView bytes);

    int errorStatus() const; // 400, 413, 414, 415, 417, 431, 501 or 505 once Failed
    bool expectsContinue() const;
    bool surplus() const;               // bytes came after the request: they are never read as another one
    qsizetype bodySize() const;         // bytes decoded so far
    qsizetype greatestBodySize() const; // after the head: the length it gives, or the limit for chunks

    const Request &request() const;
    void setPeer(const QHostAddress &peer);
    Request takeRequest();

private:
    struct Machine;
    std::unique_ptr<Machine> m_machine;
};

} // namespace http
