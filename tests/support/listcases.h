// SPDX-License-Identifier: GPL-3.0-or-later
// The table of lists in tests/data/lists: each a file, what a person says about it, and its right reading.
#pragma once

#include "support/places.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <QTest>

#include <optional>

struct ListCase
{
    QString path;
    QString about;
    QStringList args; // as the cli's
    bool refused = false;
    QStringList refusal; // what the sentence has to hold
    QStringList to;
    std::optional<QStringList> names;
    QStringList skipped; // "2 notANumber"
    QStringList notes;   // sorted
    QStringList phone;
    QString name;
    QJsonObject fields; // of the first recipient, among others
};

inline QStringList stringsOf(const QJsonValue &value)
{
    QStringList out;
    for (const QJsonValue &each : value.toArray())
        out.append(each.toString());
    return out;
}

inline QList<ListCase> listCases()
{
    const QString folder = support::dataFile(QStringLiteral("lists/"));
    QFile file(folder + QStringLiteral("cases.json"));
    QList<ListCase> cases;
    if (!file.open(QIODevice::ReadOnly))
        return cases;
    for (const QJsonValue &value : QJsonDocument::fromJson(file.readAll()).array()) {
        const QJsonObject object = value.toObject();
        ListCase out;
        out.path = folder + object[QStringLiteral("file")].toString();
        out.about = object[QStringLiteral("about")].toString();
        out.args = stringsOf(object[QStringLiteral("args")]);
        out.refused = object.contains(QStringLiteral("refused"));
        out.refusal = stringsOf(object[QStringLiteral("refused")]);
        out.to = stringsOf(object[QStringLiteral("to")]);
        if (object.contains(QStringLiteral("names")))
            out.names = stringsOf(object[QStringLiteral("names")]);
        out.skipped = stringsOf(object[QStringLiteral("skipped")]);
        out.notes = stringsOf(object[QStringLiteral("notes")]);
        out.notes.sort();
        out.phone = stringsOf(object[QStringLiteral("phone")]);
        out.name = object[QStringLiteral("name")].toString();
        out.fields = object[QStringLiteral("fields")].toObject();
        cases.append(out);
    }
    return cases;
}
Q_DECLARE_METATYPE(ListCase)

inline void addListCases()
{
    QTest::addColumn<ListCase>("expected");
    const QList<ListCase> cases = listCases();
    QVERIFY2(cases.size() > 50, "cases.json is missing");
    for (const ListCase &each : cases)
        QTest::newRow(qPrintable(each.path.section(u'/', -1) + QStringLiteral(": ") + each.about)) << each;
}
