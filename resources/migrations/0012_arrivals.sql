-- SPDX-License-Identifier: GPL-3.0-or-later
-- Statuses that have come in, been committed and answered, and wait until they become states and go to
-- status_event. message: whose it is as far as could be told, 9223372036854775807 where it could not;
-- place: among those of the same message. In this order they are taken: neighbours share pages of every
-- table and index, and what cannot be told is asked again once the others are known.
CREATE TABLE status_arrival (
    message INTEGER NOT NULL,
    place INTEGER NOT NULL,
    status INTEGER NOT NULL,
    orig_id INTEGER,
    ref TEXT NOT NULL,
    number TEXT NOT NULL,
    peer TEXT NOT NULL,
    raw BLOB NOT NULL,
    received_ms INTEGER NOT NULL,
    PRIMARY KEY (message, place)
) WITHOUT ROWID;

CREATE TRIGGER status_arrival_append_only BEFORE UPDATE ON status_arrival BEGIN
    SELECT RAISE(ABORT, 'statuses are append-only');
END;

-- The SMS whose sending began in each quarter of an hour (UTC; every zone's midnight is the beginning of
-- one), kept by triggers: those of today are a sum of a hundred rows at most. quarter: begun_ms / 900000.
CREATE TABLE begun_sms (
    account TEXT NOT NULL,
    quarter INTEGER NOT NULL,
    segments INTEGER NOT NULL,
    PRIMARY KEY (account, quarter)
) WITHOUT ROWID;

INSERT INTO begun_sms (account, quarter, segments)
    SELECT campaign.account, message.begun_ms / 900000 AS quarter, sum(message.segments)
    FROM message JOIN campaign ON campaign.id = message.campaign
    WHERE message.begun_ms > (SELECT max(begun_ms) FROM message) - 172800000
    GROUP BY campaign.account, quarter;

-- Not by insertions, which planning makes by the hundred thousand: nothing has begun then.
CREATE TRIGGER message_begun_counted AFTER UPDATE OF begun_ms ON message
    WHEN NEW.begun_ms IS NOT NULL AND NEW.begun_ms IS NOT OLD.begun_ms BEGIN
    INSERT INTO begun_sms (account, quarter, segments)
        SELECT account, NEW.begun_ms / 900000, NEW.segments FROM campaign WHERE id = NEW.campaign
        ON CONFLICT (account, quarter) DO UPDATE SET segments = segments + excluded.segments;
END;

CREATE TRIGGER message_begun_taken_back AFTER UPDATE OF begun_ms ON message
    WHEN NEW.begun_ms IS NULL AND OLD.begun_ms IS NOT NULL BEGIN
    UPDATE begun_sms SET segments = segments - OLD.segments
        WHERE account = (SELECT account FROM campaign WHERE id = OLD.campaign)
        AND quarter = OLD.begun_ms / 900000;
END;

DROP INDEX message_begun;
