// SPDX-License-Identifier: GPL-3.0-or-later
// A month's figures on one printed page.
#pragma once

#include "engine/monthreport.h"

namespace gui {

// "December 2026"
QString monthName(QDate month);
// A PDF of one A4 page in the present language. FileUnwritable.
base::Result<void> writeMonth(const engine::MonthReport &report, const QString &file);

} // namespace gui
