// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/deliverychart.h"

#include "engine/language.h"
#include "gui/widgets/theme.h"
#include "models/when.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QPainter>

#include <algorithm>

namespace gui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gui::DeliveryChart)
};

QString timeOf(qint64 ms, const storage::Deliveries &deliveries)
{
    return models::sameDay(deliveries.firstMs, deliveries.lastMs) ? models::timeToTheSecond(ms)
                                                                  : models::when(ms);
}

} // namespace

QString deliveriesCaption(const storage::Deliveries &deliveries)
{
    if (deliveries.counts.isEmpty())
        return Words::tr("No deliveries yet");
    return Words::tr("Deliveries, %1 to %2")
        .arg(timeOf(deliveries.firstMs, deliveries), timeOf(deliveries.lastMs, deliveries));
}

QString deliveriesInWords(const storage::Deliveries &deliveries)
{
    const QLocale locale = engine::language::locale();
    const auto spans = deliveries.counts.size();
    QStringList sentences;
    for (qsizetype i = 0; i < spans; ++i) {
        const qint64 length = deliveries.lastMs - deliveries.firstMs + 1;
        sentences.append(Words::tr("From %1: %2 delivered.", "time, number")
                             .arg(timeOf(deliveries.firstMs + i * length / spans, deliveries),
                                  locale.toString(deliveries.counts.at(i))));
    }
    return sentences.join(QLatin1Char(' '));
}

DeliveryChart::DeliveryChart(QWidget *parent)
    : QFrame(parent)
{
    setProperty("card", true);
    setBackgroundRole(QPalette::Base);
    setMinimumHeight(80);
}

void DeliveryChart::setDeliveries(const storage::Deliveries &deliveries)
{
    m_columns = deliveries.counts;
    m_caption = deliveriesCaption(deliveries);
    setAccessibleName(m_caption);
    setAccessibleDescription(deliveriesInWords(deliveries));
    setToolTip(deliveriesInWords(deliveries).replace(QLatin1String(". "), QLatin1String(".\n")));
    update();
}

void DeliveryChart::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setPen(theme::muted(palette()));
    painter.setFont(theme::small(font()));
    const QRect inner = rect().adjusted(12, 8, -12, -8);
    const int caption = painter.fontMetrics().height();
    painter.drawText(inner, Qt::AlignTop | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_caption, Qt::ElideRight, inner.width()));
    if (m_columns.isEmpty())
        return;
    const qint64 most = qMax<qint64>(1, *std::max_element(m_columns.cbegin(), m_columns.cend()));
    const QRectF area = QRectF(inner).adjusted(0, caption + 6, 0, 0);
    const double slot = area.width() / columns;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        const double height =
            area.height() * static_cast<double>(m_columns.at(i)) / static_cast<double>(most);
        painter.fillRect(
            QRectF(area.left() + static_cast<double>(i) * slot, area.bottom() - height, slot - 4, height),
            theme::delivered(palette()));
    }
}

} // namespace gui
