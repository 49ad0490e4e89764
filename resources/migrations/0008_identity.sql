-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which database this is and where it was last opened to be written. A folder outside the profile remembers
-- the same, so that a copied, moved or older file is known for what it is and sends nothing by itself.
CREATE TABLE identity (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL,
    generation INTEGER NOT NULL,
    machine TEXT NOT NULL,
    folder TEXT NOT NULL
);

INSERT INTO identity (one, id, generation, machine, folder) VALUES (1, lower(hex(randomblob(16))), 0, '', '');
