-- The record. Rows are added and never changed; what is no longer so is said by a later row.
-- Instants are microseconds since 1970 (UTC); days are days since 1970-01-01; intervals are half-open.

CREATE TABLE reports (
  number      INTEGER PRIMARY KEY,
  recorded    INTEGER NOT NULL,
  page        INTEGER NOT NULL,  -- number of the first reading of the same page under the same id
  id          TEXT NOT NULL,
  page_hash   TEXT NOT NULL,
  reader      TEXT NOT NULL,
  options     TEXT NOT NULL,
  url         TEXT,
  outlet      TEXT,
  title       TEXT,
  language    TEXT NOT NULL,
  published   INTEGER,           -- the earliest day that fits; null where undated
  published_time INTEGER,        -- minutes since midnight
  published_precision TEXT,
  published_basis TEXT,
  published_stated TEXT,
  known       INTEGER NOT NULL,  -- published, or the day of recording
  likeness    INTEGER NOT NULL,
  text        TEXT NOT NULL,
  reading     BLOB NOT NULL
);
CREATE UNIQUE INDEX reports_once ON reports (page_hash, id, reader, options);
CREATE INDEX reports_by_page ON reports (page, number);
CREATE INDEX reports_by_recorded ON reports (recorded);
CREATE INDEX reports_by_known ON reports (known);

CREATE TABLE changes (
  number      INTEGER PRIMARY KEY,
  report      INTEGER NOT NULL REFERENCES reports (number),
  speaker     TEXT,
  passages    TEXT NOT NULL,     -- "12-45 60-70"
  dyad        TEXT NOT NULL,
  key_name    TEXT NOT NULL,
  measure     TEXT NOT NULL,
  instrument  TEXT NOT NULL,
  actor       TEXT,
  target      TEXT,
  change      TEXT NOT NULL,
  status      TEXT NOT NULL,
  stage       TEXT NOT NULL,
  date_value  TEXT,
  date_from   INTEGER,
  date_to     INTEGER,
  date_basis  TEXT NOT NULL,
  whole       INTEGER NOT NULL,
  quantity    TEXT,
  part_of     TEXT
);
CREATE INDEX changes_by_dyad ON changes (dyad);
CREATE INDEX changes_by_name ON changes (key_name, dyad);
CREATE INDEX changes_by_report ON changes (report);

CREATE TABLE events (
  number      INTEGER PRIMARY KEY,
  report      INTEGER NOT NULL REFERENCES reports (number),
  speaker     TEXT,
  passages    TEXT NOT NULL,
  main        INTEGER NOT NULL,
  type        TEXT NOT NULL,
  mode        TEXT,
  cameo       TEXT,
  score       REAL NOT NULL,
  status      TEXT NOT NULL,
  date_value  TEXT,
  date_from   INTEGER,
  date_to     INTEGER,
  date_basis  TEXT NOT NULL,
  sources     TEXT NOT NULL,     -- JSON [[name, code, sector], …]
  targets     TEXT NOT NULL
);
CREATE INDEX events_by_report ON events (report);

CREATE TABLE event_dyads (
  dyad        TEXT NOT NULL,
  event       INTEGER NOT NULL REFERENCES events (number),
  PRIMARY KEY (dyad, event)
) WITHOUT ROWID;

CREATE TABLE statements (
  number      INTEGER PRIMARY KEY,
  report      INTEGER NOT NULL REFERENCES reports (number),
  speaker     TEXT,
  passages    TEXT NOT NULL,
  person      TEXT,              -- the speaker's name in lower case
  surname     TEXT,              -- its last word
  kind        TEXT NOT NULL,
  medium      TEXT,
  audience    TEXT
);
CREATE INDEX statements_by_report ON statements (report);
CREATE INDEX statements_by_surname ON statements (surname);

CREATE TABLE signals (
  number      INTEGER PRIMARY KEY,
  report      INTEGER NOT NULL REFERENCES reports (number),
  speaker     TEXT,
  passages    TEXT NOT NULL,
  dyad        TEXT NOT NULL,
  signal      TEXT NOT NULL
);
CREATE INDEX signals_by_report ON signals (report);
CREATE INDEX signals_by_dyad ON signals (dyad);

CREATE TABLE decisions (
  number      INTEGER PRIMARY KEY,
  recorded    INTEGER NOT NULL,
  kind        TEXT NOT NULL,
  decided_by  TEXT NOT NULL,
  about       TEXT,              -- a row's name: c12
  payload     TEXT NOT NULL      -- JSON
);
CREATE INDEX decisions_by_about ON decisions (about);

