// SPDX-License-Identifier: GPL-3.0-or-later
// What a form calls by a name; a test that asks for one that is not there ends.
#pragma once

#include <QObject>
#include <QString>

namespace support {

template <typename T>
T *child(const QObject &of, const char *name)
{
    T *found = of.findChild<T *>(QString::fromLatin1(name));
    if (!found)
        qFatal("There is no %s", name);
    return found;
}

} // namespace support
