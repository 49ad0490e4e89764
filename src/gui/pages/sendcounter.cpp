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
#include <QDir>
#include <QHash>
#include <QTimeZone>

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

} // namespace

QString summaryInWords(const engine::PlanSummary &summary)
{
    QStringList pieces{Words::tr("%n recipients", nullptr, static_cast<int>(summary.totals.recipients))};
    int duplicates = 0;
    int optedOut = 0;
    for (const domain::Skipped &skipped : summary.skipped) {
        duplicates += skipped.reason == domain::SkipReason::Duplicate ? 1 : 0;
        optedOut += skipped.reason == domain::SkipReason::OptedOut ? 1 : 0;
    }
    const int others = static_cast<int>(summary.skippedCount) - duplicates - optedOut;
    if (duplicates > 0)
        pieces.append(Words::tr("%n duplicates", nullptr, duplicates));
    if (summary.totals.ownTexts > 0)
        pieces.append(Words::tr("%n of them with a text of their own (see “Rows with the same number”)",
                                nullptr, static_cast<int>(summary.totals.ownTexts)));
    if (summary.totals.sharing > 0)
        pieces.append(Words::tr("%n to a number that another row has too", nullptr,
                                static_cast<int>(summary.totals.sharing)));
    if (others > 0)
        pieces.append(Words::tr("%n invalid", nullptr, others));
    if (optedOut > 0)
        pieces.append(Words::tr("%n opted out", nullptr, optedOut));
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

QString counterInWords(const QString &text, bool unicode, const engine::PlanSummary *summary)
{
    const smstext::Count count = smstext::count(text, unicode);
    const QString encoding = count.encoding == smstext::Encoding::Gsm ? u"GSM"_s : u"Unicode"_s;
    QString words = Words::tr("%1 · %2 of %3 · %4 SMS · %5 left", "encoding, used, room, SMS, left")
                        .arg(encoding, number(count.units), number(part(count)), number(count.segments),
                             number(count.remaining));
    // Until it is decided what becomes of characters outside GSM, its count says nothing.
    if (!summary || !summary->totals.personal || (!unicode && !smstext::nonGsmMarks(text).isEmpty()))
        return words;
    const domain::Message *worst = nullptr;
    for (const domain::Message &message : summary->sample) {
        if (!worst || message.text.size() > worst->text.size())
            worst = &message;
    }
    if (worst) {
        const QString name = worst->name.isEmpty() ? worst->number : worst->name;
        words += u" · "_s + Words::tr("longest: %1, %2 characters, %3 SMS")
                                .arg(name, number(smstext::count(worst->text, unicode).characters),
                                     number(summary->totals.worstSegments));
    }
    return words;
}

engine::Draft examinable(engine::Draft draft, bool templateUsable)
{
    if (draft.text.trimmed().isEmpty())
        draft.text = u"."_s;
    if (!gateway::checkedSender(draft.sender))
        draft.sender = u"."_s;
    if (!templateUsable) // which the form says itself, beside its fields
        draft.options.templateType.clear();
    draft.options.unicode = true; // who gets it does not hang on the alphabet; the problem line judges that
    return draft;
}

QString problemInWords(const engine::Draft &draft, const base::Result<void> &examined, base::ErrorCode *code)
{
    auto told = [code](const base::Result<void> &checked) {
        if (checked)
            return QString();
        if (code)
            *code = checked.error().code;
        return engine::wording::sentence(checked.error());
    };
    if (!draft.options.priceOre) {
        if (const QString words = told(gateway::checkedSender(draft.sender)); !words.isEmpty())
            return words;
    }
    if (draft.text.trimmed().isEmpty())
        return told(base::Error{base::ErrorCode::TextEmpty, {}, {}});
    if (const QString words = told(gateway::checkedText(draft.text, draft.options)); !words.isEmpty())
        return words;
    const bool passing = !draft.recipients.typed.isEmpty() ||
                         draft.recipients.listFile.startsWith(QDir::tempPath()); // a pasted list
    if (draft.repeat != domain::Repeat::Once && passing)
        return told(base::Error{base::ErrorCode::RepeatNeedsGroup, {}, {}});
    return told(examined);
}

QString hindranceInWords(const QString &problem, bool templateUsable, const engine::PlanSummary *summary)
{
    if (!problem.isEmpty())
        return problem;
    if (!templateUsable)
        return Words::tr("Fill in the template's fields.");
    if (!summary)
        return Words::tr("Reading the recipients …");
    return summary->totals.recipients > 0
               ? QString()
               : engine::wording::sentence({base::ErrorCode::NoRecipients, {}, {}});
}

QString missingInWords(const engine::PlanSummary &summary)
{
    if (summary.totals.recipients > 0)
        return {};
    QStringList fields;
    for (const domain::Skipped &skipped : summary.skipped) {
        if (skipped.reason != domain::SkipReason::MissingField)
            continue;
        for (const QString &field : skipped.detail.split(u", "_s, Qt::SkipEmptyParts)) {
            if (const QString braced = u'{' + field + u'}'; !fields.contains(braced))
                fields.append(braced);
        }
    }
    if (fields.isEmpty())
        return {};
    return Words::tr(
               "No recipient has a value for %1. Correct the field name, or give a default: {name|customer}.")
        .arg(fields.join(u", "_s));
}

QString recipientsInWords(const engine::Recipients &recipients)
{
    QStringList pieces = recipients.groups;
    if (!recipients.listFile.isEmpty())
        pieces.append(RecipientsEdit::listName(recipients.listFile));
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

QString unicodeInWords(const QString &text)
{
    const smstext::Count asUnicode = smstext::count(text, true);
    const smstext::Count repaired = smstext::count(smstext::repaired(text), true);
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
            .arg(characters, number(asUnicode.segments), number(repaired.segments));
    }
    if (!replaceable.isEmpty() && !others.isEmpty()) {
        return Words::tr("%1 can be replaced; %2 needs Unicode. As Unicode: %3 SMS.")
            .arg(engine::wording::characters(replaceable.join(u' ')),
                 engine::wording::characters(others.join(u' ')), number(asUnicode.segments));
    }
    return Words::tr("%1 are not in the ordinary SMS alphabet and have no replacement. As Unicode: %2 SMS.",
                     nullptr, many)
        .arg(characters, number(asUnicode.segments));
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
