-- SPDX-License-Identifier: GPL-3.0-or-later
-- How far something has come, and the like: numbers, apart from the key in meta, which is bytes. PostgreSQL
-- has no column that holds both.
CREATE TABLE counter (
    key TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID;

INSERT INTO counter (key, value) SELECT key, value FROM meta WHERE key <> 'numberKey';

DELETE FROM meta WHERE key <> 'numberKey';
