// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of the five pre-approved templates, as the gateway would judge them (TPL-01 to TPL-11).
#pragma once

#include <QJsonObject>

namespace simulator {

// 0, or 28 to 39; a given field is judged whatever the type, and none without a type.
int templateCode(const QJsonObject &parameters);

} // namespace simulator
