// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/cellnumbers.h"

#include "phone/figures.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace phone {

namespace {

// So many digits in a note could be a number of their own.
constexpr qsizetype leastDigits = 5;

bool hasLetter(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

QStringList wordsOf(QStringView text)
{
    QStringList words{QString()};
    for (const QChar c : text) {
        if (c.isLetter())
            words.last() += c.toLower();
        else if (!words.constLast().isEmpty())
            words.append(QString());
    }
    words.removeAll(QString());
    return words;
}

// Before a number any other word could say that it is no telephone's: "Medlemsnr 40000001".
bool isLabel(const QString &word)
{
    static const QSet<QString> labels{
        u"mob"_s,     u"mobil"_s,  u"mobilnr"_s, u"mobilnummer"_s,   u"mobiltlf"_s, u"mobiltelefon"_s,
        u"mobile"_s,  u"cell"_s,   u"tlf"_s,     u"tel"_s,           u"telefon"_s,  u"telefonnr"_s,
        u"phone"_s,   u"tlfnr"_s,  u"sms"_s,     u"telefonnummer"_s, u"m"_s,        u"t"_s,
        u"p"_s,       u"privat"_s, u"priv"_s,    u"private"_s,       u"jobb"_s,     u"arbeid"_s,
        u"arb"_s,     u"work"_s,   u"office"_s,  u"kontor"_s,        u"hjem"_s,     u"hjemme"_s,
        u"home"_s,    u"mor"_s,    u"far"_s,     u"mamma"_s,         u"pappa"_s,    u"foresatt"_s,
        u"mother"_s,  u"father"_s, u"mum"_s,     u"mom"_s,           u"dad"_s,      u"parent"_s,
        u"forelder"_s};
    return labels.contains(word);
}

// Behind digits these say that they count something.
bool isUnit(const QString &word)
{
    static const QSet<QString> units{u"kr"_s,  u"nok"_s,  u"sek"_s,     u"dkk"_s,    u"eur"_s,  u"usd"_s,
                                     u"gbp"_s, u"stk"_s,  u"poeng"_s,   u"kroner"_s, u"euro"_s, u"øre"_s,
                                     u"pst"_s, u"mill"_s, u"prosent"_s, u"points"_s};
    return units.contains(word);
}

// "(feil nummer)", "ikke bruk", "sluttet": whoever keeps the list has said that nobody is to be reached
// there.
bool saysNot(const QString &word)
{
    static const QSet<QString> words{u"ikke"_s,    u"ikkje"_s,   u"feil"_s,    u"gammel"_s,    u"gammelt"_s,
                                     u"gamle"_s,   u"gamalt"_s,  u"død"_s,     u"sluttet"_s,   u"slutta"_s,
                                     u"utgått"_s,  u"ugyldig"_s, u"sperret"_s, u"avsluttet"_s, u"oppsagt"_s,
                                     u"not"_s,     u"wrong"_s,   u"old"_s,     u"dead"_s,      u"deceased"_s,
                                     u"invalid"_s, u"former"_s,  u"expired"_s, u"never"_s,     u"aldri"_s};
    return words.contains(word);
}

bool saysFax(const QString &word)
{
    return word.startsWith("fax"_L1) || word.startsWith("faks"_L1) || word.endsWith("fax"_L1) ||
           word.endsWith("faks"_L1);
}

bool takesNoSms(const QString &note)
{
    const QStringList words = wordsOf(note);
    return std::any_of(words.begin(), words.end(),
                       [](const QString &word) { return saysFax(word) || saysNot(word); });
}

void addTo(QString &note, QStringView words)
{
    while (!words.isEmpty() && (words.front().isSpace() || u"-–:,/.;"_s.contains(words.front())))
        words = words.sliced(1);
    while (!words.isEmpty() && (words.back().isSpace() || u"-–:,/.;"_s.contains(words.back())))
        words.chop(1);
    if (!words.isEmpty() && !note.isEmpty())
        note += u", "_s;
    note += words;
}

// Takes words in brackets out of the text.
void takeBrackets(QString &text, QString &note)
{
    for (qsizetype open = 0; open < text.size(); ++open) {
        if (text.at(open) != u'(' && text.at(open) != u'[')
            continue;
        qsizetype close = text.indexOf(text.at(open) == u'(' ? u')' : u']', open);
        close = close < 0 ? text.size() : close;
        const QStringView inside = QStringView(text).sliced(open + 1, close - open - 1);
        if (!hasLetter(inside) || digitsIn(inside) >= leastDigits)
            continue;
        addTo(note, inside);
        text.replace(open, std::min(close + 1, text.size()) - open, u" "_s);
    }
}

// Takes labels before the digits and words behind them. False if they are none.
bool takeWords(QString &text, QString &note)
{
    const auto isNumberStart = [](QChar c) { return c.isDigit() || c == u'+' || c == u'(' || c == u'＋'; };
    const auto first = std::find_if(text.cbegin(), text.cend(), isNumberStart);
    const auto last = std::find_if(text.crbegin(), text.crend(), [](QChar c) { return c.isDigit(); });
    if (first == text.cend() || last == text.crend())
        return false;
    const qsizetype from = first - text.cbegin();
    const qsizetype to = text.crend() - last;
    const QStringView before = QStringView(text).first(from);
    const QStringView after = QStringView(text).sliced(to);
    const auto plain = [](QStringView words) {
        return std::all_of(words.begin(), words.end(), [](QChar c) {
            return c.isLetter() || c.isSpace() || u"-–:,./!?;()'’"_s.contains(c);
        });
    };
    const QStringList labels = wordsOf(before);
    const QStringList behind = wordsOf(after);
    if (!plain(before) || !plain(after) || !std::all_of(labels.begin(), labels.end(), isLabel) ||
        std::any_of(behind.begin(), behind.end(), isUnit))
        return false;
    if (!labels.isEmpty())
        addTo(note, before);
    if (!behind.isEmpty())
        addTo(note, after);
    text = text.sliced(from, to - from);
    return true;
}

CellNumber readPiece(const QString &piece, const QString &region)
{
    CellNumber out{piece, {}, parse(piece, region)};
    if (out.number.error != NumberError::NotANumber || !hasLetter(piece) || digitsIn(piece) < leastDigits)
        return out;
    QString rest = piece;
    QString note;
    takeBrackets(rest, note);
    if (hasLetter(rest) && !takeWords(rest, note))
        return out;
    const PhoneNumber bare = parse(rest, region);
    if (note.isEmpty() || bare.error == NumberError::NotANumber || bare.error == NumberError::Empty)
        return out;
    out.note = note;
    if (!takesNoSms(note)) {
        out.number = bare;
        out.number.input = piece;
    }
    return out;
}

} // namespace

QList<CellNumber> readCell(const QString &cell, const QString &region)
{
    // Most cells hold one number and nothing else.
    if (PhoneNumber whole = parse(cell, region); whole.error == NumberError::None && !cell.contains(u'\n'))
        return {{cell, {}, std::move(whole)}};
    QList<CellNumber> out;
    QString words; // pieces without a digit: they belong to the number before them, or to the first
    for (const QString &piece : splitCell(cell)) {
        if (digitsIn(piece) > 0) {
            out.append(readPiece(piece, region));
        } else if (!out.isEmpty() && hasLetter(piece)) {
            addTo(out.last().note, piece);
        } else {
            addTo(words, piece);
        }
    }
    if (out.isEmpty()) {
        out.append({cell, {}, parse(cell, region)});
    } else if (!words.isEmpty()) {
        QString note = words;
        addTo(note, out.constFirst().note);
        out.first().note = note;
    }
    for (CellNumber &each : out) {
        if (each.number.error == NumberError::None && takesNoSms(each.note))
            each.number = {each.typed, {}, {}, NumberType::Unknown, NumberError::NotANumber, false};
    }
    return out;
}

bool holdsNumber(const QString &cell)
{
    if (digitsIn(cell) < leastDigits)
        return false;
    const QList<CellNumber> numbers = readCell(cell);
    return std::any_of(numbers.begin(), numbers.end(),
                       [](const CellNumber &each) { return each.number.error == NumberError::None; });
}

} // namespace phone
