// SPDX-License-Identifier: GPL-3.0-or-later
// One parameter's value, read as strictly as the description words it: JSON is typed, a GET query
// has strings only.
#pragma once

#include <QJsonValue>
#include <QString>

#include <optional>

namespace simulator {

bool isAbsent(const QJsonValue &value); // not given, or null
bool isBlank(const QJsonValue &value);  // absent or an empty string

std::optional<qint64> whole(const QJsonValue &value, bool fromQuery);
std::optional<bool> truth(const QJsonValue &value, bool fromQuery);

// ISO 8601 date with time of day; UTC where no zone is given (OUT-13). Milliseconds.
std::optional<qint64> momentUtc(const QString &text);

} // namespace simulator
