// SPDX-License-Identifier: GPL-3.0-or-later
// The gateway's vectors of tests/data, as the tests read them.
#pragma once

#include "support/places.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

// A missing or broken file gives an empty array, which the tests refuse.
inline QJsonArray vectors(const QString &name)
{
    QFile file(support::dataFile(QStringLiteral("%1.json").arg(name)));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).array();
}

// "OUT-11 2: what": one readable row a vector.
inline QByteArray rowName(const QJsonObject &vector, int index)
{
    return QStringLiteral("%1 vector %2: %3")
        .arg(vector.value(QStringLiteral("rule")).toString(), QString::number(index),
             vector.value(QStringLiteral("what")).toString())
        .toUtf8();
}
