// SPDX-License-Identifier: GPL-3.0-or-later
// The encodings of text files: their names, their letters, and which of them bytes seem to be in; pure.
#pragma once

#include "base/words.h"

#include <QByteArrayList>
#include <QList>
#include <QString>

#include <optional>

namespace listfiles {
using base::identifier;

enum class Encoding { Utf8, Windows1252, Utf16LE, Utf16BE, Cp850, MacRoman };
constexpr auto wordsOf(Encoding) // cli.md
{
    return base::Words<Encoding::MacRoman>(
        {"UTF-8", "Windows-1252", "UTF-16LE", "UTF-16BE", "CP850", "MacRoman"});
}

QList<Encoding> allEncodings();
// Knows those words and their usual aliases, in any case.
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
