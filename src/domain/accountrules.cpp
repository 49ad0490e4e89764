// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/accountrules.h"

#include <QLocale>

namespace domain {
using namespace Qt::StringLiterals;

namespace {

const QString timeOfDay = u"HH:mm"_s;

} // namespace

QString identifier(const QuietHours &hours)
{
    return QString(hours.from.toString(timeOfDay) + u'-' + hours.to.toString(timeOfDay));
}

std::optional<QuietHours> quietHours(QTime from, QTime to)
{
    if (!from.isValid() || !to.isValid() || from == to)
        return std::nullopt;
    return QuietHours{from, to};
}

std::optional<QuietHours> quietHours(QStringView text)
{
    const auto parts = text.split(u'-');
    if (parts.size() != 2)
        return std::nullopt;
    return quietHours(QTime::fromString(parts[0].toString(), timeOfDay),
                      QTime::fromString(parts[1].toString(), timeOfDay));
}

std::optional<int> pricePerSms(std::optional<int> usual, const QMap<QString, int> &byCountry,
                               const QString &country)
{
    const auto own = byCountry.constFind(country);
    return own != byCountry.constEnd() ? std::optional(*own) : usual;
}

bool isCountry(const QString &code)
{
    return code.size() == 2 && code == code.toUpper() &&
           QLocale::codeToTerritory(code) != QLocale::AnyTerritory;
}

base::Result<QStringList> countries(const QString &typed)
{
    QStringList codes;
    for (const QString &part : typed.split(u',', Qt::SkipEmptyParts)) {
        const QString code = part.trimmed().toUpper();
        if (code.isEmpty())
            continue;
        if (!isCountry(code))
            return base::Error{base::ErrorCode::Usage, part.trimmed(), {}};
        if (!codes.contains(code))
            codes.append(code);
    }
    return codes;
}

} // namespace domain
