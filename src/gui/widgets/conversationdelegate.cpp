// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/conversationdelegate.h"

#include "engine/language.h"
#include "gui/widgets/badge.h"
#include "gui/widgets/theme.h"
#include "models/conversationmodel.h"

#include <QApplication>
#include <QPainter>

namespace gui {

using models::ConversationModel;

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.averageCharWidth() * 24, 2 * option.fontMetrics.height() + 3 * theme::grid};
}

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    QStyleOptionViewItem plain = option;
    initStyleOption(&plain, index);
    plain.text.clear();
    const QWidget *widget = option.widget;
    const QStyle *style = widget ? widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &plain, painter, widget);

    painter->save();
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const QColor ink = option.palette.color(chosen ? QPalette::HighlightedText : QPalette::Text);
    const QColor faint = theme::muted(option.palette);
    const int unread = index.data(ConversationModel::UnreadRole).toInt();
    const QRect area = option.rect.adjusted(12, theme::grid, -12, -theme::grid);
    const int line = option.fontMetrics.height();

    const QString time = index.data(ConversationModel::TimeRole).toString();
    painter->setFont(theme::small(option.font));
    painter->setPen(faint);
    const int timeWidth = painter->fontMetrics().horizontalAdvance(time) + theme::grid;
    painter->drawText(QRect(area.left(), area.top(), area.width(), line), Qt::AlignRight | Qt::AlignVCenter,
                      time);

    QFont font(option.font);
    font.setWeight(unread > 0 ? QFont::Bold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(ink);
    const QRect nameArea(area.left(), area.top(), area.width() - timeWidth, line);
    painter->drawText(nameArea, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data(ConversationModel::NameRole).toString(),
                                                        Qt::ElideRight, nameArea.width()));

    QRect textArea(area.left(), area.bottom() - line + 1, area.width(), line);
    if (unread > 0) {
        const QString count = engine::language::locale().toString(unread);
        const int width = qMax(line, painter->fontMetrics().horizontalAdvance(count) + line / 2);
        const QRect badge(area.right() - width, textArea.top(), width, line);
        drawBadge(painter, badge, count, option.palette);
        textArea.setRight(badge.left() - theme::grid);
    }
    painter->setPen(unread > 0 ? ink : faint);
    painter->drawText(textArea, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data(ConversationModel::TextRole).toString(),
                                                        Qt::ElideRight, textArea.width()));
    painter->restore();
}

} // namespace gui
