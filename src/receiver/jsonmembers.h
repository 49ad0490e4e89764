// SPDX-License-Identifier: GPL-3.0-or-later
// Finds what QJsonDocument hides: of two members with one name it keeps the last and says nothing.
#pragma once

#include <QByteArrayView>
#include <QStringList>

namespace receiver {

// The members of INB-01 and INB-02 that an object of this well-formed JSON names twice, each once.
QStringList duplicateMembers(QByteArrayView json);

} // namespace receiver
