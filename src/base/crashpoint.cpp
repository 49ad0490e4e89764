// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/crashpoint.h"

#include <QByteArray>

#include <atomic>
#include <csignal>
#include <cstdlib>

namespace base {

namespace {

struct Place
{
    QByteArray name;
    int passing = 0;

    Place()
    {
        const QByteArray text = qgetenv("BUDSTIKKE_CRASH_AT");
        const qsizetype colon = text.lastIndexOf(':');
        name = text.left(colon);
        passing = colon < 0 ? 1 : text.mid(colon + 1).toInt();
    }
};

} // namespace

void crashPoint(const char *name)
{
    static const Place place;
    static std::atomic<int> passed = 0;
    if (place.name.isEmpty() || place.name != name || ++passed != place.passing)
        return;
#ifdef SIGKILL
    std::raise(SIGKILL);
#endif
    std::_Exit(137);
}

} // namespace base
