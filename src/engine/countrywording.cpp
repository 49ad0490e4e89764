// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/countrywording.h"

#include "domain/accountrules.h"
#include "storage/folding.h"

#include <QCoreApplication>

#include <algorithm>

namespace engine::wording {

namespace {

struct Named
{
    const char *code;
    const char *name;
};

// Where an office's recipients may live; Qt has these names in English only.
constexpr Named known[] = {
    {"NO", QT_TRANSLATE_NOOP("engine::Country", "Norway")},
    {"SE", QT_TRANSLATE_NOOP("engine::Country", "Sweden")},
    {"DK", QT_TRANSLATE_NOOP("engine::Country", "Denmark")},
    {"FI", QT_TRANSLATE_NOOP("engine::Country", "Finland")},
    {"IS", QT_TRANSLATE_NOOP("engine::Country", "Iceland")},
    {"FO", QT_TRANSLATE_NOOP("engine::Country", "Faroe Islands")},
    {"GL", QT_TRANSLATE_NOOP("engine::Country", "Greenland")},
    {"AX", QT_TRANSLATE_NOOP("engine::Country", "Åland Islands")},
    {"SJ", QT_TRANSLATE_NOOP("engine::Country", "Svalbard and Jan Mayen")},
    {"AL", QT_TRANSLATE_NOOP("engine::Country", "Albania")},
    {"AD", QT_TRANSLATE_NOOP("engine::Country", "Andorra")},
    {"AT", QT_TRANSLATE_NOOP("engine::Country", "Austria")},
    {"BY", QT_TRANSLATE_NOOP("engine::Country", "Belarus")},
    {"BE", QT_TRANSLATE_NOOP("engine::Country", "Belgium")},
    {"BA", QT_TRANSLATE_NOOP("engine::Country", "Bosnia and Herzegovina")},
    {"BG", QT_TRANSLATE_NOOP("engine::Country", "Bulgaria")},
    {"HR", QT_TRANSLATE_NOOP("engine::Country", "Croatia")},
    {"CY", QT_TRANSLATE_NOOP("engine::Country", "Cyprus")},
    {"CZ", QT_TRANSLATE_NOOP("engine::Country", "Czechia")},
    {"EE", QT_TRANSLATE_NOOP("engine::Country", "Estonia")},
    {"FR", QT_TRANSLATE_NOOP("engine::Country", "France")},
    {"DE", QT_TRANSLATE_NOOP("engine::Country", "Germany")},
    {"GI", QT_TRANSLATE_NOOP("engine::Country", "Gibraltar")},
    {"GR", QT_TRANSLATE_NOOP("engine::Country", "Greece")},
    {"GG", QT_TRANSLATE_NOOP("engine::Country", "Guernsey")},
    {"HU", QT_TRANSLATE_NOOP("engine::Country", "Hungary")},
    {"IE", QT_TRANSLATE_NOOP("engine::Country", "Ireland")},
    {"IM", QT_TRANSLATE_NOOP("engine::Country", "Isle of Man")},
    {"IT", QT_TRANSLATE_NOOP("engine::Country", "Italy")},
    {"JE", QT_TRANSLATE_NOOP("engine::Country", "Jersey")},
    {"XK", QT_TRANSLATE_NOOP("engine::Country", "Kosovo")},
    {"LV", QT_TRANSLATE_NOOP("engine::Country", "Latvia")},
    {"LI", QT_TRANSLATE_NOOP("engine::Country", "Liechtenstein")},
    {"LT", QT_TRANSLATE_NOOP("engine::Country", "Lithuania")},
    {"LU", QT_TRANSLATE_NOOP("engine::Country", "Luxembourg")},
    {"MT", QT_TRANSLATE_NOOP("engine::Country", "Malta")},
    {"MD", QT_TRANSLATE_NOOP("engine::Country", "Moldova")},
    {"MC", QT_TRANSLATE_NOOP("engine::Country", "Monaco")},
    {"ME", QT_TRANSLATE_NOOP("engine::Country", "Montenegro")},
    {"NL", QT_TRANSLATE_NOOP("engine::Country", "Netherlands")},
    {"MK", QT_TRANSLATE_NOOP("engine::Country", "North Macedonia")},
    {"PL", QT_TRANSLATE_NOOP("engine::Country", "Poland")},
    {"PT", QT_TRANSLATE_NOOP("engine::Country", "Portugal")},
    {"RO", QT_TRANSLATE_NOOP("engine::Country", "Romania")},
    {"RU", QT_TRANSLATE_NOOP("engine::Country", "Russia")},
    {"SM", QT_TRANSLATE_NOOP("engine::Country", "San Marino")},
    {"RS", QT_TRANSLATE_NOOP("engine::Country", "Serbia")},
    {"SK", QT_TRANSLATE_NOOP("engine::Country", "Slovakia")},
    {"SI", QT_TRANSLATE_NOOP("engine::Country", "Slovenia")},
    {"ES", QT_TRANSLATE_NOOP("engine::Country", "Spain")},
    {"CH", QT_TRANSLATE_NOOP("engine::Country", "Switzerland")},
    {"TR", QT_TRANSLATE_NOOP("engine::Country", "Turkey")},
    {"UA", QT_TRANSLATE_NOOP("engine::Country", "Ukraine")},
    {"GB", QT_TRANSLATE_NOOP("engine::Country", "United Kingdom")},
    {"VA", QT_TRANSLATE_NOOP("engine::Country", "Vatican City")},
    {"AF", QT_TRANSLATE_NOOP("engine::Country", "Afghanistan")},
    {"DZ", QT_TRANSLATE_NOOP("engine::Country", "Algeria")},
    {"AO", QT_TRANSLATE_NOOP("engine::Country", "Angola")},
    {"AR", QT_TRANSLATE_NOOP("engine::Country", "Argentina")},
    {"AM", QT_TRANSLATE_NOOP("engine::Country", "Armenia")},
    {"AU", QT_TRANSLATE_NOOP("engine::Country", "Australia")},
    {"AZ", QT_TRANSLATE_NOOP("engine::Country", "Azerbaijan")},
    {"BD", QT_TRANSLATE_NOOP("engine::Country", "Bangladesh")},
    {"BR", QT_TRANSLATE_NOOP("engine::Country", "Brazil")},
    {"KH", QT_TRANSLATE_NOOP("engine::Country", "Cambodia")},
    {"CM", QT_TRANSLATE_NOOP("engine::Country", "Cameroon")},
    {"CA", QT_TRANSLATE_NOOP("engine::Country", "Canada")},
    {"CL", QT_TRANSLATE_NOOP("engine::Country", "Chile")},
    {"CN", QT_TRANSLATE_NOOP("engine::Country", "China")},
    {"CO", QT_TRANSLATE_NOOP("engine::Country", "Colombia")},
    {"CD", QT_TRANSLATE_NOOP("engine::Country", "Congo (Kinshasa)")},
    {"CU", QT_TRANSLATE_NOOP("engine::Country", "Cuba")},
    {"EG", QT_TRANSLATE_NOOP("engine::Country", "Egypt")},
    {"ER", QT_TRANSLATE_NOOP("engine::Country", "Eritrea")},
    {"ET", QT_TRANSLATE_NOOP("engine::Country", "Ethiopia")},
    {"GM", QT_TRANSLATE_NOOP("engine::Country", "Gambia")},
    {"GE", QT_TRANSLATE_NOOP("engine::Country", "Georgia")},
    {"GH", QT_TRANSLATE_NOOP("engine::Country", "Ghana")},
    {"HK", QT_TRANSLATE_NOOP("engine::Country", "Hong Kong")},
    {"IN", QT_TRANSLATE_NOOP("engine::Country", "India")},
    {"ID", QT_TRANSLATE_NOOP("engine::Country", "Indonesia")},
    {"IR", QT_TRANSLATE_NOOP("engine::Country", "Iran")},
    {"IQ", QT_TRANSLATE_NOOP("engine::Country", "Iraq")},
    {"IL", QT_TRANSLATE_NOOP("engine::Country", "Israel")},
    {"JP", QT_TRANSLATE_NOOP("engine::Country", "Japan")},
    {"JO", QT_TRANSLATE_NOOP("engine::Country", "Jordan")},
    {"KZ", QT_TRANSLATE_NOOP("engine::Country", "Kazakhstan")},
    {"KE", QT_TRANSLATE_NOOP("engine::Country", "Kenya")},
    {"KR", QT_TRANSLATE_NOOP("engine::Country", "South Korea")},
    {"KW", QT_TRANSLATE_NOOP("engine::Country", "Kuwait")},
    {"LB", QT_TRANSLATE_NOOP("engine::Country", "Lebanon")},
    {"LY", QT_TRANSLATE_NOOP("engine::Country", "Libya")},
    {"MY", QT_TRANSLATE_NOOP("engine::Country", "Malaysia")},
    {"MX", QT_TRANSLATE_NOOP("engine::Country", "Mexico")},
    {"MA", QT_TRANSLATE_NOOP("engine::Country", "Morocco")},
    {"MM", QT_TRANSLATE_NOOP("engine::Country", "Myanmar")},
    {"NP", QT_TRANSLATE_NOOP("engine::Country", "Nepal")},
    {"NZ", QT_TRANSLATE_NOOP("engine::Country", "New Zealand")},
    {"NG", QT_TRANSLATE_NOOP("engine::Country", "Nigeria")},
    {"PK", QT_TRANSLATE_NOOP("engine::Country", "Pakistan")},
    {"PS", QT_TRANSLATE_NOOP("engine::Country", "Palestine")},
    {"PE", QT_TRANSLATE_NOOP("engine::Country", "Peru")},
    {"PH", QT_TRANSLATE_NOOP("engine::Country", "Philippines")},
    {"QA", QT_TRANSLATE_NOOP("engine::Country", "Qatar")},
    {"SA", QT_TRANSLATE_NOOP("engine::Country", "Saudi Arabia")},
    {"SN", QT_TRANSLATE_NOOP("engine::Country", "Senegal")},
    {"SG", QT_TRANSLATE_NOOP("engine::Country", "Singapore")},
    {"SO", QT_TRANSLATE_NOOP("engine::Country", "Somalia")},
    {"ZA", QT_TRANSLATE_NOOP("engine::Country", "South Africa")},
    {"LK", QT_TRANSLATE_NOOP("engine::Country", "Sri Lanka")},
    {"SD", QT_TRANSLATE_NOOP("engine::Country", "Sudan")},
    {"SY", QT_TRANSLATE_NOOP("engine::Country", "Syria")},
    {"TW", QT_TRANSLATE_NOOP("engine::Country", "Taiwan")},
    {"TZ", QT_TRANSLATE_NOOP("engine::Country", "Tanzania")},
    {"TH", QT_TRANSLATE_NOOP("engine::Country", "Thailand")},
    {"TN", QT_TRANSLATE_NOOP("engine::Country", "Tunisia")},
    {"UG", QT_TRANSLATE_NOOP("engine::Country", "Uganda")},
    {"AE", QT_TRANSLATE_NOOP("engine::Country", "United Arab Emirates")},
    {"US", QT_TRANSLATE_NOOP("engine::Country", "United States")},
    {"VN", QT_TRANSLATE_NOOP("engine::Country", "Vietnam")},
    {"YE", QT_TRANSLATE_NOOP("engine::Country", "Yemen")},
    {"ZM", QT_TRANSLATE_NOOP("engine::Country", "Zambia")},
    {"ZW", QT_TRANSLATE_NOOP("engine::Country", "Zimbabwe")},
};

QString nameOf(const Named &country)
{
    return QCoreApplication::translate("engine::Country", country.name);
}

} // namespace

QString country(const QString &code)
{
    for (const Named &one : known) {
        if (code == QLatin1String(one.code))
            return nameOf(one);
    }
    return code;
}

QStringList countries(const QStringList &codes)
{
    QStringList names;
    for (const QString &code : codes)
        names.append(country(code));
    return names;
}

QStringList countriesByName()
{
    QStringList codes;
    for (const Named &one : known)
        codes.append(QLatin1String(one.code));
    std::sort(codes.begin(), codes.end(), [](const QString &a, const QString &b) {
        return storage::sortKey(country(a)) < storage::sortKey(country(b));
    });
    return codes;
}

QString countryCode(const QString &typed)
{
    const QString wanted = typed.simplified();
    for (const Named &one : known) {
        if (wanted.compare(nameOf(one), Qt::CaseInsensitive) == 0 ||
            wanted.compare(QString::fromUtf8(one.name), Qt::CaseInsensitive) == 0)
            return QLatin1String(one.code);
    }
    return domain::isCountry(wanted.toUpper()) ? wanted.toUpper() : QString();
}

base::Result<QStringList> countryCodes(const QString &typed)
{
    QStringList codes;
    for (const QString &part : typed.split(u',', Qt::SkipEmptyParts)) {
        if (part.trimmed().isEmpty())
            continue;
        const QString code = countryCode(part);
        if (code.isEmpty())
            return base::Error{base::ErrorCode::Usage, part.trimmed(), {}};
        if (!codes.contains(code))
            codes.append(code);
    }
    return codes;
}

} // namespace engine::wording
