// SPDX-License-Identifier: GPL-3.0-or-later
#include "smstext/repair.h"

#include "smstext/gsmalphabet.h"

#include <algorithm>

namespace smstext {

namespace {

// The code points first to last become `text`; empty: they are invisible and go.
struct Equivalent
{
    char16_t first;
    char16_t last;
    const char16_t *text;
};

// Sorted by first.
constexpr Equivalent equivalents[] = {
    {0x0009, 0x0009, u" "},   // tab
    {0x000B, 0x000B, u"\n"},  // a word processor's soft line break
    {0x0060, 0x0060, u"'"},   // grave accent as a quote
    {0x0085, 0x0085, u"\n"},  // next line
    {0x00A0, 0x00A0, u" "},   // no-break space
    {0x00A6, 0x00A6, u"|"},   // broken bar
    {0x00AB, 0x00AB, u"\""},  // «
    {0x00AD, 0x00AD, u""},    // soft hyphen
    {0x00B4, 0x00B4, u"'"},   // acute accent as a quote
    {0x00B7, 0x00B7, u"."},   // middle dot
    {0x00BB, 0x00BB, u"\""},  // »
    {0x00D7, 0x00D7, u"x"},   // multiplication sign
    {0x02B9, 0x02B9, u"'"},   // modifier prime
    {0x02BA, 0x02BA, u"\""},  // modifier double prime
    {0x02BB, 0x02BD, u"'"},   // modifier commas
    {0x02C6, 0x02C6, u"^"},   // modifier circumflex
    {0x02C8, 0x02C8, u"'"},   // modifier vertical line
    {0x02DC, 0x02DC, u"~"},   // small tilde
    {0x1680, 0x1680, u" "},   // Ogham space
    {0x180E, 0x180E, u""},    // Mongolian vowel separator
    {0x2000, 0x200A, u" "},   // quads, em, en, thin, hair, figure spaces
    {0x200B, 0x200B, u""},    // zero-width space
    {0x200E, 0x200F, u""},    // direction marks
    {0x2010, 0x2015, u"-"},   // hyphens and dashes
    {0x2018, 0x201B, u"'"},   // single quotes, high and low
    {0x201C, 0x201F, u"\""},  // double quotes, high and low
    {0x2022, 0x2023, u"-"},   // bullets
    {0x2024, 0x2024, u"."},   // one dot leader
    {0x2025, 0x2025, u".."},  // two dot leader
    {0x2026, 0x2026, u"..."}, // ellipsis
    {0x2028, 0x2029, u"\n"},  // line and paragraph separators
    {0x202A, 0x202E, u""},    // direction embeddings
    {0x202F, 0x202F, u" "},   // narrow no-break space
    {0x2032, 0x2032, u"'"},   // prime
    {0x2033, 0x2033, u"\""},  // double prime
    {0x2034, 0x2034, u"'''"}, // triple prime
    {0x2035, 0x2035, u"'"},   // reversed prime
    {0x2036, 0x2036, u"\""},  // reversed double prime
    {0x2039, 0x203A, u"'"},   // ‹ ›
    {0x203C, 0x203C, u"!!"},  // double exclamation mark
    {0x2043, 0x2043, u"-"},   // hyphen bullet
    {0x2044, 0x2044, u"/"},   // fraction slash
    {0x2047, 0x2047, u"??"},  // double question mark
    {0x2048, 0x2048, u"?!"},  // question exclamation mark
    {0x2049, 0x2049, u"!?"},  // exclamation question mark
    {0x205F, 0x205F, u" "},   // mathematical space
    {0x2060, 0x2064, u""},    // word joiner, invisible operators
    {0x2066, 0x206F, u""},    // direction isolates
    {0x2206, 0x2206, u"Δ"},   // increment
    {0x2212, 0x2212, u"-"},   // minus
    {0x2215, 0x2215, u"/"},   // division slash
    {0x2216, 0x2216, u"\\"},  // set minus
    {0x2217, 0x2217, u"*"},   // asterisk operator
    {0x2219, 0x2219, u"."},   // bullet operator
    {0x2223, 0x2223, u"|"},   // divides
    {0x2236, 0x2236, u":"},   // ratio
    {0x223C, 0x223C, u"~"},   // tilde operator
    {0x22C5, 0x22C5, u"."},   // dot operator
    {0x25AA, 0x25AA, u"-"},   // square bullet
    {0x25CF, 0x25CF, u"-"},   // round bullet
    {0x25E6, 0x25E6, u"-"},   // open bullet
    {0x275B, 0x275C, u"'"},   // ornamental quotes
    {0x275D, 0x275E, u"\""},  // ornamental double quotes
    {0x2E3A, 0x2E3B, u"--"},  // two-em and three-em dashes
    {0x3000, 0x3000, u" "},   // ideographic space
    {0x301D, 0x301F, u"\""},  // ideographic double quotes
    {0xFB00, 0xFB00, u"ff"},  // ligatures
    {0xFB01, 0xFB01, u"fi"},  {0xFB02, 0xFB02, u"fl"}, {0xFB03, 0xFB03, u"ffi"},
    {0xFB04, 0xFB04, u"ffl"}, {0xFB05, 0xFB06, u"st"}, {0xFE58, 0xFE58, u"-"}, // small dashes
    {0xFE63, 0xFE63, u"-"},   {0xFEFF, 0xFEFF, u""},                           // byte order mark
};

// Full-width forms of ASCII, as Asian input methods type them.
constexpr char16_t fullWidthFirst = 0xFF01;
constexpr char16_t fullWidthLast = 0xFF5E;
constexpr char16_t fullWidthOffset = 0xFEE0;

template <size_t count>
const char16_t *equivalentOf(char16_t c, const Equivalent (&table)[count])
{
    const auto next = std::upper_bound(std::begin(table), std::end(table), c,
                                       [](char16_t value, const Equivalent &e) { return value < e.first; });
    if (next == std::begin(table))
        return nullptr;
    const Equivalent &found = *std::prev(next);
    return c <= found.last ? found.text : nullptr;
}

// Replaces what the table knows and full-width forms.
QString withEquivalents(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (QChar c : text) {
        if (c.unicode() >= fullWidthFirst && c.unicode() <= fullWidthLast)
            c = QChar(c.unicode() - fullWidthOffset);
        if (const char16_t *equivalent =
                isGsm(c.unicode()) ? nullptr : equivalentOf(c.unicode(), equivalents))
            result.append(QStringView(equivalent));
        else
            result.append(c);
    }
    return result;
}

bool isAccent(QChar c)
{
    return c.unicode() >= 0x0300 && c.category() == QChar::Mark_NonSpacing;
}

// What joins or shapes its neighbours and shows nothing itself: an emoji needs it, plain text does not.
bool isJoiner(char32_t c)
{
    return c == 0x200C || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F);
}

// Joins a letter and its loose accents, as in file names and lists from a Mac, where GSM has the whole.
QString withComposedLetters(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const CodePoint point = codePointAt(text, at);
        qsizetype end = at + point.length;
        while (end < text.size() && isAccent(text[end]) && !isJoiner(text[end].unicode()))
            ++end;
        const QString cluster = text.mid(at, end - at);
        const bool plain = end == at + 1 && isGsm(point.value);
        const QString whole = plain ? cluster : cluster.normalized(QString::NormalizationForm_C);
        result.append(whole.size() == 1 && isGsm(whole[0].unicode()) ? whole : cluster);
        at = end;
    }
    return result;
}

