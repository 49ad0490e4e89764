-- A reference outside ASCII may come back in another character set; what follows its '~' does not change.
CREATE INDEX attempt_reference_key ON attempt (substr(ref, -22)) WHERE ref GLOB '*[^ -~]*';
