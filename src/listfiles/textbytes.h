// SPDX-License-Identifier: GPL-3.0-or-later
// A text file's bytes with its encoding found, so that a parser can cut them at ASCII characters before
// it decodes the pieces.
#pragma once

#include "listfiles/reader.h"

#include <QFile>
#include <QStringDecoder>

namespace listfiles {

enum class Encoding { Utf8, Utf16LE, Utf16BE, Windows1252 };

QString encodingName(Encoding encoding);
// Knows the names above and their usual aliases, in any case.
std::optional<Encoding> encodingNamed(const QString &name);

bool isUtf8(QByteArrayView bytes);
QString fromUtf8OrWindows1252(QByteArrayView bytes, Encoding encoding);

class TextBytes
{
public:
    // Looks through the whole file: a byte that is no UTF-8 may stand in its last line.
    base::Result<void> open(const QString &path, const ReadOptions &options);

    // Up to size bytes without the byte order mark, those of UTF-16 as UTF-8; 0 at the end.
    base::Result<qint64> read(char *to, qint64 size);

    Encoding encoding() const { return m_encoding; }
    // Of a piece that read() gave.
    bool wellFormed(QByteArrayView piece) const { return !m_doubtful || isUtf8(piece); }
    QString text(QByteArrayView piece) const;

private:
    base::Result<void> findEncoding(const QString &wanted);
    base::Result<bool> wholeIsUtf8();
    base::Result<void> report(qint64 done) const;
    bool isUtf16() const { return m_encoding == Encoding::Utf16LE || m_encoding == Encoding::Utf16BE; }

    QFile m_file;
    ReadOptions m_options;
    Encoding m_encoding = Encoding::Utf8;
    bool m_doubtful = false; // said to be UTF-8, but not all of it is
    qint64 m_start = 0;      // after the byte order mark
    QStringDecoder m_utf16;
    QString m_highSurrogate; // whose other half is in the next chunk
    QByteArray m_decoded;    // of UTF-16, from m_given on not yet given
    qsizetype m_given = 0;
};

} // namespace listfiles
