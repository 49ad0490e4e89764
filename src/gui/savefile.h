// SPDX-License-Identifier: GPL-3.0-or-later
// The question where a file is to be written.
#pragma once

#include <QString>

class QWidget;

namespace gui {

// Empty: thought better of it. A file that is there is replaced only after a question.
QString askForFile(QWidget *parent, const QString &title, const QString &proposed,
                   const QString &filter = {});
// The file with the proposed one's suffix, unless it has one that the filter names.
QString withSuffix(const QString &file, const QString &proposed, const QString &filter);

} // namespace gui
