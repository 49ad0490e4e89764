-- SPDX-License-Identifier: GPL-3.0-or-later
-- A campaign begins by itself only once a person has approved its plan. A repeated one stays planned,
-- moves to its next time at each run, and holds the groups and list from which each run is planned.
ALTER TABLE campaign ADD COLUMN approved_ms INTEGER;

ALTER TABLE campaign ADD COLUMN repeat INTEGER NOT NULL DEFAULT 0;

ALTER TABLE campaign ADD COLUMN repeat_from_ms INTEGER;

ALTER TABLE campaign ADD COLUMN source TEXT NOT NULL DEFAULT '';
