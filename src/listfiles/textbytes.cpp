// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/textbytes.h"

#include <algorithm>
#include <array>
#include <cstring>

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace listfiles {
namespace {

constexpr qint64 kChunk = 256 * 1024;

// What Windows-1252 has at 0x80 to 0x9F; its five gaps stay control characters, as browsers read them.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

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

QString encodingName(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8:
        return u"UTF-8"_s;
    case Encoding::Utf16LE:
        return u"UTF-16LE"_s;
    case Encoding::Utf16BE:
        return u"UTF-16BE"_s;
    case Encoding::Windows1252:
        break;
    }
    return u"Windows-1252"_s;
}

std::optional<Encoding> encodingNamed(const QString &name)
{
    const QString plain = name.toLower().remove(u'-').remove(u'_').remove(u' ');
    if (plain == "utf8"_L1 || plain == "usascii"_L1)
        return Encoding::Utf8;
    if (plain == "utf16le"_L1 || plain == "utf16"_L1)
        return Encoding::Utf16LE;
    if (plain == "utf16be"_L1)
        return Encoding::Utf16BE;
    if (plain == "windows1252"_L1 || plain == "cp1252"_L1 || plain == "iso88591"_L1 || plain == "latin1"_L1)
        return Encoding::Windows1252;
    return {};
}

bool isUtf8(QByteArrayView bytes)
{
    return QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8();
}

QString fromUtf8OrWindows1252(QByteArrayView bytes, Encoding encoding)
{
    if (encoding != Encoding::Windows1252)
        return QString::fromUtf8(bytes);
    QString out = QString::fromLatin1(bytes);
    const auto special = [](char byte) { return (static_cast<uchar>(byte) & 0xE0) == 0x80; };
    if (std::any_of(bytes.begin(), bytes.end(), special)) {
        for (QChar &c : out) {
            if ((c.unicode() & 0xFFE0) == 0x80)
                c = QChar(kWindows1252[c.unicode() - 0x80]);
        }
    }
    return out;
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
    if (!*valid && !known)
        m_encoding = Encoding::Windows1252;
    m_doubtful = !*valid && known;
    return {};
}

base::Result<bool> TextBytes::wholeIsUtf8()
{
    m_file.seek(0);
    QByteArray chunk(kChunk, Qt::Uninitialized);
    qsizetype kept = 0;
    for (;;) {
        if (const auto go = report(0); !go)
            return go.error();
        const qint64 got = m_file.read(chunk.data() + kept, chunk.size() - kept);
        if (got < 0)
            return base::Error{ErrorCode::FileUnreadable, m_file.errorString(), {}};
        if (got == 0)
            return kept == 0;
        const QByteArrayView bytes(chunk.constData(), kept + got);
        const qsizetype open = openEnd(bytes);
        if (!isUtf8(bytes.chopped(open)))
            return false;
        std::memmove(chunk.data(), bytes.data() + bytes.size() - open, size_t(open));
        kept = open;
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
        const QByteArray raw = m_file.read(kChunk);
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
    return fromUtf8OrWindows1252(piece, m_encoding);
}

} // namespace listfiles
