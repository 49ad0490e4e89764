// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/campaignreport.h"

#include "engine/eventwording.h"
#include "engine/language.h"
#include "engine/wording.h"
#include "gui/widgets/deliverychart.h"
#include "gui/widgets/figure.h"
#include "gui/widgets/statebar.h"
#include "gui/widgets/theme.h"
#include "models/when.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QPainter>
#include <QPalette>
#include <QPdfWriter>
#include <QSaveFile>

#include <algorithm>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

constexpr int dotsPerInch = 150;
constexpr int marginMm = 20;
constexpr qsizetype historyShown = 10; // the last ones
constexpr qsizetype textShown = 1600;  // an SMS of ten parts has 1530

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gui::CampaignReport)
};

double mm(double length)
{
    return length * dotsPerInch / 25.4;
}

// Draws from the top to the bottom of one page.
class Sheet
{
public:
    Sheet(QPainter &painter, const QRectF &page)
        : m_painter(painter)
        , m_page(page)
        , m_y(page.top())
        , m_ink(Qt::black)
    {
        m_light.setColor(QPalette::Window, Qt::white); // paper is light, whatever the window is
    }

    const QPalette &palette() const { return m_light; }

    void text(const QString &words, double points, bool bold, const QColor &colour, double afterMm)
    {
        m_painter.setFont(font(points, bold));
        m_painter.setPen(colour);
        const QRectF room(m_page.left(), m_y, m_page.width(), m_page.bottom() - m_y);
        QRectF used;
        m_painter.drawText(room, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, words, &used);
        m_y += used.height() + mm(afterMm);
    }

    void heading(const QString &words)
    {
        m_y += mm(3);
        text(words, 11, true, m_ink, 1.5);
    }

    void figures(const domain::Progress &progress)
    {
        const QList<domain::StateGroup> groups = shownFigures(progress);
        const double slot = m_page.width() / static_cast<double>(qMax<qsizetype>(5, groups.size()));
        double x = m_page.left();
        for (const domain::StateGroup group : groups) {
            const qint64 count = progress.of(group);
            m_painter.setPen(count > 0 ? figureColour(group, m_light) : theme::muted(m_light));
            m_painter.setFont(font(22, true));
            m_painter.drawText(QRectF(x, m_y, slot, mm(11)), Qt::AlignLeft,
                               engine::language::locale().toString(count));
            m_painter.setFont(font(9, false));
            m_painter.setPen(m_ink);
            m_painter.drawText(QRectF(x, m_y + mm(11), slot, mm(5)), Qt::AlignLeft,
                               QString(theme::signOf(group) + u' ' + engine::wording::group(group)));
            x += slot;
        }
        m_y += mm(19);
        stateBar(progress);
    }

    void deliveries(const storage::Deliveries &deliveries)
    {
        text(deliveriesCaption(deliveries), 9, false, theme::muted(m_light), 1);
        if (deliveries.counts.isEmpty())
            return;
        const double height = mm(28);
        const auto most =
            static_cast<double>(*std::max_element(deliveries.counts.cbegin(), deliveries.counts.cend()));
        const double slot = m_page.width() / static_cast<double>(deliveries.counts.size());
        m_painter.setFont(font(8, false));
        m_painter.setPen(m_ink);
        for (qsizetype i = 0; i < deliveries.counts.size(); ++i) {
            const auto count = static_cast<double>(deliveries.counts.at(i));
            const double column = (height - mm(5)) * count / qMax(1.0, most);
            const double x = m_page.left() + static_cast<double>(i) * slot;
            m_painter.fillRect(QRectF(x, m_y + height - column, slot * 0.8, column),
                               theme::delivered(m_light));
            if (count > 0)
                m_painter.drawText(QRectF(x, m_y + height - column - mm(5), slot * 0.8, mm(5)),
                                   Qt::AlignHCenter | Qt::AlignBottom,
                                   engine::language::locale().toString(deliveries.counts.at(i)));
        }
        m_painter.setPen(theme::hairline(m_light));
        m_painter.drawLine(QPointF(m_page.left(), m_y + height), QPointF(m_page.right(), m_y + height));
        m_y += height + mm(3);
    }

    void foot(const QString &words)
    {
        m_painter.setFont(font(8, false));
        m_painter.setPen(theme::muted(m_light));
        m_painter.drawText(m_page, Qt::AlignBottom | Qt::AlignLeft, words);
    }

private:
    static QFont font(double points, bool bold)
    {
        QFont font;
        font.setPointSizeF(points);
        font.setBold(bold);
        return font;
    }

    void stateBar(const domain::Progress &progress)
    {
        const QRectF bar(m_page.left(), m_y, m_page.width(), mm(4));
        paintShares(&m_painter, bar, progress, m_light, false);
        m_y += mm(8);
    }

    QPainter &m_painter;
    const QRectF m_page;
    double m_y;
    const QColor m_ink;
    QPalette m_light;
};

QString facts(const domain::Campaign &campaign)
{
    const QLocale locale = engine::language::locale();
    QStringList facts{engine::wording::state(campaign.state),
                      Words::tr("from %1", "sender").arg(campaign.sender),
                      Words::tr("%n recipients", nullptr, static_cast<int>(campaign.recipients)),
                      Words::tr("%1 SMS").arg(locale.toString(campaign.segments))};
    if (campaign.costOre)
        facts.append(Words::tr("about %1 kr")
                         .arg(locale.toString(static_cast<double>(*campaign.costOre) / 100, 'f', 2)));
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

base::Result<void> writeReport(const domain::Campaign &campaign, const storage::Deliveries &deliveries,
                               const QList<domain::HistoryEntry> &history, const QString &file)
{
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return base::Error{base::ErrorCode::FileUnwritable, file, {}};
    {
        QPdfWriter writer(&target);
        writer.setTitle(campaign.name);
        writer.setCreator(u"Budstikke"_s);
        writer.setResolution(dotsPerInch);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(marginMm, marginMm, marginMm, marginMm), QPageLayout::Millimeter);
        QPainter painter(&writer);
        Sheet sheet(painter, QRectF(0, 0, writer.width(), writer.height()));
        const QColor muted = theme::muted(sheet.palette());
        sheet.text(campaign.name.left(150), 18, true, Qt::black, 1.5);
        sheet.text(facts(campaign), 10, false, muted, 1);
        sheet.text(times(campaign), 10, false, muted, 5);
        sheet.figures(domain::Progress(campaign));
        sheet.deliveries(deliveries);
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
    }
    if (!target.commit())
        return base::Error{base::ErrorCode::FileUnwritable, file, {}};
    return {};
}

} // namespace gui
