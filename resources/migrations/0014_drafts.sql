-- SPDX-License-Identifier: GPL-3.0-or-later
-- Messages that are being written. Numbers are in columns of their own, one a line, so that a person can be
-- erased from them; content is the rest as JSON. At most one is open: the one on the Send page.
CREATE TABLE draft (
    id INTEGER PRIMARY KEY,
    changed_ms INTEGER NOT NULL,
    open INTEGER NOT NULL DEFAULT 0,
    content TEXT NOT NULL,
    typed TEXT NOT NULL DEFAULT '',
    pasted TEXT NOT NULL DEFAULT ''
);
