// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/monthreport.h"

#include "domain/message.h"
#include "engine/language.h"
#include "engine/sheetexport.h"
#include "engine/wording.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QMap>

#include <algorithm>

namespace engine {
using namespace Qt::StringLiterals;
using storage::SentFigures;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MonthReport)
};

void join(SentFigures &sum, const SentFigures &part)
{
    // What nothing was sent for costs nothing, whatever its price was.
    const bool known = part.costOre || part.segments == 0;
    const bool soFar = sum.costOre || sum.segments == 0;
    sum.costOre =
        known && soFar ? std::optional(sum.costOre.value_or(0) + part.costOre.value_or(0)) : std::nullopt;
    sum.messages += part.messages;
    sum.segments += part.segments;
    sum.delivered += part.delivered;
    sum.failed += part.failed;
    sum.optOuts += part.optOuts;
}

QStringList cells(const SentFigures &figures)
{
    const QString kroner =
        figures.costOre ? QString::number(static_cast<double>(*figures.costOre) / 100, 'f', 2) : QString();
    return {QString::number(figures.messages),
            QString::number(figures.segments),
            kroner,
            QString::number(figures.delivered),
            QString::number(figures.failed),
            QString::number(figures.optOuts)};
}

} // namespace

QList<SentFigures> MonthReport::rows(ReportBy by) const
{
    QMap<std::pair<qint64, QString>, SentFigures> joined;
    for (const SentFigures &part : figures) {
        const bool campaign = by == ReportBy::Campaign;
        SentFigures &sum = joined[{campaign ? part.campaign : 0, campaign ? QString() : part.sender}];
        sum.campaign = campaign ? part.campaign : 0;
        sum.name = campaign ? part.name : QString();
        sum.sender = part.sender;
        join(sum, part);
    }
    QList<SentFigures> rows = joined.values();
    std::stable_sort(rows.begin(), rows.end(),
                     [](const SentFigures &a, const SentFigures &b) { return a.segments > b.segments; });
    return rows;
}

SentFigures MonthReport::total() const
{
    SentFigures sum;
    for (const SentFigures &part : figures)
        join(sum, part);
    return sum;
}

base::Result<MonthReport> monthReport(storage::Database &database, QDate month)
{
    MonthReport report;
    report.month = QDate(month.year(), month.month(), 1);
    auto figures = storage::sentFigures(database, report.month.startOfDay().toMSecsSinceEpoch(),
                                        report.month.addMonths(1).startOfDay().toMSecsSinceEpoch());
    if (!figures)
        return figures.error();
    report.figures = std::move(figures).value();
    return report;
}

base::Result<void> exportMonth(const MonthReport &report, const QString &file)
{
    const QStringList header{Words::tr("Campaign"), Words::tr("Sender"),  Words::tr("Messages"),
                             Words::tr("SMS"),      Words::tr("Kroner"),  Words::tr("Delivered"),
                             Words::tr("Failed"),   Words::tr("Opt-outs")};
    auto sheet = SheetExport::create(file, header, report.figures.size() + 1, {});
    if (!sheet)
        return sheet.error();
    for (const SentFigures &figures : report.figures)
        sheet.value().add(QStringList{figures.name, figures.sender} + cells(figures));
    sheet.value().add(QStringList{Words::tr("In all"), QString()} + cells(report.total()));
    const auto written = sheet.value().finish();
    return written ? base::Result<void>() : base::Result<void>(written.error());
}

namespace wording {

QString kroner(std::optional<qint64> ore)
{
    return ore ? language::locale().toString(static_cast<double>(*ore) / 100, 'f', 2) : u"–"_s;
}

QString reportName(const SentFigures &figures, ReportBy by)
{
    if (by == ReportBy::Sender)
        return figures.sender.isEmpty() ? Words::tr("(no sender)") : figures.sender;
    return figures.campaign == 0 ? Words::tr("(opted out without a message)") : figures.name;
}

QString monthInWords(const MonthReport &report)
{
    const SentFigures total = report.total();
    QStringList words{Words::tr("%n SMS", nullptr, static_cast<int>(total.segments))};
    if (total.costOre)
        words.append(Words::tr("about %1 kr").arg(kroner(total.costOre)));
    words += {count(domain::StateGroup::Delivered, total.delivered),
              count(domain::StateGroup::Failed, total.failed),
              Words::tr("%n opt-outs", nullptr, static_cast<int>(total.optOuts))};
    return words.join(u" · "_s);
}

} // namespace wording

} // namespace engine
