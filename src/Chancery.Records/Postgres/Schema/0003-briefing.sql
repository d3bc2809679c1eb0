-- The evening briefing. Issues and what reviewers decided about them belong to the record and are append-only like it.

CREATE TABLE issues (
  number      bigint PRIMARY KEY,
  date        bigint NOT NULL,
  made        bigint NOT NULL,
  since       bigint,           -- up to when the issue before knew the record
  recorded    bigint NOT NULL,  -- up to when this one did
  waits_until bigint,           -- until when it waits for a reviewer; null where it does not
  content     text COLLATE "C" NOT NULL      -- JSON: the entries
);
CREATE UNIQUE INDEX issues_once ON issues (date);

CREATE TABLE issue_rows (
  issue       bigint NOT NULL REFERENCES issues (number),
  place       bigint NOT NULL,  -- of the entry in the issue
  row_name    text COLLATE "C" NOT NULL,
  says        text COLLATE "C" NOT NULL
);
CREATE INDEX issue_rows_by_row ON issue_rows (row_name);
CREATE INDEX issue_rows_by_says ON issue_rows (says);

CREATE TABLE issue_decisions (
  number      bigint PRIMARY KEY,
  issue       bigint NOT NULL REFERENCES issues (number),
  recorded    bigint NOT NULL,
  kind        text COLLATE "C" NOT NULL,     -- Release Hold Strike
  decided_by  text COLLATE "C" NOT NULL,
  place       bigint,           -- of the entry struck
  note        text COLLATE "C"
);
CREATE INDEX issue_decisions_by_issue ON issue_decisions (issue);

DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['issues', 'issue_rows', 'issue_decisions'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse()', kept);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only', kept);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO chancery_app', kept);
  END LOOP;
END $$;

-- The post is no part of the record: people can have their data erased, and a queue moves on. See docs/decisions/0110.

CREATE TABLE subscribers (
  number      bigint PRIMARY KEY,  -- drawn at random and never given twice
  address     text COLLATE "C" NOT NULL,
  address_key text COLLATE "C" NOT NULL,        -- by which two spellings of one address are told to be one
  host        text COLLATE "C" NOT NULL,
  asked       bigint NOT NULL,     -- when they last asked to be subscribed
  asks        bigint NOT NULL,     -- how often, on that day
  confirmed   bigint,
  zone        text COLLATE "C" NOT NULL,        -- IANA
  evening     bigint NOT NULL,     -- minutes since midnight
  language    text COLLATE "C" NOT NULL,
  dossiers    text COLLATE "C" NOT NULL,        -- "PAK-USA SWE-TZA"
  only_these  bigint NOT NULL,
  quiet       bigint NOT NULL      -- whether a quiet evening sends a line
);
CREATE UNIQUE INDEX subscribers_once ON subscribers (address_key);

CREATE TABLE outbox (
  issue       bigint NOT NULL,     -- 0: the question whether the address is theirs
  subscriber  bigint NOT NULL,
  host        text COLLATE "C" NOT NULL,
  due         bigint NOT NULL,
  state       text COLLATE "C" NOT NULL,        -- Waiting Handing Sent Unsure Refused Lapsed
  attempts    bigint NOT NULL,
  next_try    bigint NOT NULL,
  claimed_by  text COLLATE "C",
  changed     bigint NOT NULL,
  reply       text COLLATE "C",                 -- the server's last words
  PRIMARY KEY (issue, subscriber)
);
CREATE INDEX outbox_waiting ON outbox (state, next_try);
CREATE INDEX outbox_by_subscriber ON outbox (subscriber);

CREATE TABLE posted (
  issue       bigint PRIMARY KEY,  -- whose outbox is filled
  filled      bigint NOT NULL
);

CREATE TABLE suppressions (
  address_hash text COLLATE "C" PRIMARY KEY,    -- keyed: the address itself is not kept
  reason      text COLLATE "C" NOT NULL,        -- Bounce Refused Complaint
  since       bigint NOT NULL
);

CREATE TABLE post_keys (
  name        text COLLATE "C" PRIMARY KEY,
  value       text COLLATE "C" NOT NULL
);

CREATE INDEX changes_by_day ON changes (date_from, date_to);

GRANT SELECT, INSERT, UPDATE, DELETE ON subscribers, outbox, posted, suppressions, post_keys TO chancery_app;
