-- SPDX-License-Identifier: GPL-3.0-or-later
-- Contacts, what came in, saved texts, and the search in the log. An empty line parts statements.
-- search: folded words (storage/folding.h), as LIKE and FTS5 know no Norwegian. sort_key: Æ Ø Å last.
-- import: the import that added it, until a person changes it; its undo removes it.
CREATE TABLE contact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    number TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    fields TEXT NOT NULL,
    search TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    import INTEGER
);

CREATE INDEX contact_sort_key ON contact (sort_key);

CREATE TABLE contact_group (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE contact_member (
    contact_group INTEGER NOT NULL REFERENCES contact_group (id) ON DELETE CASCADE,
    contact INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    PRIMARY KEY (contact_group, contact)
) WITHOUT ROWID;

CREATE INDEX contact_member_contact ON contact_member (contact);

CREATE TABLE contact_field (
    name TEXT PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE contact_import (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at_ms INTEGER NOT NULL,
    file TEXT NOT NULL
);

-- What contacts were before an import changed them, as JSON.
CREATE TABLE contact_before (
    import INTEGER NOT NULL REFERENCES contact_import (id) ON DELETE CASCADE,
    contact INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    before TEXT NOT NULL,
    PRIMARY KEY (import, contact)
) WITHOUT ROWID;

CREATE INDEX contact_before_contact ON contact_before (contact);

-- differs_from: the earlier message that this repeat claims to be (INB-09).
CREATE TABLE inbound (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    gateway_id INTEGER,
    counter INTEGER,
    sent_ms INTEGER NOT NULL,
    received_ms INTEGER NOT NULL,
    unread INTEGER NOT NULL,
    differs_from INTEGER,
    sender TEXT NOT NULL,
    recipient TEXT NOT NULL,
    keyword TEXT NOT NULL,
    peer TEXT NOT NULL,
    fingerprint BLOB NOT NULL,
    search TEXT NOT NULL,
    text TEXT NOT NULL,
    raw BLOB NOT NULL
);

CREATE UNIQUE INDEX inbound_once ON inbound (coalesce(gateway_id, -1), fingerprint);

CREATE INDEX inbound_counter ON inbound (counter) WHERE counter IS NOT NULL;

CREATE INDEX inbound_sender ON inbound (sender);

CREATE INDEX inbound_received ON inbound (received_ms);

CREATE TABLE stored_file (
    sha256 BLOB PRIMARY KEY,
    content BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE inbound_file (
    inbound INTEGER NOT NULL REFERENCES inbound (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    file_id TEXT NOT NULL,
    content_type TEXT NOT NULL,
    file_name TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 BLOB NOT NULL REFERENCES stored_file (sha256),
    PRIMARY KEY (inbound, place)
) WITHOUT ROWID;

CREATE INDEX inbound_file_sha256 ON inbound_file (sha256);

-- A file goes with the last message that holds it.
CREATE TRIGGER inbound_file_dropped AFTER DELETE ON inbound_file BEGIN
    DELETE FROM stored_file WHERE sha256 = OLD.sha256
        AND NOT EXISTS (SELECT 1 FROM inbound_file WHERE sha256 = OLD.sha256);
END;

-- What the inbox's rules did because of a message.
CREATE TABLE inbound_action (
    id INTEGER PRIMARY KEY,
    inbound INTEGER NOT NULL REFERENCES inbound (id) ON DELETE CASCADE,
    at_ms INTEGER NOT NULL,
    what TEXT NOT NULL,
    detail TEXT NOT NULL
);

CREATE INDEX inbound_action_inbound ON inbound_action (inbound);

CREATE TABLE conversation (
    number TEXT PRIMARY KEY,
    last_inbound INTEGER NOT NULL,
    last_ms INTEGER NOT NULL,
    unread INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX conversation_last ON conversation (last_ms);

-- Counters that did not come (INB-07), and the highest that did.
CREATE TABLE counter_gap (
    first INTEGER PRIMARY KEY,
    last INTEGER NOT NULL,
    noticed_ms INTEGER NOT NULL
);

CREATE TABLE quarantine (
    id INTEGER PRIMARY KEY,
    received_ms INTEGER NOT NULL,
    peer TEXT NOT NULL,
    reason TEXT NOT NULL,
    raw BLOB NOT NULL
);

CREATE TABLE saved_text (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    changed_ms INTEGER NOT NULL
);

-- How far the texts of a finished campaign's messages have been forgotten; all: 9223372036854775807.
ALTER TABLE campaign ADD COLUMN forgotten_to INTEGER NOT NULL DEFAULT 0;

-- Filled after the messages, in small portions, up to meta 'searchedTo'. The short prefixes make
-- 'search as typed' one walk from the newest message.
CREATE VIRTUAL TABLE message_search USING fts5 (
    words, content = '', columnsize = 0, detail = none, prefix = '1 2 3 4'
);

INSERT INTO meta (key, value) VALUES ('searchedTo', 0);
