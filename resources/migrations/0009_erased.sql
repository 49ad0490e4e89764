-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who was erased, as a keyed hash: a status that comes later keeps the hash in place of the number.
CREATE TABLE erased (
    hash BLOB PRIMARY KEY,
    at_ms INTEGER NOT NULL
) WITHOUT ROWID;

-- What was begun and must be ended whatever happens; its row comes with the commit that begins it.
-- cursor: how far it has come.
CREATE TABLE job (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    argument TEXT NOT NULL,
    cursor INTEGER NOT NULL
);
