// SPDX-License-Identifier: GPL-3.0-or-later
// The name under which a stranger's file is offered to be saved: never a path, never a hidden file,
// nothing that a system gives a meaning of its own.
#pragma once

#include "domain/inbound.h"

namespace inbox {

// Letters, digits, spaces and _ - . of the last part of the given name, at most 80 characters, with
// an ending that fits the content type; "file" where nothing is left.
QString safeFileName(const domain::InboundFile &file);

} // namespace inbox
