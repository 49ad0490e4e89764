// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/campaignreport.h"

#include "engine/eventwording.h"
#include "engine/language.h"
#include "engine/sentwording.h"
#include "engine/wording.h"
#include "gui/sheet.h"
#include "gui/widgets/deliverychart.h"
#include "gui/widgets/figure.h"
#include "gui/widgets/statebar.h"
#include "gui/widgets/theme.h"
#include "models/when.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QPainter>

#include <algorithm>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype historyShown = 10; // the last ones
constexpr qsizetype textShown = 1600;  // an SMS of ten parts has 1530

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gui::CampaignReport)
};

class CampaignSheet final : public Sheet
{
public:
    using Sheet::Sheet;

    void figures(const domain::Progress &progress)
    {
        const QList<domain::StateGroup> groups = shownFigures(progress);
        const double slot = page().width() / static_cast<double>(qMax<qsizetype>(5, groups.size()));
        double x = page().left();
        for (const domain::StateGroup group : groups) {
            const qint64 count = progress.of(group);
            painter().setPen(count > 0 ? figureColour(group, palette()) : theme::muted(palette()));
            painter().setFont(font(22, true));
            painter().drawText(QRectF(x, y(), slot, mm(11)), Qt::AlignLeft,
                               engine::language::locale().toString(count));
            painter().setFont(font(9, false));
            painter().setPen(ink());
            painter().drawText(QRectF(x, y() + mm(11), slot, mm(5)), Qt::AlignLeft,
                               QString(theme::signOf(group) + u' ' + engine::wording::group(group)));
            x += slot;
        }
        down(mm(19));
        stateBar(progress);
    }

    void deliveries(const storage::Deliveries &deliveries)
    {
        text(deliveriesCaption(deliveries), 9, false, theme::muted(palette()), 1);
        if (deliveries.counts.isEmpty())
            return;
        const double height = mm(28);
        const auto most =
            static_cast<double>(*std::max_element(deliveries.counts.cbegin(), deliveries.counts.cend()));
        const double slot = page().width() / static_cast<double>(deliveries.counts.size());
        painter().setFont(font(8, false));
        painter().setPen(ink());
        for (qsizetype i = 0; i < deliveries.counts.size(); ++i) {
            const auto count = static_cast<double>(deliveries.counts.at(i));
            const double column = (height - mm(5)) * count / qMax(1.0, most);
            const double x = page().left() + static_cast<double>(i) * slot;
            painter().fillRect(QRectF(x, y() + height - column, slot * 0.8, column),
                               theme::delivered(palette()));
            if (count > 0)
                painter().drawText(QRectF(x, y() + height - column - mm(5), slot * 0.8, mm(5)),
                                   Qt::AlignHCenter | Qt::AlignBottom,
                                   engine::language::locale().toString(deliveries.counts.at(i)));
        }
        painter().setPen(theme::hairline(palette()));
        painter().drawLine(QPointF(page().left(), y() + height), QPointF(page().right(), y() + height));
        down(height + mm(3));
    }

private:
    void stateBar(const domain::Progress &progress)
    {
        const QRectF bar(page().left(), y(), page().width(), mm(4));
        paintShares(&painter(), bar, progress, palette(), false);
        down(mm(8));
    }
};

QString facts(const domain::Campaign &campaign, std::optional<qint64> unsentSegments)
{
    QStringList facts{engine::wording::state(campaign.state),
                      Words::tr("from %1", "sender").arg(campaign.sender),
                      Words::tr("%n recipients", nullptr, static_cast<int>(campaign.recipients))};
    facts += engine::wording::sentFacts(campaign, unsentSegments);
    return facts.join(u" · "_s);
}

QString times(const domain::Campaign &campaign)
{
    QStringList times{Words::tr("Created %1", "time").arg(models::when(campaign.createdMs))};
    if (campaign.startAtMs)
        times.append(Words::tr("Planned for %1", "time").arg(models::when(*campaign.startAtMs)));
    if (campaign.startedMs)
        times.append(Words::tr("Started %1", "time").arg(models::when(*campaign.startedMs)));
    if (campaign.finishedMs)
        times.append(Words::tr("Ended %1", "time").arg(models::when(*campaign.finishedMs)));
    return times.join(u" · "_s);
}

} // namespace

base::Result<void> writeReport(const domain::Campaign &campaign, const models::CampaignWalk &walk,
                               const QList<domain::HistoryEntry> &history, const QString &file)
{
    return writePdf(file, campaign.name, [&](QPainter &painter, const QRectF &page) {
        CampaignSheet sheet(painter, page);
        const QColor muted = theme::muted(sheet.palette());
        sheet.text(campaign.name.left(150), 18, true, Qt::black, 1.5);
        sheet.text(facts(campaign, walk.unsentSegments), 10, false, muted, 1);
        sheet.text(times(campaign), 10, false, muted, 5);
        sheet.figures(domain::Progress(campaign));
        sheet.deliveries(walk.deliveries);
        sheet.heading(Words::tr("Text", "of a message"));
        sheet.text(campaign.text.left(textShown), 9.5, false, Qt::black, 1);
        if (!history.isEmpty()) {
            sheet.heading(Words::tr("History"));
            for (const domain::HistoryEntry &entry :
                 history.mid(qMax<qsizetype>(0, history.size() - historyShown)))
                sheet.text(
                    Words::tr("%1   %2   %3", "when, what was done, by whom")
                        .arg(models::when(entry.atMs), engine::wording::history(entry).left(110), entry.who),
                    9, false, Qt::black, 0.5);
        }
        sheet.foot(Words::tr("Budstikke, %1", "time of the report")
                       .arg(models::when(QDateTime::currentMSecsSinceEpoch())));
    });
}

} // namespace gui
