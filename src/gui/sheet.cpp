// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sheet.h"

#include "gui/widgets/theme.h"

#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

constexpr int dotsPerInch = 150;

} // namespace

double mm(double length)
{
    return length * dotsPerInch / 25.4;
}

Sheet::Sheet(QPainter &painter, const QRectF &page)
    : m_painter(painter)
    , m_page(page)
    , m_y(page.top())
    , m_ink(Qt::black)
{
    m_light.setColor(QPalette::Window, Qt::white);
}

QFont Sheet::font(double points, bool bold)
{
    QFont font;
    font.setPointSizeF(points);
    font.setBold(bold);
    return font;
}

void Sheet::text(const QString &words, double points, bool bold, const QColor &colour, double afterMm)
{
    m_painter.setFont(font(points, bold));
    m_painter.setPen(colour);
    const QRectF room(m_page.left(), m_y, m_page.width(), m_page.bottom() - m_y);
    QRectF used;
    m_painter.drawText(room, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, words, &used);
    m_y += used.height() + mm(afterMm);
}

void Sheet::heading(const QString &words)
{
    m_y += mm(3);
    text(words, 11, true, m_ink, 1.5);
}

void Sheet::table(const QList<QStringList> &rows, double othersMm)
{
    const double height = mm(5.5);
    for (qsizetype row = 0; row < rows.size(); ++row) {
        const QStringList &cells = rows.at(row);
        const double first = m_page.width() - static_cast<double>(cells.size() - 1) * mm(othersMm);
        m_painter.setFont(font(9, row == 0 || row == rows.size() - 1)); // the heads and the sum
        m_painter.setPen(m_ink);
        m_painter.drawText(
            QRectF(m_page.left(), m_y, first, height), Qt::AlignLeft | Qt::AlignVCenter,
            m_painter.fontMetrics().elidedText(cells.constFirst(), Qt::ElideRight, static_cast<int>(first)));
        for (qsizetype column = 1; column < cells.size(); ++column) {
            const double x = m_page.left() + first + static_cast<double>(column - 1) * mm(othersMm);
            m_painter.drawText(QRectF(x, m_y, mm(othersMm), height), Qt::AlignRight | Qt::AlignVCenter,
                               cells.at(column));
        }
        m_y += height;
        m_painter.setPen(theme::hairline(m_light));
        m_painter.drawLine(QPointF(m_page.left(), m_y), QPointF(m_page.right(), m_y));
    }
    m_y += mm(3);
}

void Sheet::foot(const QString &words)
{
    m_painter.setFont(font(8, false));
    m_painter.setPen(theme::muted(m_light));
    m_painter.drawText(m_page, Qt::AlignBottom | Qt::AlignLeft, words);
}

base::Result<void> writePdf(const QString &file, const QString &title,
                            const std::function<void(QPainter &painter, const QRectF &page)> &draw)
{
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return base::Error{base::ErrorCode::FileUnwritable, file, {}};
    {
        QPdfWriter writer(&target);
        writer.setTitle(title);
        writer.setCreator(u"Budstikke"_s);
        writer.setResolution(dotsPerInch);
        writer.setPageSize(QPageSize(QPageSize::A4));
        constexpr int marginMm = 20;
        writer.setPageMargins(QMarginsF(marginMm, marginMm, marginMm, marginMm), QPageLayout::Millimeter);
        QPainter painter(&writer);
        draw(painter, QRectF(0, 0, writer.width(), writer.height()));
    }
    if (!target.commit())
        return base::Error{base::ErrorCode::FileUnwritable, file, {}};
    return {};
}

} // namespace gui
