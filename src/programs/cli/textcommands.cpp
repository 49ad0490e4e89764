// SPDX-License-Identifier: GPL-3.0-or-later
// count, numbers and preview: nothing but their arguments.
#include "domain/accountrules.h"
#include "engine/fieldwording.h"
#include "gateway/template.h"
#include "phone/phonenumber.h"
#include "programs/cli/commands.h"
#include "smstext/count.h"
#include "smstext/repair.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>
#include <functional>

namespace cli {
using namespace Qt::StringLiterals;

namespace {

// Each line of standard input without its line end; false from `take` ends it.
bool eachLine(const std::function<bool(const QByteArray &)> &take)
{
    QFile input;
    // By its descriptor: through stdio a NUL would cut the line.
    if (!input.open(0, QIODevice::ReadOnly))
        return false;
    for (bool first = true;; first = false) {
        QByteArray line = input.readLine();
        if (line.isEmpty())
            return true;
        if (first && line.startsWith("\xef\xbb\xbf")) // as Windows' editors and shells begin a file
            line.remove(0, 3);
        while (line.endsWith('\n') || line.endsWith('\r'))
            line.chop(1);
        if (!take(line))
            return false;
    }
}

QJsonObject counted(const QString &text, bool unicode)
{
    const smstext::Count count = smstext::count(text, unicode);
    return {{u"encoding"_s, count.encoding == smstext::Encoding::Gsm ? u"gsm"_s : u"unicode"_s},
            {u"characters"_s, count.characters},
            {u"units"_s, count.units},
            {u"segments"_s, count.segments},
            {u"remaining"_s, count.remaining},
            {u"nonGsm"_s, QJsonArray::fromStringList(count.nonGsm)},
            {u"repaired"_s, smstext::repaired(text)},
            {u"tooLong"_s, count.tooLong}};
}

Ended runCount(Console &console)
{
    const bool unicode = console.options().isSet(u"unicode"_s);
    if (!console.words().isEmpty()) {
        console.print(counted(console.words().constFirst(), unicode));
        return Done;
    }
    int lineNumber = 0;
    Ended ended = Done;
    eachLine([&](const QByteArray &line) {
        ++lineNumber;
        if (line.trimmed().isEmpty())
            return true;
        // QJsonDocument does not accept a bare JSON string.
        QJsonParseError problem;
        const QJsonDocument document = QJsonDocument::fromJson("[" + line + "]", &problem);
        const QJsonArray array = document.array();
        if (problem.error != QJsonParseError::NoError || array.size() != 1 || !array.at(0).isString()) {
            ended = badUsage(
                QCoreApplication::translate("Cli", "Line %1 of the input is not a JSON string. Write each "
                                                   "text as a JSON string, in quotes, on its own line.")
                    .arg(lineNumber));
            return false;
        }
        console.print(counted(array.at(0).toString(), unicode));
        return true;
    });
    return ended;
}

Ended runNumbers(Console &console)
{
    const QString region = console.options().value(u"region"_s).toUpper();
    if (!domain::isCountry(region))
        return badUsage(QCoreApplication::translate("Cli", "“%1” is not a country like NO (--region).")
                            .arg(console.options().value(u"region"_s)));
    eachLine([&](const QByteArray &line) {
        const phone::PhoneNumber number = phone::parse(QString::fromUtf8(line), region);
        const bool good = number.error == phone::NumberError::None;
        QJsonObject object{{u"input"_s, QString::fromUtf8(line)},
                           {u"e164"_s, good ? QJsonValue(number.e164) : QJsonValue()},
                           {u"country"_s, good ? orNull(number.country) : QJsonValue()},
                           {u"type"_s, good ? phone::identifier(number.type) : u"unknown"_s},
                           {u"error"_s, good ? QJsonValue() : QJsonValue(phone::identifier(number.error))}};
        if (good && number.unknownRange)
            object.insert(u"warning"_s, u"unknownRange"_s);
        console.print(object);
        return true;
    });
    return Done;
}

Ended runPreview(Console &console)
{
    const QString type = console.options().value(u"type"_s);
    if (!gateway::templateTypes().contains(type)) {
        return base::Error{base::ErrorCode::InvalidField, u"unknownType"_s, u"type"_s};
    }
    const auto options = sendOptions(console.options());
    if (!options)
        return options.error();
    const gateway::TemplatePreview preview = gateway::templatePreview(type, options->templateFields);
    QJsonArray errors;
    QJsonArray warnings; // TPL-03, TPL-05: what passes all the same
    QStringList sentences;
    for (const gateway::FieldProblem &problem : gateway::checkedFields(type, options->templateFields)) {
        const QString sentence = engine::wording::fieldProblem(problem);
        (problem.warning ? warnings : errors)
            .append(QJsonObject{
                {u"field"_s, problem.field}, {u"code"_s, problem.code}, {u"message"_s, sentence}});
        if (!problem.warning)
            sentences.append(sentence);
    }
    console.print(QJsonObject{{u"sender"_s, preview.sender},
                              {u"text"_s, preview.text},
                              {u"errors"_s, errors},
                              {u"warnings"_s, warnings}});
    if (sentences.isEmpty())
        return Done;
    console.say(sentences.join(u' '));
    return Failed;
}

} // namespace

QList<Command> textCommands()
{
    const QCommandLineOption unicode =
        flag(u"unicode"_s, QCoreApplication::translate("Cli", "count as when all characters are allowed"));
    const QCommandLineOption field =
        valued(u"field"_s, u"k=v"_s, QCoreApplication::translate("Cli", "a field of the template"));
    QCommandLineOption region =
        valued(u"region"_s, u"CC"_s,
               QCoreApplication::translate("Cli", "country of numbers without a country code"));
    region.setDefaultValue(u"NO"_s);
    return {
        command(u"count"_s,
                QCoreApplication::translate("Cli", "count the characters, encoding and SMS of a text"),
                runCount)
            .takes(u"[TEXT]"_s, 0, 1)
            .with({unicode}),
        command(u"numbers"_s, QCoreApplication::translate("Cli", "read phone numbers from standard input"),
                runNumbers)
            .with({region}),
        command(
            u"preview"_s,
            QCoreApplication::translate("Cli", "show what a route that requires a template would deliver"),
            runPreview)
            .with({valued(u"type"_s, u"T"_s, QCoreApplication::translate("Cli", "the template")), field}),
    };
}

} // namespace cli
