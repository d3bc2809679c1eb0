-- The record on PostgreSQL: the tables, cells and rules of Sqlite/Schema/0001-record.sql, which says what they mean.
-- Text is ordered by its bytes (COLLATE "C") as on SQLite, whatever the server's language.

CREATE TABLE versions (
  version     bigint PRIMARY KEY  -- of this schema: one row for each file that was run
);

CREATE TABLE reports (
  number      bigint PRIMARY KEY,
  recorded    bigint NOT NULL,
  page        bigint NOT NULL,  -- number of the first reading of the same page under the same id
  id          text COLLATE "C" NOT NULL,
  page_hash   text COLLATE "C" NOT NULL,
  reader      text COLLATE "C" NOT NULL,
  options     text COLLATE "C" NOT NULL,
  url         text COLLATE "C",
  outlet      text COLLATE "C",
  title       text COLLATE "C",
  language    text COLLATE "C" NOT NULL,
  published   bigint,           -- the earliest day that fits; null where undated
  published_time bigint,        -- minutes since midnight
  published_precision text COLLATE "C",
  published_basis text COLLATE "C",
  published_stated text COLLATE "C",
  known       bigint NOT NULL,  -- published, or the day of recording
  likeness    bigint NOT NULL,
  text        text COLLATE "C" NOT NULL,
  reading     bytea NOT NULL
);
CREATE UNIQUE INDEX reports_once ON reports (page_hash, id, reader, options);
CREATE INDEX reports_by_page ON reports (page, number);
CREATE INDEX reports_by_recorded ON reports (recorded);
CREATE INDEX reports_by_known ON reports (known);

CREATE TABLE changes (
  number      bigint PRIMARY KEY,
  report      bigint NOT NULL REFERENCES reports (number),
  speaker     text COLLATE "C",
  passages    text COLLATE "C" NOT NULL,     -- "12-45 60-70"
  dyad        text COLLATE "C" NOT NULL,
  key_name    text COLLATE "C" NOT NULL,
  measure     text COLLATE "C" NOT NULL,
  instrument  text COLLATE "C" NOT NULL,
  actor       text COLLATE "C",
  target      text COLLATE "C",
  change      text COLLATE "C" NOT NULL,
  status      text COLLATE "C" NOT NULL,
  stage       text COLLATE "C" NOT NULL,
  date_value  text COLLATE "C",
  date_from   bigint,
  date_to     bigint,
  date_basis  text COLLATE "C" NOT NULL,
  whole       bigint NOT NULL,
  quantity    text COLLATE "C",
  part_of     text COLLATE "C"
);
CREATE INDEX changes_by_dyad ON changes (dyad);
CREATE INDEX changes_by_name ON changes (key_name, dyad);
CREATE INDEX changes_by_report ON changes (report);

CREATE TABLE events (
  number      bigint PRIMARY KEY,
  report      bigint NOT NULL REFERENCES reports (number),
  speaker     text COLLATE "C",
  passages    text COLLATE "C" NOT NULL,
  main        bigint NOT NULL,
  type        text COLLATE "C" NOT NULL,
  mode        text COLLATE "C",
  cameo       text COLLATE "C",
  score       double precision NOT NULL,
  status      text COLLATE "C" NOT NULL,
  date_value  text COLLATE "C",
  date_from   bigint,
  date_to     bigint,
  date_basis  text COLLATE "C" NOT NULL,
  sources     text COLLATE "C" NOT NULL,     -- JSON [[name, code, sector], …]
  targets     text COLLATE "C" NOT NULL
);
CREATE INDEX events_by_report ON events (report);

CREATE TABLE event_dyads (
  dyad        text COLLATE "C" NOT NULL,
  event       bigint NOT NULL REFERENCES events (number),
  PRIMARY KEY (dyad, event)
);

CREATE TABLE statements (
  number      bigint PRIMARY KEY,
  report      bigint NOT NULL REFERENCES reports (number),
  speaker     text COLLATE "C",
  passages    text COLLATE "C" NOT NULL,
  person      text COLLATE "C",              -- the speaker's name in lower case
  surname     text COLLATE "C",              -- its last word
  kind        text COLLATE "C" NOT NULL,
  medium      text COLLATE "C",
  audience    text COLLATE "C"
);
CREATE INDEX statements_by_report ON statements (report);
CREATE INDEX statements_by_surname ON statements (surname);

CREATE TABLE signals (
  number      bigint PRIMARY KEY,
  report      bigint NOT NULL REFERENCES reports (number),
  speaker     text COLLATE "C",
  passages    text COLLATE "C" NOT NULL,
  dyad        text COLLATE "C" NOT NULL,
  signal      text COLLATE "C" NOT NULL
);
CREATE INDEX signals_by_report ON signals (report);
CREATE INDEX signals_by_dyad ON signals (dyad);

CREATE TABLE decisions (
  number      bigint PRIMARY KEY,
  recorded    bigint NOT NULL,
  kind        text COLLATE "C" NOT NULL,
  decided_by  text COLLATE "C" NOT NULL,
  about       text COLLATE "C",              -- a row's name: c12
  payload     text COLLATE "C" NOT NULL      -- JSON
);
CREATE INDEX decisions_by_about ON decisions (about);

-- The words of each report with their places, as Sql/SearchWords.cs cuts them: both engines find the same.
CREATE TABLE words (
  report      bigint PRIMARY KEY REFERENCES reports (number),
  words       tsvector NOT NULL
);
CREATE INDEX words_found ON words USING gin (words);

-- Append only. The application role lacks the right; whoever has it (the owner, an administrator) is refused by these, also in a session that replicates.
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the record is append-only: rows of % cannot be changed, deleted or replaced', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['versions', 'reports', 'changes', 'events', 'event_dyads', 'statements', 'signals', 'decisions', 'words'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse()', kept);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only', kept);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO chancery_app', kept);
  END LOOP;
END $$;

REVOKE INSERT ON versions FROM chancery_app;
GRANT USAGE ON SCHEMA chancery TO chancery_app;
