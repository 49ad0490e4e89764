// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/personerasure.h"

#include "storage/draftrepository.h"
#include "storage/folding.h"
#include "storage/jobrows.h"
#include "storage/journal.h"
#include "storage/messagesearch.h"
#include "storage/numberhash.h"
#include "storage/statement.h"

#include <QSet>

namespace storage {
using namespace Qt::StringLiterals;

namespace {

using Portion = PersonErasure::Portion;
using Place = PersonErasure::Place;

constexpr int rowsLookedAt = 5000; // of those that only their text tells
constexpr int withFiles = 20;      // inbound messages at a time

struct Page
{
    QList<qint64> ids;
    qint64 last = 0;
    bool more = false;
};

// In which spelling a number may stand inside other text.
QString nationalOf(const QString &number)
{
    return numberWords(number).constLast();
}

base::Result<Page> byRow(Database &database, const QString &sql, const QVariantList &values, int most)
{
    Statement select(database, sql);
    select.bind(values);
    const auto ids = select.list<qint64>([](const Statement &row) { return row.number(0); });
    if (!ids)
        return ids.error();
    return Page{*ids, ids->isEmpty() ? 0 : ids->constLast(), ids->size() == most};
}

// Rows that were left out hold the number as it was typed, in any spelling.
base::Result<Page> skippedPage(Database &database, const QString &number, qint64 after)
{
    const QString national = nationalOf(number);
    Page page;
    qint64 seen = 0;
    const auto looked = forEachRow(
        database, u"SELECT id, input FROM skipped WHERE id > ? ORDER BY id LIMIT ?"_s,
        [&](const Statement &row) {
            QString digits = row.text(1);
            digits.removeIf([](QChar c) { return c < u'0' || c > u'9'; });
            ++seen;
            page.last = row.number(0);
            if (digits.contains(national))
                page.ids.append(page.last);
        },
        after, rowsLookedAt);
    if (!looked)
        return looked.error();
    page.more = seen == rowsLookedAt;
    return page;
}

base::Result<Page> pageOf(Database &database, const QString &number, Place place, qint64 after, int most)
{
    const QVariant whose = bound(number);
    switch (place) {
    case Place::Status:
        return byRow(database,
                     u"SELECT id FROM status_event WHERE id > ? AND (number = ? OR EXISTS (SELECT 1 FROM "
                     "message WHERE message.id = status_event.message AND message.number = ?)) "
                     "ORDER BY id LIMIT ?"_s,
                     {after, whose, whose, most}, most);
    case Place::Message:
        return byRow(
            database,
            u"SELECT id FROM message WHERE id > ? AND number = ? AND state <> ? ORDER BY id LIMIT ?"_s,
            {after, whose, bound(domain::MessageState::Sending), most}, most);
    case Place::Inbound:
        return byRow(database, u"SELECT id FROM inbound WHERE id > ? AND sender = ? ORDER BY id LIMIT ?"_s,
                     {after, whose, withFiles}, withFiles);
    case Place::Skipped:
        return skippedPage(database, number, after);
    case Place::Quarantine:
        return byRow(database,
                     u"SELECT id FROM quarantine WHERE id > ? AND %1 ORDER BY id LIMIT ?"_s.arg(
                         database.dialect().contains(u"raw"_s)),
                     {after, nationalOf(number).toUtf8(), most}, most);
    case Place::History:
        return byRow(database,
                     u"SELECT id FROM history WHERE id > ? AND %1 ORDER BY id LIMIT ?"_s.arg(
                         database.dialect().contains(u"detail"_s)),
                     {after, nationalOf(number), most}, most);
    }
    return Page();
}

base::Result<void> each(Database &database, const QString &sql, const QList<qint64> &ids)
{
    for (const qint64 id : ids) {
        if (auto done = execute(database, sql, id); !done)
            return done.error();
    }
    return {};
}

} // namespace

base::Result<bool> PersonErasure::isKnown(const QString &number)
{
    for (const QString &sql : {
             u"SELECT 1 FROM contact WHERE number = ?"_s,
             u"SELECT 1 FROM message WHERE number = ? LIMIT 1"_s,
             u"SELECT 1 FROM inbound WHERE sender = ? LIMIT 1"_s,
             u"SELECT 1 FROM opt_out WHERE number = ?"_s,
             u"SELECT 1 FROM opt_out_history WHERE number = ? LIMIT 1"_s,
             u"SELECT 1 FROM status_event WHERE number = ? LIMIT 1"_s,
             u"SELECT 1 FROM status_arrival WHERE number = ? LIMIT 1"_s,
         }) {
        const auto found = selectNumber(m_database, sql, number);
        if (!found)
            return found.error();
        if (found->has_value())
            return true;
    }
    return false;
}

base::Result<bool> PersonErasure::isBeingSent(const QString &number)
{
    const auto sending =
        selectNumber(m_database, u"SELECT 1 FROM message WHERE number = ? AND state = ? LIMIT 1"_s, number,
                     domain::MessageState::Sending);
    return sending ? base::Result<bool>(sending->has_value()) : sending.error();
}

base::Result<qint64> PersonErasure::begin(const QString &number, qint64 atMs)
{
    const auto sending = isBeingSent(number);
    if (!sending)
        return sending.error();
    if (*sending)
        return base::Error{base::ErrorCode::WrongState, number, {}};
    const auto hash = numberHash(m_database, number);
    if (!hash)
        return hash.error();
    const auto erased = execute(m_database,
                                u"INSERT INTO erased (hash, at_ms) VALUES (?, ?) ON CONFLICT (hash) "
                                "DO UPDATE SET at_ms = excluded.at_ms"_s,
                                *hash, atMs);
    if (!erased)
        return erased.error();
    if (auto hidden = hideOptOut(number); !hidden)
        return hidden.error();
    if (auto gone = DraftRepository(m_database).erase(number, nationalOf(number)); !gone)
        return gone.error();
    for (const QString &sql : {
             u"DELETE FROM contact WHERE number = ?"_s, u"DELETE FROM conversation WHERE number = ?"_s,
             u"DELETE FROM opt_out_history WHERE number = ?"_s,
             u"DELETE FROM status_arrival WHERE number = ?"_s, // those of a message go with it
         }) {
        if (auto gone = execute(m_database, sql, number); !gone)
            return gone.error();
    }
    return JobRows(m_database).begin(JobKind::Erase, JobState::Forward, number);
}

base::Result<void> PersonErasure::hideOptOut(const QString &number)
{
    const auto hash = numberHash(m_database, number);
    if (!hash)
        return hash.error();
    const auto hidden =
        execute(m_database, u"UPDATE opt_out SET number = NULL, hash = ? WHERE number = ?"_s, *hash, number);
    if (!hidden)
        return hidden.error();
    return {};
}

base::Result<qint64> PersonErasure::find(const QString &number, int most, const Found &found)
{
    using enum Place;
    qint64 count = 0;
    const auto walk = [&](Place place, qint64 after) -> base::Result<void> {
        while (true) {
            const auto page = pageOf(m_database, number, place, after, most);
            if (!page)
                return page.error();
            count += page->ids.size();
            if (!page->ids.isEmpty()) {
                if (auto taken = found({place, page->ids}); !taken)
                    return taken;
            }
            if (!page->more)
                return {};
            after = page->last;
        }
    };
    const auto newest = selectNumber(m_database, u"SELECT max(id) FROM status_event"_s);
    if (!newest)
        return newest.error();
    // Statuses are known by their message: they go before it.
    for (const Place place : {Status, Message, Inbound, Skipped, Quarantine, History}) {
        if (auto walked = walk(place, 0); !walked)
            return walked.error();
    }
    // And those that have become known since, while their message was there.
    if (auto walked = walk(Status, newest->value_or(0)); !walked)
        return walked.error();
    return count;
}

base::Result<void> PersonErasure::take(const Portion &portion)
{
    switch (portion.place) {
    case Place::Status:
        return each(m_database, u"DELETE FROM status_event WHERE id = ?"_s, portion.ids);
    case Place::Message:
        return takeMessages(portion.ids);
    case Place::Inbound:
        return each(m_database, u"DELETE FROM inbound WHERE id = ?"_s, portion.ids);
    case Place::Skipped:
        return each(m_database, u"DELETE FROM skipped WHERE id = ?"_s, portion.ids);
    case Place::Quarantine:
        return each(m_database, u"DELETE FROM quarantine WHERE id = ?"_s, portion.ids);
    case Place::History:
        return each(m_database, u"UPDATE history SET detail = '' WHERE id = ?"_s, portion.ids);
    }
    return {};
}

base::Result<void> PersonErasure::takeMessages(const QList<qint64> &ids)
{
    QList<qint64> mine; // but for those whose sending has begun since
    QSet<qint64> campaigns;
    for (const qint64 id : ids) {
        const auto campaign =
            selectNumber(m_database, u"SELECT campaign FROM message WHERE id = ? AND state <> ?"_s, id,
                         domain::MessageState::Sending);
        if (!campaign)
            return campaign.error();
        if (campaign->has_value()) {
            mine.append(id);
            campaigns.insert(**campaign);
        }
    }
    if (auto forgotten = MessageSearch(m_database).forget(mine); !forgotten)
        return forgotten;
    for (const qint64 id : std::as_const(mine)) {
        if (auto gone = takeMessage(id); !gone)
            return gone;
    }
    // What was written to nobody else is theirs too.
    for (const qint64 campaign : std::as_const(campaigns)) {
        const auto emptied = execute(m_database,
                                     u"UPDATE campaign SET name = '', text = '', template_fields = '{}' "
                                     "WHERE id = ? AND NOT EXISTS "
                                     "(SELECT 1 FROM message WHERE message.campaign = campaign.id)"_s,
                                     campaign);
        if (!emptied)
            return emptied.error();
    }
    return {};
}

base::Result<void> PersonErasure::takeMessage(qint64 id)
{
    // A bulk answer lists numbers; of a single attempt nothing is left to tell.
    const auto emptied = execute(m_database,
                                 u"UPDATE attempt SET answer = ? WHERE id IN "
                                 "(SELECT attempt FROM attempt_member WHERE message = ?)"_s,
                                 QByteArray(), id);
    if (!emptied)
        return emptied.error();
    if (auto gone = execute(m_database, u"DELETE FROM status_arrival WHERE message = ?"_s, id); !gone)
        return gone.error();
    const auto gone = execute(m_database, u"DELETE FROM message WHERE id = ?"_s, id);
    return gone ? base::Result<void>() : base::Result<void>(gone.error());
}

base::Result<void> PersonErasure::beginScrub(qint64 job)
{
    return JobRows(m_database).setState(job, JobState::Scrub, {});
}

base::Result<bool> PersonErasure::scrubSome(bool first)
{
    // FTS5 keeps deleted words in its pages until they are merged; secure_delete empties all that is freed.
    return MessageSearch(m_database).mergeSome(first);
}

base::Result<bool> PersonErasure::emptyLog(qint64 job)
{
    const auto emptied = m_database.dialect().isServer() ? base::Result<bool>(true) : truncateLog();
    if (!emptied || !*emptied)
        return emptied;
    const auto ended = JobRows(m_database).end(job);
    return ended ? base::Result<bool>(true) : ended.error();
}

base::Result<bool> PersonErasure::truncateLog()
{
    const auto usual = selectNumber(m_database, u"PRAGMA busy_timeout"_s);
    if (!usual)
        return usual.error();
    const auto setTimeout = [this](qint64 ms) {
        Statement set(m_database, u"PRAGMA busy_timeout = %1"_s.arg(ms), Statement::Keep::Once);
        return set.run();
    };
    if (auto set = setTimeout(0); !set)
        return set.error();
    Statement checkpoint(m_database, u"PRAGMA wal_checkpoint(TRUNCATE)"_s, Statement::Keep::Once);
    const auto done = checkpoint.run();
    const bool emptied = done && checkpoint.next() && checkpoint.integer(0) == 0;
    if (auto set = setTimeout(usual->value_or(0)); !set)
        return set.error();
    return done ? base::Result<bool>(emptied) : done.error();
}

base::Result<void> PersonErasure::eraseAtOnce(const QString &number, qint64 atMs)
{
    const auto job = begin(number, atMs);
    if (!job)
        return job.error();
    const auto walked = find(number, everyMessage, [this](const Portion &portion) { return take(portion); });
    return walked ? beginScrub(*job) : base::Result<void>(walked.error());
}

} // namespace storage
