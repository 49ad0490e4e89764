// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailbox/answers.h"

#include "mailbox/problem.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace mailbox {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 highestNumber = 999999999999999;
const QLatin1StringView mark("budstikkeMailbox");

base::Error notOurs(const Reply &reply)
{
    if (reply.status >= 300 && reply.status < 400)
        return error(Problem::Moved, reply.location);
    if (reply.status >= 500)
        return error(Problem::Unreachable, u"HTTP %1"_s.arg(reply.status));
    return error(Problem::Absent, u"HTTP %1"_s.arg(reply.status));
}

// One object and nothing around it, for this question.
base::Result<QJsonObject> objectOf(const Reply &reply, const QString &ask)
{
    if (!reply.body.contains(mark.data()))
        return notOurs(reply);
    QJsonParseError problem;
    const QJsonObject object = QJsonDocument::fromJson(reply.body, &problem).object();
    if (!object.contains(mark)) {
        const bool cut = reply.body.startsWith('{') && problem.error != QJsonParseError::GarbageAtEnd;
        return error(Problem::Changed, cut ? u"cut"_s : u"around"_s);
    }
    if (object.value("ask"_L1).toString() != ask)
        return error(Problem::Changed, u"old"_s);
    const QString trouble = object.value("error"_L1).toString();
    if (trouble == "key"_L1)
        return error(Problem::Foreign);
    if (!trouble.isEmpty() || reply.status != 200)
        return error(Problem::Broken, trouble.isEmpty() ? u"HTTP %1"_s.arg(reply.status) : trouble);
    return object;
}

struct Answered
{
    QJsonObject object;
    Facts facts;
};

base::Result<Answered> answered(const Reply &reply, const QString &ask, const QString &publicKey)
{
    const auto object = objectOf(reply, ask);
    if (!object)
        return object.error();
    Facts facts;
    facts.nowMs = object->value("now"_L1).toInteger();
    facts.publicKey = object->value("key"_L1).toString();
    facts.full = object->value("full"_L1).toBool();
    if (facts.publicKey != publicKey)
        return error(Problem::Foreign);
    return Answered{*object, facts};
}

// What is said beside the facts, as `take` reads it.
template <typename Said, typename Take>
base::Result<Said> said(const Reply &reply, const QString &ask, const QString &publicKey, const Take &take)
{
    const auto answer = answered(reply, ask, publicKey);
    if (!answer)
        return answer.error();
    Said all;
    all.facts = answer->facts;
    if (auto taken = take(answer->object, all); !taken)
        return taken.error();
    return all;
}

base::Result<void> takeTest(const QJsonObject &object, Tested &tested)
{
    tested.durable = object.value("fsync"_L1).toBool();
    tested.showsErrors = object.value("shows"_L1).toBool();
    tested.largestBody = object.value("largestBody"_L1).toInteger();
    tested.by = object.value("by"_L1).toString().left(60);
    return {};
}

base::Result<void> takeEvents(const QJsonObject &object, Portion &portion)
{
    portion.left = std::max<qint64>(0, object.value("left"_L1).toInteger());
    if (!object.value("events"_L1).isArray())
        return error(Problem::Changed, u"around"_s);
    const QJsonArray events = object.value("events"_L1).toArray();
    for (const auto &value : events) {
        const qint64 number = value["n"_L1].toInteger();
        if (number < 1 || number > highestNumber)
            return error(Problem::Changed, u"around"_s);
        // What is no Base64 is opened by no key either: it is kept as what cannot be read.
        portion.items.append({number, QByteArray::fromBase64(value["sealed"_L1].toString().toLatin1())});
    }
    return {};
}

} // namespace

base::Result<Tested> readTest(const Reply &reply, const QString &ask, const QString &publicKey)
{
    return said<Tested>(reply, ask, publicKey, takeTest);
}

base::Result<Portion> readEvents(const Reply &reply, const QString &ask, const QString &publicKey)
{
    return said<Portion>(reply, ask, publicKey, takeEvents);
}

base::Result<Facts> readDone(const Reply &reply, const QString &ask, const QString &publicKey)
{
    const auto answer = answered(reply, ask, publicKey);
    return answer ? base::Result<Facts>(answer->facts) : answer.error();
}

} // namespace mailbox
