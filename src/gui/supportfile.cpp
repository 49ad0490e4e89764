// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/supportfile.h"

#include "engine/support.h"
#include "engine/wording.h"
#include "gui/question.h"
#include "gui/savefile.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gui::SupportFile)
};

} // namespace

void collectForSupport(Context &context, QWidget *parent)
{
    const QString file = askForFile(parent, Words::tr("Collect for support"), u"budstikke-support.txt"_s,
                                    Words::tr("Text (*.txt)"));
    if (file.isEmpty())
        return;
    const auto profile = engine::Profile::at(QFileInfo(context.reader.file()).path());
    const auto collected = profile ? engine::collectForSupport(*profile, &context.reader, file)
                                   : base::Result<void>(profile.error());
    if (!collected)
        return warn(parent, engine::wording::sentence(collected.error()));
    Question done;
    done.words = Words::tr("%1 has been saved.").arg(QFileInfo(file).fileName());
    done.more = Words::tr("It holds no texts, numbers or passwords. Read it before you send it.");
    done.answers = {{Words::tr("OK"), Answer::Leave}};
    ask(parent, done);
}

} // namespace gui
