// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sendwording.h"

#include "base/isotime.h"
#include "engine/countrywording.h"
#include "engine/language.h"
#include "engine/sentences.h"
#include "engine/wording.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>

namespace engine::wording {
using namespace Qt::StringLiterals;

namespace {

// Empty: it shows itself.
QString nameOf(char32_t c)
{
    const QHash<char32_t, QString> names{{0x0009, Words::tr("tab", "character")},
                                         {0x00A0, Words::tr("no-break space", "character")},
                                         {0x00AD, Words::tr("soft hyphen", "character")},
                                         {0x200B, Words::tr("zero-width space", "character")},
                                         {0x200C, Words::tr("zero-width non-joiner", "character")},
                                         {0x200D, Words::tr("zero-width joiner", "character")},
                                         {0x2028, Words::tr("line separator", "character")},
                                         {0x2029, Words::tr("line separator", "character")},
                                         {0xFEFF, Words::tr("byte order mark", "character")}};
    if (const auto name = names.constFind(c); name != names.constEnd())
        return *name;
    if ((c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF))
        return Words::tr("variation selector", "character");
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
        return Words::tr("accent without a letter", "character");
    case QChar::Separator_Space:
        return Words::tr("unusual space", "character");
    case QChar::Other_Format:
        return Words::tr("invisible formatting character", "character");
    case QChar::Other_Control:
        return Words::tr("control character", "character");
    case QChar::Other_Surrogate:
        return Words::tr("half a character", "character");
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
        return Words::tr("unknown character", "character");
    default:
        return {};
    }
}

} // namespace

QString character(const QString &character)
{
    const QList<uint> points = character.toUcs4();
    if (points.size() != 1)
        return character;
    const QString name = nameOf(points.constFirst());
    if (name.isEmpty())
        return character;
    return Words::tr("%1, U+%2", "name and code of a character")
        .arg(name, QString::number(points.constFirst(), 16).toUpper().rightJustified(4, u'0'));
}

QString characters(const QString &spaced)
{
    QStringList named;
    bool names = false;
    for (const QString &each : spaced.split(u' ', Qt::SkipEmptyParts)) {
        named.append(character(each));
        names = names || named.constLast() != each;
    }
    return named.join(names ? u"; "_s : u" "_s);
}

QString whyLeftOut(const domain::Skipped &skipped)
{
    if (skipped.reason == domain::SkipReason::CountryNotAllowed && !skipped.detail.isEmpty())
        return Words::tr("%1 is not an allowed country (Settings → Sending)", "left out")
            .arg(country(skipped.detail));
    const QString detail = skipped.reason == domain::SkipReason::NeedsUnicode ? characters(skipped.detail)
                           : skipped.reason == domain::SkipReason::Removed
                               ? QString() // its number stands there already
                               : skipped.detail;
    return detail.isEmpty() ? skipReason(skipped.reason)
                            : Words::tr("%1 (%2)", "reason, detail").arg(skipReason(skipped.reason), detail);
}

QString unknownFields(const QStringList &unknown, const QStringList &known)
{
    const QString wrong = u'{' + unknown.join(u"}, {"_s) + u'}';
    if (known.isEmpty())
        return Words::tr("No recipient has %1. Remove it, or give a default: {name|customer}.").arg(wrong);
    return Words::tr("There is no %1. The fields are {%2}.", "field of a text, those that there are")
        .arg(wrong, known.join(u"}, {"_s));
}

QString defaultedFields(const QStringList &fields)
{
    return Words::tr("No recipient has %1: everyone gets the default.")
        .arg(u'{' + fields.join(u"}, {"_s) + u'}');
}

QString sharing(qint64 messages)
{
    return Words::tr("Each row is its own message: %n go to a number that another row has too.", nullptr,
                     static_cast<int>(messages));
}

QString ownTexts(qint64 messages)
{
    return Words::tr("%n of the rows skipped as duplicates would have had a text of their own.", nullptr,
                     static_cast<int>(messages));
}

QString scheduledAt(qint64 ms)
{
    const QString zone = Words::tr("%1, UTC%2", "time zone, distance from UTC")
                             .arg(base::localZone(), base::isoLocal(ms).right(6));
    return Words::tr("The gateway sends it on %1 (%2).", "day and time, zone")
        .arg(language::locale().toString(QDateTime::fromMSecsSinceEpoch(ms), QLocale::ShortFormat), zone);
}

} // namespace engine::wording
