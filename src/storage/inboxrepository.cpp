// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/inboxrepository.h"

#include "storage/folding.h"
#include "storage/statement.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace storage {
using namespace Qt::StringLiterals;
using domain::InboundMessage;

namespace {

QByteArray sha256(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

// Of everything that a repeat of the message has in common with it.
QByteArray fingerprint(const InboundMessage &message)
{
    QByteArray all;
    QDataStream stream(&all, QIODevice::WriteOnly);
    stream << message.from << message.to << message.text << message.sentMs << message.keyword
           << message.counter.value_or(-1) << qsizetype(message.files.size());
    for (const domain::InboundFile &file : message.files)
        stream << file.contentType << file.fileName << sha256(file.content);
    return sha256(all);
}

QString searchText(const InboundMessage &message)
{
    return (numberWords(message.from) + words(message.text) + words(message.keyword)).join(u' ');
}

} // namespace

base::Result<StoredInbound> InboxRepository::add(const InboundMessage &message, bool watchCounter)
{
    const QByteArray print = fingerprint(message);
    const auto same = selectNumber(
        m_database, u"SELECT id FROM inbound WHERE coalesce(gateway_id, -1) = ? AND fingerprint = ?"_s,
        message.gatewayId.value_or(-1), print);
    if (!same)
        return same.error();
    if (same->has_value())
        return StoredInbound{**same, true, false};

    // NULL equals nothing, so each asks only where it can.
    const auto alike =
        selectNumber(m_database,
                     u"SELECT min(id) FROM inbound WHERE coalesce(gateway_id, -1) = ? "
                     "AND (gateway_id IS NOT NULL OR (counter = ? AND sent_ms = ? AND sender = ?))"_s,
                     message.gatewayId.value_or(-1), message.counter, message.sentMs, message.from);
    if (!alike)
        return alike.error();
    const auto id = insert(
        m_database,
        u"INSERT INTO inbound (gateway_id, counter, sent_ms, received_ms, unread, differs_from, "
        "sender, recipient, keyword, peer, fingerprint, search, text, raw) "
        "VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        message.gatewayId, message.counter, message.sentMs, message.receivedMs, *alike, message.from,
        message.to, message.keyword, message.peer, print, searchText(message), message.text, message.raw);
    if (!id)
        return id.error();
    if (auto added = addFiles(*id, message.files); !added)
        return added.error();
    const auto talked = execute(
        m_database,
        u"INSERT INTO conversation (number, last_inbound, last_ms, unread) "
        "VALUES (?, ?, ?, 1) ON CONFLICT (number) DO UPDATE SET "
        "last_inbound = excluded.last_inbound, last_ms = excluded.last_ms, unread = conversation.unread + 1"_s,
        message.from, *id, message.receivedMs);
    if (!talked)
        return talked.error();
    if (message.counter) {
        if (auto counted = countIn(*message.counter, watchCounter, message.receivedMs); !counted)
            return counted.error();
    }
    return StoredInbound{*id, false, alike->has_value()};
}

base::Result<void> InboxRepository::addFiles(qint64 inbound, const QList<domain::InboundFile> &files)
{
    for (int place = 0; place < files.size(); ++place) {
        const domain::InboundFile &file = files.at(place);
        const QByteArray hash = sha256(file.content);
        const auto stored = execute(
            m_database, u"INSERT INTO stored_file (sha256, content) VALUES (?, ?) ON CONFLICT DO NOTHING"_s,
            hash, file.content);
        if (!stored)
            return stored.error();
        const auto named = execute(
            m_database,
            u"INSERT INTO inbound_file (inbound, place, file_id, content_type, file_name, "
            "bytes, sha256) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
            inbound, place, file.id, file.contentType, file.fileName, qint64(file.content.size()), hash);
        if (!named)
            return named.error();
    }
    return {};
}

base::Result<void> InboxRepository::countIn(qint64 counter, bool watch, qint64 atMs)
{
    const auto highest =
        selectNumber(m_database, u"SELECT value FROM counter WHERE key = 'highestCounter'"_s);
    if (!highest)
        return highest.error();
    if (highest->has_value() && counter <= **highest)
        return closeGap(counter);
    if (watch && highest->has_value() && counter > **highest + 1) {
        const auto noted = execute(
            m_database,
            u"INSERT INTO counter_gap (first, last, noticed_ms) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"_s,
            **highest + 1, counter - 1, atMs);
        if (!noted)
            return noted.error();
    }
    return run(m_database,
               u"INSERT INTO counter (key, value) VALUES ('highestCounter', ?) "
               "ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
               counter);
}

base::Result<void> InboxRepository::closeGap(qint64 counter)
{
    const auto first = selectNumber(
        m_database, u"SELECT first FROM counter_gap WHERE first <= ? AND last >= ?"_s, counter, counter);
    if (!first)
        return first.error();
    if (!first->has_value())
        return {};
    // What lies above it stays a gap, and so does what lies below.
    const auto above =
        execute(m_database,
                u"INSERT INTO counter_gap (first, last, noticed_ms) SELECT ?, last, noticed_ms "
                "FROM counter_gap WHERE first = ? AND last > ?"_s,
                counter + 1, **first, counter);
    if (!above)
        return above.error();
    const auto below =
        execute(m_database, u"UPDATE counter_gap SET last = ? WHERE first = ?"_s, counter - 1, **first);
    if (!below)
        return below.error();
    return run(m_database, u"DELETE FROM counter_gap WHERE first = ? AND last < first"_s, **first);
}

base::Result<QList<InboundMessage>> InboxRepository::select(const QString &condition,
                                                            const QVariantList &values)
{
    Statement rows(m_database,
                   u"SELECT id, gateway_id, sender, recipient, text, sent_ms, counter, keyword, peer, raw, "
                   "received_ms FROM inbound %1"_s.arg(condition));
    rows.bind(values);
    return rows.list<InboundMessage>([](const Statement &row) {
        InboundMessage message;
        message.rowId = row.number(0);
        message.gatewayId = row.optionalNumber(1);
        message.from = row.text(2);
        message.to = row.text(3);
        message.text = row.text(4);
        message.sentMs = row.number(5);
        message.counter = row.optionalNumber(6);
        message.keyword = row.text(7);
        message.peer = row.text(8);
        message.raw = row.bytes(9);
        message.receivedMs = row.number(10);
        return message;
    });
}

base::Result<void> InboxRepository::readFiles(InboundMessage &message, bool content)
{
    return forEachRow(
        m_database,
        u"SELECT file_id, content_type, file_name, %1 FROM inbound_file "
        "JOIN stored_file USING (sha256) WHERE inbound = ? ORDER BY place"_s.arg(content ? u"content"_s
                                                                                         : u"NULL"_s),
        [&](const Statement &row) {
            message.files.append({row.text(0), row.text(1), row.text(2), row.bytes(3)});
        },
        message.rowId);
}

base::Result<InboundMessage> InboxRepository::message(qint64 id)
{
    auto found = select(u"WHERE id = ?"_s, {id});
    if (!found)
        return found.error();
    if (found->isEmpty())
        return base::Error{base::ErrorCode::NotFound, QString::number(id), {}};
    InboundMessage message = found.value().takeFirst();
    if (auto read = readFiles(message, true); !read)
        return read.error();
    return message;
}

base::Result<QList<InboundMessage>> InboxRepository::messages(const InboxFilter &filter)
{
    QString condition = u"WHERE true"_s;
    QVariantList values;
    if (filter.afterId > 0) {
        condition += filter.newestFirst ? u" AND id < ?"_s : u" AND id > ?"_s;
        values.append(filter.afterId);
    }
    if (filter.number) {
        condition += u" AND sender = ?"_s;
        values.append(bound(*filter.number));
    }
    if (filter.sinceMs) {
        condition += u" AND received_ms >= ?"_s;
        values.append(*filter.sinceMs);
    }
    for (const QString &term : searchTerms(filter.search)) {
        condition += u" AND search LIKE ?"_s; // words are letters and digits: nothing to escape
        values.append(QString(u'%' + term + u'%'));
    }
    condition += u" ORDER BY id %1 LIMIT ?"_s.arg(filter.newestFirst ? "DESC"_L1 : "ASC"_L1);
    values.append(filter.limit);
    auto found = select(condition, values);
    if (!found)
        return found;
    for (InboundMessage &message : found.value()) {
        if (auto read = readFiles(message, false); !read)
            return read.error();
    }
    return found;
}

base::Result<qint64> InboxRepository::fileSize(qint64 message, int place)
{
    return selectKnown(m_database, QString::number(message),
                       u"SELECT bytes FROM inbound_file WHERE inbound = ? AND place = ?"_s, message, place);
}

} // namespace storage
