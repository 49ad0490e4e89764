// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/jsonmembers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QList>
#include <QSet>

namespace receiver {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestQuoted = 2 + 11 * 6; // "contentType" with each letter as \uXXXX

QString memberName(QByteArrayView quoted)
{
    if (quoted.size() > longestQuoted)
        return {};
    if (!quoted.contains('\\'))
        return QString::fromUtf8(quoted.sliced(1, quoted.size() - 2));
    // The JSON reader undoes the escapes: "\u0069d" is "id".
    return QJsonDocument::fromJson('[' + quoted.toByteArray() + ']')[0].toString();
}

} // namespace

QStringList duplicateMembers(QByteArrayView json)
{
    static const QSet<QString> known{u"id"_s,          u"to"_s,       u"from"_s,    u"text"_s,
                                     u"sent"_s,        u"counter"_s,  u"keyword"_s, u"files"_s,
                                     u"contentType"_s, u"fileName"_s, u"fileData"_s};
    QStringList duplicates;
    QList<QSet<QString>> open; // what each object around has named so far; arrays name nothing
    qsizetype stringStart = -1;
    QByteArrayView lastString;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (stringStart >= 0) {
            if (c == '\\') {
                ++i;
            } else if (c == '"') {
                lastString = json.sliced(stringStart, i + 1 - stringStart);
                stringStart = -1;
            }
        } else if (c == '"') {
            stringStart = i;
        } else if (c == '{' || c == '[') {
            open.append(QSet<QString>());
        } else if ((c == '}' || c == ']') && !open.isEmpty()) {
            open.removeLast();
        } else if (c == ':' && !open.isEmpty() && !lastString.isEmpty()) {
            const QString name = memberName(lastString);
            if (open.last().contains(name) && !duplicates.contains(name))
                duplicates.append(name);
            if (known.contains(name))
                open.last().insert(name);
        }
    }
    return duplicates;
}

} // namespace receiver
