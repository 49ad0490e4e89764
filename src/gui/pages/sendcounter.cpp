// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/sendcounter.h"

#include "base/isotime.h"
#include "engine/filewording.h"
#include "engine/language.h"
#include "engine/sendwording.h"
#include "engine/wording.h"
#include "gateway/request.h"
#include "gui/widgets/recipientsedit.h"
#include "models/when.h"
#include "phone/phonenumber.h"
#include "smstext/count.h"
#include "smstext/repair.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SendPage)
};

QString number(qint64 value)
{
    return engine::language::locale().toString(value);
}

QString kroner(qint64 ore)
{
    return engine::language::locale().toString(static_cast<double>(ore) / 100, 'f', ore % 100 == 0 ? 0 : 2);
}

int part(const smstext::Count &count)
{
    const bool gsm = count.encoding == smstext::Encoding::Gsm;
    return count.segments > 1 ? count.units + count.remaining : gsm ? 160 : 70;
}

// Of those that get nothing for them, each once, in order of appearance.
QStringList strangeLetters(const engine::PlanSummary &summary)
{
    QStringList letters;
    for (const domain::Skipped &skipped : summary.skipped) {
        if (skipped.reason == domain::SkipReason::NeedsUnicode)
            letters += skipped.detail.split(u' ', Qt::SkipEmptyParts);
    }
    letters.removeDuplicates();
    return letters;
}

// The fields that have no value for any of the recipients.
QString missingInWords(const engine::PlanSummary &summary)
{
    QStringList fields;
    for (const domain::Skipped &skipped : summary.skipped) {
        if (skipped.reason == domain::SkipReason::MissingField)
            fields += skipped.detail.split(u", "_s, Qt::SkipEmptyParts);
    }
    fields.removeDuplicates();
    return Words::tr("No recipient has a value for {%1}. Fill it in, or give a default: {name|customer}.")
        .arg(fields.join(u"}, {"_s));
}

} // namespace

QString summaryInWords(const engine::PlanSummary &summary)
{
    if (summary.mode == domain::SendMode::GatewayGroup)
        return Words::tr("Only the gateway knows who is in the group.");
    using domain::SkipReason;
    const auto skipped = [&summary](std::initializer_list<SkipReason> reasons) {
        qint64 rows = 0;
        for (const SkipReason reason : reasons)
            rows += summary.skippedBy.value(reason);
        return static_cast<int>(rows);
    };
    QStringList pieces{Words::tr("%n recipients", nullptr, static_cast<int>(summary.totals.recipients))};
    const auto add = [&pieces](qint64 rows, const QString &words) {
        if (rows > 0)
            pieces.append(words);
    };
    const int duplicates = skipped({SkipReason::Duplicate});
    add(duplicates, Words::tr("%n duplicates", nullptr, duplicates));
    const auto ownTexts = static_cast<int>(summary.totals.ownTexts);
    add(ownTexts, Words::tr("%n of them with a text of their own (see “Rows with the same number”)", nullptr,
                            ownTexts));
    const auto sharing = static_cast<int>(summary.totals.sharing);
    add(sharing, Words::tr("%n to a number that another row has too", nullptr, sharing));
    const int letters = skipped({SkipReason::NeedsUnicode});
    const int landlines = skipped({SkipReason::Landline});
    const int optedOut = skipped({SkipReason::OptedOut});
    const int removed = skipped({SkipReason::Removed});
    const int fields = skipped({SkipReason::MissingField});
    const int invalid = static_cast<int>(summary.skippedCount) - duplicates - letters - landlines - optedOut -
                        removed - fields;
    add(invalid, Words::tr("%n invalid", nullptr, invalid));
    add(fields, Words::tr("%n without a value for a field", nullptr, fields));
    add(letters, Words::tr("%n with letters outside ordinary SMS", nullptr, letters));
    add(landlines, Words::tr("%n landlines skipped", nullptr, landlines));
    add(optedOut, Words::tr("%n opted out", nullptr, optedOut));
    add(removed, Words::tr("%n removed", nullptr, removed));
    for (const listfiles::Finding note : summary.notes) {
        if (const QString words = engine::wording::listNote(note); !words.isEmpty())
            pieces.append(words);
    }
    return pieces.join(u" · "_s);
}

QString totalInWords(const campaign::PlanTotals &totals)
{
    if (totals.recipients == 0)
        return {};
    const QString head =
        totals.segments % totals.recipients == 0
            ? Words::tr("%1 × %2 SMS = %3 SMS")
                  .arg(number(totals.recipients), number(totals.segments / totals.recipients),
                       number(totals.segments))
            : Words::tr("%1 recipients, %2 SMS").arg(number(totals.recipients), number(totals.segments));
    if (!totals.costOre)
        return head;
    return Words::tr("%1, about %2 kr", "SMS, cost").arg(head, kroner(*totals.costOre));
}

