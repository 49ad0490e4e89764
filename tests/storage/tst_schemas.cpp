// SPDX-License-Identifier: GPL-3.0-or-later
// The two schemas are one: made by steps of their own, they have the same tables, columns, keys and indexes.
#include "storage/migrations.h"
#include "storage/statement.h"
#include "support/serverdatabase.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using storage::Database;
using storage::Statement;

namespace {

using Schema = QMap<QString, QStringList>; // by table, what it is made of

// Each kind of database keeps the index of words as it can.
const QString tablesOfFile =
    u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
    "AND name NOT LIKE 'message_search%'"_s;
const QString tablesOfServer = u"SELECT CAST(tablename AS text) FROM pg_tables WHERE schemaname = 'public' "
                               "AND tablename <> 'message_search'"_s;

// The parts of table ?, each a line; those of SQLite in PostgreSQL's words.
const QStringList partsOfFile{
    u"SELECT 'column ' || name || CASE type WHEN 'INTEGER' THEN ' bigint' WHEN 'BLOB' THEN ' bytea' "
    "ELSE ' ' || lower(type) END || CASE WHEN \"notnull\" OR pk > 0 THEN ' not null' ELSE '' END || "
    "CASE WHEN dflt_value IS NULL THEN '' ELSE ' default' END FROM pragma_table_info(?)"_s,
    u"SELECT CASE WHEN \"unique\" THEN 'unique ' ELSE 'index ' END || CASE WHEN partial THEN 'partial ' ELSE "
    u"'' "
    "END || (SELECT group_concat(coalesce(name, '()'), ',') FROM (SELECT name FROM "
    "pragma_index_info(list.name) "
    "ORDER BY seqno)) FROM pragma_index_list(?) AS list"_s,
    // A number that is the key of its row has no index of its own.
    u"SELECT 'unique ' || name FROM pragma_table_info(?) WHERE pk > 0 AND NOT EXISTS "
    "(SELECT 1 FROM pragma_index_list(?) WHERE origin = 'pk')"_s,
    u"SELECT 'key ' || \"from\" || ' ' || \"table\" || ' ' || \"to\" || ' ' || lower(on_delete) "
    "FROM pragma_foreign_key_list(?)"_s};
const QStringList partsOfServer{
    u"SELECT 'column ' || column_name || ' ' || data_type || CASE is_nullable WHEN 'NO' THEN ' not null' "
    u"ELSE '' "
    "END || CASE WHEN column_default IS NULL THEN '' ELSE ' default' END "
    "FROM information_schema.columns WHERE table_schema = 'public' AND table_name = ?"_s,
    u"SELECT CASE WHEN indisunique THEN 'unique ' ELSE 'index ' END || CASE WHEN indpred IS NULL THEN '' "
    u"ELSE "
    "'partial ' END || (SELECT string_agg(coalesce(attname, '()'), ',' ORDER BY place) "
    "FROM unnest(CAST(indkey AS int2[])) WITH ORDINALITY AS part(number, place) LEFT JOIN pg_attribute "
    "ON attrelid = indrelid AND attnum = number AND number > 0) FROM pg_index WHERE indrelid = CAST(? AS regclass)"_s,
    u"SELECT 'key ' || own.attname || ' ' || CAST(CAST(confrelid AS regclass) AS text) || ' ' || "
    u"other.attname || "
    "CASE confdeltype WHEN 'c' THEN ' cascade' WHEN 'n' THEN ' set null' ELSE ' no action' END "
    "FROM pg_constraint JOIN pg_attribute AS own ON own.attrelid = conrelid AND own.attnum = conkey[1] "
    "JOIN pg_attribute AS other ON other.attrelid = confrelid AND other.attnum = confkey[1] "
    "WHERE contype = 'f' AND conrelid = CAST(? AS regclass)"_s};

QStringList firstColumn(Database &database, const QString &sql, const QStringList &values = {})
{
    Statement select(database, sql);
    for (int i = 0; i < values.size(); ++i)
        select.bind(i, values.at(i));
    const auto found = select.list<QString>([](const Statement &row) { return row.text(0); });
    if (!found)
        qFatal("%s: %s", qPrintable(sql), qPrintable(found.error().detail));
    return *found;
}

Schema schemaOf(Database &database)
{
    const bool isServer = database.dialect().isServer();
    Schema schema;
    for (const QString &table : firstColumn(database, isServer ? tablesOfServer : tablesOfFile)) {
        QStringList &parts = schema[table];
        for (const QString &sql : isServer ? partsOfServer : partsOfFile)
            parts += firstColumn(database, sql, QStringList(sql.count(u'?'), table));
        parts.sort();
    }
    return schema;
}

Schema schemaOfFile()
{
    const QTemporaryDir folder;
    base::SystemClock clock;
    const auto file =
        Database::open(folder.filePath(u"budstikke.sqlite"_s), storage::OpenMode::ReadWrite, clock);
    return file ? schemaOf(**file) : Schema();
}

} // namespace

