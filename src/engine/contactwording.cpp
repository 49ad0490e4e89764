// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/contactwording.h"

#include "engine/eventwording.h"
#include "engine/language.h"
#include "engine/sentences.h"

#include <QCoreApplication>
#include <QDateTime>

namespace engine::wording {
using namespace Qt::StringLiterals;

namespace {

QString timeOfDay(qint64 ms)
{
    return language::locale().toString(QDateTime::fromMSecsSinceEpoch(ms).time(), u"HH:mm"_s);
}

QString secondsUntil(qint64 atMs, qint64 nowMs)
{
    return language::locale().toString(qMax<qint64>(1, (atMs - nowMs + 999) / 1000));
}

QString trouble(const Contact &contact)
{
    const QString since = timeOfDay(contact.sinceMs);
    switch (contact.kind) {
    case Contact::NotAsked:
    case Contact::Reached:
        break;
    case Contact::Waiting:
        return Words::tr("The gateway has not answered since %1; still waiting.").arg(since);
    case Contact::NoConnection:
        return Words::tr("No connection with the gateway since %1: %2.")
            .arg(since, connectionProblem(contact.detail));
    case Contact::NoAnswer:
        return Words::tr("No answer from the gateway since %1: %2.")
            .arg(since, connectionProblem(contact.detail));
    case Contact::OtherAnswer:
        return Words::tr("Since %1 something other than the gateway has answered at its address: %2. Check "
                         "the address in the account's settings.")
            .arg(since, connectionProblem(contact.detail));
    }
    return {};
}

} // namespace

QString contact(const Contact &contact, qint64 nowMs)
{
    const QString words = trouble(contact);
    if (words.isEmpty() || !contact.nextTryMs)
        return words;
    return Words::tr("%1 Next try in %2 s.", "a sentence, seconds")
        .arg(words, secondsUntil(*contact.nextTryMs, nowMs));
}

QString contactInShort(const Contact &contact, qint64 nowMs)
{
    const QString since = timeOfDay(contact.sinceMs);
    switch (contact.kind) {
    case Contact::NotAsked:
        return Words::tr("Gateway not contacted yet");
    case Contact::Reached:
        return Words::tr("Gateway reached %1", "time of day").arg(since);
    case Contact::Waiting:
        return Words::tr("Waiting for the gateway since %1").arg(since);
    case Contact::NoConnection:
        return contact.nextTryMs ? Words::tr("No connection since %1, next try in %2 s")
                                       .arg(since, secondsUntil(*contact.nextTryMs, nowMs))
                                 : Words::tr("No connection since %1").arg(since);
    case Contact::NoAnswer:
        return Words::tr("No answer since %1").arg(since);
    case Contact::OtherAnswer:
        return contact.nextTryMs
                   ? Words::tr("Something other than the gateway has answered since %1, next try in %2 s")
                         .arg(since, secondsUntil(*contact.nextTryMs, nowMs))
                   : Words::tr("Something other than the gateway has answered since %1").arg(since);
    }
    return {};
}

} // namespace engine::wording
