-- Version 4. Keyed hashes of the login and the other keys that a create is sent with, for as long as nobody knows its answer.

ALTER TABLE tenure_account ADD COLUMN IF NOT EXISTS intent_keys ${bytes};
