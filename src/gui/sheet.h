// SPDX-License-Identifier: GPL-3.0-or-later
// One page of paper, drawn from the top to the bottom: what the printed reports have in common.
#pragma once

#include "base/result.h"

#include <QFont>
#include <QPalette>
#include <QRectF>

#include <functional>

class QPainter;

namespace gui {

double mm(double length); // in the dots of a sheet

class Sheet
{
public:
    Sheet(QPainter &painter, const QRectF &page);

    const QPalette &palette() const { return m_light; } // paper is light, whatever the window is
    void text(const QString &words, double points, bool bold, const QColor &colour, double afterMm);
    void heading(const QString &words);
    // Rows beneath heads; the first column takes the room that the others, so wide in mm, leave.
    void table(const QList<QStringList> &rows, double othersMm);
    void foot(const QString &words); // at the page's end

protected:
    static QFont font(double points, bool bold);
    QPainter &painter() { return m_painter; }
    const QRectF &page() const { return m_page; }
    const QColor &ink() const { return m_ink; }
    double y() const { return m_y; }
    void down(double dots) { m_y += dots; }

private:
    QPainter &m_painter;
    const QRectF m_page;
    double m_y;
    const QColor m_ink;
    QPalette m_light;
};

// A PDF of one A4 page. FileUnwritable.
base::Result<void> writePdf(const QString &file, const QString &title,
                            const std::function<void(QPainter &painter, const QRectF &page)> &draw);

} // namespace gui
