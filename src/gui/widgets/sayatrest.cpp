// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/sayatrest.h"

#include "gui/oneshot.h"

#include <QAccessible>
#include <QLabel>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

constexpr int restMs = 1000;

} // namespace

void sayAtRest(QLabel *label, const QString &words)
{
    if (label->text() == words)
        return;
    label->setText(words);
    auto *rest = label->findChild<QTimer *>(u"rest"_s);
    if (!rest) {
        rest = new OneShot(restMs, label);
        rest->setObjectName(u"rest"_s);
        QObject::connect(rest, &QTimer::timeout, label, [label] {
            label->setAccessibleDescription(label->text()); // which tells of the change, too
        });
    }
    rest->start();
}

} // namespace gui
