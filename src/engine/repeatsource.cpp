// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/repeatsource.h"

#include "engine/draftjson.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace engine {

QString sourceOf(const Recipients &recipients)
{
    Recipients read = recipients;
    read.typed.clear();
    if (!read.listFile.isEmpty())
        read.listFile = QFileInfo(read.listFile).absoluteFilePath();
    return QString::fromUtf8(QJsonDocument(toJson(read)).toJson(QJsonDocument::Compact));
}

Draft draftOf(const domain::Campaign &campaign)
{
    Draft draft;
    draft.name = campaign.name;
    draft.account = campaign.account;
    draft.sender = campaign.sender;
    draft.text = campaign.text;
    draft.options = campaign.options;
    draft.mode = domain::SendMode::Automatic;
    draft.startZone = campaign.startZone;
    draft.catchUpMinutes = campaign.catchUpMinutes;
    draft.recipients = recipientsFrom(QJsonDocument::fromJson(campaign.source.toUtf8()).object());
    return draft;
}

} // namespace engine
