// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/droppedfile.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>

namespace gui {

void acceptFiles(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

QString droppedFile(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.isEmpty() || !urls.constFirst().isLocalFile())
        return {};
    event->acceptProposedAction();
    return urls.constFirst().toLocalFile();
}

} // namespace gui
