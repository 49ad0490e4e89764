// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a template's field.
#pragma once

#include "base/result.h"
#include "gateway/template.h"

#include <QString>

namespace engine::wording {

QString fieldProblem(const gateway::FieldProblem &problem); // of a template's field
QString invalidField(const base::Error &error);             // InvalidField's sentence

} // namespace engine::wording
