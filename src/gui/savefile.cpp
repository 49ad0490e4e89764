// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/savefile.h"

#include "gui/question.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

constexpr const char *lastFolderName = "lastFolder";

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gui::SaveFile)
};

} // namespace

// Of the whole program, as Qt's own memory of it is.
QString lastFolder()
{
    const QString last = qApp->property(lastFolderName).toString();
    return !last.isEmpty() && QFileInfo(last).isDir()
               ? last
               : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

void setLastFolder(const QString &folder)
{
    qApp->setProperty(lastFolderName, folder);
}

QString askForExistingFile(QWidget *parent, const QString &title, const QString &filter,
                           const QString &current)
{
    const QString file =
        QFileDialog::getOpenFileName(parent, title, current.isEmpty() ? lastFolder() : current, filter);
    if (!file.isEmpty())
        setLastFolder(QFileInfo(file).absolutePath());
    return file;
}

QString withSuffix(const QString &file, const QString &proposed, const QString &filter)
{
    // A date's dots are no suffix: one that the filter does not name is part of the name.
    const QString suffix = QFileInfo(file).suffix().toLower();
    const bool named = filter.contains(u"*.%1 "_s.arg(suffix)) || filter.contains(u"*.%1)"_s.arg(suffix));
    const bool any = filter.isEmpty() || filter.contains("(*)"_L1);
    const bool known = !suffix.isEmpty() && (named || any);
    return known || file.isEmpty() ? file : QString(file + u'.' + QFileInfo(proposed).suffix());
}

QString askForFile(QWidget *parent, const QString &title, const QString &proposed, const QString &filter)
{
    const QString chosen =
        QFileDialog::getSaveFileName(parent, title, QDir(lastFolder()).filePath(proposed), filter);
    const QString file = withSuffix(chosen, proposed, filter);
    if (!file.isEmpty())
        setLastFolder(QFileInfo(file).absolutePath());
    if (file == chosen || !QFileInfo::exists(file)) // what was chosen has been asked about
        return file;
    Question question;
    question.title = title;
    question.words = Words::tr("%1 already exists. Replace it?").arg(QFileInfo(file).fileName());
    question.answers = {{Words::tr("Replace"), Answer::Destroy}, {Words::tr("Cancel"), Answer::Leave}};
    return agreed(parent, question) ? file : QString();
}

} // namespace gui
