// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/draft.h"

#include <QFileInfo>

namespace engine {
using namespace Qt::StringLiterals;

QString suggestedName(const Draft &draft, const QString &when)
{
    constexpr int longest = 40; // characters of what it is called after
    QString what = draft.text;
    if (!draft.recipients.listFile.isEmpty())
        what = QFileInfo(draft.recipients.listFile).completeBaseName();
    else if (!draft.recipients.groups.isEmpty())
        what = draft.recipients.groups.join(u", "_s);
    what = what.simplified().left(longest);
    if (draft.repeat != domain::Repeat::Once)
        return what;
    return QString(what + u' ' + when);
}

} // namespace engine
