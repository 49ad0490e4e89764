// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the lines of a request's head (or of its trailers) byte by byte and refuses, before any
// parser sees them, the forms that two parsers could read differently.
#pragma once

#include "http/limits.h"

#include <QByteArrayView>

namespace http {

class HeadScan
{
public:
    enum class Kind { Head, Trailers };
    enum class Verdict { More, End, Refused };

    HeadScan(const Limits &limits, Kind kind);

    // Takes bytes up to and including the empty line that ends the head; `taken` is how many.
    Verdict take(QByteArrayView bytes, qsizetype &taken);
    int status() const { return m_status; } // 400, 414 or 431 once refused

private:
    int refusal(char byte);

    const Limits m_limits;
    qsizetype m_total = 0;
    qsizetype m_column = 0;
    int m_blanks = 0; // in the request line
    int m_fields = 0;
    int m_status = 0;
    bool m_requestLine;
    bool m_colonSeen = false;
    bool m_end = false;
    char m_previous = '\0';
};

} // namespace http
