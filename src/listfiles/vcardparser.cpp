// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/vcardparser.h"

#include "phone/phonenumber.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace listfiles {
namespace {

constexpr qsizetype chunkBytes = 256 * 1024;

// Cuts at a separator that no backslash escapes; the pieces keep their escapes.
QStringList cut(const QString &text, QChar separator)
{
    QStringList out{QString()};
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'\\' && i + 1 < text.size()) {
            out.last() += text.at(i);
            out.last() += text.at(++i);
        } else if (text.at(i) == separator) {
            out << QString();
        } else {
            out.last() += text.at(i);
        }
    }
    return out;
}

QString unescaped(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != u'\\' || i + 1 == text.size()) {
            out += text.at(i);
            continue;
        }
        const QChar c = text.at(++i);
        if (c == u'n' || c == u'N')
            out += u'\n';
        else if (u",;:\\"_s.contains(c))
            out += c;
        else
            out += u'\\', out += c;
    }
    return out;
}

QByteArray fromQuotedPrintable(const QByteArray &value)
{
    const auto digit = [](char c) {
        return c >= '0' && c <= '9'   ? c - '0'
               : c >= 'A' && c <= 'F' ? c - 'A' + 10
               : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                      : -1;
    };
    QByteArray out;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value.at(i) == '=' && i + 2 < value.size() && digit(value.at(i + 1)) >= 0 &&
            digit(value.at(i + 2)) >= 0) {
            out += char(digit(value.at(i + 1)) * 16 + digit(value.at(i + 2)));
            i += 2;
        } else {
            out += value.at(i);
        }
    }
    return out;
}

// Without the extension of a switchboard; a context stays, for it says which country is meant.
QString phoneText(QString value)
{
    value = value.trimmed();
    if (value.contains(";phone-context="_L1, Qt::CaseInsensitive))
        return value;
    if (value.startsWith("tel:"_L1, Qt::CaseInsensitive))
        return value.mid(4).section(u';', 0, 0);
    const qsizetype extension = value.indexOf(";ext="_L1, 0, Qt::CaseInsensitive);
    return extension < 0 ? value : value.first(extension);
}

bool saysCell(const QString &label)
{
    return label.contains("mobil"_L1, Qt::CaseInsensitive) ||
           label.contains("cell"_L1, Qt::CaseInsensitive) || label.contains("iphone"_L1, Qt::CaseInsensitive);
}

bool saysFax(const QString &label)
{
    return label.contains("fax"_L1, Qt::CaseInsensitive) || label.contains("faks"_L1, Qt::CaseInsensitive);
}

bool isBase64(const QByteArray &line)
{
    const QByteArray text = line.trimmed();
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
               c == '/' || c == '=';
    });
}

QByteArray trimmedEnd(QByteArray line)
{
    while (line.endsWith(' ') || line.endsWith('\t'))
        line.chop(1);
    return line;
}

// A blank before the second half of a character comes from folding; any other is the text's own.
QByteArrayView withoutFold(const QByteArray &line)
{
    const bool folded = line.size() > 2 && (line.at(0) == ' ' || line.at(0) == '\t') && line.at(1) == '=' &&
                        QByteArrayView("89ABab").contains(line.at(2));
    return folded ? QByteArrayView(line).sliced(1) : QByteArrayView(line);
}

bool isNeeded(const QByteArray &name)
{
    static const QByteArrayList names{"BEGIN",     "END",   "FN",         "N",    "ORG",
                                      "TEL",       "EMAIL", "CATEGORIES", "KIND", "X-ADDRESSBOOKSERVER-KIND",
                                      "X-ABLABEL", "AGENT"};
    return names.contains(name);
}

} // namespace

QStringList vcardHeader()
{
    return {u"name"_s, u"phone"_s, u"email"_s, u"categories"_s, u"other phones"_s};
}

VcardParser::VcardParser(TextBytes &source)
    : m_source(source)
{
}

bool VcardParser::next(Row &row)
{
    while (!m_ready) {
        if (m_error || !readCard())
            return false;
    }
    row = *std::exchange(m_ready, {});
    return true;
}

// A card of 2.1 may hold another as its AGENT; any other start ends a card that lacks its end.
bool VcardParser::readCard()
{
    Card card;
    int depth = 0;
    bool agent = false;
    QByteArray line;
    while (propertyLine(line)) {
        const Property property = parsed(line);
        if (!isNeeded(property.name))
            continue;
        if (line.size() > mostCellBytes || line.contains('\0')) {
            fail(line.contains('\0') ? u"NUL byte"_s : u"property over 64 KiB"_s);
            return false;
        }
        const QByteArray value = property.value.trimmed().toUpper();
        const bool wasAgent = std::exchange(agent, property.name == "AGENT");
        if (property.name == "AGENT") {
            depth += value == "BEGIN:VCARD" ? 1 : 0;
        } else if (property.name == "BEGIN" && value == "VCARD") {
            if (depth == 1 && !wasAgent) {
                m_ahead = line;
                give(std::move(card));
                return true;
            }
            if (++depth == 1)
                ++m_cards;
        } else if (property.name == "END" && value == "VCARD" && depth > 0) {
            if (--depth == 0) {
                give(std::move(card));
                return true;
            }
        } else if (depth == 1) {
            take(property, card);
        }
    }
    if (!m_error && depth > 0)
        fail(u"card without an end"_s);
    return false;
}

