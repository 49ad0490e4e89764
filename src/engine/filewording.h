// SPDX-License-Identifier: GPL-3.0-or-later
// How a file was read, and why it could not be read or written.
#pragma once

#include "engine/listintake.h"

#include <QString>
#include <QStringList>

namespace engine::wording {

QString unwritable(const base::Error &error); // FileUnwritable's: the file, or what it lacks
QString unreadable(const base::Error &error); // FileUnreadable's: what is wrong, what to do
QStringList howRead(const ListFound &list);   // which sheet, rows and columns of it
QString unknownRange(qint64 numbers);         // possible ones that are not known as valid
QString listNote(listfiles::Finding finding); // empty: said elsewhere

} // namespace engine::wording
