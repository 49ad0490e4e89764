// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/recipientplan.h"

#include "domain/accountrules.h"
#include "gateway/request.h"
#include "gateway/template.h"
#include "phone/phonenumber.h"
#include "smstext/count.h"
#include "smstext/repair.h"

#include <QCryptographicHash>

#include <cstring>

namespace campaign {
using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using domain::SkipReason;

namespace {

SkipReason reasonOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::TextTooLong:
        return SkipReason::TextTooLong;
    case ErrorCode::NeedsUnicode:
        return SkipReason::NeedsUnicode;
    default:
        return SkipReason::TextEmpty;
    }
}

} // namespace

RecipientPlan::RecipientPlan(PlanRules rules, smstext::MergeText text,
                             std::function<bool(const QString &)> optedOut)
    : m_rules(std::move(rules))
    , m_text(std::move(text))
    , m_optedOut(std::move(optedOut))
{
    if (m_rules.pricePerSmsOre || !m_rules.pricesByCountryOre.isEmpty())
        m_totals.costOre = 0;
}

base::Result<RecipientPlan> RecipientPlan::create(PlanRules rules,
                                                  std::function<bool(const QString &)> optedOut)
{
    if (rules.text.trimmed().isEmpty())
        return Error{ErrorCode::TextEmpty, {}, u"text"_s};
    smstext::MergeText text = smstext::MergeText::literal(rules.text);
    if (rules.mergeFields) {
        auto parsed = smstext::MergeText::parse(rules.text);
        if (!parsed)
            return parsed.error();
        text = std::move(parsed).value();
    }
    if (!text.isPersonal()) {
        const QString whole = text.render([](const QString &) { return std::nullopt; }).text;
        if (auto checked = gateway::checkedText(whole, rules.options); !checked)
            return checked.error();
    }
    QMap<QString, smstext::MergeText> fields;
    bool personal = false;
    if (rules.mergeFields && !rules.options.templateType.isEmpty()) {
        for (const auto &[name, typed] : rules.options.templateFields.asKeyValueRange()) {
            auto parsed = smstext::MergeText::parse(typed);
            if (!parsed)
                return Error{parsed.error().code, parsed.error().detail, name};
            personal = personal || parsed->isPersonal();
            fields.insert(name, std::move(parsed).value());
        }
    }
    RecipientPlan plan(std::move(rules), std::move(text), std::move(optedOut));
    if (personal)
        plan.m_templateFields = fields;
    plan.expectFields();
    return plan;
}

// What spreadsheets and word processors leave in a cell is mended unasked: nobody proof-reads a thousand.
std::function<std::optional<QString>(const QString &)>
RecipientPlan::valueOf(const Candidate &candidate) const
{
    return [&candidate, plain = m_rules.plainLetters](const QString &field) -> std::optional<QString> {
        const auto found = candidate.fields.constFind(field);
        if (found == candidate.fields.constEnd())
            return std::nullopt;
        const QString mended = smstext::repaired(found->normalized(QString::NormalizationForm_C));
        return plain ? smstext::plainLetters(mended) : mended;
    };
}

void RecipientPlan::expectFields()
{
    const auto expect = [this](const smstext::MergeText &text) {
        const QStringList missing = text.render([](const QString &) { return std::nullopt; }).missing;
        for (const QString &field : text.fields())
            m_unseen.insert(smstext::MergeText::key(field), {field, !missing.contains(field)});
    };
    expect(m_text);
    for (const smstext::MergeText &text : std::as_const(m_templateFields))
        expect(text);
}

void RecipientPlan::noteFields(const Candidate &candidate)
{
    ++m_candidates;
    m_unseen.removeIf([&candidate](const QMap<QString, Unseen>::iterator &field) {
        return candidate.fields.contains(field.key());
    });
}

QStringList RecipientPlan::unseen(bool withDefault) const
{
    QStringList fields;
    for (const Unseen &field : m_unseen) {
        if (m_candidates > 0 && field.hasDefault == withDefault)
            fields.append(field.name);
    }
    return fields;
}