void VcardParser::take(const Property &property, Card &card)
{
    if (property.name == "TEL") {
        takePhone(property, card);
        return;
    }
    const QString value = decoded(property);
    if (property.name == "FN") {
        if (card.fullName.isEmpty())
            card.fullName = unescaped(value).simplified();
    } else if (property.name == "N") {
        const QStringList parts = cut(value, u';'); // family; given; additional; prefixes; suffixes
        QStringList names;
        for (const int part : {1, 2, 0}) {
            if (part < parts.size())
                names << unescaped(parts.at(part));
        }
        card.structuredName = names.join(u' ').simplified();
    } else if (property.name == "ORG") {
        card.organisation = unescaped(cut(value, u';').constFirst()).simplified();
    } else if (property.name == "EMAIL") {
        const bool preferred = property.types.contains("PREF") || property.types.contains("PREF=1");
        if (card.email.isEmpty() || (preferred && !card.emailPreferred)) {
            card.email = unescaped(value).trimmed();
            card.emailPreferred = preferred;
        }
    } else if (property.name == "CATEGORIES") {
        for (const QString &category : cut(value, u',')) {
            const QString name = unescaped(category).simplified();
            if (!name.isEmpty() && !card.categories.contains(name))
                card.categories << name;
        }
    } else if (property.name == "X-ABLABEL") {
        card.labels.insert(property.group, value);
    } else if (property.name.endsWith("KIND")) {
        card.isGroup = value.trimmed().compare("group"_L1, Qt::CaseInsensitive) == 0;
    }
}

void VcardParser::takePhone(const Property &property, Card &card)
{
    const auto &types = property.types;
    const bool cell = types.contains("CELL") || types.contains("IPHONE") || types.contains("TEXT");
    if (!cell && !types.contains("VOICE") && (types.contains("FAX") || types.contains("PAGER"))) {
        m_faxLeftOut = true;
        return;
    }
    const QString number = phoneText(unescaped(decoded(property)));
    if (number.isEmpty())
        return;
    const bool preferred = types.contains("PREF") || types.contains("PREF=1");
    card.phones << Phone{number, property.group, cell, preferred};
}

void VcardParser::give(Card &&card)
{
    if (card.isGroup)
        return;
    for (qsizetype i = card.phones.size(); i-- > 0;) {
        const QString label = card.labels.value(card.phones.at(i).group);
        card.phones[i].cell = card.phones.at(i).cell || saysCell(label);
        if (!card.phones.at(i).cell && saysFax(label)) {
            m_faxLeftOut = true;
            card.phones.removeAt(i);
        }
    }
    const QString name = !card.fullName.isEmpty()         ? card.fullName
                         : !card.structuredName.isEmpty() ? card.structuredName
                                                          : card.organisation;
    QList<std::pair<int, QString>> ranked;
    for (const Phone &phone : std::as_const(card.phones))
        ranked.append(
            {phone::rankForSms(phone.number, phone.cell) * 2 + (phone.preferred ? 0 : 1), phone.number});
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    QStringList numbers;
    for (const auto &[rank, number] : std::as_const(ranked)) {
        if (!numbers.contains(number))
            numbers.append(number);
    }
    m_ready =
        Row{++m_rows,
            {name, numbers.value(0), card.email, card.categories.join(", "_L1), numbers.mid(1).join(", "_L1)},
            {}};
}

// Unfolded: a line that begins with a space or tab continues the one before, and so does, after a `=` at
// its end, a quoted-printable one. Kept up to just over the limit: pictures are long and not needed.
bool VcardParser::propertyLine(QByteArray &line)
{
    if (m_ahead) {
        line = *std::exchange(m_ahead, {});
    } else {
        do {
            if (!physicalLine(line))
                return false;
        } while (line.trimmed().isEmpty());
    }
    const auto append = [&line](QByteArrayView more) {
        if (line.size() <= mostCellBytes)
            line += more;
    };
    const QByteArray parameters = line.left(line.indexOf(':')).toUpper();
    const bool quotedPrintable = parameters.contains("QUOTED-PRINTABLE");
    const bool base64 = parameters.contains("BASE64") || parameters.contains("ENCODING=B");
    QByteArray following;
    while (physicalLine(following)) {
        const QByteArray open = quotedPrintable ? trimmedEnd(line) : QByteArray();
        if (open.endsWith('=') && !isNeeded(parsed(following).name)) {
            line = open.chopped(1);
            append(withoutFold(following));
        } else if (following.startsWith(' ') || following.startsWith('\t')) {
            append(QByteArrayView(following).sliced(1));
        } else if (base64 && isBase64(following)) {
            append(following);
        } else if (!following.trimmed().isEmpty()) {
            m_ahead = following;
            break;
        }
    }
    return !m_error;
}

