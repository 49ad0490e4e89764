// SPDX-License-Identifier: GPL-3.0-or-later
// What came in and what became of it; the test of the receiver.
#pragma once

#include "domain/contact.h"
#include "engine/selftest.h"
#include "storage/inboxrepository.h"

#include <QString>

namespace engine::wording {

QString selfTest(const SelfTest &test, bool outside); // what came of it, and what to do
QString quarantineReason(domain::Unreadable reason);  // why a request could not be read
QString replyName(const QString &number);             // of the campaign that a reply is
QString optOutSource(domain::OptOutSource source);    // how somebody opted out
QString optOutChange(const domain::OptOutChange &change);
QString inboundAction(const storage::InboundAction &action);

} // namespace engine::wording
