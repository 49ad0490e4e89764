// SPDX-License-Identifier: GPL-3.0-or-later
// A month's figures as an office accounts for them: by campaign, by sender, and in all; and as a spreadsheet.
#pragma once

#include "storage/monthfigures.h"

#include <QDate>

namespace engine {

enum class ReportBy { Campaign, Sender };

struct MonthReport
{
    QDate month; // its first day
    QList<storage::SentFigures> figures;

    // Joined by what is asked for, the most SMS first.
    QList<storage::SentFigures> rows(ReportBy by) const;
    storage::SentFigures total() const; // without a cost where that of a part is not known
};

base::Result<MonthReport> monthReport(storage::Database &database, QDate month); // local time
// .xlsx or .csv: each campaign and sender, then the sum.
base::Result<void> exportMonth(const MonthReport &report, const QString &file);

namespace wording {

// "1 234 SMS · about 537.00 kr · 1,180 delivered · 20 failed · 3 opt-outs"
QString monthInWords(const MonthReport &report);
QString kroner(std::optional<qint64> ore); // "537.00"; "–" where it is not known
QString reportName(const storage::SentFigures &figures, ReportBy by);

} // namespace wording

} // namespace engine
