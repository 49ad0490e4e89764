-- SPDX-License-Identifier: GPL-3.0-or-later
-- A pre-approved template's fields as they are for one recipient, where they hold merge fields.
ALTER TABLE message ADD COLUMN template_fields TEXT;
