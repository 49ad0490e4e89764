-- SPDX-License-Identifier: GPL-3.0-or-later
-- Campaigns, their messages, and the journal of what happened to each. Times are UTC milliseconds.
-- An empty line parts statements. A released file is never changed: add the next number.
-- message.state, message_event.state, campaign_count.state are the places in domain::MessageState:
-- 0 scheduled 1 queued 2 sending 3 accepted 4 refused 5 duplicate 6 uncertain 7 withOperator
-- 8 delivered 9 failed 10 noConfirmation 11 cancelled 12 held.
-- message_event.kind: 0 queued 1 sending 2 answer 3 status 4 decision.
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;

INSERT INTO meta (key, value) VALUES ('numberKey', randomblob(32));

CREATE TABLE campaign (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    account TEXT NOT NULL,
    sender TEXT NOT NULL,
    text TEXT NOT NULL,
    mode INTEGER NOT NULL,
    gateway_group TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    started_ms INTEGER,
    finished_ms INTEGER,
    start_at_ms INTEGER,
    start_zone TEXT NOT NULL,
    catch_up_minutes INTEGER NOT NULL,
    recipients INTEGER NOT NULL,
    segments INTEGER NOT NULL,
    cost_ore INTEGER,
    unicode INTEGER NOT NULL,
    flash INTEGER NOT NULL,
    scheduled_ms INTEGER,
    validity_minutes INTEGER,
    protocol_id INTEGER NOT NULL,
    price_ore INTEGER,
    reference TEXT NOT NULL,
    template_type TEXT NOT NULL,
    template_fields TEXT NOT NULL
);

CREATE INDEX campaign_state ON campaign (state);

CREATE TABLE skipped (
    id INTEGER PRIMARY KEY,
    campaign INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
    row_number INTEGER NOT NULL,
    input TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL
);

CREATE INDEX skipped_campaign ON skipped (campaign);

CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    who TEXT NOT NULL,
    campaign INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
    what TEXT NOT NULL,
    detail TEXT NOT NULL
);

CREATE INDEX history_campaign ON history (campaign);

-- begun_ms: when its sending began, empty again once it is proven unsent. deadline_ms: after it,
-- silence means 'no confirmation' (DLR-05). events: how many it has; ids are never used again.
CREATE TABLE message (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    campaign INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
    state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 12),
    segments INTEGER NOT NULL,
    since_ms INTEGER NOT NULL,
    events INTEGER NOT NULL,
    gateway_id INTEGER,
    error_code INTEGER,
    begun_ms INTEGER,
    deadline_ms INTEGER,
    row_number INTEGER NOT NULL,
    number TEXT NOT NULL,
    sender TEXT NOT NULL,
    name TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    error_text TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL,
    UNIQUE (campaign, number)
);

CREATE INDEX message_campaign_state ON message (campaign, state);

CREATE INDEX message_state ON message (state);

CREATE INDEX message_number ON message (number);

CREATE INDEX message_gateway_id ON message (gateway_id) WHERE gateway_id IS NOT NULL;

CREATE INDEX message_begun ON message (begun_ms, campaign, segments) WHERE begun_ms IS NOT NULL;

CREATE INDEX message_awaiting ON message (deadline_ms) WHERE state IN (3, 7);

-- Counting a million messages by state takes a third of a second, so the counts are kept: by the
-- triggers, but for insertions, whose batches count themselves (a trigger makes each twice as slow).
CREATE TABLE campaign_count (
    campaign INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
    state INTEGER NOT NULL,
    messages INTEGER NOT NULL,
    PRIMARY KEY (campaign, state)
) WITHOUT ROWID;

CREATE TRIGGER message_counted_over AFTER UPDATE OF state ON message WHEN OLD.state <> NEW.state BEGIN
    UPDATE campaign_count SET messages = messages - 1 WHERE campaign = OLD.campaign AND state = OLD.state;
    INSERT INTO campaign_count (campaign, state, messages) VALUES (NEW.campaign, NEW.state, 1)
        ON CONFLICT (campaign, state) DO UPDATE SET messages = messages + 1;
END;

CREATE TRIGGER message_counted_out AFTER DELETE ON message BEGIN
    UPDATE campaign_count SET messages = messages - 1 WHERE campaign = OLD.campaign AND state = OLD.state;
END;

-- state is what the event made of the message, so that message.state can be computed again.
CREATE TABLE message_event (
    message INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    sequence INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    state INTEGER NOT NULL,
    status INTEGER,
    detail TEXT NOT NULL,
    PRIMARY KEY (message, sequence)
) WITHOUT ROWID;

CREATE TRIGGER message_event_append_only BEFORE UPDATE ON message_event BEGIN
    SELECT RAISE(ABORT, 'events are append-only');
END;

CREATE TABLE attempt (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    campaign INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
    ref TEXT NOT NULL UNIQUE,
    endpoint INTEGER NOT NULL,
    body_hash BLOB NOT NULL,
    started_ms INTEGER NOT NULL,
    ended_ms INTEGER,
    http_status INTEGER,
    verdict TEXT,
    failure TEXT,
    answer BLOB
);

CREATE INDEX attempt_campaign ON attempt (campaign);

CREATE TABLE attempt_member (
    attempt INTEGER NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
    message INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    orig_id INTEGER,
    PRIMARY KEY (attempt, message)
) WITHOUT ROWID;

CREATE INDEX attempt_member_message ON attempt_member (message);

CREATE INDEX attempt_member_orig_id ON attempt_member (orig_id) WHERE orig_id IS NOT NULL;

-- Statuses as posted (DLR-01, DLR-02), each once (DLR-07). message: whose it is, once known
-- (DLR-06); it may outlive its message, so it is no foreign key.
CREATE TABLE status_event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    status INTEGER NOT NULL,
    orig_id INTEGER,
    ref TEXT NOT NULL,
    number TEXT NOT NULL,
    peer TEXT NOT NULL,
    raw BLOB NOT NULL,
    received_ms INTEGER NOT NULL,
    message INTEGER
);

CREATE UNIQUE INDEX status_event_once ON status_event (coalesce(orig_id, -1), ref, number, status);

CREATE INDEX status_event_kept_orig_id ON status_event (orig_id) WHERE message IS NULL;

CREATE INDEX status_event_kept_ref ON status_event (ref, number) WHERE message IS NULL;

CREATE TRIGGER status_event_append_only
    BEFORE UPDATE OF id, status, orig_id, ref, number, peer, raw, received_ms ON status_event BEGIN
    SELECT RAISE(ABORT, 'statuses are append-only');
END;

-- hash instead of number: the person was erased, but must still not be written to.
CREATE TABLE opt_out (
    id INTEGER PRIMARY KEY,
    number TEXT UNIQUE,
    hash BLOB UNIQUE,
    at_ms INTEGER NOT NULL,
    source TEXT NOT NULL,
    CHECK ((number IS NULL) <> (hash IS NULL))
);

CREATE TABLE opt_out_history (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    what TEXT NOT NULL,
    source TEXT NOT NULL
);

CREATE INDEX opt_out_history_number ON opt_out_history (number);
