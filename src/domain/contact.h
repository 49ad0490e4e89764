// SPDX-License-Identifier: GPL-3.0-or-later
// A person in the address book, known by number. Plain values.
#pragma once

#include "base/words.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace domain {
using base::identifier;

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

enum class OptOutSource { Person, Keyword, Import };
constexpr auto wordsOf(OptOutSource) // cli.md; also the stored form
{
    return base::Words<OptOutSource::Import>({"person", "keyword", "import"});
}
OptOutSource optOutSource(QStringView identifier); // anything else: a person

struct OptOut
{
    QString number; // E.164
    qint64 atMs = 0;
    OptOutSource source = OptOutSource::Person;
};

// One entry of a person's history.
struct OptOutChange
{
    qint64 atMs = 0;
    std::optional<OptOutSource> added; // absent: taken off the list again
};
QString identifier(const OptOutChange &change); // cli.md: "added keyword", "removed"

} // namespace domain