-- Found words point into the reports' own text; the index holds no copy of it.
CREATE VIRTUAL TABLE words USING fts5 (title, text, content='reports', content_rowid='number', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER reports_words AFTER INSERT ON reports BEGIN
  INSERT INTO words (rowid, title, text) VALUES (new.number, new.title, new.text);
END;

-- Append only: no change, no deletion, and no key taken twice (INSERT OR REPLACE fires no delete trigger).
CREATE TRIGGER reports_no_update BEFORE UPDATE ON reports BEGIN SELECT RAISE(ABORT, 'the record is append-only: reports cannot be changed'); END;
CREATE TRIGGER reports_no_delete BEFORE DELETE ON reports BEGIN SELECT RAISE(ABORT, 'the record is append-only: reports cannot be deleted'); END;
CREATE TRIGGER reports_no_replace BEFORE INSERT ON reports WHEN EXISTS (SELECT 1 FROM reports WHERE number = new.number)
  BEGIN SELECT RAISE(ABORT, 'the record is append-only: reports cannot be replaced'); END;
CREATE TRIGGER changes_no_update BEFORE UPDATE ON changes BEGIN SELECT RAISE(ABORT, 'the record is append-only: changes cannot be changed'); END;
CREATE TRIGGER changes_no_delete BEFORE DELETE ON changes BEGIN SELECT RAISE(ABORT, 'the record is append-only: changes cannot be deleted'); END;
CREATE TRIGGER changes_no_replace BEFORE INSERT ON changes WHEN EXISTS (SELECT 1 FROM changes WHERE number = new.number)
  BEGIN SELECT RAISE(ABORT, 'the record is append-only: changes cannot be replaced'); END;
CREATE TRIGGER events_no_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'the record is append-only: events cannot be changed'); END;
CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'the record is append-only: events cannot be deleted'); END;
CREATE TRIGGER events_no_replace BEFORE INSERT ON events WHEN EXISTS (SELECT 1 FROM events WHERE number = new.number)
  BEGIN SELECT RAISE(ABORT, 'the record is append-only: events cannot be replaced'); END;
CREATE TRIGGER statements_no_update BEFORE UPDATE ON statements BEGIN SELECT RAISE(ABORT, 'the record is append-only: statements cannot be changed'); END;
CREATE TRIGGER statements_no_delete BEFORE DELETE ON statements BEGIN SELECT RAISE(ABORT, 'the record is append-only: statements cannot be deleted'); END;
CREATE TRIGGER statements_no_replace BEFORE INSERT ON statements WHEN EXISTS (SELECT 1 FROM statements WHERE number = new.number)
  BEGIN SELECT RAISE(ABORT, 'the record is append-only: statements cannot be replaced'); END;
CREATE TRIGGER signals_no_update BEFORE UPDATE ON signals BEGIN SELECT RAISE(ABORT, 'the record is append-only: signals cannot be changed'); END;
CREATE TRIGGER signals_no_delete BEFORE DELETE ON signals BEGIN SELECT RAISE(ABORT, 'the record is append-only: signals cannot be deleted'); END;
CREATE TRIGGER signals_no_replace BEFORE INSERT ON signals WHEN EXISTS (SELECT 1 FROM signals WHERE number = new.number)
  BEGIN SELECT RAISE(ABORT, 'the record is append-only: signals cannot be replaced'); END;
CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'the record is append-only: decisions cannot be changed'); END;
CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'the record is append-only: decisions cannot be deleted'); END;
CREATE TRIGGER decisions_no_replace BEFORE INSERT ON decisions WHEN EXISTS (SELECT 1 FROM decisions WHERE number = new.number)
  BEGIN SELECT RAISE(ABORT, 'the record is append-only: decisions cannot be replaced'); END;
CREATE TRIGGER reports_no_replace_by_reading BEFORE INSERT ON reports
  WHEN EXISTS (SELECT 1 FROM reports WHERE page_hash = new.page_hash AND id = new.id AND reader = new.reader AND options = new.options)
  BEGIN SELECT RAISE(ABORT, 'the record is append-only: reports cannot be replaced'); END;
CREATE TRIGGER event_dyads_no_update BEFORE UPDATE ON event_dyads BEGIN SELECT RAISE(ABORT, 'the record is append-only: event_dyads cannot be changed'); END;
CREATE TRIGGER event_dyads_no_delete BEFORE DELETE ON event_dyads BEGIN SELECT RAISE(ABORT, 'the record is append-only: event_dyads cannot be deleted'); END;
CREATE TRIGGER event_dyads_no_replace BEFORE INSERT ON event_dyads WHEN EXISTS (SELECT 1 FROM event_dyads WHERE dyad = new.dyad AND event = new.event)
  BEGIN SELECT RAISE(ABORT, 'the record is append-only: event_dyads cannot be replaced'); END;
