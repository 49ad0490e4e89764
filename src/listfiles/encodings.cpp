// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/encodings.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace listfiles {
namespace {

using HighHalf = std::u16string_view; // of 0x80 to 0xFF

constexpr HighHalf cp850 = u"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ"
                           "áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
                           "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀"
                           "ÓßÔÒõÕµþÞÚÛÙýÝ\u00AF\u00B4\u00AD±‗¾¶§÷\u00B8°\u00A8·¹³²■\u00A0";
static_assert(cp850.size() == 128);

constexpr HighHalf macRoman =
    u"ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü"
    "†°¢£§•¶ß®©™\u00B4\u00A8≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
    "¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›\uFB01\uFB02"
    "‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙı\u02C6\u02DC\u00AF\u02D8\u02D9\u02DA\u00B8\u02DD\u02DB\u02C7";
static_assert(macRoman.size() == 128);

// What Windows-1252 has at 0x80 to 0x9F; its five gaps stay control characters, as browsers read them.
constexpr std::array<char16_t, 32> windows1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

QChar decoded(char byte, Encoding encoding)
{
    const auto value = static_cast<char16_t>(static_cast<uchar>(byte));
    if (value < 0x80)
        return QChar(value);
    if (encoding == Encoding::Cp850)
        return QChar(cp850[value - 0x80]);
    if (encoding == Encoding::MacRoman)
        return QChar(macRoman[value - 0x80]);
    return value < 0xA0 ? QChar(windows1252[value - 0x80]) : QChar(value);
}

// How well a character goes with those around it, as Norwegian names and words are written.
int fitness(QChar before, QChar c, QChar after)
{
    const bool inWord = before.isLetter() && after.isLetter();
    const bool atWord = before.isLetter() || after.isLetter();
    if (c.isLetter()) {
        if (c.isUpper() && before.isLower())
            return -2; // a capital in the middle of a word
        if (!atWord && (before.isDigit() || after.isDigit() || !u"æøåÆØÅ"_s.contains(c)))
            return -1;
        return u"æøåÆØÅ"_s.contains(c)                 ? 4
               : u"äöüéÄÖÜÉ"_s.contains(c)             ? 2
               : u"èêëóòôáàâíñçšžčćñßðþ"_s.contains(c) ? 1
                                                       : 0;
    }
    if (c.unicode() < 0xA0 || (c.unicode() >= 0x2500 && c.unicode() < 0x25FF))
        return -4; // control characters and frames
    if (u"’'´`"_s.contains(c))
        return 0;
    if (inWord)
        return -3;
    if (c == QChar::Nbsp) // between a number's digits, or where somebody has copied from a page
        return before.isDigit() || after.isDigit() ? 2 : 0;
    if (u"–—“”‘«»…€"_s.contains(c))
        return 1;
    return c.unicode() <= 0xFF || u"•™"_s.contains(c) ? 0 : -1; // daggers and signs of mathematics
}

int fitness(const QByteArrayList &lines, Encoding encoding)
{
    int sum = 0;
    for (const QByteArray &line : lines) {
        for (qsizetype i = 0; i < line.size(); ++i) {
            if (static_cast<uchar>(line.at(i)) < 0x80)
                continue;
            const QChar before = i > 0 ? decoded(line.at(i - 1), encoding) : QChar(u' ');
            const QChar after = i + 1 < line.size() ? decoded(line.at(i + 1), encoding) : QChar(u' ');
            sum += fitness(before, decoded(line.at(i), encoding), after);
        }
    }
    return sum;
}

} // namespace

QList<Encoding> allEncodings()
{
    return {Encoding::Utf8,    Encoding::Windows1252, Encoding::Utf16LE,
            Encoding::Utf16BE, Encoding::Cp850,       Encoding::MacRoman};
}

std::optional<Encoding> encodingNamed(const QString &name)
{
    static const QHash<QString, Encoding> names{{u"utf8"_s, Encoding::Utf8},
                                                {u"utf8sig"_s, Encoding::Utf8},
                                                {u"usascii"_s, Encoding::Utf8},
                                                {u"ascii"_s, Encoding::Utf8},
                                                {u"utf16le"_s, Encoding::Utf16LE},
                                                {u"utf16"_s, Encoding::Utf16LE},
                                                {u"utf16be"_s, Encoding::Utf16BE},
                                                {u"windows1252"_s, Encoding::Windows1252},
                                                {u"cp1252"_s, Encoding::Windows1252},
                                                {u"ansi"_s, Encoding::Windows1252},
                                                {u"iso88591"_s, Encoding::Windows1252},
                                                {u"latin1"_s, Encoding::Windows1252},
                                                {u"cp850"_s, Encoding::Cp850},
                                                {u"ibm850"_s, Encoding::Cp850},
                                                {u"850"_s, Encoding::Cp850},
                                                {u"macroman"_s, Encoding::MacRoman},
                                                {u"macintosh"_s, Encoding::MacRoman},
                                                {u"mac"_s, Encoding::MacRoman},
                                                {u"xmacroman"_s, Encoding::MacRoman}};
    const auto found = names.constFind(name.toLower().remove(u'-').remove(u'_').remove(u' '));
    return found == names.constEnd() ? std::nullopt : std::optional(*found);
}

bool isUtf8(QByteArrayView bytes)
{
    return QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8();
}

bool isSingleByte(Encoding encoding)
{
    return encoding == Encoding::Windows1252 || encoding == Encoding::Cp850 || encoding == Encoding::MacRoman;
}

QString decode(QByteArrayView bytes, Encoding encoding)
{
    if (!isSingleByte(encoding))
        return QString::fromUtf8(bytes);
    QString out = QString::fromLatin1(bytes);
    const auto differs = [encoding](char byte) {
        return static_cast<uchar>(byte) >= 0x80 &&
               (encoding != Encoding::Windows1252 || static_cast<uchar>(byte) < 0xA0);
    };
    if (std::any_of(bytes.begin(), bytes.end(), differs)) {
        for (QChar &c : out)
            c = decoded(static_cast<char>(c.unicode()), encoding);
    }
    return out;
}

SingleByteGuess guessSingleByte(const QByteArrayList &lines)
{
    SingleByteGuess best;
    int most = fitness(lines, Encoding::Windows1252);
    int second = -1000000;
    for (const Encoding encoding : {Encoding::Cp850, Encoding::MacRoman}) {
        const int found = fitness(lines, encoding);
        if (found > most) {
            second = most;
            most = found;
            best.encoding = encoding;
        } else {
            second = std::max(second, found);
        }
    }
    best.doubtful = most <= 0 || most - second < 2;
    return best;
}

} // namespace listfiles
