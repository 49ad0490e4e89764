// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a list file to its end and prints it, so that a test can compare it whole.
#pragma once

#include "listfiles/reader.h"

#include <QFile>
#include <QTemporaryDir>

struct WholeList
{
    base::Error error;
    bool ok = false;
    listfiles::FileFormat format;
    QStringList header;
    QList<listfiles::Row> rows;

    // "telefon|navn" and then "2: 47999|Ola"; a failure is its detail in brackets.
    QStringList print() const
    {
        QStringList out;
        if (!ok)
            return {QStringLiteral("[%1]").arg(error.detail)};
        out << header.join(u'|');
        for (const listfiles::Row &row : rows)
            out << QString::number(row.number) + QStringLiteral(": ") + row.cells.join(u'|');
        return out;
    }
};

inline WholeList readWhole(const QString &path, const listfiles::ReadOptions &options = {})
{
    WholeList out;
    const auto result = listfiles::read(
        path, options,
        [&](const listfiles::Header &header) {
            out.header = header.names;
            return true;
        },
        [&](listfiles::Row &&row) {
            out.rows << std::move(row);
            return true;
        });
    out.ok = result.ok();
    if (result.ok())
        out.format = *result;
    else
        out.error = result.error();
    return out;
}

inline QString writeFile(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}
