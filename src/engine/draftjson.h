// SPDX-License-Identifier: GPL-3.0-or-later
// A draft, and where its recipients come from, as text in the database; the latter of campaigns too.
#pragma once

#include "engine/draft.h"

#include <QJsonObject>

namespace engine {

QJsonObject toJson(const Recipients &recipients);
Recipients recipientsFrom(const QJsonObject &json); // what earlier versions wrote too
QJsonObject toJson(const Draft &draft);
Draft draftFrom(const QJsonObject &json);

} // namespace engine
