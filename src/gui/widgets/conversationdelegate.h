// SPDX-License-Identifier: GPL-3.0-or-later
// A conversation in two lines: who and when, then what was said last; unread in bold with its count.
#pragma once

#include <QStyledItemDelegate>

namespace gui {

class ConversationDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace gui
