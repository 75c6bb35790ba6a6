-- Version 5. Why HR could not be told of contact data, beside what failed at the target.

ALTER TABLE tenure_account ADD COLUMN IF NOT EXISTS untold_change VARCHAR;
ALTER TABLE tenure_account ADD COLUMN IF NOT EXISTS untold_kind VARCHAR;
ALTER TABLE tenure_account ADD COLUMN IF NOT EXISTS untold_message VARCHAR;
ALTER TABLE tenure_account ADD COLUMN IF NOT EXISTS untold_attempts INT;
ALTER TABLE tenure_account ADD COLUMN IF NOT EXISTS untold_first_at TIMESTAMP(6) WITH TIME ZONE;
ALTER TABLE tenure_account ADD COLUMN IF NOT EXISTS untold_last_at TIMESTAMP(6) WITH TIME ZONE;
ALTER TABLE tenure_account ADD COLUMN IF NOT EXISTS untold_retry_at TIMESTAMP(6) WITH TIME ZONE;
ALTER TABLE tenure_account ADD COLUMN IF NOT EXISTS untold_hash BIGINT;
