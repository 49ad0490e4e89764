// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/contactrows.h"

#include "storage/folding.h"
#include "storage/statelist.h"
#include "storage/statement.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace storage {
using namespace Qt::StringLiterals;
using domain::Contact;

namespace {

QJsonObject toObject(const QMap<QString, QString> &fields)
{
    QJsonObject object;
    for (auto field = fields.cbegin(); field != fields.cend(); ++field)
        object.insert(field.key(), field.value());
    return object;
}

QMap<QString, QString> fromObject(const QJsonObject &object)
{
    QMap<QString, QString> fields;
    for (auto field = object.constBegin(); field != object.constEnd(); ++field)
        fields.insert(field.key(), field.value().toString());
    return fields;
}

QString text(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

// The last messages to the number that have ended, newest first; how many of so many failed.
QString failuresAmongLast(int messages)
{
    const QString failed = stateList({domain::MessageState::Failed, domain::MessageState::Refused});
    const QString ended = stateList(
        {domain::MessageState::Failed, domain::MessageState::Refused, domain::MessageState::Delivered});
    return u"(SELECT count(*) FROM (SELECT state FROM message WHERE message.number = contact.number "
           "AND state IN (%1) ORDER BY id DESC LIMIT %2) AS ended WHERE state IN (%3))"_s.arg(
               ended, QString::number(messages), failed);
}

void narrow(ContactCondition &condition, const Dialect &dialect, const ContactFilter &filter)
{
    if (!filter.field.isEmpty()) {
        condition.sql += u" AND EXISTS (SELECT 1 FROM %1 WHERE key = ? AND %2)"_s.arg(
            dialect.pairs(u"fields"_s), filter.fieldValue.isEmpty() ? u"value <> ''"_s : u"value = ?"_s);
        condition.values.append(filter.field);
        if (!filter.fieldValue.isEmpty())
            condition.values.append(filter.fieldValue);
    }
    if (filter.optedOut) {
        condition.sql += *filter.optedOut ? u" AND EXISTS "_s : u" AND NOT EXISTS "_s;
        condition.sql += u"(SELECT 1 FROM opt_out WHERE opt_out.number = contact.number)"_s;
    }
    if (filter.trouble != ContactTrouble::Any) {
        const int running = filter.trouble == ContactTrouble::FailedLast ? 1 : 3;
        // Those to whom so many failed at all are few, and found by their state.
        condition.sql += u" AND number IN (SELECT number FROM message WHERE state IN (%1) GROUP BY number "
                         "HAVING count(*) >= %2) AND %3 = %2"_s.arg(
                             stateList({domain::MessageState::Failed, domain::MessageState::Refused}),
                             QString::number(running), failuresAmongLast(running));
    }
}

} // namespace

QString fieldsToJson(const QMap<QString, QString> &fields)
{
    return fields.isEmpty() ? u"{}"_s : text(toObject(fields));
}

QMap<QString, QString> fieldsFromJson(const QString &json)
{
    if (json == "{}"_L1)
        return {};
    return fromObject(QJsonDocument::fromJson(json.toUtf8()).object());
}

QString contactToJson(const Contact &contact)
{
    return text({{u"number"_s, contact.number},
                 {u"name"_s, contact.name},
                 {u"email"_s, contact.email},
                 {u"fields"_s, toObject(contact.fields)},
                 {u"groups"_s, QJsonArray::fromStringList(contact.groups)}});
}

Contact contactFromJson(const QString &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    Contact contact;
    contact.number = object.value(u"number"_s).toString();
    contact.name = object.value(u"name"_s).toString();
    contact.email = object.value(u"email"_s).toString();
    contact.fields = fromObject(object.value(u"fields"_s).toObject());
    const QJsonArray groups = object.value(u"groups"_s).toArray();
    for (const auto &group : groups)
        contact.groups.append(group.toString());
    return contact;
}

QString searchText(const Contact &contact)
{
    QString all = folded(contact.name);
    all += u' ' + numberWords(contact.number).value(0);
    if (!contact.email.isEmpty())
        all += u' ' + folded(contact.email);
    for (const QString &value : contact.fields)
        all += u' ' + folded(value);
    return all;
}

QString contactSortKey(const Contact &contact)
{
    return contact.name.isEmpty() ? u'~' + contact.number : sortKey(contact.name);
}

ContactCondition conditionOf(const Dialect &dialect, const ContactFilter &filter, bool walk)
{
    ContactCondition condition{u"true"_s, {}};
    if (!filter.group.isEmpty()) {
        const QString members = u"SELECT contact FROM contact_member WHERE contact_group = "
                                "(SELECT id FROM contact_group WHERE name = ?)"_s;
        condition.sql += walk ? u" AND EXISTS (%1 AND contact = contact.id)"_s.arg(members)
                              : u" AND id IN (%1)"_s.arg(members);
        condition.values.append(filter.group);
    }
    for (const QString &term : searchTerms(filter.search)) {
        condition.sql += u" AND search LIKE ?"_s; // words are letters and digits: nothing to escape
        condition.values.append(QString(u'%' + term + u'%'));
    }
    narrow(condition, dialect, filter);
    return condition;
}

QString contactOrder(const Dialect &dialect, const ContactFilter &filter, QVariantList &values)
{
    const QString last = u"'\U0010FFFD'"_s; // behind every name
    const QString direction = filter.descending ? u" DESC"_s : u""_s;
    switch (filter.order) {
    case ContactOrder::ByName:
        break;
    case ContactOrder::ByNumber:
        return u"number"_s + direction;
    case ContactOrder::ByGroups: // those without one last
        return u"coalesce((SELECT min(name) FROM contact_member JOIN contact_group "
               "ON contact_group.id = contact_member.contact_group "
               "WHERE contact_member.contact = contact.id), %2)%1, sort_key, id"_s.arg(direction, last);
    case ContactOrder::ByOptOut:
        return u"NOT EXISTS (SELECT 1 FROM opt_out WHERE opt_out.number = contact.number)%1, sort_key, id"_s
            .arg(direction);
    case ContactOrder::ByField:
        values.append(filter.orderField);
        return u"lower(coalesce((SELECT value FROM %3 WHERE key = ?), %2))%1, sort_key, id"_s.arg(
            direction, last, dialect.pairs(u"fields"_s));
    }
    return u"sort_key%1, id%1"_s.arg(direction);
}

} // namespace storage
