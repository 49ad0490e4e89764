// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal.h"

#include "storage/fieldsjson.h"
#include "storage/jobrows.h"
#include "storage/messagesearch.h"
#include "storage/statelist.h"
#include "storage/statement.h"

#include <QHash>

namespace storage {
using namespace Qt::StringLiterals;
using domain::MessageState;

namespace {

constexpr int pageSize = 1000;

// Its ref is that of the last attempt.
const QString columns =
    u"m.id, m.campaign, m.number, m.name, m.sender, m.text, m.segments, m.state, m.gateway_id, m.error_code, "
    "m.error_text, m.note, m.since_ms, m.row_number, m.template_fields, m.copy, "
    "(SELECT attempt.ref FROM attempt_member JOIN attempt ON attempt.id = attempt_member.attempt "
    "WHERE attempt_member.message = m.id ORDER BY attempt_member.attempt DESC LIMIT 1)"_s;

domain::Message read(const Statement &row)
{
    domain::Message message;
    message.id = row.number(0);
    message.campaign = row.number(1);
    message.number = row.text(2);
    message.name = row.text(3);
    message.sender = row.text(4);
    message.text = row.text(5);
    message.segments = row.integer(6);
    message.state = static_cast<MessageState>(row.integer(7));
    message.gatewayId = row.optionalNumber(8);
    message.errorCode = row.optionalInteger(9);
    message.errorText = row.text(10);
    message.note = base::valueOf<domain::Note>(row.text(11)).value_or(domain::Note::None);
    message.sinceMs = row.number(12);
    message.row = row.integer(13);
    if (const QString fields = row.text(14); !fields.isEmpty())
        message.templateFields = fieldsOf(fields);
    message.copy = row.integer(15);
    message.ref = row.text(16);
    return message;
}

base::Result<QList<domain::Message>> readAll(Statement &select)
{
    return select.list<domain::Message>(read);
}

domain::MessageEvent readEvent(const Statement &row)
{
    const auto status = row.optionalInteger(2);
    return {row.number(0), static_cast<domain::EventKind>(row.integer(1)),
            status ? std::optional(domain::DeliveryStatus(*status)) : std::nullopt, row.text(3)};
}

QString idList(const QList<qint64> &ids)
{
    QStringList numbers;
    for (const qint64 id : ids)
        numbers.append(QString::number(id));
    return numbers.isEmpty() ? u"NULL"_s : numbers.join(u',');
}

// Nobody finds a plan before it is whole, nor one that is being taken back: its row tells of it.
base::Result<QString> hiddenPlans(Database &database)
{
    const auto ids = numbers(database, u"SELECT CAST(argument AS BIGINT) FROM job WHERE kind = ?"_s,
                             base::identifier(JobKind::Plan));
    if (!ids)
        return ids.error();
    return ids->isEmpty() ? QString() : u"campaign NOT IN (%1)"_s.arg(idList(*ids));
}

// A page of ids in which every branch is one walk along an index, however large the journal is.
struct Page
{
    QString sql; // selects ids
    QVariantList values;
};

Page pageOf(const MessageFilter &filter, const QString &withoutPlans)
{
    const QString order = filter.newestFirst ? u"DESC"_s : u"ASC"_s;
    QStringList common;
    QVariantList commonValues;
    // One bound at either end: with two SQLite may walk from the wider one.
    qint64 low = qMax<qint64>(1, filter.fromId);
    qint64 high = filter.toId > 0 ? filter.toId : std::numeric_limits<qint64>::max();
    if (!filter.newestFirst)
        low = qMax(low, filter.afterId + 1);
    else if (filter.afterId > 0)
        high = qMin(high, filter.afterId - 1);
    common.append(u"id >= ?"_s);
    commonValues.append(low);
    if (high < std::numeric_limits<qint64>::max()) {
        common.append(u"id <= ?"_s);
        commonValues.append(high);
    }
    if (!filter.campaign && !withoutPlans.isEmpty())
        common.append(withoutPlans);
    QList<QStringList> branches;
    QList<QVariantList> branchValues;
    const auto branch = [&](const QStringList &conditions, const QVariantList &values) {
        branches.append(conditions + common);
        branchValues.append(values + commonValues);
    };
    if (filter.number) {
        QStringList conditions{u"number = ?"_s};
        QVariantList values{bound(*filter.number)};
        if (filter.campaign) {
            conditions.append(u"campaign = ?"_s);
            values.append(*filter.campaign);
        }
        if (!filter.states.isEmpty())
            conditions.append(u"state IN (%1)"_s.arg(stateList(filter.states)));
        branch(conditions, values);
    } else if (filter.campaign) {
        const auto states = filter.states.isEmpty() ? domain::allMessageStates() : filter.states;
        for (const MessageState state : states)
            branch({u"campaign = ?"_s, u"state = ?"_s}, {*filter.campaign, static_cast<int>(state)});
    } else if (!filter.states.isEmpty()) {
        for (const MessageState state : filter.states)
            branch({u"state = ?"_s}, {static_cast<int>(state)});
    } else {
        branch({}, {});
    }

    Page page;
    QStringList selects;
    for (qsizetype i = 0; i < branches.size(); ++i) {
        const QString where = branches[i].isEmpty() ? QString() : " WHERE "_L1 + branches[i].join(" AND "_L1);
        selects.append(
            u"SELECT id FROM (SELECT id FROM message%1 ORDER BY id %2 LIMIT ?) AS page"_s.arg(where, order));
        page.values += branchValues[i];
        page.values.append(filter.limit);
    }
    page.sql = selects.join(" UNION "_L1);
    return page;
}

QString keyOf(MessageOrder order, bool descending)
{
    const QString direction = descending ? u" DESC"_s : u""_s;
    switch (order) {
    case MessageOrder::Made:
        break;
    case MessageOrder::Number:
        return u"m.number"_s + direction;
    case MessageOrder::Name:
        // As Norwegians sort: Æ, Ø and, after them, Å. SQLite knows the letters of ASCII alone.
        return u"replace(replace(replace(replace(lower(m.name), 'Æ', 'æ'), 'Ø', 'ø'), 'å', 'ø~'), 'Å', 'ø~')"_s +
               direction;
    case MessageOrder::Text:
        return u"m.text"_s + direction;
    case MessageOrder::State:
        return u"m.state"_s + direction;
    case MessageOrder::Since:
        return u"m.since_ms"_s + direction;
    case MessageOrder::Reason:
        return u"coalesce(m.error_code, 0)%1, m.state%1"_s.arg(direction);
    }
    return u"m.id"_s + direction;
}

} // namespace

base::Result<QList<domain::Message>> Journal::messages(const MessageFilter &filter)
{
    if (filter.order != MessageOrder::Made && filter.campaign)
        return ordered(filter);
    Page page;
    if (filter.search.isEmpty()) {
        const auto withoutPlans = hiddenPlans(m_database);
        if (!withoutPlans)
            return withoutPlans.error();
        page = pageOf(filter, *withoutPlans);
    } else {
        const auto found = MessageSearch(m_database).find(filter);
        if (!found)
            return found.error();
        page.sql = idList(*found);
    }
    const QString order = filter.newestFirst ? u"DESC"_s : u"ASC"_s;
    Statement select(m_database,
                     u"SELECT %1 FROM message AS m WHERE m.id IN (%2) ORDER BY m.id %3 LIMIT ?"_s.arg(
                         columns, page.sql, order),
                     filter.search.isEmpty() ? Statement::Keep::Cached : Statement::Keep::Once);
    int position = 0;
    for (const QVariant &value : page.values)
        select.bind(position++, value);
    select.bind(position, filter.limit);
    return readAll(select);
}

base::Result<QList<domain::Message>> Journal::ordered(const MessageFilter &filter)
{
    QStringList conditions{u"m.campaign = ?"_s};
    if (!filter.states.isEmpty())
        conditions.append(u"m.state IN (%1)"_s.arg(stateList(filter.states)));
    if (!filter.search.isEmpty()) {
        MessageFilter all = filter;
        all.afterId = 0;
        all.limit = everyMessage;
        const auto found = MessageSearch(m_database).find(all);
        if (!found)
            return found.error();
        conditions.append(u"m.id IN (%1)"_s.arg(idList(*found)));
    }
    Statement select(m_database,
                     u"SELECT %1 FROM message AS m WHERE %2 ORDER BY %3, m.id LIMIT ? OFFSET ?"_s.arg(
                         columns, conditions.join(u" AND "_s), keyOf(filter.order, filter.descending)),
                     filter.search.isEmpty() ? Statement::Keep::Cached : Statement::Keep::Once);
    select.bind(0, *filter.campaign);
    select.bind(1, filter.limit);
    select.bind(2, filter.offset);
    return readAll(select);
}

base::Result<QList<domain::Message>> Journal::queued(qint64 campaign, qint64 afterId, int limit)
{
    MessageFilter filter;
    filter.campaign = campaign;
    filter.states = {MessageState::Queued};
    filter.afterId = afterId;
    filter.limit = limit;
    return messages(filter);
}

base::Result<qint64> Journal::waitingSegments(qint64 campaign)
{
    return selectTotal(m_database,
                       u"SELECT sum(segments) FROM message WHERE campaign = ? AND state IN (?, ?)"_s,
                       campaign, MessageState::Queued, MessageState::Scheduled);
}

base::Result<domain::Message> Journal::message(qint64 id)
{
    Statement select(m_database, u"SELECT %1 FROM message AS m WHERE m.id = ?"_s.arg(columns));
    select.bind(0, id);
    auto found = readAll(select);
    if (!found)
        return found.error();
    if (found->isEmpty())
        return base::Error{base::ErrorCode::NotFound, QString::number(id), {}};
    return found.value().takeFirst();
}

base::Result<bool> Journal::sharesItsNumber(const domain::Message &message)
{
    const auto other = selectNumber(
        m_database, u"SELECT id FROM message WHERE campaign = ? AND number = ? AND id <> ? LIMIT 1"_s,
        message.campaign, message.number, message.id);
    if (!other)
        return other.error();
    return other->has_value();
}

base::Result<std::optional<qint64>> Journal::matching(const domain::StatusEvent &event)
{
    // NULL equals nothing: what is not known matches nothing.
    const QVariant ref = event.ref.isEmpty() || event.number.isEmpty() ? QVariant() : QVariant(event.ref);
    // Of several the newest, should a gateway have begun its ids anew.
    return selectNumber(
        m_database,
        u"SELECT coalesce("
        "(SELECT message.id FROM attempt "
        "JOIN message ON message.campaign = attempt.campaign AND message.number = ? "
        "JOIN attempt_member ON attempt_member.attempt = attempt.id "
        "AND attempt_member.message = message.id WHERE attempt.ref = ? LIMIT 1), "
        "(SELECT id FROM message WHERE gateway_id = ? ORDER BY id DESC LIMIT 1), "
        "(SELECT message FROM attempt_member WHERE orig_id = ? ORDER BY attempt DESC LIMIT 1))"_s,
        event.number, ref, event.origId, event.origId);
}

base::Result<std::optional<qint64>> Journal::count(const MessageFilter &filter)
{
    if (!filter.search.isEmpty() || filter.number || filter.fromId > 0 || filter.toId > 0)
        return std::optional<qint64>();
    QString sql = u"SELECT sum(messages) FROM campaign_count WHERE true"_s;
    if (!filter.states.isEmpty())
        sql += u" AND state IN (%1)"_s.arg(stateList(filter.states));
    const auto withoutPlans = hiddenPlans(m_database);
    if (!withoutPlans)
        return withoutPlans.error();
    if (!filter.campaign && !withoutPlans->isEmpty())
        sql += u" AND "_s + *withoutPlans;
    const auto sum = filter.campaign
                         ? selectTotal(m_database, QString(sql + u" AND campaign = ?"_s), *filter.campaign)
                         : selectTotal(m_database, sql);
    if (!sum)
        return sum.error();
    return std::optional<qint64>(*sum);
}

base::Result<QList<domain::MessageEvent>> Journal::events(qint64 message)
{
    return rows<domain::MessageEvent>(
        m_database,
        u"SELECT at_ms, kind, status, detail FROM message_event WHERE message = ? ORDER BY sequence"_s,
        readEvent, message);
}

base::Result<void> Journal::forEach(
    const MessageFilter &filter,
    const std::function<bool(const domain::Message &, const QList<domain::MessageEvent> &)> &visit)
{
    MessageFilter part = filter;
    qint64 left = filter.limit;
    while (left > 0) {
        part.limit = static_cast<int>(qMin<qint64>(left, pageSize));
        const auto page = messages(part);
        if (!page)
            return page.error();
        const auto events = eventsOf(*page);
        if (!events)
            return events.error();
        for (const domain::Message &message : *page) {
            if (!visit(message, events->value(message.id)))
                return {};
        }
        if (page->size() < part.limit)
            return {};
        part.afterId = page->constLast().id;
        left -= page->size();
    }
    return {};
}

base::Result<QHash<qint64, QList<domain::MessageEvent>>>
Journal::eventsOf(const QList<domain::Message> &messages)
{
    QList<qint64> ids;
    for (const domain::Message &message : messages)
        ids.append(message.id);
    Statement select(m_database,
                     u"SELECT at_ms, kind, status, detail, message FROM message_event "
                     "WHERE message IN (%1) ORDER BY message, sequence"_s.arg(idList(ids)),
                     Statement::Keep::Once);
    QHash<qint64, QList<domain::MessageEvent>> events;
    const auto read =
        select.forEach([&](const Statement &row) { events[row.number(4)].append(readEvent(row)); });
    if (!read)
        return read.error();
    return events;
}

base::Result<QList<AttemptRecord>> Journal::attempts(qint64 campaign)
{
    return rows<AttemptRecord>(
        m_database,
        u"SELECT id, campaign, ref, endpoint, body_hash, started_ms, http_status, answer, "
        "verdict, failure, ended_ms FROM attempt WHERE campaign = ? ORDER BY id"_s,
        [](const Statement &row) {
            AttemptRecord record;
            record.attempt = {row.number(0), row.number(1),
                              row.text(2),   static_cast<domain::Endpoint>(row.integer(3)),
                              row.bytes(4),  row.number(5)};
            if (!row.isNull(10)) {
                record.result = AttemptResult{
                    row.integer(6), row.bytes(7),
                    base::valueOf<domain::Verdict>(row.text(8)).value_or(domain::Verdict::Uncertain),
                    row.text(9), row.number(10)};
            }
            return record;
        },
        campaign);
}

base::Result<QList<qint64>> Journal::awaitingSince(qint64 beforeMs, int limit)
{
    return numbers(
        m_database,
        u"SELECT id FROM message%1 WHERE state IN (3, 7) AND deadline_ms <= ? ORDER BY deadline_ms LIMIT ?"_s
            .arg(m_database.dialect().readBy(u"message_awaiting"_s)),
        beforeMs, limit);
}

base::Result<QList<Journal::Difference>> Journal::differences()
{
    const auto name = [](const Statement &row, int column) {
        return row.isNull(column) ? u"-"_s : identifier(static_cast<MessageState>(row.integer(column)));
    };
    auto differences = rows<Difference>(
        m_database,
        u"SELECT m.id, m.state, e.state FROM message AS m LEFT JOIN message_event AS e "
        "ON e.message = m.id AND e.sequence = "
        "(SELECT max(sequence) FROM message_event WHERE message_event.message = m.id) "
        "WHERE e.state IS NULL OR e.state <> m.state OR e.sequence <> m.events ORDER BY m.id"_s,
        [&](const Statement &row) -> Difference {
            return {row.number(0), name(row, 1), name(row, 2)};
        });
    if (!differences)
        return differences;
    const auto counted = forEachRow(
        m_database,
        u"SELECT campaign, state, sum(kept), sum(counted) FROM "
        "(SELECT campaign, state, messages AS kept, 0 AS counted FROM campaign_count "
        "UNION ALL SELECT campaign, state, 0, count(*) FROM message GROUP BY campaign, state) AS counts "
        "GROUP BY campaign, state HAVING sum(kept) <> sum(counted)"_s,
        [&](const Statement &row) {
            const QString what = u"campaign %1 %2: %3"_s.arg(row.text(0), name(row, 1));
            differences.value().append({0, what.arg(row.text(2)), what.arg(row.text(3))});
        });
    if (!counted)
        return counted.error();
    return differences;
}

} // namespace storage
