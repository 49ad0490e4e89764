// SPDX-License-Identifier: GPL-3.0-or-later
// Requests for the judge's tests: a good one, with what a row changes.
#pragma once

#include "simulator/judge.h"
#include "support/manualclock.h"
#include "support/places.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace asking {
using namespace Qt::StringLiterals;

enum class Form { Json, Get, Bulk };

inline QJsonObject object(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    Q_ASSERT(document.isObject());
    return document.object();
}

inline QJsonObject goodMessage(Form form)
{
    QJsonObject good{{u"serviceid"_s, 1234},
                     {u"phoneno"_s, u"004799999999"_s},
                     {u"txt"_s, u"Hei"_s},
                     {u"fromid"_s, u"Firmanavn"_s}};
    if (form == Form::Get)
        good.insert(u"serviceid"_s, u"1234"_s);
    if (form == Form::Bulk)
        good.insert(u"phoneno"_s, QJsonArray{u"004799999999"_s, u"004799999998"_s});
    return good;
}

// A good message with these members in place of its own; null takes one away.
inline simulator::Asked changed(Form form, const QJsonObject &changes)
{
    QJsonObject message = goodMessage(form);
    for (auto change = changes.begin(); change != changes.end(); ++change)
        message.insert(change.key(), change.value());
    return {message, form == Form::Get, form == Form::Bulk};
}

inline QString times(int count, const QString &character)
{
    return character.repeated(count);
}

inline QJsonArray vectors(const QString &name)
{
    QFile file(support::dataFile(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).array();
}

} // namespace asking

Q_DECLARE_METATYPE(asking::Form)
