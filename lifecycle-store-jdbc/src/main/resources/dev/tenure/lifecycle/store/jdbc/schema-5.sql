-- Version 5. Why HR could not be told of contact data, beside what failed at the target.

ALTER TABLE tenure_account ADD COLUMN IF NOT EXISTS untold_change VARCHAR;
ALTER TABLE tenure_account ADD COLUMN IF NOT EXISTS untold_kind VARCHAR;
ALTER TABLE tenure_account ADD COLUMN IF NOT EXISTS untold_message VARCHAR;
ALTER TABLE tenure_account ADD COLUMN IF NOT EXISTS untold_attempts INT;
ALTER TABLE tenure_account ADD COLUMN IF NOT EXISTS untold_first_at TIMESTAMP(6) WITH TIME ZONE;
ALTER TABLE tenure_account ADD COLUMN IF NOT EXISTS untold_last_at TIMESTAMP(6) WITH TIME ZONE;
ALTER TABLE tenure_account ADD COLUMN IF NOT EXISTS untold_retry_at TIMESTAMP(6) WITH TIME ZONE;
ALTER TABLE tenure_account ADD COLUMN IF NOT EXISTS untold_hash BIGINT;

-- Until now it was kept as what failed at the target, where nobody would tell HR again.
UPDATE tenure_account SET
    untold_change = failure_change,
    untold_kind = failure_kind,
    untold_message = failure_message,
    untold_attempts = failure_attempts,
    untold_first_at = failure_first_at,
    untold_last_at = failure_last_at,
    untold_retry_at = failure_retry_at,
    untold_hash = failure_hash,
    failure_change = NULL,
    failure_kind = NULL,
    failure_message = NULL,
    failure_attempts = NULL,
    failure_first_at = NULL,
    failure_last_at = NULL,
    failure_retry_at = NULL,
    failure_hash = NULL
    WHERE failure_change = 'WRITE_BACK';
