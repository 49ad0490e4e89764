// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/textbytes.h"

#include <algorithm>
#include <array>
#include <cstring>

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace listfiles {
namespace {

constexpr qint64 chunkBytes = 256 * 1024;
constexpr qsizetype sampleLines = 500;

// How many bytes at the end may be the start of a character that the next chunk ends.
qsizetype openEnd(QByteArrayView bytes)
{
    for (qsizetype back = 1; back <= 3 && back <= bytes.size(); ++back) {
        const auto byte = static_cast<uchar>(bytes[bytes.size() - back]);
        if (byte < 0x80)
            return 0;
        if (byte >= 0xC0)
            return byte >= (back == 1 ? 0xC0 : back == 2 ? 0xE0 : 0xF0) ? back : 0;
    }
    return 0;
}

// Text in UTF-16 without a mark: the high byte of most of its units is zero, the low byte hardly ever.
std::optional<Encoding> unmarkedUtf16(QByteArrayView head)
{
    const qsizetype units = head.size() / 2;
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i + 1 < head.size(); i += 2) {
        even += head[i] == '\0' ? 1 : 0;
        odd += head[i + 1] == '\0' ? 1 : 0;
    }
    if (odd * 4 > units && even * 8 < odd)
        return Encoding::Utf16LE;
    if (even * 4 > units && odd * 8 < even)
        return Encoding::Utf16BE;
    return {};
}

} // namespace

QByteArray withoutMarks(const QByteArray &bytes)
{
    qsizetype at = 0;
    for (;;) {
        if (bytes.mid(at, 3) == "\xEF\xBB\xBF")
            at += 3;
        else if (at < bytes.size() &&
                 (bytes.at(at) == '\x1A' || bytes.at(at) == '\n' || bytes.at(at) == '\r'))
            ++at;
        else
            return bytes.mid(at);
    }
}

base::Result<void> TextBytes::open(const QString &path, const ReadOptions &options)
{
    m_options = options;
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return base::Error{ErrorCode::FileUnreadable, m_file.errorString(), {}};
    if (const auto found = findEncoding(options.encoding); !found)
        return found;
    if (isUtf16()) {
        if ((m_file.size() - m_start) % 2 != 0)
            return base::Error{ErrorCode::FileUnreadable, u"truncated UTF-16"_s, {}};
        m_utf16 = QStringDecoder(m_encoding == Encoding::Utf16LE ? QStringDecoder::Utf16LE
                                                                 : QStringDecoder::Utf16BE);
    }
    m_file.seek(m_start);
    return {};
}

base::Result<void> TextBytes::findEncoding(const QString &wanted)
{
    const QByteArray head = m_file.read(64 * 1024);
    std::optional<Encoding> marked;
    if (head.startsWith("\xEF\xBB\xBF")) {
        marked = Encoding::Utf8;
        m_start = 3;
    } else if (head.startsWith("\xFF\xFE")) {
        marked = Encoding::Utf16LE;
        m_start = 2;
    } else if (head.startsWith("\xFE\xFF")) {
        marked = Encoding::Utf16BE;
        m_start = 2;
    }
    std::optional<Encoding> named;
    if (!wanted.isEmpty()) {
        named = encodingNamed(wanted);
        if (!named)
            return base::Error{ErrorCode::FileUnreadable, u"unknown encoding "_s + wanted, u"encoding"_s};
    }
    const std::optional<Encoding> known = named ? named : marked ? marked : unmarkedUtf16(head);
    m_encoding = known.value_or(Encoding::Utf8);
    if (marked && isUtf16() && *marked != Encoding::Utf8)
        m_encoding = *marked; // a mark knows the order of the bytes
    if (marked && m_encoding != *marked)
        m_start = 0;
    if (m_encoding != Encoding::Utf8)
        return report(0);
    const auto valid = wholeIsUtf8();
    if (!valid)
        return valid.error();
    m_doubtful = !*valid && named;
    if (!*valid && !named) {
        // Rows of another encoding among those of UTF-8 are read as what they are.
        const SingleByteGuess guess = guessSingleByte(m_otherLines);
        m_otherEncoding = guess.encoding;
        if (!marked && !m_sawUtf8) {
            m_encoding = guess.encoding;
            if (guess.doubtful)
                m_samples = m_otherLines.mid(0, 3);
        }
    }
    return {};
}

