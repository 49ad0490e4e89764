-- SPDX-License-Identifier: GPL-3.0-or-later
-- series: the repeated campaign of which this one is a run. archived: ended, and out of the list of campaigns.
-- archived_ms: a conversation is out of the inbox until something newer than this comes in.
ALTER TABLE campaign ADD COLUMN series INTEGER REFERENCES campaign (id) ON DELETE SET NULL;

ALTER TABLE campaign ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;

CREATE INDEX campaign_series ON campaign (series) WHERE series IS NOT NULL;

ALTER TABLE conversation ADD COLUMN archived_ms INTEGER NOT NULL DEFAULT 0;
