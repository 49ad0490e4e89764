// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/examination.h"

#include "gateway/request.h"
#include "smstext/count.h"
#include "smstext/mergetext.h"

#include <QDir>

#include <algorithm>

namespace engine {
using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;

namespace {

const QString standIn = u"."_s;

void object(Examinable &made, const Error &error)
{
    if (!made.fault)
        made.fault = error;
}

void putTextAside(Examinable &made, const Error &error)
{
    object(made, error);
    made.draft.text = standIn;
    made.textCounts = false;
}

void judgeText(Examinable &made)
{
    domain::SendOptions &options = made.draft.options;
    if (made.text.trimmed().isEmpty())
        return putTextAside(made, {ErrorCode::TextEmpty, {}, u"text"_s});
    smstext::MergeText text = smstext::MergeText::literal(made.text);
    if (made.draft.mergeFields) {
        const auto parsed = smstext::MergeText::parse(made.text);
        if (!parsed)
            return putTextAside(made, parsed.error());
        text = *parsed;
    }
    made.personal = text.isPersonal();
    // What is the same for everybody.
    const QString shared = text.render([](const QString &) { return std::nullopt; }).text;
    if (made.personal && shared.trimmed().isEmpty())
        return;
    auto checked = gateway::checkedText(shared, options);
    if (!checked && checked.error().code == ErrorCode::NeedsUnicode) {
        object(made, checked.error());
        options.unicode = true;
        checked = gateway::checkedText(shared, options);
    }
    if (!checked)
        putTextAside(made, checked.error());
}

void judgeOptions(Examinable &made, qint64 nowMs)
{
    Draft &draft = made.draft;
    if (draft.startAtMs && *draft.startAtMs <= nowMs)
        object(made, {ErrorCode::ScheduledInPast, {}, u"start"_s});
    const bool passing = !draft.recipients.typed.isEmpty() ||
                         draft.recipients.listFile.startsWith(QDir::tempPath()); // a pasted list
    if (draft.repeat != domain::Repeat::Once && passing)
        object(made, {ErrorCode::RepeatNeedsGroup, {}, {}});
    const bool bulk = draft.mode == domain::SendMode::Bulk;
    if (const auto checked = gateway::checkedOptions(draft.options, bulk, nowMs, false); !checked) {
        object(made, checked.error());
        const bool unicode = draft.options.unicode;
        draft.options = {};
        draft.options.unicode = unicode;
    }
}

} // namespace

Examinable examinable(const Draft &draft, qint64 nowMs, bool templateUsable)
{
    Examinable made;
    made.text = draft.text;
    made.sender = draft.sender;
    made.options = draft.options;
    made.draft = draft;
    if (!templateUsable)
        made.draft.options.templateType.clear();
    if (!draft.options.priceOre) {
        if (const auto sender = gateway::checkedSender(draft.sender); !sender) {
            object(made, sender.error());
            made.draft.sender = standIn;
        }
    }
    judgeText(made);
    judgeOptions(made, nowMs);
    return made;
}

Examination examination(const Examinable &examined, const base::Result<PlanSummary> &plan)
{
    Examination made;
    made.examined = examined;
    made.fault = examined.fault;
    if (plan) {
        made.plan = *plan;
        return made;
    }
    made.planFault = plan.error();
    if (!made.fault)
        made.fault = made.planFault;
    return made;
}

QString Examination::longestText() const
{
    return examined.textCounts && plan.longest ? plan.longest->text : examined.text;
}

bool Examination::canBeSent() const
{
    const bool anybody = plan.totals.recipients > 0 || plan.mode == domain::SendMode::GatewayGroup;
    return !fault && anybody && examined.unknownFields.isEmpty();
}

std::optional<Examinable> withoutUnknownFields(const Examination &examination)
{
    if (examination.plan.unknownFields.isEmpty() || !examination.examined.textCounts)
        return std::nullopt;
    Examinable again = examination.examined;
    again.draft.text = smstext::MergeText::withLiteral(again.draft.text, examination.plan.unknownFields);
    again.unknownFields = examination.plan.unknownFields;
    again.textCounts = false;
    return again;
}

std::optional<Examination> rewritten(const Examination &before, const Examinable &now)
{
    const PlanSummary &known = before.plan;
    if (now.personal || before.examined.personal || !known.longest ||
        before.examined.draft.recipients != now.draft.recipients ||
        !now.draft.options.templateType.isEmpty() || !before.examined.draft.options.templateType.isEmpty() ||
        before.examined.draft.options.priceOre != now.draft.options.priceOre)
        return std::nullopt;
    Examination made;
    made.examined = now;
    made.fault = now.fault;
    made.plan = known;
    const QString text = smstext::MergeText::parse(now.draft.text)
                             .value()
                             .render([](const QString &) { return std::nullopt; })
                             .text;
    const int segments = smstext::count(text, now.draft.options.unicode).segments;
    campaign::PlanTotals &totals = made.plan.totals;
    if (totals.costOre) // each had the same number of SMS, each has another now
        totals.costOre = *totals.costOre / known.longest->segments * segments;
    totals.segments = totals.recipients * segments;
    totals.worstSegments = segments;
    const auto rewrite = [&](domain::Message &message) {
        message.text = text;
        message.segments = segments;
    };
    std::for_each(made.plan.sample.begin(), made.plan.sample.end(), rewrite);
    rewrite(*made.plan.longest);
    return made;
}

} // namespace engine
