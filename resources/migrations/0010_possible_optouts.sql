-- SPDX-License-Identifier: GPL-3.0-or-later
-- The few messages that may be opt-outs and wait for a person, among all that rules did.
CREATE INDEX inbound_action_possible_opt_out ON inbound_action (inbound) WHERE what = 'mayBeOptOut';
