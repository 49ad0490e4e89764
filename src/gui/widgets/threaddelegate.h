// SPDX-License-Identifier: GPL-3.0-or-later
// One piece of a conversation: a bubble at the left (theirs) or right (ours) with its time and state
// beneath, small pictures of what they sent, or a quiet line for what a rule did.
#pragma once

#include <QStyledItemDelegate>

namespace gui {

class ThreadDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Shape;
    static Shape shapeOf(const QStyleOptionViewItem &option, const QModelIndex &index);
};

} // namespace gui
