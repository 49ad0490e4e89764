// SPDX-License-Identifier: GPL-3.0-or-later
// wording: what is wrong with the value of a field, and what would be right.
#include "engine/fieldwording.h"

#include "engine/sentences.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace engine::wording {
using namespace Qt::StringLiterals;

namespace {

// What is wrong with a template's field, by the code of gateway::FieldProblem.
constexpr Sentence problems[] = {
    {"required"_L1, QT_TRANSLATE_NOOP("Wording", "“%1” must be filled in for this template.")},
    {"tooLong"_L1, QT_TRANSLATE_NOOP("Wording", "“%1” is too long. Shorten it.")},
    {"tooShort"_L1, QT_TRANSLATE_NOOP("Wording", "“%1” is too short.")},
    {"url"_L1, QT_TRANSLATE_NOOP("Wording", "“%1” must not contain a link.")},
    {"invalidUrl"_L1,
     QT_TRANSLATE_NOOP("Wording", "“%1” must be a link like example.no/order or https://example.no/order.")},
    {"invalidDate"_L1, QT_TRANSLATE_NOOP("Wording", "“%1” must be a date like 2030-01-31.")},
    {"invalidTime"_L1, QT_TRANSLATE_NOOP("Wording", "“%1” must be a time like 19:15.")},
    {"invalidDateTime"_L1,
     QT_TRANSLATE_NOOP("Wording", "“%1” must be a date and time like 2030-01-31T19:15.")},
    {"unknownField"_L1, QT_TRANSLATE_NOOP("Wording", "This template has no field “%1”.")},
    {"capitals"_L1, QT_TRANSLATE_NOOP("Wording", "“%1” has capital letters, which the gateway may refuse.")},
    {"digitsAdvised"_L1,
     QT_TRANSLATE_NOOP("Wording",
                       "“%1” should be four to eight digits, so that phones recognise it as a code.")},
    {"invalidCharacters"_L1, QT_TRANSLATE_NOOP("Wording", "“%1” has characters that are not allowed there.")},
};

// Nothing for a code that is not known here.
QString known(const gateway::FieldProblem &problem)
{
    if (problem.code == "unknownType"_L1)
        return Words::tr("There is no such template. The types are %1.")
            .arg(gateway::templateTypes().join(u", "_s));
    const QString sentence = sentenceOf(problems, problem.code);
    return sentence.isEmpty() ? sentence : sentence.arg(problem.field);
}

} // namespace

QString fieldProblem(const gateway::FieldProblem &problem)
{
    const QString sentence = known(problem);
    return sentence.isEmpty() ? Words::tr("“%1” cannot be used as it is.").arg(problem.field) : sentence;
}

QString invalidField(const base::Error &error)
{
    if (const QString sentence = known({error.field, error.detail}); !sentence.isEmpty())
        return sentence;
    if (error.detail.startsWith("noColumn: "_L1))
        return Words::tr("There is no column “%1”. The file has the columns %2.")
            .arg(error.field, error.detail.sliced(10));
    if (error.field == "phone"_L1)
        return Words::tr(
                   "No column header says that the column holds telephone numbers: %1. Choose the column.")
            .arg(error.detail);
    if (error.field == "type"_L1 && error.detail == "bulk"_L1)
        return Words::tr("A pre-approved template cannot be sent in bulk. Send it as single messages.");
    // "5: {navn": where a bracket of the text does not fit (smstext).
    static const QRegularExpression bracket(u"\\A([0-9]+): (.*)\\z"_s);
    const QRegularExpressionMatch place = bracket.match(error.detail);
    if (error.field == "text"_L1 && place.hasMatch())
        return Words::tr("Unmatched or empty brace at character %1 (“%2”). Write {column}, or {{ and }} for "
                         "a literal brace.")
            .arg(place.captured(1), place.captured(2));
    return Words::tr("The field “%1” cannot be used as it is: %2. Correct it.")
        .arg(error.field, error.detail);
}

} // namespace engine::wording
