-- SPDX-License-Identifier: GPL-3.0-or-later
-- A long job's row says what it is to do next: go forward, take back what it has done, or scrub what was
-- erased. Which kinds and states there are: storage/jobrows.h.
ALTER TABLE job ADD COLUMN state TEXT NOT NULL DEFAULT 'forward';

UPDATE job SET kind = 'erase', state = 'scrub' WHERE kind = 'scrub';
