// SPDX-License-Identifier: GPL-3.0-or-later
// wording: countries by name, as people pick and read them.
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

namespace engine::wording {

// "Sweden"; a country without a name here is called by its code (ISO 3166 alpha-2).
QString country(const QString &code);
QStringList countries(const QStringList &codes);
// The codes of all that have a name, in the order of the names.
QStringList countriesByName();
// Of a name or a code, in any case; empty: there is no such country.
QString countryCode(const QString &typed);
// Of names and codes separated by commas; each once. Usage: the detail is what is no country (ACC-07).
base::Result<QStringList> countryCodes(const QString &typed);

} // namespace engine::wording
