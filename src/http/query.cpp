// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/query.h"

namespace http {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::optional<QByteArray> decoded(QByteArrayView encoded)
{
    QByteArray bytes;
    bytes.reserve(encoded.size());
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        const char c = encoded[i];
        if (c == '%') {
            const int high = i + 2 < encoded.size() ? hexDigit(encoded[i + 1]) : -1;
            const int low = high < 0 ? -1 : hexDigit(encoded[i + 2]);
            if (low < 0)
                return {};
            bytes.append(static_cast<char>(high * 16 + low));
            i += 2;
        } else {
            bytes.append(c == '+' ? ' ' : c);
        }
    }
    return bytes;
}

} // namespace

std::optional<QList<QPair<QByteArray, QByteArray>>> decodeQuery(QByteArrayView encoded)
{
    QList<QPair<QByteArray, QByteArray>> parameters;
    while (!encoded.isEmpty()) {
        qsizetype end = encoded.indexOf('&');
        if (end < 0)
            end = encoded.size();
        const QByteArrayView part = encoded.first(end);
        encoded = encoded.sliced(std::min(end + 1, encoded.size()));
        if (part.isEmpty())
            continue;
        if (parameters.size() == maximumParameters)
            return {};
        const qsizetype equals = part.indexOf('=');
        const auto name = decoded(equals < 0 ? part : part.first(equals));
        const auto value = decoded(equals < 0 ? QByteArrayView() : part.sliced(equals + 1));
        if (!name || !value)
            return {};
        parameters.append({*name, *value});
    }
    return parameters;
}

QString latin1(QByteArrayView bytes)
{
    return QString::fromLatin1(bytes);
}

std::optional<QString> utf8(QByteArrayView bytes)
{
    if (!bytes.isValidUtf8())
        return {};
    return QString::fromUtf8(bytes);
}

} // namespace http
