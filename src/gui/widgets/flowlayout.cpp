// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/flowlayout.h"

#include "gui/widgets/theme.h"

#include <QWidget>

namespace gui {

namespace {

bool isShown(const QLayoutItem *item)
{
    return !item->isEmpty(); // hidden widgets take no place
}

} // namespace

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(theme::grid);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange({0, 0, width, 0}, false);
}

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!isShown(item))
            continue;
        size.rwidth() += item->sizeHint().width() + (size.width() > 0 ? spacing() : 0);
        size.setHeight(std::max(size.height(), item->sizeHint().height()));
    }
    return size;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (isShown(item))
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool apply) const
{
    int y = rect.y();
    qsizetype at = 0;
    while (at < m_items.size()) {
        // A line: as many as fit, at least one.
        QList<QLayoutItem *> line;
        int used = 0;
        int height = 0;
        bool expands = false;
        for (; at < m_items.size(); ++at) {
            QLayoutItem *item = m_items.at(at);
            if (!isShown(item))
                continue;
            const int width = item->sizeHint().width() + (line.isEmpty() ? 0 : spacing());
            if (!line.isEmpty() && used + width > rect.width())
                break;
            line.append(item);
            used += width;
            expands = expands || item->expandingDirections().testFlag(Qt::Horizontal);
        }
        if (line.isEmpty())
            break;
        const int left = std::max(0, rect.width() - used);
        QList<int> widths;
        for (QLayoutItem *item : std::as_const(line)) {
            int width = std::min(item->sizeHint().width(), rect.width());
            if (expands && item->expandingDirections().testFlag(Qt::Horizontal)) {
                width += left;
                expands = false; // the first one takes it
            }
            widths.append(width);
            height = std::max(height, item->hasHeightForWidth() ? item->heightForWidth(width)
                                                                : item->sizeHint().height());
        }
        if (apply) {
            int x = rect.x();
            for (qsizetype i = 0; i < line.size(); ++i) {
                QLayoutItem *item = line.at(i);
                const int own = item->hasHeightForWidth() ? item->heightForWidth(widths.at(i))
                                                          : std::min(height, item->sizeHint().height());
                item->setGeometry({x, y + (height - own) / 2, widths.at(i), own});
                x += widths.at(i) + spacing();
            }
        }
        y += height + spacing();
    }
    return std::max(0, y - rect.y() - spacing());
}

} // namespace gui