QStringList RecipientPlan::unknownFields() const
{
    return unseen(false);
}

QStringList RecipientPlan::defaultedFields() const
{
    return unseen(true);
}

// A template's fields for one recipient, checked as the gateway would (TPL-02 to TPL-11).
std::optional<domain::Skipped> RecipientPlan::fillTemplate(const Candidate &candidate,
                                                           domain::Message &message) const
{
    for (const auto &[name, text] : m_templateFields.asKeyValueRange()) {
        const auto rendered = text.render(valueOf(candidate));
        if (!rendered.missing.isEmpty())
            return domain::Skipped{candidate.row, candidate.input, SkipReason::MissingField,
                                   rendered.missing.join(u", "_s)};
        message.templateFields.insert(name, rendered.text);
    }
    if (m_templateFields.isEmpty())
        return std::nullopt;
    const auto problems = gateway::checkedFields(m_rules.options.templateType, message.templateFields);
    for (const gateway::FieldProblem &problem : problems) {
        if (!problem.warning)
            return domain::Skipped{candidate.row, candidate.input, SkipReason::InvalidField, problem.field};
    }
    return std::nullopt;
}

std::variant<domain::Message, domain::Skipped> RecipientPlan::add(const Candidate &candidate)
{
    const auto skipped = [&candidate](SkipReason reason, const QString &detail = {}) {
        return domain::Skipped{candidate.row, candidate.input, reason, detail};
    };
    if (!m_unseen.isEmpty() || m_candidates == 0)
        noteFields(candidate);
    const phone::PhoneNumber number =
        candidate.number ? *candidate.number : phone::parse(candidate.input, m_rules.region);
    if (number.error != phone::NumberError::None)
        return skipped(domain::skipReason(number.error));
    if (m_rules.removed.contains(number.e164))
        return skipped(SkipReason::Removed, number.e164);
    const bool again = m_seen.contains(number.e164);
    if (again && !tellsTextsApart())
        return skipped(SkipReason::Duplicate, number.e164);
    if (!again && m_optedOut && m_optedOut(number.e164))
        return skipped(SkipReason::OptedOut);
    if (m_rules.leaveOutLandlines && number.type == phone::NumberType::Fixed)
        return skipped(SkipReason::Landline);
    if (!isAllowed(number.country))
        return skipped(SkipReason::CountryNotAllowed, number.country);
    auto made = written(candidate, number.e164);
    if (again && isDuplicate(made))
        return skipped(SkipReason::Duplicate, number.e164);
    auto *message = std::get_if<domain::Message>(&made);
    if (!message)
        return made;
    if (const auto fault = measure(candidate, *message))
        return *fault;
    remember(*message, again);
    if (number.unknownRange)
        ++m_totals.unknownRange;
    count(*message, number);
    return made;
}

// What the candidate would get.
std::variant<domain::Message, domain::Skipped> RecipientPlan::written(const Candidate &candidate,
                                                                      const QString &e164) const
{
    const auto rendered = m_text.render(valueOf(candidate));
    if (!rendered.missing.isEmpty())
        return domain::Skipped{candidate.row, candidate.input, SkipReason::MissingField,
                               rendered.missing.join(u", "_s)};
    domain::Message message;
    message.number = e164;
    message.name = candidate.name;
    message.sender = m_rules.sender;
    message.text = rendered.text;
    message.row = candidate.row;
    if (const auto fault = fillTemplate(candidate, message))
        return *fault;
    return message;
}

std::optional<domain::Skipped> RecipientPlan::measure(const Candidate &candidate, domain::Message &message)
{
    if (m_totals.recipients > 0 && message.text == m_firstText) {
        message.segments = m_firstSegments;
        m_units = m_firstUnits;
        return std::nullopt;
    }
    if (auto checked = gateway::checkedText(message.text, m_rules.options); !checked)
        return domain::Skipped{candidate.row, candidate.input, reasonOf(checked.error().code),
                               checked.error().detail};
    const smstext::Count count = smstext::count(message.text, m_rules.options.unicode);
    message.segments = count.segments;
    m_units = count.units;
    return std::nullopt;
}

