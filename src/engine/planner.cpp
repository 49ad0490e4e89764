// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/planner.h"

#include "engine/contactfields.h"
#include "engine/job.h"
#include "engine/listintake.h"
#include "gateway/request.h"
#include "gateway/template.h"
#include "phone/phonenumber.h"
#include "smstext/mergetext.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

constexpr int namesLookedUp = 1000;

QString fieldKey(const QString &name)
{
    return smstext::MergeText::key(name);
}

// Collects what RecipientPlan says of each candidate, and hands it on in batches.
class Collector
{
public:
    Collector(campaign::RecipientPlan &plan, const PlannerContext &context, const Draft &draft)
        : m_plan(plan)
        , m_context(context)
        , m_sender(draft.sender)
        , m_keptSkips(draft.keptSkips)
        , m_keptSample(draft.keptSample)
    {
    }

    // Where the next ones come from: a group or a list; empty: typed.
    void from(const QString &source) { m_source = source; }
    bool addContact(const campaign::Candidate &candidate)
    {
        for (auto field = candidate.fields.cbegin(); field != candidate.fields.cend(); ++field)
            m_contactFields.insert(field.key());
        return add(candidate);
    }

    bool add(const campaign::Candidate &candidate)
    {
        auto judged = m_plan.add(candidate);
        if (auto *message = std::get_if<domain::Message>(&judged)) {
            message->sender = m_sender;
            if (summary.sample.size() < m_keptSample)
                summary.sample.append(*message);
            if (m_context.batch)
                m_messages.append(std::move(*message));
        } else {
            auto &skipped = std::get<domain::Skipped>(judged);
            skipped.name = candidate.name;
            skipped.source = m_source;
            ++summary.skippedCount;
            ++summary.skippedBy[skipped.reason];
            if (summary.skipped.size() < m_keptSkips) {
                summary.skipped.append(skipped);
                m_skipped.append(skipped);
            }
        }
        if (m_messages.size() + m_skipped.size() >= jobPortion)
            handOn();
        return failure.ok();
    }

    void handOn()
    {
        if (m_context.batch && failure.ok())
            failure = m_context.batch(m_messages, m_skipped);
        m_messages.clear();
        m_skipped.clear();
    }

    void finish()
    {
        handOn();
        summary.totals = m_plan.totals();
        summary.longest = m_plan.longest();
        if (summary.longest)
            summary.longest->sender = m_sender;
        summary.unknownFields = m_plan.unknownFields();
        summary.defaultedFields = m_plan.defaultedFields();
        for (const QString &field : offeredFields(m_contactFields)) {
            if (!summary.fields.contains(field, Qt::CaseInsensitive))
                summary.fields.append(field);
        }
        summary.mode = m_plan.mode();
    }

    PlanSummary summary;
    base::Result<void> failure;

private:
    campaign::RecipientPlan &m_plan;
    const PlannerContext &m_context;
    QString m_sender;
    qint64 m_keptSkips;
    qint64 m_keptSample;
    QString m_source;
    QSet<QString> m_contactFields; // their keys
    QList<domain::Message> m_messages;
    QList<domain::Skipped> m_skipped;
};

// What a person typed in the place of what stands there.
std::optional<QString> retypedNumber(const Recipients &recipients, int row, const QString &input)
{
    for (const RetypedNumber &retyped : recipients.retyped) {
        if (retyped.row == row && retyped.input == input)
            return retyped.number;
    }
    return std::nullopt;
}

base::Result<void> addList(const Recipients &recipients, Collector &collector, const ListProgress &progress)
{
    collector.from(QFileInfo(recipients.listFile).fileName());
    QStringList keys;
    ListColumns columns;
    const auto settled = [&](const ListColumns &found) -> base::Result<void> {
        columns = found;
        collector.summary.fields = found.header.names;
        for (const QString &name : found.header.names)
            keys.append(fieldKey(name));
        return {};
    };
    const auto addRow = [&](const ListRow &row) -> base::Result<void> {
        campaign::Candidate candidate;
        candidate.row = row.number();
        candidate.name = row.name();
        if (!row.note().isEmpty())
            candidate.fields.insert(noteField(), row.note());
        for (int i = 0; i < keys.size(); ++i)
            candidate.fields.insert(keys.at(i), row.cell(i));
        for (const ListNumber &number : row.numbers()) {
            candidate.input = number.typed;
            candidate.number = number.number;
            if (const auto retyped = retypedNumber(recipients, row.number(), number.typed))
                candidate.number = phone::parse(*retyped);
            if (!collector.add(candidate))
                break;
        }
        return collector.failure;
    };
    const auto read = readList(recipients.listFile, recipients.list, progress, settled, addRow);
    if (!read)
        return read.error();
    collector.summary.notes = read->notes;
    collector.summary.list = found(columns, *read);
    return {};
}

base::Result<void> checkedDraft(const Draft &draft, const PlannerContext &context)
{
    if (!draft.options.priceOre) {
        if (auto sender = gateway::checkedSender(draft.sender); !sender)
            return sender;
    }
    if (draft.text.trimmed().isEmpty())
        return base::Error{base::ErrorCode::TextEmpty, {}, u"text"_s};
    if (!draft.mergeFields) {
        if (auto text = gateway::checkedText(draft.text, draft.options); !text)
            return text;
    }
    const bool bulk = draft.mode == domain::SendMode::Bulk || draft.mode == domain::SendMode::GatewayGroup;
    const auto holdsMergeField = [](const QString &value) {
        const auto parsed = smstext::MergeText::parse(value);
        return parsed && parsed->isPersonal();
    };
    // A template that holds merge fields is judged row by row, as each recipient would get it.
    const bool personal =
        draft.mergeFields && std::any_of(draft.options.templateFields.cbegin(),
                                         draft.options.templateFields.cend(), holdsMergeField);
    return gateway::checkedOptions(draft.options, bulk, context.nowMs, !personal);
}

