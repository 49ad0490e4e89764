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
    const bool waits =
        state == MessageState::Scheduled || state == MessageState::Queued || state == MessageState::Accepted;
    return waits ? u"…"_s : theme::signOf(domain::groupOf(state));
}

void StateDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
    if (index.column() != m_stateColumn)
        return;
    const auto state = static_cast<domain::MessageState>(index.data(models::MessageModel::StateRole).toInt());
    option->text = QString(sign(state) + u' ' + option->text);
    const QColor colour = theme::ofGroup(domain::groupOf(state), option->palette);
    if (colour != theme::underWay(option->palette)) {
        option->palette.setColor(QPalette::Text, colour);
    }
}

} // namespace gui