class TestSchemas : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothAreOfTheSameVersion()
    {
        const auto &steps = storage::allMigrations(storage::Dialect::Kind::PostgreSql);
        QCOMPARE(steps.constLast().version, storage::latestVersion());
        for (qsizetype i = 1; i < steps.size(); ++i)
            QCOMPARE(steps.at(i).version, steps.at(i - 1).version + 1);
    }

    void bothHaveTheSameTables()
    {
        const support::ServerDatabase place;
        const auto server = place.open(storage::OpenMode::ReadWrite);
        QVERIFY(server);
        const Schema here = schemaOfFile();
        const Schema there = schemaOf(**server);
        QVERIFY(here.contains(u"message"_s));
        QVERIFY(here.value(u"message"_s).contains(u"index partial deadline_ms"_s));
        QVERIFY(here.value(u"status_event"_s).contains(u"unique (),ref,number,status"_s));
        QVERIFY(here.value(u"attempt"_s).contains(u"key campaign campaign id cascade"_s));
        QCOMPARE(there.keys(), here.keys());
        for (auto table = here.cbegin(); table != here.cend(); ++table)
            QVERIFY2(there.value(table.key()) == table.value(),
                     qPrintable(u"%1\n%2\n%3"_s.arg(table.key(), table.value().join(u", "_s),
                                                    there.value(table.key()).join(u", "_s))));
    }

    void tellsADifference_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("a table") << u"CREATE TABLE another (id bigint)"_s;
        QTest::newRow("a column") << u"ALTER TABLE draft ADD COLUMN another bigint"_s;
        QTest::newRow("its type") << u"ALTER TABLE draft ALTER open TYPE integer"_s;
        QTest::newRow("whether it may be empty") << u"ALTER TABLE draft ALTER content DROP NOT NULL"_s;
        QTest::newRow("its default") << u"ALTER TABLE draft ALTER typed DROP DEFAULT"_s;
        QTest::newRow("an index") << u"DROP INDEX message_number"_s;
        QTest::newRow("the columns of a key")
            << u"ALTER TABLE message DROP CONSTRAINT "
               "message_campaign_number_copy_key, ADD UNIQUE (campaign, number)"_s;
        QTest::newRow("what it refers to") << u"ALTER TABLE skipped DROP CONSTRAINT skipped_campaign_fkey"_s;
    }
    void tellsADifference()
    {
        QFETCH(QString, change);
        const support::ServerDatabase place;
        const auto server = place.open(storage::OpenMode::ReadWrite);
        QVERIFY(server);
        QVERIFY((*server)->control(change).ok());
        QVERIFY(schemaOf(**server) != schemaOfFile());
    }

    // Whatever the server's language is, text is compared by its code points.
    void everyTextIsComparedByItsCodePoints()
    {
        const support::ServerDatabase place;
        const auto server = place.open(storage::OpenMode::ReadOnly);
        QVERIFY(server);
        QCOMPARE(firstColumn(**server,
                             u"SELECT table_name || '.' || column_name FROM information_schema.columns "
                             "WHERE table_schema = 'public' AND data_type = 'text' "
                             "AND collation_name IS DISTINCT FROM 'C'"_s),
                 QStringList());
    }
};

QTEST_GUILESS_MAIN(TestSchemas)
#include "tst_schemas.moc"
