// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/monthsheet.h"

#include "engine/language.h"
#include "gui/sheet.h"
#include "gui/widgets/theme.h"
#include "models/when.h"

#include <QCoreApplication>
#include <QDateTime>

namespace gui {
using namespace Qt::StringLiterals;
using engine::ReportBy;

namespace {

constexpr qsizetype mostRows = 14; // of each table; the rest are joined in one row
constexpr double columnMm = 20;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gui::MonthSheet)
};

QStringList cells(const QString &name, const storage::SentFigures &figures)
{
    const QLocale locale = engine::language::locale();
    return {name,
            locale.toString(figures.segments),
            engine::wording::kroner(figures.costOre),
            locale.toString(figures.delivered),
            locale.toString(figures.failed),
            locale.toString(figures.optOuts)};
}

QList<QStringList> rowsOf(const engine::MonthReport &report, ReportBy by, const QString &head)
{
    QList<QStringList> rows{{head, Words::tr("SMS"), Words::tr("Kroner"), Words::tr("Delivered"),
                             Words::tr("Failed"), Words::tr("Opt-outs")}};
    const QList<storage::SentFigures> all = report.rows(by);
    engine::MonthReport others;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (i < mostRows)
            rows.append(cells(engine::wording::reportName(all.at(i), by), all.at(i)));
        else
            others.figures.append(all.at(i));
    }
    if (!others.figures.isEmpty())
        rows.append(
            cells(Words::tr("%n others", nullptr, static_cast<int>(others.figures.size())), others.total()));
    rows.append(cells(Words::tr("In all"), report.total()));
    return rows;
}

} // namespace

QString monthName(QDate month)
{
    return engine::language::locale().toString(month, QStringLiteral("MMMM yyyy"));
}

base::Result<void> writeMonth(const engine::MonthReport &report, const QString &file)
{
    const QString title = Words::tr("Messages in %1", "a month").arg(monthName(report.month));
    return writePdf(file, title, [&](QPainter &painter, const QRectF &page) {
        Sheet sheet(painter, page);
        sheet.text(title, 18, true, Qt::black, 1.5);
        sheet.text(engine::wording::monthInWords(report), 10, false, theme::muted(sheet.palette()), 5);
        sheet.heading(Words::tr("By campaign"));
        sheet.table(rowsOf(report, ReportBy::Campaign, Words::tr("Campaign")), columnMm);
        sheet.heading(Words::tr("By sender"));
        sheet.table(rowsOf(report, ReportBy::Sender, Words::tr("Sender")), columnMm);
        sheet.foot(Words::tr("Budstikke, %1", "time of the report")
                       .arg(models::when(QDateTime::currentMSecsSinceEpoch())));
    });
}

} // namespace gui
