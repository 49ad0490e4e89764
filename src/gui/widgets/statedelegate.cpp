// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/statedelegate.h"

#include "gui/widgets/theme.h"

namespace gui {
using namespace Qt::StringLiterals;

StateDelegate::StateDelegate(QObject *parent, int stateColumn)
    : QStyledItemDelegate(parent)
    , m_stateColumn(stateColumn)
{
}

QString StateDelegate::sign(domain::MessageState state)
{
    using domain::MessageState;
    switch (state) {
    case MessageState::Delivered:
        return u"✓"_s;
    case MessageState::Failed:
    case MessageState::Refused:
        return u"✕"_s;
    case MessageState::Uncertain:
    case MessageState::Duplicate:
        return u"?"_s;
    case MessageState::Held:
        return u"‖"_s;
    case MessageState::Cancelled:
        return u"–"_s;
    case MessageState::WithOperator:
    case MessageState::Sending:
        return u"→"_s;
    default:
        return u"…"_s;
    }
}

void StateDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
    if (index.column() != m_stateColumn)
        return;
    const auto state = static_cast<domain::MessageState>(index.data(models::MessageModel::StateRole).toInt());
    option->text = QString(sign(state) + u' ' + option->text);
    const QColor colour = theme::ofState(state, option->palette);
    if (colour != theme::underWay(option->palette)) {
        option->palette.setColor(QPalette::Text, colour);
    }
}

} // namespace gui
