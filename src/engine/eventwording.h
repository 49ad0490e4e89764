// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to a message and to a campaign, step by step, as sentences.
#pragma once

#include "domain/campaign.h"
#include "domain/message.h"

#include <QString>

namespace engine::wording {

QString connectionProblem(const QString &detail);   // the gateway client's technical words
QString note(domain::Note note);                    // of a message
QString event(const domain::MessageEvent &event);   // one step of a message
QString history(const domain::HistoryEntry &entry); // what a person, or the program, did

} // namespace engine::wording