// Looks through the file; where it is not all UTF-8, what is not and whether any of it is stand in
// m_otherLines and m_sawUtf8, from as many lines as it takes to tell.
base::Result<bool> TextBytes::wholeIsUtf8()
{
    m_file.seek(0);
    QByteArray chunk(chunkBytes, Qt::Uninitialized);
    qsizetype kept = 0;
    for (;;) {
        if (const auto go = report(0); !go)
            return go.error();
        const qint64 got = m_file.read(chunk.data() + kept, chunk.size() - kept);
        if (got < 0)
            return base::Error{ErrorCode::FileUnreadable, m_file.errorString(), {}};
        const QByteArrayView bytes(chunk.constData(), kept + got);
        if (got == 0 && kept == 0)
            return true;
        const qsizetype open = got == 0 ? 0 : openEnd(bytes);
        if (!isUtf8(bytes.chopped(open))) {
            sortLines(bytes);
            return false;
        }
        m_sawUtf8 =
            m_sawUtf8 || std::any_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; });
        if (got == 0)
            return true;
        std::memmove(chunk.data(), bytes.data() + bytes.size() - open, size_t(open));
        kept = open;
    }
}

void TextBytes::sortLines(QByteArrayView bytes)
{
    for (qsizetype start = 0; start < bytes.size() && m_otherLines.size() < sampleLines;) {
        qsizetype end = start;
        while (end < bytes.size() && bytes[end] != '\n' && bytes[end] != '\r')
            ++end;
        const QByteArrayView line = bytes.sliced(start, end - start);
        if (!isUtf8(line))
            m_otherLines.append(line.toByteArray().left(200));
        else
            m_sawUtf8 =
                m_sawUtf8 || std::any_of(line.begin(), line.end(), [](char c) { return (c & 0x80) != 0; });
        start = end + 1;
    }
}

base::Result<void> TextBytes::report(qint64 done) const
{
    if (m_options.progress && !m_options.progress(done, m_file.size()))
        return base::Error{ErrorCode::Cancelled, {}, {}};
    return {};
}

base::Result<qint64> TextBytes::read(char *to, qint64 size)
{
    if (const auto go = report(m_file.pos()); !go)
        return go.error();
    if (!isUtf16()) {
        const qint64 got = m_file.read(to, size);
        if (got < 0)
            return base::Error{ErrorCode::FileUnreadable, m_file.errorString(), {}};
        return got;
    }
    while (m_given == m_decoded.size()) {
        const QByteArray raw = m_file.read(chunkBytes);
        if (raw.isEmpty() && m_highSurrogate.isEmpty())
            return qint64(0);
        QString units = m_highSurrogate + QString(m_utf16(raw));
        m_highSurrogate.clear();
        if (!raw.isEmpty() && !units.isEmpty() && units.back().isHighSurrogate()) {
            m_highSurrogate = units.back();
            units.chop(1);
        }
        if (!units.isValidUtf16())
            return base::Error{ErrorCode::FileUnreadable, u"not valid UTF-16"_s, {}};
        m_decoded = units.toUtf8();
        m_given = 0;
    }
    const qsizetype count = std::min(qsizetype(size), m_decoded.size() - m_given);
    std::memcpy(to, m_decoded.constData() + m_given, size_t(count));
    m_given += count;
    return qint64(count);
}

QString TextBytes::text(QByteArrayView piece) const
{
    if (!m_otherEncoding)
        return decode(piece, m_encoding);
    uchar all = 0;
    for (const char c : piece)
        all |= static_cast<uchar>(c);
    if (all < 0x80)
        return QString::fromLatin1(piece);
    const bool utf8 = isUtf8(piece);
    (utf8 ? m_anyUtf8 : m_anyOther) = true;
    return decode(piece, utf8 ? Encoding::Utf8 : *m_otherEncoding);
}

QStringList TextBytes::samples() const
{
    QStringList out;
    for (const QByteArray &line : m_samples)
        out.append(decode(line, m_encoding));
    return out;
}

} // namespace listfiles
