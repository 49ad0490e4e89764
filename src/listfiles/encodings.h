// SPDX-License-Identifier: GPL-3.0-or-later
// The encodings of text files: their names, their letters, and which of them bytes seem to be in; pure.
#pragma once

#include <QByteArrayList>
#include <QList>
#include <QString>

#include <optional>

namespace listfiles {

enum class Encoding { Utf8, Windows1252, Utf16LE, Utf16BE, Cp850, MacRoman };

QList<Encoding> allEncodings();
QString encodingName(Encoding encoding);
// Knows those names and their usual aliases, in any case.
std::optional<Encoding> encodingNamed(const QString &name);

bool isUtf8(QByteArrayView bytes);
bool isSingleByte(Encoding encoding);
QString decode(QByteArrayView bytes, Encoding encoding); // not of UTF-16

// Of lines that are no UTF-8.
struct SingleByteGuess
{
    Encoding encoding = Encoding::Windows1252;
    bool doubtful = true; // another fits about as well
};
SingleByteGuess guessSingleByte(const QByteArrayList &lines);

} // namespace listfiles
