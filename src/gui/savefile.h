// SPDX-License-Identifier: GPL-3.0-or-later
// The questions which file is to be read, and where one is to be written. Each begins in the folder of the
// last choice, the first of all in Documents.
#pragma once

#include <QString>

class QWidget;

namespace gui {

// Empty: thought better of it. `current`: what was chosen before.
QString askForExistingFile(QWidget *parent, const QString &title, const QString &filter = {},
                           const QString &current = {});
// A file that is there is replaced only after a question.
QString askForFile(QWidget *parent, const QString &title, const QString &proposed,
                   const QString &filter = {});
// Kept from run to run by who opens the window.
QString lastFolder();
void setLastFolder(const QString &folder);
// The file with the proposed one's suffix, unless it has one that the filter names.
QString withSuffix(const QString &file, const QString &proposed, const QString &filter);

} // namespace gui
