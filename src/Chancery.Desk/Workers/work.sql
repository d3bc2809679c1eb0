-- What workers share beside the record. Unlike the record these rows change and may be thrown away once all is done.
CREATE SCHEMA IF NOT EXISTS chancery_work;
CREATE TABLE IF NOT EXISTS chancery_work.batches (
  number     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  submitted  timestamptz NOT NULL DEFAULT now(),
  part_of    bigint REFERENCES chancery_work.batches (number),  -- the batch this one was split from
  items      integer NOT NULL,
  pages      bytea,               -- packed; null once they are read
  queued     boolean NOT NULL DEFAULT false,
  begun      integer NOT NULL DEFAULT 0,   -- how often a worker began it
  worker     text,                -- who began it last
  done       timestamptz,
  reports    integer NOT NULL DEFAULT 0,
  added      integer NOT NULL DEFAULT 0,   -- of them, those the record did not hold before
  words      bigint NOT NULL DEFAULT 0,
  seconds    double precision NOT NULL DEFAULT 0,
  poison     text                 -- why it is not tried again; null where it is
);
ALTER TABLE chancery_work.batches ADD COLUMN IF NOT EXISTS writing double precision NOT NULL DEFAULT 0;  -- of the seconds, those that went into the record
CREATE INDEX IF NOT EXISTS batches_open ON chancery_work.batches (number) WHERE done IS NULL;
CREATE INDEX IF NOT EXISTS batches_done ON chancery_work.batches (done);
CREATE TABLE IF NOT EXISTS chancery_work.unread (
  batch      bigint NOT NULL REFERENCES chancery_work.batches (number),
  place      integer NOT NULL,
  id         text NOT NULL,
  reason     text NOT NULL,
  PRIMARY KEY (batch, place)
);
