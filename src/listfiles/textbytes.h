// SPDX-License-Identifier: GPL-3.0-or-later
// A text file's bytes with its encoding found, so that a parser can cut them at ASCII characters before
// it decodes the pieces.
#pragma once

#include "listfiles/encodings.h"
#include "listfiles/reader.h"

#include <QFile>
#include <QStringDecoder>

namespace listfiles {

// Without byte order marks and Ctrl-Z before its text: what is left where files were joined.
QByteArray withoutMarks(const QByteArray &bytes);

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
    // Whether pieces in UTF-8 and in another encoding have been given as text.
    bool mixed() const { return m_anyUtf8 && m_anyOther; }
    // Three lines by which a person can see whether the encoding was guessed right; none if it is no guess.
    QStringList samples() const;

private:
    base::Result<void> findEncoding(const QString &wanted);
    base::Result<bool> wholeIsUtf8();
    void sortLines(QByteArrayView bytes);
    base::Result<void> report(qint64 done) const;
    bool isUtf16() const { return m_encoding == Encoding::Utf16LE || m_encoding == Encoding::Utf16BE; }

    QFile m_file;
    ReadOptions m_options;
    Encoding m_encoding = Encoding::Utf8;
    bool m_doubtful = false;                 // a person says it is UTF-8, but not all of it is
    std::optional<Encoding> m_otherEncoding; // of pieces that are no UTF-8
    bool m_sawUtf8 = false;
    QByteArrayList m_otherLines;
    QByteArrayList m_samples;
    mutable bool m_anyUtf8 = false;
    mutable bool m_anyOther = false;
    qint64 m_start = 0; // after the byte order mark
    QStringDecoder m_utf16;
    QString m_highSurrogate; // whose other half is in the next chunk
    QByteArray m_decoded;    // of UTF-16, from m_given on not yet given
    qsizetype m_given = 0;
};

} // namespace listfiles
