-- SPDX-License-Identifier: GPL-3.0-or-later
-- The one message that may go to a person who has opted out: it says that they have.
ALTER TABLE campaign ADD COLUMN confirms_opt_out INTEGER NOT NULL DEFAULT 0;
