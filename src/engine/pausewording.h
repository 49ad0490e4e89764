// SPDX-License-Identifier: GPL-3.0-or-later
// Why a campaign is paused or held, and what to do.
#pragma once

#include "domain/pausereason.h"

#include <QString>
#include <QUrl>

namespace engine::wording {

// Why a campaign is paused or held and what to do; empty for no reason. `address` is its account's.
QString pauseReason(const domain::PauseReason &reason, const QUrl &address = {});

} // namespace engine::wording
