// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/grouplist.h"

#include "models/contactmodel.h"

#include <QDropEvent>
#include <QMimeData>

namespace gui {

GroupList::GroupList(QWidget *parent)
    : QListWidget(parent)
{
    setAcceptDrops(true);
    setDropIndicatorShown(false);
}

QString GroupList::groupUnder(const QDropEvent *event) const
{
    const QListWidgetItem *item = itemAt(event->position().toPoint());
    const bool takes = item && event->mimeData()->hasFormat(models::chosenContactsType());
    return takes ? item->data(GroupRole).toString() : QString();
}

void GroupList::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(models::chosenContactsType()))
        event->acceptProposedAction();
    else
        event->ignore(); // a file is the page's
}

void GroupList::dragMoveEvent(QDragMoveEvent *event)
{
    if (groupUnder(event).isEmpty())
        event->ignore();
    else
        event->acceptProposedAction();
}

void GroupList::dropEvent(QDropEvent *event)
{
    const QString group = groupUnder(event);
    if (group.isEmpty())
        return event->ignore();
    event->setDropAction(Qt::CopyAction);
    event->accept();
    Q_EMIT contactsDropped(group);
}

} // namespace gui
