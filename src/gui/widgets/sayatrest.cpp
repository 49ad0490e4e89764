// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/sayatrest.h"

#include <QAccessible>
#include <QLabel>
#include <QTimer>

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
        rest = new QTimer(label);
        rest->setObjectName(u"rest"_s);
        rest->setSingleShot(true);
        rest->setInterval(restMs);
        QObject::connect(rest, &QTimer::timeout, label, [label] {
            label->setAccessibleDescription(label->text()); // which tells of the change, too
        });
    }
    rest->start();
}

} // namespace gui
