// SPDX-License-Identifier: GPL-3.0-or-later
// Turns recipients as people have them into messages ready to be approved, and says of each one
// that is left out why. Pure: what is suppressed is asked of the caller.
#pragma once

#include "base/result.h"
#include "domain/account.h"
#include "domain/campaign.h"
#include "phone/phonenumber.h"
#include "smstext/mergetext.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <optional>
#include <utility>
#include <variant>

namespace campaign {

// One typed number, list row or contact.
struct Candidate
{
    int row = 0;                              // of the list (header = 1), or the place among typed ones
    QString input;                            // the number as typed
    std::optional<phone::PhoneNumber> number; // absent: to be read from the input
    QString name;
    QHash<QString, QString> fields; // by smstext::MergeText::key(): trimmed and case-folded
};

struct PlanRules
{
    QString text;            // with merge fields, or taken as it stands
    bool mergeFields = true; // cli `send` takes TEXT as it stands
    bool eachRow = false;    // rows that share a number are messages of their own, unless they say the same
    domain::SendOptions options;
    domain::SendMode mode = domain::SendMode::Automatic;
    QString sender;
    QString region = QStringLiteral("NO");
    QStringList allowedCountries;
    std::optional<int> pricePerSmsOre;
    QMap<QString, int> pricesByCountryOre; // where it costs something else
    QSet<QString> removed;                 // E.164
    bool leaveOutLandlines = false;
    bool plainLetters = false; // smstext::plainLetters of what goes into the fields
};

struct PlanTotals
{
    qint64 recipients = 0;
    qint64 segments = 0;
    std::optional<qint64> costOre;
    qint64 unknownRange = 0; // possible numbers that the library does not know
    qint64 landlines = 0;    // of those that get a message
    int worstSegments = 0;   // over the rendered texts
    qint64 worstRow = 0;
    bool personal = false; // texts differ
    qint64 sharing = 0;    // messages beyond the first to their number
    qint64 ownTexts = 0;   // rows left out as duplicates that would have had a text of their own
};

class RecipientPlan
{
public:
    // Errors of the text itself: TextEmpty, InvalidField (a brace), and for one without merge fields
    // also NeedsUnicode (OUT-04) and TextTooLong (OUT-05, OUT-08).
    static base::Result<RecipientPlan> create(PlanRules rules,
                                              std::function<bool(const QString &e164)> optedOut);

    // Checked in this order: number, removed, duplicate, opt-out, landline, country, merge fields, rendered
    // text. A row is
    // a duplicate of one that gets a message: a row with a fault takes nothing from a later good one.
    // Where each row has its own message, a duplicate is one to the same number with the same final text.
    std::variant<domain::Message, domain::Skipped> add(const Candidate &candidate);
    const PlanTotals &totals() const;
    // Single for personal texts, prices and templates; Bulk for one text to many (chosen by itself).
    domain::SendMode mode() const;
    QStringList fields() const; // merge fields the text uses
    // Those without a default that none of the candidates had: a fault of the text, not of the rows.
    QStringList unknownFields() const;
    QStringList defaultedFields() const; // those with one: everybody gets the default
    // The longest of the rendered messages, by SMS and then by length; none: nobody gets one.
    const std::optional<domain::Message> &longest() const { return m_longest; }

private:
    struct Unseen
    {
        QString name; // as the text writes it
        bool hasDefault = false;
    };
    QStringList unseen(bool withDefault) const;
    RecipientPlan(PlanRules rules, smstext::MergeText text, std::function<bool(const QString &)> optedOut);
    std::variant<domain::Message, domain::Skipped> written(const Candidate &candidate,
                                                           const QString &e164) const;
    std::optional<domain::Skipped> fillTemplate(const Candidate &candidate, domain::Message &message) const;
    std::optional<domain::Skipped> measure(const Candidate &candidate, domain::Message &message);
    bool isDuplicate(const std::variant<domain::Message, domain::Skipped> &made);
    void remember(domain::Message &message, bool again);
    bool tellsTextsApart() const;
    bool isAllowed(const QString &country) const;
    void count(const domain::Message &message, const phone::PhoneNumber &number);
    void expectFields();
    void noteFields(const Candidate &candidate);
    std::function<std::optional<QString>(const QString &)> valueOf(const Candidate &candidate) const;

    PlanRules m_rules;
    smstext::MergeText m_text;
    QMap<QString, smstext::MergeText>
        m_templateFields; // all of them where one holds a merge field, else none
    std::function<bool(const QString &)> m_optedOut;
    using Print = std::pair<quint64, quint64>; // of a number and what is said to it
    static Print printOf(const domain::Message &message);

    QSet<QString> m_seen;
    QSet<Print> m_prints;         // where texts can differ
    QHash<QString, int> m_copies; // of the numbers that have more than one message
    PlanTotals m_totals;
    QString m_firstText;
    int m_firstSegments = 0; // of m_firstText; each equal text is checked and counted once
    std::optional<domain::Message> m_longest;
    int m_longestUnits = 0;
    int m_firstUnits = 0;
    int m_units = 0; // of the message that was measured last
    qint64 m_candidates = 0;
    QMap<QString, Unseen> m_unseen; // fields that no candidate had yet, by key
};

} // namespace campaign