// Drops joiners whose neighbours are all in GSM: they have nothing to join.
QString withoutIdleJoiners(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at;
        while (end < text.size() && isJoiner(text[end].unicode()))
            ++end;
        if (end == at) {
            result.append(text[at++]);
            continue;
        }
        // Half of a surrogate pair is as far outside GSM as the pair.
        const bool needed =
            (at > 0 && !isGsm(text[at - 1].unicode())) || (end < text.size() && !isGsm(text[end].unicode()));
        if (needed)
            result.append(QStringView(text).mid(at, end - at));
        at = end;
    }
    return result;
}

// Letters of one stroke, and those whose nearest is not their bare letter. Sorted by first.
constexpr Equivalent plainEquivalents[] = {
    {0x00D0, 0x00D0, u"D"},  {0x00DE, 0x00DE, u"Th"}, {0x00F0, 0x00F0, u"d"}, {0x00FE, 0x00FE, u"th"},
    {0x0110, 0x0110, u"D"},  {0x0111, 0x0111, u"d"},  {0x0126, 0x0126, u"H"}, {0x0127, 0x0127, u"h"},
    {0x0131, 0x0131, u"i"},  {0x0141, 0x0141, u"L"},  {0x0142, 0x0142, u"l"}, {0x014A, 0x014A, u"N"},
    {0x014B, 0x014B, u"n"},  {0x0150, 0x0150, u"Ö"},  {0x0151, 0x0151, u"ö"}, {0x0152, 0x0152, u"OE"},
    {0x0153, 0x0153, u"oe"}, {0x0166, 0x0166, u"T"},  {0x0167, 0x0167, u"t"}, {0x0170, 0x0170, u"Ü"},
    {0x0171, 0x0171, u"ü"},  {0x018F, 0x018F, u"E"},  {0x0259, 0x0259, u"e"},
};

} // namespace

QString repaired(QStringView text)
{
    // The order matters: no step creates work for an earlier one.
    return withoutIdleJoiners(withComposedLetters(withEquivalents(text)));
}

QString plainLetters(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        if (isGsm(c.unicode())) {
            result.append(c);
            continue;
        }
        if (const char16_t *plain = equivalentOf(c.unicode(), plainEquivalents)) {
            result.append(QStringView(plain));
            continue;
        }
        QString bare = QString(c).normalized(QString::NormalizationForm_D);
        bare.removeIf(isAccent);
        result.append(bare.size() == 1 && isGsm(bare[0].unicode()) ? bare[0] : c);
    }
    return result;
}

} // namespace smstext
