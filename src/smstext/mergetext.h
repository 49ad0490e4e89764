// SPDX-License-Identifier: GPL-3.0-or-later
// A text with merge fields: "{column}", "{column|default}", and "{{" and "}}" for literal braces.
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace smstext {

class MergeText
{
public:
    MergeText() = default; // an empty text

    // A brace without its partner, or a field without a name, is InvalidField of "text"; its detail
    // is the place: "12: {name, see you" (the brace's character, from 1, and what stands there).
    static base::Result<MergeText> parse(const QString &text);
    // A text that is taken as it stands, braces and all.
    static MergeText literal(const QString &text);
    // The text in which these fields stand as they are written, braces and all. The text can be parsed.
    static QString withLiteral(const QString &text, const QStringList &fields);
    // How field names are compared: each accent as one character with its letter, without invisible
    // characters, surrounding and repeated space, and without regard to case.
    static QString key(const QString &field);

    QStringList fields() const { return m_fields; } // each once, as first written, in order of appearance
    bool isPersonal() const { return !m_fields.isEmpty(); }

    struct Rendered
    {
        QString text;
        QStringList missing; // fields that had neither value nor default: an error of the row
    };
    // `value` is given the key() of a field, and says what it holds for one recipient. A value of
    // nothing but space is as none. Values go in as they are: their braces mean nothing.
    Rendered render(const std::function<std::optional<QString>(const QString &field)> &value) const;

private:
    struct Piece
    {
        QString literal; // comes before the field
        int field = -1;  // in m_fields, -1 for none
        std::optional<QString> fallback;
    };

    std::vector<Piece> m_pieces;
    QStringList m_fields;
    QStringList m_keys; // of m_fields
};

} // namespace smstext
