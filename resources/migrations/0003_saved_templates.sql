-- SPDX-License-Identifier: GPL-3.0-or-later
-- A saved text may be a filled-in template: its type and, as JSON, its fields.
ALTER TABLE saved_text ADD COLUMN template_type TEXT NOT NULL DEFAULT '';

ALTER TABLE saved_text ADD COLUMN template_fields TEXT NOT NULL DEFAULT '{}';
