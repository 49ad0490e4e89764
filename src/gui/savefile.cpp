// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/savefile.h"

#include "gui/question.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gui::SaveFile)
};

} // namespace

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
    const QString chosen = QFileDialog::getSaveFileName(parent, title, proposed, filter);
    const QString file = withSuffix(chosen, proposed, filter);
    if (file == chosen || !QFileInfo::exists(file)) // what was chosen has been asked about
        return file;
    Question question;
    question.title = title;
    question.words = Words::tr("%1 already exists. Replace it?").arg(QFileInfo(file).fileName());
    question.answers = {{Words::tr("Replace"), Answer::Destroy}, {Words::tr("Cancel"), Answer::Leave}};
    return agreed(parent, question) ? file : QString();
}

} // namespace gui