QString totalInWords(const engine::Examination &examination)
{
    return examination.examined.textCounts ? totalInWords(examination.plan.totals) : QString();
}

QString counterInWords(const QString &text, bool unicode)
{
    const smstext::Count count = smstext::count(text, unicode);
    const QString encoding = count.encoding == smstext::Encoding::Gsm ? u"GSM"_s : u"Unicode"_s;
    return Words::tr("%1 · %2 of %3 · %4 SMS · %5 left", "encoding, used, room, SMS, left")
        .arg(encoding, number(count.units), number(part(count)), number(count.segments),
             number(count.remaining));
}

QString counterInWords(const engine::Examination &examination)
{
    const QString words = counterInWords(examination.longestText(), examination.unicode());
    const std::optional<domain::Message> &longest = examination.plan.longest;
    if (!examination.plan.totals.personal || !examination.examined.textCounts || !longest)
        return words;
    return Words::tr("%1 · the longest, to %2", "the counter, a recipient")
        .arg(words, longest->name.isEmpty() ? phone::forDisplay(longest->number) : longest->name);
}

QString problemInWords(const engine::Examination &examination)
{
    if (examination.fault)
        return engine::wording::sentence(*examination.fault);
    const engine::PlanSummary &plan = examination.plan;
    if (const QStringList &unknown = examination.examined.unknownFields; !unknown.isEmpty())
        return engine::wording::unknownFields(unknown, plan.fields);
    if (examination.canBeSent())
        return {};
    return plan.skippedBy.value(domain::SkipReason::MissingField) > 0 ? missingInWords(plan) : QString();
}

QString lettersInWords(const engine::PlanSummary &summary)
{
    const auto many = static_cast<int>(summary.skippedBy.value(domain::SkipReason::NeedsUnicode));
    return many == 0 ? QString()
                     : Words::tr("%n recipients get nothing: their text would have %1, which an ordinary SMS "
                                 "cannot carry.",
                                 nullptr, many)
                           .arg(engine::wording::characters(strangeLetters(summary).mid(0, 8).join(u' ')));
}

bool canReplaceLetters(const engine::PlanSummary &summary)
{
    const QStringList letters = strangeLetters(summary);
    return std::any_of(letters.cbegin(), letters.cend(), [](const QString &letter) {
        return smstext::nonGsmMarks(smstext::plainLetters(letter)).isEmpty();
    });
}

QString landlinesInWords(const engine::PlanSummary &summary)
{
    const auto many = static_cast<int>(summary.totals.landlines);
    return many == 0 ? QString() : Words::tr("%n are landlines: they may never see an SMS.", nullptr, many);
}

QString sheetInWords(const engine::Draft &draft, const engine::PlanSummary &summary)
{
    if (!summary.list || summary.list->sheets.size() < 2 || !draft.recipients.list.sheet.isEmpty())
        return {};
    return Words::tr("The sheet “%1” is read. The file has the sheets %2.")
        .arg(summary.list->sheet, engine::namesOf(summary.list->sheets));
}

QString recipientsInWords(const engine::Recipients &recipients)
{
    QStringList pieces = recipients.groups;
    if (!recipients.listFile.isEmpty())
        pieces.append(listName(recipients.listFile));
    if (!recipients.gatewayGroup.isEmpty())
        pieces.append(Words::tr("%1 (at the gateway)").arg(recipients.gatewayGroup));
    if (recipients.typed.size() == 1) {
        const phone::PhoneNumber one = phone::parse(recipients.typed.constFirst());
        pieces.append(one.error == phone::NumberError::None ? phone::forDisplay(one.e164)
                                                            : recipients.typed.constFirst());
    } else if (!recipients.typed.isEmpty()) {
        pieces.append(Words::tr("%n numbers", nullptr, static_cast<int>(recipients.typed.size())));
    }
    return pieces.join(u", "_s);
}

