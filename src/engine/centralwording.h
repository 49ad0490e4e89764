// SPDX-License-Identifier: GPL-3.0-or-later
// What a person is told of what is fixed for this computer.
#pragma once

#include "base/result.h"
#include "engine/centralsettings.h"

namespace engine::wording {

QString centralProblem(const base::Error &error); // empty: it is not about that
QString fixedHere(const QList<Fixed> &settings);  // a sentence that names them
QString fixedName(Fixed setting);                 // "the daily limit"

} // namespace engine::wording