base::Error strictError(const domain::Skipped &skipped)
{
    using domain::SkipReason;
    switch (skipped.reason) {
    case SkipReason::CountryNotAllowed:
        return {base::ErrorCode::CountryNotAllowed, skipped.detail.isEmpty() ? skipped.input : skipped.detail,
                u"to"_s};
    case SkipReason::OptedOut:
        return {base::ErrorCode::OptedOut, skipped.input, u"to"_s};
    case SkipReason::TextTooLong:
        return {base::ErrorCode::TextTooLong, {}, u"text"_s};
    case SkipReason::NeedsUnicode:
        return {base::ErrorCode::NeedsUnicode, skipped.detail, u"text"_s};
    case SkipReason::TextEmpty:
        return {base::ErrorCode::TextEmpty, {}, u"text"_s};
    case SkipReason::MissingField:
        return {base::ErrorCode::MissingField, skipped.detail, u"text"_s};
    default:
        return {base::ErrorCode::InvalidNumber, skipped.input, u"to"_s};
    }
}

// What a fault of the text itself is called when it left nobody.
base::Error nobodyLeft(const PlanSummary &summary)
{
    for (const domain::Skipped &skipped : summary.skipped) {
        using domain::SkipReason;
        if (skipped.reason == SkipReason::TextTooLong || skipped.reason == SkipReason::NeedsUnicode ||
            skipped.reason == SkipReason::OptedOut)
            return strictError(skipped);
    }
    return {base::ErrorCode::NoRecipients, {}, u"to"_s};
}

campaign::PlanRules rulesOf(const Draft &draft, const PlannerContext &context)
{
    campaign::PlanRules rules;
    rules.text = draft.text;
    rules.mergeFields = draft.mergeFields;
    rules.eachRow = draft.recipients.eachRow;
    rules.options = draft.options;
    rules.mode = draft.mode;
    rules.sender = draft.sender;
    rules.allowedCountries = context.account.sending.allowedCountries;
    rules.pricePerSmsOre = context.account.sending.pricePerSmsOre;
    rules.pricesByCountryOre = context.account.sending.pricesByCountryOre;
    rules.removed = QSet<QString>(draft.recipients.removed.cbegin(), draft.recipients.removed.cend());
    rules.leaveOutLandlines = draft.recipients.leaveOutLandlines;
    rules.plainLetters = draft.recipients.plainLetters;
    return rules;
}

base::Result<void> addTyped(const Recipients &recipients, const PlannerContext &context, bool asksContacts,
                            Collector &collector)
{
    int place = 0;
    for (const QString &typed : recipients.typed) {
        const phone::PhoneNumber number = phone::parse(typed);
        std::optional<campaign::Candidate> known;
        if (asksContacts && number.error == phone::NumberError::None)
            known = context.contact(number.e164);
        campaign::Candidate candidate = known.value_or(campaign::Candidate{});
        candidate.row = ++place;
        candidate.input = typed;
        candidate.number = number;
        const qint64 skippedBefore = collector.summary.skippedCount;
        const bool wanted = known ? collector.addContact(candidate) : collector.add(candidate);
        if (!wanted)
            return collector.failure;
        if (recipients.strict && collector.summary.skippedCount > skippedBefore) {
            const domain::Skipped &skipped = collector.summary.skipped.constLast();
            // Giving a number twice is no reason to send to nobody; it gets one message.
            if (skipped.reason != domain::SkipReason::Duplicate &&
                skipped.reason != domain::SkipReason::OptedOut)
                return strictError(skipped);
        }
    }
    return {};
}

base::Result<void> addGroups(const QStringList &groups, const PlannerContext &context, Collector &collector)
{
    for (const QString &group : groups) {
        const auto members = context.group(group);
        if (!members)
            return members.error();
        collector.from(group);
        for (const campaign::Candidate &member : *members) {
            if (!collector.addContact(member))
                return collector.failure;
        }
    }
    return {};
}

} // namespace

base::Result<PlanSummary> planned(const Draft &draft, const PlannerContext &context,
                                  const ListProgress &progress)
{
    if (auto checked = checkedDraft(draft, context); !checked)
        return checked.error();
    auto plan = campaign::RecipientPlan::create(rulesOf(draft, context), context.optedOut);
    if (!plan)
        return plan.error();

    Collector collector(plan.value(), context, draft);
    if (!draft.recipients.gatewayGroup.isEmpty()) {
        if (draft.mergeFields && !plan->fields().isEmpty())
            return base::Error{base::ErrorCode::MissingField, plan->fields().constFirst(), u"text"_s};
        collector.finish();
        collector.summary.mode = domain::SendMode::GatewayGroup;
        return collector.summary;
    }

    // A long column of numbers is not looked up for its names alone.
    const bool asksContacts =
        context.contact && (draft.recipients.typed.size() <= namesLookedUp || !plan->fields().isEmpty());
    if (auto added = addTyped(draft.recipients, context, asksContacts, collector); !added)
        return added.error();
    if (auto added = addGroups(draft.recipients.groups, context, collector); !added)
        return added.error();
    if (!draft.recipients.listFile.isEmpty()) {
        if (auto added = addList(draft.recipients, collector, progress); !added)
            return added.error();
    }
    collector.finish();
    if (!collector.failure)
        return collector.failure.error();
    if (collector.summary.totals.recipients == 0 && draft.recipients.strict)
        return nobodyLeft(collector.summary);
    return collector.summary;
}

} // namespace engine
