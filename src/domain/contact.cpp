// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/contact.h"

#include "base/words.h"

namespace domain {
using namespace Qt::StringLiterals;

namespace {

constexpr base::Words<OptOutSource, 3> sources{{{
    {OptOutSource::Person, "person"_L1},
    {OptOutSource::Keyword, "keyword"_L1},
    {OptOutSource::Import, "import"_L1},
}}};
static_assert(sources.isComplete(OptOutSource::Import));

} // namespace

QString identifier(OptOutSource source)
{
    return sources.of(source);
}

OptOutSource optOutSource(QStringView text)
{
    return sources.valueOf(text).value_or(OptOutSource::Person);
}

QString identifier(const OptOutChange &change)
{
    return change.added ? QString(u"added "_s + identifier(*change.added)) : u"removed"_s;
}

} // namespace domain
