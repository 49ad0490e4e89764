// SPDX-License-Identifier: GPL-3.0-or-later
// A list file made from bytes, and a second reading of CSV that is slow and plain: the whole text at once,
// character by character. What the reader gives must be the same.
#pragma once

#include "listfiles/reader.h"

#include <algorithm>

namespace plainlist {

// A table's cells from any bytes: their values decide how many there are and what stands in them.
class Generated
{
public:
    explicit Generated(QByteArrayView bytes)
        : m_bytes(bytes)
    {
        separator = QStringLiteral(";,\t|").at(next() % 4);
        const int columns = 1 + next() % 5;
        while (m_at < m_bytes.size() && rows.size() < 300) {
            QStringList cells;
            for (int i = 0; i < columns; ++i)
                cells.append(cell());
            rows.append(cells << QStringLiteral("x")); // so that no row is one cell in quotes
        }
    }

    // As spreadsheets write it; line ends of each kind.
    QString text() const
    {
        QString out;
        for (const QStringList &cells : rows) {
            for (qsizetype i = 0; i < cells.size(); ++i) {
                out += i > 0 ? QString(separator) : QString();
                out += quoted(cells.at(i));
            }
            out += rows.size() % 3 == 0   ? QStringLiteral("\r\n")
                   : rows.size() % 3 == 1 ? QStringLiteral("\n")
                                          : QStringLiteral("\r");
        }
        return out;
    }

    QChar separator;
    QList<QStringList> rows;

private:
    uchar next() { return m_at < m_bytes.size() ? static_cast<uchar>(m_bytes[m_at++]) : uchar(0); }

    QString cell()
    {
        static const QString letters = QStringLiteral("abæøåÅé 0199+-.;,|\t\"\n\r€😀");
        QString out;
        for (int left = next() % 7; left > 0; --left) {
            const qsizetype at = next() % letters.size();
            if (letters.at(at).isLowSurrogate())
                continue;
            out += letters.at(at);
            if (letters.at(at).isHighSurrogate())
                out += letters.at(at + 1);
        }
        return out;
    }

    QString quoted(const QString &cell) const
    {
        const bool plain = std::none_of(cell.begin(), cell.end(), [this](QChar c) {
            return c == separator || c == u'"' || c == u'\n' || c == u'\r';
        });
        return plain ? cell
                     : u'"' + QString(cell).replace(QStringLiteral("\""), QStringLiteral("\"\"")) + u'"';
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
};

inline bool isBlank(const QString &cell)
{
    return std::all_of(cell.begin(), cell.end(), [](QChar c) { return c.isSpace(); });
}

// "1: a|b" for each row that is not blank, without a header.
inline QStringList read(const QString &text, QChar separator)
{
    QList<QStringList> table{{QString()}};
    bool quoted = false;
    bool started = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        QString &cell = table.last().last();
        if (quoted && c == u'"' && i + 1 < text.size() && text.at(i + 1) == u'"') {
            cell += text.at(++i);
        } else if (quoted && c == u'"') {
            quoted = false;
        } else if (quoted) {
            cell += c;
        } else if (c == u'"' && !started) {
            quoted = true;
            started = true;
        } else if (c == separator) {
            table.last().append(QString());
            started = false;
        } else if (c == u'\r' || c == u'\n') {
            if (c == u'\r' && i + 1 < text.size() && text.at(i + 1) == u'\n')
                ++i;
            table.append(QStringList{QString()});
            started = false;
        } else {
            cell += c;
            started = true;
        }
    }
    qsizetype width = 0;
    QList<std::pair<int, QStringList>> kept;
    for (int row = 0; row < table.size(); ++row) {
        QStringList cells = table.at(row);
        while (!cells.isEmpty() && isBlank(cells.constLast()))
            cells.removeLast();
        if (cells.isEmpty())
            continue;
        kept.append({row + 1, cells});
        if (kept.size() <= 100) // those that the reader looks at before it gives the first
            width = std::max(width, cells.size());
    }
    QStringList out;
    for (auto &[number, cells] : kept) {
        if (cells.size() < width)
            cells.resize(width);
        out.append(QString::number(number) + QStringLiteral(": ") + cells.join(u'|'));
    }
    return out;
}

// The same from the program's reader.
inline QStringList readByReader(const QString &path, QChar separator)
{
    listfiles::ReadOptions options;
    options.separator = separator;
    options.headerRow = 0;
    QStringList out;
    const auto read = listfiles::read(
        path, options, [](const listfiles::Header &) { return true; },
        [&out](listfiles::Row &&row) {
            out.append(QString::number(row.number) + QStringLiteral(": ") + row.cells.join(u'|'));
            return true;
        });
    if (!read && read.error().detail != QLatin1String("empty"))
        return {read.error().detail};
    return out;
}

} // namespace plainlist
