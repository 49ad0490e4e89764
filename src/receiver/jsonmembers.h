// SPDX-License-Identifier: GPL-3.0-or-later
// Finds what QJsonDocument hides: of two members with one name it keeps the last and says nothing.
#pragma once

#include <QByteArrayView>

namespace receiver {

// True when an object of this well-formed JSON names a member of INB-01 or INB-02 twice.
bool hasDuplicateMembers(QByteArrayView json);

} // namespace receiver
