// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/dialect.h"

namespace storage {
using namespace Qt::StringLiterals;

namespace {

// Of PostgreSQL's advisory locks with one key, the one that the writer has. Those with two are who sends.
constexpr int writersLock = 1;

} // namespace

QString Dialect::begin() const
{
    return either(u"BEGIN IMMEDIATE"_s, u"BEGIN; SELECT pg_advisory_xact_lock(%1)"_s.arg(writersLock));
}

QString Dialect::setSynced(bool synced) const
{
    return synced ? either(u"PRAGMA synchronous = FULL"_s, u"SET synchronous_commit = on"_s)
                  : either(u"PRAGMA synchronous = NORMAL"_s, u"SET synchronous_commit = off"_s);
}

// SQLite knows the id without: to read a row back costs as much again as a small insertion.
QString Dialect::returningId() const
{
    return either({}, u" RETURNING id"_s);
}

// U+0000 would end the statement: PostgreSQL has no text that holds it.
QVariant Dialect::withoutNul(const QVariant &value)
{
    if (value.typeId() != QMetaType::QString)
        return value;
    const QString text = value.toString();
    return text.contains(QChar::Null) ? QString(text).replace(QChar::Null, QChar::ReplacementCharacter)
                                      : value;
}

QString Dialect::ids() const
{
    return either(u"SELECT value FROM json_each(?)"_s,
                  u"SELECT CAST(value AS bigint) AS value FROM json_array_elements_text(CAST(? AS json))"_s);
}

// PostgreSQL reads no \u0000 in JSON; as long an escape in its place keeps what stands before it right.
QString Dialect::pairs(const QString &column) const
{
    return either(u"json_each(%1)"_s,
                  u"(SELECT key COLLATE \"C\" AS key, value COLLATE \"C\" AS value FROM "
                  "json_each_text(CAST(replace(%1, '\\u0000', '\\ufffd') AS json))) AS pair"_s)
        .arg(column);
}

QString Dialect::lines(const QString &column) const
{
    return either(u"group_concat(%1, char(10))"_s, u"string_agg(%1, chr(10))"_s).arg(column);
}

QString Dialect::contains(const QString &column) const
{
    return either(u"instr(%1, ?) > 0"_s, u"position(? IN %1) > 0"_s).arg(column);
}

QString Dialect::foreignRef() const
{
    return either(u"substr(ref, -22) = ? AND ref GLOB '*[^ -~]*'"_s,
                  u"right(ref, 22) = ? AND ref ~ '[^ -~]'"_s);
}

QString Dialect::setVersion(int version) const
{
    return either(u"PRAGMA user_version = %1"_s,
                  u"INSERT INTO counter (key, value) VALUES ('schemaVersion', %1) "
                  "ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s)
        .arg(version);
}

QString Dialect::attemptsBegun() const
{
    return either(u"(SELECT seq FROM sqlite_sequence WHERE name = 'attempt')"_s,
                  u"(SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM attempt_id_seq)"_s);
}

QString Dialect::readBy(const QString &index) const
{
    if (isServer())
        return {};
    return index.isEmpty() ? u" NOT INDEXED"_s : u" INDEXED BY "_s + index;
}

QString Dialect::unindexed(const QString &column) const
{
    return either(u"+"_s + column, column);
}

} // namespace storage
