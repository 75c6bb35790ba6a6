-- Version 2. Who has a worker in hand, and until when.

CREATE TABLE IF NOT EXISTS tenure_claim (
    source ${name} NOT NULL,
    worker ${name} NOT NULL,
    holder VARCHAR NOT NULL,
    until_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (source, worker)
);
