-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rows that share a number may be messages of their own: a number's place among them is in the key. The
-- key is rewritten where it stands: to copy a million messages and all that refers to them takes minutes.
ALTER TABLE message ADD COLUMN copy INTEGER NOT NULL DEFAULT 0;

PRAGMA writable_schema = ON;

UPDATE sqlite_schema SET sql = replace(sql, 'UNIQUE (campaign, number)', 'UNIQUE (campaign, number, copy)')
    WHERE type = 'table' AND name = 'message';

PRAGMA writable_schema = RESET;

REINDEX sqlite_autoindex_message_1;
