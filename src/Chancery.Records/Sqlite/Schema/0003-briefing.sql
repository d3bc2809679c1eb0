-- The evening briefing. Issues and what reviewers decided about them belong to the record and are append-only like it.

CREATE TABLE issues (
  number      INTEGER PRIMARY KEY,
  date        INTEGER NOT NULL,
  made        INTEGER NOT NULL,
  since       INTEGER,           -- up to when the issue before knew the record
  recorded    INTEGER NOT NULL,  -- up to when this one did
  waits_until INTEGER,           -- until when it waits for a reviewer; null where it does not
  content     TEXT NOT NULL      -- JSON: the entries
);
CREATE UNIQUE INDEX issues_once ON issues (date);

CREATE TABLE issue_rows (
  issue       INTEGER NOT NULL REFERENCES issues (number),
  place       INTEGER NOT NULL,  -- of the entry in the issue
  row_name    TEXT NOT NULL,
  says        TEXT NOT NULL
);
CREATE INDEX issue_rows_by_row ON issue_rows (row_name);
CREATE INDEX issue_rows_by_says ON issue_rows (says);

CREATE TABLE issue_decisions (
  number      INTEGER PRIMARY KEY,
  issue       INTEGER NOT NULL REFERENCES issues (number),
  recorded    INTEGER NOT NULL,
  kind        TEXT NOT NULL,     -- Release Hold Strike
  decided_by  TEXT NOT NULL,
  place       INTEGER,           -- of the entry struck
  note        TEXT
);
CREATE INDEX issue_decisions_by_issue ON issue_decisions (issue);

CREATE TRIGGER issues_no_update BEFORE UPDATE ON issues BEGIN SELECT RAISE(ABORT, 'the record is append-only: issues cannot be changed'); END;
CREATE TRIGGER issues_no_delete BEFORE DELETE ON issues BEGIN SELECT RAISE(ABORT, 'the record is append-only: issues cannot be deleted'); END;
CREATE TRIGGER issues_no_replace BEFORE INSERT ON issues WHEN EXISTS (SELECT 1 FROM issues WHERE number = new.number OR date = new.date)
  BEGIN SELECT RAISE(ABORT, 'the record is append-only: issues cannot be replaced'); END;
CREATE TRIGGER issue_rows_no_update BEFORE UPDATE ON issue_rows BEGIN SELECT RAISE(ABORT, 'the record is append-only: issue_rows cannot be changed'); END;
CREATE TRIGGER issue_rows_no_delete BEFORE DELETE ON issue_rows BEGIN SELECT RAISE(ABORT, 'the record is append-only: issue_rows cannot be deleted'); END;
CREATE TRIGGER issue_decisions_no_update BEFORE UPDATE ON issue_decisions BEGIN SELECT RAISE(ABORT, 'the record is append-only: issue_decisions cannot be changed'); END;
CREATE TRIGGER issue_decisions_no_delete BEFORE DELETE ON issue_decisions BEGIN SELECT RAISE(ABORT, 'the record is append-only: issue_decisions cannot be deleted'); END;
CREATE TRIGGER issue_decisions_no_replace BEFORE INSERT ON issue_decisions WHEN EXISTS (SELECT 1 FROM issue_decisions WHERE number = new.number)
  BEGIN SELECT RAISE(ABORT, 'the record is append-only: issue_decisions cannot be replaced'); END;

-- The post is no part of the record: people can have their data erased, and a queue moves on. See docs/decisions/0110.

CREATE TABLE subscribers (
  number      INTEGER PRIMARY KEY,  -- drawn at random and never given twice
  address     TEXT NOT NULL,
  address_key TEXT NOT NULL,        -- by which two spellings of one address are told to be one
  host        TEXT NOT NULL,
  asked       INTEGER NOT NULL,     -- when they last asked to be subscribed
  asks        INTEGER NOT NULL,     -- how often, on that day
  confirmed   INTEGER,
  zone        TEXT NOT NULL,        -- IANA
  evening     INTEGER NOT NULL,     -- minutes since midnight
  language    TEXT NOT NULL,
  dossiers    TEXT NOT NULL,        -- "PAK-USA SWE-TZA"
  only_these  INTEGER NOT NULL,
  quiet       INTEGER NOT NULL      -- whether a quiet evening sends a line
);
CREATE UNIQUE INDEX subscribers_once ON subscribers (address_key);

CREATE TABLE outbox (
  issue       INTEGER NOT NULL,     -- 0: the question whether the address is theirs
  subscriber  INTEGER NOT NULL,
  host        TEXT NOT NULL,
  due         INTEGER NOT NULL,
  state       TEXT NOT NULL,        -- Waiting Handing Sent Unsure Refused Lapsed
  attempts    INTEGER NOT NULL,
  next_try    INTEGER NOT NULL,
  claimed_by  TEXT,
  changed     INTEGER NOT NULL,
  reply       TEXT,                 -- the server's last words
  PRIMARY KEY (issue, subscriber)
) WITHOUT ROWID;
CREATE INDEX outbox_waiting ON outbox (state, next_try);
CREATE INDEX outbox_by_subscriber ON outbox (subscriber);

CREATE TABLE posted (
  issue       INTEGER PRIMARY KEY,  -- whose outbox is filled
  filled      INTEGER NOT NULL
);

CREATE TABLE suppressions (
  address_hash TEXT PRIMARY KEY,    -- keyed: the address itself is not kept
  reason      TEXT NOT NULL,        -- Bounce Refused Complaint
  since       INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE post_keys (
  name        TEXT PRIMARY KEY,
  value       TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX changes_by_day ON changes (date_from, date_to);
