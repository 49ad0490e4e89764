// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windowplaces.h"

#include "gui/savefile.h"

#include <QScreen>
#include <QWidget>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

const QString geometryKey = QStringLiteral("geometry");
constexpr QSize frame(8, 32); // pixels that a window manager may want around it
const QString lastFolderKey = QStringLiteral("lastFolder");

} // namespace

void restorePlaces(const Context &context, QWidget &window)
{
    setLastFolder(context.settings.value(lastFolderKey));
    const QString geometry = context.settings.value(geometryKey);
    window.restoreGeometry(QByteArray::fromBase64(geometry.toLatin1()));
    if (geometry.isEmpty())
        window.resize(QSize(1280, 740).boundedTo(window.screen()->availableSize() - frame));
}

void keepPlaces(Context &context, const QWidget &window)
{
    const QString geometry = QString::fromLatin1(window.saveGeometry().toBase64());
    context.engine.call(
        &context.engine,
        [geometry, folder = lastFolder()](engine::Settings &settings) {
            const auto kept = settings.setValue(geometryKey, geometry);
            return kept ? settings.setValue(lastFolderKey, folder) : kept;
        },
        [](const base::Result<void> &) {});
}

void bringForward(QWidget &window)
{
    window.show();
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.raise();
    window.activateWindow();
}

} // namespace gui
