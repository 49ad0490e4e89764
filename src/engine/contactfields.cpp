// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/contactfields.h"

#include "engine/language.h"

namespace engine {
using namespace Qt::StringLiterals;

namespace {

// The first is Norwegian's, the second English's.
const QStringList &nameWords()
{
    static const QStringList words{u"navn"_s, u"name"_s};
    return words;
}

const QStringList &emailWords()
{
    static const QStringList words{u"e-post"_s, u"email"_s, u"epost"_s, u"e-mail"_s};
    return words;
}

} // namespace

campaign::Candidate candidateOf(const domain::Contact &contact)
{
    campaign::Candidate candidate;
    candidate.input = contact.number;
    candidate.name = contact.name;
    for (const auto &[field, value] : contact.fields.asKeyValueRange())
        candidate.fields.insert(smstext::MergeText::key(field), value);
    for (const QString &field : nameWords())
        candidate.fields.insert(field, contact.name);
    for (const QString &field : emailWords())
        candidate.fields.insert(field, contact.email);
    return candidate;
}

base::Result<smstext::MergeText::Rendered> writtenTo(const domain::Contact &contact, const QString &text)
{
    const auto parsed = smstext::MergeText::parse(text);
    if (!parsed)
        return parsed.error();
    return parsed->render(
        [fields = candidateOf(contact).fields](const QString &field) -> std::optional<QString> {
            const auto found = fields.constFind(field);
            return found == fields.constEnd() ? std::nullopt : std::optional(*found);
        });
}

QStringList offeredFields(const QSet<QString> &keys)
{
    const qsizetype word = language::current() == "nb"_L1 ? 0 : 1;
    QStringList offered;
    QStringList own(keys.cbegin(), keys.cend());
    own.sort();
    for (const QStringList &words : {nameWords(), emailWords()}) {
        if (keys.contains(words.at(word)))
            offered.append(words.at(word));
        own.removeIf([&words](const QString &key) { return words.contains(key); });
    }
    return offered + own;
}

} // namespace engine