// Without the marks that joined files leave; a card may begin in the line in which another ends.
bool VcardParser::physicalLine(QByteArray &line)
{
    if (!m_joined.isEmpty()) {
        line = std::exchange(m_joined, {});
    } else {
        if (!rawLine(line))
            return false;
        if (line.startsWith('\xEF') || line.startsWith('\x1A'))
            line = withoutMarks(line);
    }
    constexpr qsizetype end = 9; // END:VCARD
    if (line.size() > end && line.left(end).toUpper() == "END:VCARD") {
        m_joined = withoutMarks(line.mid(end).trimmed());
        line.truncate(end);
    }
    return true;
}

// Without its end, cut just over the limit.
bool VcardParser::rawLine(QByteArray &line)
{
    line.clear();
    bool any = false;
    for (;;) {
        if (m_pos == m_window.size()) {
            m_pos = 0;
            m_window.resize(m_ended ? 0 : chunkBytes);
            const auto got = m_ended ? base::Result<qint64>(0) : m_source.read(m_window.data(), chunkBytes);
            if (!got) {
                m_error = got.error();
                return false;
            }
            m_window.resize(qsizetype(*got));
            m_ended = *got == 0;
            if (m_ended)
                return any;
        }
        if (std::exchange(m_afterReturn, false) && m_window.at(m_pos) == '\n') {
            ++m_pos; // the second half of CR LF
            continue;
        }
        any = true;
        const QByteArrayView rest = QByteArrayView(m_window).sliced(m_pos);
        const auto end =
            std::find_if(rest.begin(), rest.end(), [](char c) { return c == '\n' || c == '\r'; });
        const qsizetype count = end - rest.begin();
        line += rest.first(std::min(count, std::max<qsizetype>(0, mostCellBytes + 1 - line.size())));
        m_pos += count;
        if (end == rest.end())
            continue;
        m_afterReturn = *end == '\r';
        ++m_lines;
        ++m_pos;
        return true;
    }
}

VcardParser::Property VcardParser::parsed(const QByteArray &line)
{
    Property out;
    bool quoted = false;
    qsizetype colon = -1;
    QByteArrayList parts{QByteArray()};
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line.at(i);
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ':' && !quoted) {
            colon = i;
            break;
        } else if (c == ';' && !quoted) {
            parts << QByteArray();
        } else {
            parts.last() += c;
        }
    }
    if (colon < 0)
        return out;
    out.value = line.mid(colon + 1);
    out.name = parts.takeFirst().trimmed().toUpper();
    const qsizetype dot = out.name.lastIndexOf('.'); // item1.TEL
    out.group = out.name.left(std::max<qsizetype>(dot, 0));
    out.name = out.name.mid(dot + 1);
    for (const QByteArray &part : parts) {
        const QByteArray upper = part.trimmed().toUpper();
        const qsizetype equals = upper.indexOf('=');
        const QByteArray name = equals < 0 ? QByteArray() : upper.left(equals);
        const QByteArray value = upper.mid(equals + 1);
        if (name == "CHARSET")
            out.charset = value;
        else if (value == "QUOTED-PRINTABLE")
            out.quotedPrintable = true;
        else if (value == "BASE64" || (name == "ENCODING" && value == "B"))
            out.base64 = true;
        else if (name == "PREF")
            out.types << "PREF=" + value;
        else
            out.types << value.split(',');
    }
    return out;
}

QString VcardParser::decoded(const Property &property) const
{
    if (!property.quotedPrintable && !property.base64)
        return m_source.text(property.value);
    const QByteArray bytes =
        property.base64 ? QByteArray::fromBase64(property.value) : fromQuotedPrintable(property.value);
    auto encoding = encodingNamed(QString::fromLatin1(property.charset));
    if (!encoding || (*encoding == Encoding::Utf8 && !isUtf8(bytes)))
        encoding = isUtf8(bytes) ? Encoding::Utf8 : Encoding::Windows1252;
    return decode(bytes, *encoding);
}

void VcardParser::fail(const QString &what)
{
    m_error =
        base::Error{ErrorCode::FileUnreadable,
                    u"line %1, card %2: %3"_s.arg(QString::number(m_lines), QString::number(m_cards), what),
                    {}};
}

} // namespace listfiles
