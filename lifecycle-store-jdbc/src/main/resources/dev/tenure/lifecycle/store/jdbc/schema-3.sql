-- Version 3. How many lines of the journal were forgotten, and the hash of the last of them: where its chain begins now.

ALTER TABLE tenure_journal_head ADD COLUMN IF NOT EXISTS forgotten BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE tenure_journal_head ADD COLUMN IF NOT EXISTS forgotten_hash VARCHAR
    DEFAULT '0000000000000000000000000000000000000000000000000000000000000000' NOT NULL;
