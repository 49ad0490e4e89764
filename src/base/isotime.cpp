// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/isotime.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <cstdlib>

namespace base {
using namespace Qt::StringLiterals;

// Taken apart here: QDateTime takes a time without a zone for a local one, and then refuses the hour
// that this machine's spring lacks.
std::optional<qint64> fromIso(const QString &text)
{
    static const QRegularExpression form(
        u"\\A([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]+))?)?"
        "(?:Z|([+-])([0-9]{2})(?::?([0-9]{2}))?)?\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    const QDate day = QDate::fromString(match.captured(1), Qt::ISODate);
    if (!match.hasMatch() || !day.isValid())
        return std::nullopt;
    const int hour = match.captured(2).toInt();
    const int minute = match.captured(3).toInt();
    const int second = match.captured(4).toInt();
    const int ms = match.captured(5).leftJustified(3, u'0', true).toInt();
    const bool midnight = hour == 24 && minute == 0 && second == 0 && ms == 0; // the end of its day
    const int offset = match.captured(7).toInt() * 60 + match.captured(8).toInt();
    if (!(midnight || QTime::isValid(hour, minute, second, ms)) || match.captured(7).toInt() > 23 ||
        match.captured(8).toInt() > 59)
        return std::nullopt;
    const qint64 ofDay = ((hour * 60LL + minute) * 60 + second) * 1000 + ms;
    const qint64 utc = QDateTime(day, QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch() + ofDay;
    return utc - (match.captured(6) == u"-"_s ? -1 : 1) * offset * 60LL * 1000;
}

static const QString httpForm = QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'");

QByteArray httpDate(qint64 ms)
{
    return QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(ms).toUTC(), httpForm).toLatin1();
}

std::optional<qint64> fromHttpDate(const QByteArray &header)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(header), httpForm);
    date.setTimeZone(QTimeZone::utc());
    return date.isValid() ? std::optional(date.toMSecsSinceEpoch()) : std::nullopt;
}

QString isoLocal(qint64 ms)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(ms);
    const int minutes = local.offsetFromUtc() / 60;
    return u"%1%2%3:%4"_s.arg(local.toString(u"yyyy-MM-ddTHH:mm:ss"_s), minutes < 0 ? u"-"_s : u"+"_s)
        .arg(std::abs(minutes) / 60, 2, 10, QChar(u'0'))
        .arg(std::abs(minutes) % 60, 2, 10, QChar(u'0'));
}

QString localZone()
{
    return QString::fromUtf8(QTimeZone::systemTimeZoneId());
}

} // namespace base
