// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/when.h"

#include "engine/language.h"

#include <QDateTime>

namespace models {
using namespace Qt::StringLiterals;

namespace {

QDateTime at(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms);
}

bool isToday(qint64 ms)
{
    return at(ms).date() == QDate::currentDate();
}

} // namespace

QString when(qint64 ms)
{
    return engine::language::locale().toString(at(ms), QLocale::ShortFormat);
}

QString timeOfDay(qint64 ms)
{
    return engine::language::locale().toString(at(ms).time(), u"HH:mm"_s);
}

QString timeToTheSecond(qint64 ms)
{
    return engine::language::locale().toString(at(ms).time(), u"HH:mm:ss"_s);
}

QString whenToday(qint64 ms)
{
    return isToday(ms) ? timeOfDay(ms) : when(ms);
}

QString sinceInWords(qint64 ms)
{
    return isToday(ms) ? timeToTheSecond(ms) : when(ms);
}

QString dayOrTime(qint64 ms)
{
    return isToday(ms) ? timeOfDay(ms) : day(ms);
}

QString day(qint64 ms)
{
    return engine::language::locale().toString(at(ms).date(), QLocale::ShortFormat);
}

bool sameDay(qint64 aMs, qint64 bMs)
{
    return at(aMs).date() == at(bMs).date();
}

} // namespace models