QString unicodeInWords(const QString &text, const QString &longest)
{
    const QString &counted = longest.isEmpty() ? text : longest;
    const smstext::Count asUnicode = smstext::count(text, true);
    const smstext::Count repaired = smstext::count(smstext::repaired(text), true);
    const QString unicodeSms = number(smstext::count(counted, true).segments);
    const QString repairedSms = number(smstext::count(smstext::repaired(counted), true).segments);
    const QStringList shown = asUnicode.nonGsm.first(qMin<qsizetype>(asUnicode.nonGsm.size(), 8));
    QStringList replaceable;
    QStringList others;
    for (const QString &character : shown) {
        const bool known =
            smstext::count(smstext::repaired(character), true).encoding == smstext::Encoding::Gsm;
        (known ? replaceable : others).append(character);
    }
    const QString characters = engine::wording::characters(shown.join(u' '));
    const auto many = static_cast<int>(asUnicode.nonGsm.size());
    if (repaired.encoding == smstext::Encoding::Gsm) {
        return Words::tr("%1 are not in the ordinary SMS alphabet. As Unicode: %2 SMS; replaced: %3 SMS.",
                         nullptr, many)
            .arg(characters, unicodeSms, repairedSms);
    }
    if (!replaceable.isEmpty() && !others.isEmpty()) {
        return Words::tr("%1 can be replaced; %2 needs Unicode. As Unicode: %3 SMS.")
            .arg(engine::wording::characters(replaceable.join(u' ')),
                 engine::wording::characters(others.join(u' ')), unicodeSms);
    }
    return Words::tr("%1 are not in the ordinary SMS alphabet and have no replacement. As Unicode: %2 SMS.",
                     nullptr, many)
        .arg(characters, unicodeSms);
}

QString senderNote(const QString &sender)
{
    return sender.trimmed().isEmpty() || gateway::isNumberSender(sender)
               ? QString()
               : Words::tr("Recipients cannot reply to a text sender.");
}

bool isScheduled(const engine::Draft &draft)
{
    return draft.startAtMs || draft.options.scheduledAtMs;
}

QString optionsInWords(const engine::Draft &draft, domain::SendMode mode)
{
    const QLocale locale = engine::language::locale();
    QStringList pieces;
    if (draft.startAtMs) {
        pieces.append(Words::tr("at %1 from this computer").arg(models::when(*draft.startAtMs)));
        if (draft.repeat != domain::Repeat::Once)
            pieces.append(engine::wording::repeat(draft.repeat));
    } else if (draft.options.scheduledAtMs)
        pieces.append(Words::tr("at %1 from the gateway (%2)", "time, zone")
                          .arg(models::when(*draft.options.scheduledAtMs), base::localZone()));
    else
        pieces.append(Words::tr("now"));
    if (draft.mode != domain::SendMode::Automatic)
        pieces.append(mode == domain::SendMode::Bulk ? Words::tr("many in one request (one text for all)")
                                                     : Words::tr("one by one"));
    if (draft.recipients.plainLetters)
        pieces.append(Words::tr("letters in names replaced"));
    if (draft.recipients.leaveOutLandlines)
        pieces.append(Words::tr("not to landlines"));
    if (draft.recipients.eachRow)
        pieces.append(Words::tr("each row its own message"));
    if (draft.options.validityMinutes)
        pieces.append(Words::tr("valid for %n minutes", nullptr, *draft.options.validityMinutes));
    if (draft.options.unicode)
        pieces.append(Words::tr("Unicode allowed"));
    if (draft.options.flash)
        pieces.append(Words::tr("flash"));
    if (draft.options.protocolId != 0)
        pieces.append(Words::tr("protocol ID %1").arg(draft.options.protocolId));
    if (draft.options.priceOre)
        pieces.append(Words::tr("the recipient pays %1 kr").arg(kroner(*draft.options.priceOre)));
    if (!draft.options.reference.isEmpty())
        pieces.append(Words::tr("reference %1").arg(draft.options.reference));
    return pieces.join(u" · "_s);
}

QStringList partsOf(const QString &text, bool unicode)
{
    if (text.isEmpty())
        return {};
    const QList<qsizetype> starts = smstext::segmentStarts(text, unicode);
    QStringList parts;
    for (qsizetype i = 0; i < starts.size(); ++i)
        parts.append(
            text.sliced(starts[i], (i + 1 < starts.size() ? starts[i + 1] : text.size()) - starts[i]));
    return parts;
}

QString zoneInWords(const QDateTime &local)
{
    // A clock that is put forward or back that day is what people get wrong.
    const QTimeZone zone = local.timeZone();
    if (zone.offsetFromUtc(local.date().startOfDay(zone)) == zone.offsetFromUtc(local.date().endOfDay(zone)))
        return {};
    const QString utc = engine::language::locale().toString(local.toUTC(), u"HH:mm"_s);
    const QString season = zone.isDaylightTime(local) ? Words::tr("summer time") : Words::tr("standard time");
    return Words::tr("The clocks change that day. This time is %1 UTC (%2).", "time, season")
        .arg(utc, season);
}

int protocolId(const QString &typed)
{
    return typed.section(u' ', 0, 0).toInt();
}

} // namespace gui