// Of a row whose number has a message already.
bool RecipientPlan::isDuplicate(const std::variant<domain::Message, domain::Skipped> &made)
{
    const auto *message = std::get_if<domain::Message>(&made);
    const bool own = message && !m_prints.contains(printOf(*message));
    if (m_rules.eachRow)
        return message && !own; // a row with a fault says so
    m_totals.ownTexts += own ? 1 : 0;
    return true;
}

void RecipientPlan::remember(domain::Message &message, bool again)
{
    m_seen.insert(message.number);
    if (tellsTextsApart())
        m_prints.insert(printOf(message));
    if (again) {
        message.copy = ++m_copies[message.number];
        ++m_totals.sharing;
    }
}

bool RecipientPlan::tellsTextsApart() const
{
    return m_text.isPersonal() || !m_templateFields.isEmpty();
}

RecipientPlan::Print RecipientPlan::printOf(const domain::Message &message)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    const auto add = [&hash](const QString &part) {
        hash.addData({reinterpret_cast<const char *>(part.utf16()), part.size() * qsizetype(sizeof(QChar))});
        hash.addData(QByteArrayView("\0\0", 2));
    };
    add(message.number);
    add(message.text);
    for (const auto &[name, value] : message.templateFields.asKeyValueRange()) {
        add(name);
        add(value);
    }
    Print print;
    const QByteArray digest = hash.result();
    std::memcpy(&print.first, digest.constData(), sizeof print.first);
    std::memcpy(&print.second, digest.constData() + sizeof print.first, sizeof print.second);
    return print;
}

const PlanTotals &RecipientPlan::totals() const
{
    return m_totals;
}

domain::SendMode RecipientPlan::mode() const
{
    if (m_rules.mode != domain::SendMode::Automatic)
        return m_rules.mode;
    // BLK-03: bulk knows neither prices nor templates.
    const bool singlesOnly =
        m_totals.personal || m_rules.options.priceOre || !m_rules.options.templateType.isEmpty();
    return singlesOnly || m_totals.recipients < 2 ? domain::SendMode::Single : domain::SendMode::Bulk;
}

QStringList RecipientPlan::fields() const
{
    QStringList fields = m_text.fields();
    for (const smstext::MergeText &field : m_templateFields)
        fields += field.fields();
    fields.removeDuplicates();
    return fields;
}

bool RecipientPlan::isAllowed(const QString &country) const
{
    if (m_rules.options.priceOre && country != "NO"_L1) // OUT-08: only Norwegian subscribers can be charged
        return false;
    return m_rules.allowedCountries.contains(country, Qt::CaseInsensitive); // ACC-07
}

void RecipientPlan::count(const domain::Message &message, const phone::PhoneNumber &number)
{
    if (m_totals.recipients == 0) {
        m_firstText = message.text;
        m_firstSegments = message.segments;
        m_firstUnits = m_units;
    } else if (message.text != m_firstText || !message.templateFields.isEmpty()) {
        m_totals.personal = true;
    }
    ++m_totals.recipients;
    m_totals.segments += message.segments;
    if (m_totals.costOre) { // one unknown price makes the sum unknown
        if (const auto price =
                domain::pricePerSms(m_rules.pricePerSmsOre, m_rules.pricesByCountryOre, number.country))
            *m_totals.costOre += qint64(message.segments) * *price;
        else
            m_totals.costOre.reset();
    }
    if (message.segments > m_totals.worstSegments) {
        m_totals.worstSegments = message.segments;
        m_totals.worstRow = message.row;
    }
    if (number.type == phone::NumberType::Fixed)
        ++m_totals.landlines;
    if (!m_longest || std::pair(message.segments, m_units) > std::pair(m_longest->segments, m_longestUnits)) {
        m_longest = message;
        m_longestUnits = m_units;
    }
}

} // namespace campaign
