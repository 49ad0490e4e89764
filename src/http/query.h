// SPDX-License-Identifier: GPL-3.0-or-later
// Percent-encoded parameters to bytes, strictly; which characters the bytes mean is the caller's word.
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

#include <optional>

namespace http {

inline constexpr qsizetype maximumParameters = 1000;

// "a=1&b=%20": names and values in their order; an unescaped '+' is a blank, as every form encoder means
// it. Nothing for a '%' without two hexadecimal digits and
// for more than maximumParameters. A part without '=' is a name with an empty value; empty parts
// ("&&") are no parameters.
std::optional<QList<QPair<QByteArray, QByteArray>>> decodeQuery(QByteArrayView encoded);

QString latin1(QByteArrayView bytes);
std::optional<QString> utf8(QByteArrayView bytes); // nothing unless every byte is well-formed UTF-8

} // namespace http
