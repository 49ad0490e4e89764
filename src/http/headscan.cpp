// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/headscan.h"

namespace http {

HeadScan::HeadScan(const Limits &limits, Kind kind)
    : m_limits(limits)
    , m_requestLine(kind == Kind::Head)
{
}

HeadScan::Verdict HeadScan::take(QByteArrayView bytes, qsizetype &taken)
{
    taken = 0;
    for (const char byte : bytes) {
        ++taken;
        m_status = refusal(byte);
        if (m_status != 0)
            return Verdict::Refused;
        if (m_end)
            return Verdict::End;
        m_previous = byte;
    }
    return Verdict::More;
}

// Judged per byte, so that the verdict is the same however the bytes were cut on their way.
int HeadScan::refusal(char byte)
{
    if (++m_total > m_limits.head)
        return 431;
    if (m_previous == '\r' && byte != '\n')
        return 400;
    if (byte == '\r')
        return 0;
    if (byte == '\n') {
        if (m_previous != '\r')
            return 400;
        if (m_requestLine) {
            if (m_blanks != 2) // method, target, version
                return 400;
            m_requestLine = false;
        } else if (m_column == 0) {
            m_end = true;
        } else if (!m_colonSeen) {
            return 400;
        } else if (++m_fields > m_limits.headerFields) {
            return 431;
        }
        m_column = 0;
        m_colonSeen = false;
        return 0;
    }
    const bool blank = byte == ' ' || byte == '\t';
    const auto code = static_cast<unsigned char>(byte);
    if ((code < 0x20 && byte != '\t') || code == 0x7f)
        return 400;
    ++m_column;
    if (m_requestLine) {
        if (blank && (byte == '\t' || m_column == 1 || m_previous == ' ')) // single spaces part the line
            return 400;
        m_blanks += blank ? 1 : 0;
        return m_column > m_limits.requestLine ? 414 : 0;
    }
    if (!m_colonSeen) {
        if (blank || (byte == ':' && m_column == 1)) // folded, space before the colon, no name
            return 400;
        m_colonSeen = byte == ':';
    }
    return 0;
}

} // namespace http
