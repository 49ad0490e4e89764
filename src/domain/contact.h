// SPDX-License-Identifier: GPL-3.0-or-later
// A person in the address book, known by number. Plain values.
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace domain {

struct Contact
{
    qint64 id = 0;
    QString number; // E.164, unique
    QString name;
    QString email;
    QMap<QString, QString> fields; // the user's own, by their column's name
    QStringList groups;
    bool optedOut = false;

    bool operator==(const Contact &) const = default;
};

struct OptOut
{
    QString number; // E.164
    qint64 atMs = 0;
    QString source; // "person", "keyword", "import"
};

} // namespace domain
