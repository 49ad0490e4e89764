// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/pagelist.h"

#include "engine/language.h"
#include "gui/widgets/badge.h"
#include "gui/widgets/theme.h"

#include <QEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

constexpr int unreadRole = Qt::UserRole + 1;

class BadgeDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        if (index.data(unreadRole).toLongLong() > 0)
            size.rwidth() += 4 * option.fontMetrics.averageCharWidth();
        return size;
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const qint64 unread = index.data(unreadRole).toLongLong();
        if (unread == 0)
            return;
        const QString words = engine::language::locale().toString(unread);
        painter->save();
        painter->setFont(theme::small(option.font));
        const int height = painter->fontMetrics().height();
        const int width = qMax(height, painter->fontMetrics().horizontalAdvance(words) + height / 2) + 6;
        const QRect badge(option.rect.right() - width - theme::grid, option.rect.center().y() - height / 2,
                          width, height);
        drawBadge(painter, badge, words, option.palette);
        painter->restore();
    }
};

} // namespace

PageList::PageList(QWidget *parent)
    : QListWidget(parent)
{
    setFrameShape(QFrame::NoFrame);
    setIconSize(QSize(20, 20));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setItemDelegate(new BadgeDelegate(this));
}

void PageList::rename(int row, const QString &title, qint64 unread)
{
    QListWidgetItem *page = item(row);
    page->setText(title);
    page->setData(unreadRole, unread);
    page->setData(Qt::AccessibleTextRole,
                  unread == 0
                      ? title
                      : tr("%1 %2", "page, unread").arg(title, engine::language::locale().toString(unread)));
    reachTheFoot();
    updateGeometry();
}

QSize PageList::sizeHint() const
{
    return {qMax(176, sizeHintForColumn(0) + 20), 300};
}

// The last row takes all that is left, and shows only at the lower end of it.
void PageList::reachTheFoot()
{
    if (count() == 0)
        return;
    QListWidgetItem *last = item(count() - 1);
    last->setData(Qt::SizeHintRole, {});
    QSize size = sizeHintForIndex(indexFromItem(last));
    size.setHeight(qMax(size.height(), viewport()->height() - (count() - 1) * sizeHintForRow(0)));
    last->setSizeHint(size);
}

QRect PageList::visualRect(const QModelIndex &index) const
{
    QRect rect = QListWidget::visualRect(index);
    if (count() > 1 && index.row() == count() - 1)
        rect.setTop(rect.bottom() + 1 - qMin(rect.height(), sizeHintForRow(0)));
    return rect;
}

void PageList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        reachTheFoot();
        updateGeometry();
    }
}

void PageList::resizeEvent(QResizeEvent *event)
{
    QListWidget::resizeEvent(event);
    reachTheFoot();
}

} // namespace gui
