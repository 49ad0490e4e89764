// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/vcardparser.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace listfiles {
namespace {

constexpr qsizetype kChunk = 256 * 1024;

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

QString phoneText(QString value)
{
    value = value.trimmed();
    if (value.startsWith("tel:"_L1, Qt::CaseInsensitive))
        value = value.mid(4).section(u';', 0, 0);
    return value;
}

bool isNeeded(const QByteArray &name)
{
    static const QByteArrayList names{"BEGIN", "END",   "FN",         "N",    "ORG",
                                      "TEL",   "EMAIL", "CATEGORIES", "KIND", "X-ADDRESSBOOKSERVER-KIND"};
    return names.contains(name);
}

} // namespace

QStringList vcardHeader()
{
    return {u"name"_s, u"phone"_s, u"email"_s, u"categories"_s};
}

VcardParser::VcardParser(TextBytes &source)
    : m_source(source)
{
}

bool VcardParser::next(Row &row)
{
    while (m_ready.isEmpty()) {
        if (m_error || !readCard())
            return false;
    }
    row = m_ready.takeFirst();
    return true;
}

bool VcardParser::readCard()
{
    Card card;
    int depth = 0; // a card of 2.1 may hold another as its AGENT
    QByteArray line;
    while (propertyLine(line)) {
        const Property property = parsed(line);
        if (!isNeeded(property.name))
            continue;
        if (line.size() > kMaxCellBytes || line.contains('\0')) {
            fail(line.contains('\0') ? u"NUL byte"_s : u"property over 64 KiB"_s);
            return false;
        }
        const bool isCard = property.value.trimmed().compare("VCARD", Qt::CaseInsensitive) == 0;
        if (property.name == "BEGIN" && isCard) {
            if (++depth == 1)
                ++m_cards;
        } else if (property.name == "END" && isCard && depth > 0) {
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
    card.phones << Phone{number, (cell ? 0 : 2) + (preferred ? 0 : 1)};
}

void VcardParser::give(Card &&card)
{
    if (card.isGroup)
        return;
    std::stable_sort(card.phones.begin(), card.phones.end(),
                     [](const Phone &a, const Phone &b) { return a.rank < b.rank; });
    const QString name = !card.fullName.isEmpty()         ? card.fullName
                         : !card.structuredName.isEmpty() ? card.structuredName
                                                          : card.organisation;
    if (card.phones.isEmpty())
        card.phones << Phone{};
    for (const Phone &phone : card.phones)
        m_ready << Row{++m_rows, {name, phone.number, card.email, card.categories.join(", "_L1)}};
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
        if (line.size() <= kMaxCellBytes)
            line += more;
    };
    const bool quotedPrintable = line.left(line.indexOf(':')).toUpper().contains("QUOTED-PRINTABLE");
    QByteArray following;
    while (physicalLine(following)) {
        if (quotedPrintable && line.endsWith('=')) {
            line.chop(1);
            append(following);
        } else if (following.startsWith(' ') || following.startsWith('\t')) {
            append(QByteArrayView(following).sliced(1));
        } else if (!following.trimmed().isEmpty()) {
            m_ahead = following;
            break;
        }
    }
    return !m_error;
}

// Without its end, cut just over the limit.
bool VcardParser::physicalLine(QByteArray &line)
{
    line.clear();
    bool any = false;
    for (;;) {
        if (m_pos == m_window.size()) {
            m_pos = 0;
            m_window.resize(m_ended ? 0 : kChunk);
            const auto got = m_ended ? base::Result<qint64>(0) : m_source.read(m_window.data(), kChunk);
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
        line += rest.first(std::min(count, std::max<qsizetype>(0, kMaxCellBytes + 1 - line.size())));
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
    out.name = out.name.mid(out.name.lastIndexOf('.') + 1); // item1.TEL
    for (const QByteArray &part : parts) {
        const QByteArray upper = part.trimmed().toUpper();
        const qsizetype equals = upper.indexOf('=');
        const QByteArray name = equals < 0 ? QByteArray() : upper.left(equals);
        const QByteArray value = upper.mid(equals + 1);
        if (name == "CHARSET")
            out.charset = value;
        else if (value == "QUOTED-PRINTABLE")
            out.quotedPrintable = true;
        else if (name == "PREF")
            out.types << "PREF=" + value;
        else
            out.types << value.split(',');
    }
    return out;
}

QString VcardParser::decoded(const Property &property) const
{
    if (!property.quotedPrintable)
        return m_source.text(property.value);
    const QByteArray bytes = fromQuotedPrintable(property.value);
    auto encoding = encodingNamed(QString::fromLatin1(property.charset));
    if (!encoding || (*encoding == Encoding::Utf8 && !isUtf8(bytes)))
        encoding = isUtf8(bytes) ? Encoding::Utf8 : Encoding::Windows1252;
    return fromUtf8OrWindows1252(bytes, *encoding);
}

void VcardParser::fail(const QString &what)
{
    m_error =
        base::Error{ErrorCode::FileUnreadable,
                    u"line %1, card %2: %3"_s.arg(QString::number(m_lines), QString::number(m_cards), what),
                    {}};
}

} // namespace listfiles
