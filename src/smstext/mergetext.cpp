// SPDX-License-Identifier: GPL-3.0-or-later
#include "smstext/mergetext.h"

#include <QStringView>

using namespace Qt::StringLiterals;

namespace smstext {

namespace {

base::Error errorAt(QStringView text, qsizetype at)
{
    constexpr qsizetype shown = 20;
    const qsizetype character = text.first(at).toUcs4().size() + 1;
    const QString excerpt = text.mid(at, shown).toString().simplified();
    return {base::ErrorCode::InvalidField, u"%1: %2"_s.arg(QString::number(character), excerpt), u"text"_s};
}

bool isDoubled(QStringView text, qsizetype at)
{
    return at + 1 < text.size() && text[at + 1] == text[at];
}

} // namespace

QString MergeText::key(const QString &field)
{
    QString key = field.normalized(QString::NormalizationForm_C);
    key.removeIf([](QChar c) {
        return c.category() == QChar::Other_Format || (c.unicode() >= 0xFE00 && c.unicode() <= 0xFE0F);
    });
    return key.simplified().toCaseFolded();
}

base::Result<MergeText> MergeText::parse(const QString &text)
{
    MergeText merge;
    QString literal;
    for (qsizetype at = 0; at < text.size();) {
        const QChar c = text[at];
        if (c != u'{' && c != u'}') {
            literal.append(c);
            ++at;
            continue;
        }
        if (isDoubled(text, at)) {
            literal.append(c);
            at += 2;
            continue;
        }
        const qsizetype end = c == u'{' ? text.indexOf(u'}', at) : -1;
        if (end < 0)
            return errorAt(text, at);
        const QStringView inside = QStringView(text).mid(at + 1, end - at - 1);
        const qsizetype bar = inside.indexOf(u'|');
        const QString name = (bar < 0 ? inside : inside.first(bar)).trimmed().toString();
        if (name.isEmpty() || inside.contains(u'{'))
            return errorAt(text, at);

        Piece piece;
        piece.literal = std::exchange(literal, QString());
        if (bar >= 0)
            piece.fallback = inside.mid(bar + 1).toString();
        piece.field = static_cast<int>(merge.m_keys.indexOf(key(name)));
        if (piece.field < 0) {
            piece.field = static_cast<int>(merge.m_fields.size());
            merge.m_fields.append(name);
            merge.m_keys.append(key(name));
        }
        merge.m_pieces.push_back(std::move(piece));
        at = end + 1;
    }
    if (!literal.isEmpty())
        merge.m_pieces.push_back({literal, -1, std::nullopt});
    return merge;
}

MergeText MergeText::literal(const QString &text)
{
    MergeText merge;
    merge.m_pieces.push_back({text, -1, std::nullopt});
    return merge;
}

QString MergeText::withLiteral(const QString &text, const QStringList &fields)
{
    QStringList keys;
    for (const QString &field : fields)
        keys.append(key(field));
    QString result;
    for (qsizetype at = 0; at < text.size();) {
        const bool doubled = (text[at] == u'{' || text[at] == u'}') && isDoubled(text, at);
        const qsizetype end = text[at] == u'{' && !doubled ? text.indexOf(u'}', at) : -1;
        if (end < 0) {
            const qsizetype length = doubled ? 2 : 1;
            result.append(QStringView(text).mid(at, length));
            at += length;
            continue;
        }
        const QString field = text.mid(at, end - at + 1);
        const bool literal = keys.contains(key(field.mid(1).chopped(1).section(u'|', 0, 0)));
        result.append(literal ? QString(u'{' + field + u'}') : field);
        at = end + 1;
    }
    return result;
}

MergeText::Rendered
MergeText::render(const std::function<std::optional<QString>(const QString &field)> &value) const
{
    Rendered rendered;
    for (const Piece &piece : m_pieces) {
        rendered.text.append(piece.literal);
        if (piece.field < 0)
            continue;
        const std::optional<QString> found = value(m_keys[piece.field]);
        if (found && !QStringView(*found).trimmed().isEmpty())
            rendered.text.append(*found);
        else if (piece.fallback)
            rendered.text.append(*piece.fallback);
        else if (!rendered.missing.contains(m_fields[piece.field]))
            rendered.missing.append(m_fields[piece.field]);
    }
    return rendered;
}

} // namespace smstext
