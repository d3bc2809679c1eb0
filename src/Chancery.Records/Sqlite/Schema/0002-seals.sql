-- What shows that a row was changed, lost or added by other means: a hash of each report's rows, and of each decision, with the seal before it.
-- Rows recorded before this step carry none.
CREATE TABLE seals (
  kind        TEXT NOT NULL,     -- r: a report with its claims; d: a decision
  number      INTEGER NOT NULL,
  seal        TEXT NOT NULL,     -- SHA-256, as Sql/Seal.cs makes it
  PRIMARY KEY (kind, number)
) WITHOUT ROWID;
CREATE TRIGGER seals_no_update BEFORE UPDATE ON seals BEGIN SELECT RAISE(ABORT, 'the record is append-only: seals cannot be changed'); END;
CREATE TRIGGER seals_no_delete BEFORE DELETE ON seals BEGIN SELECT RAISE(ABORT, 'the record is append-only: seals cannot be deleted'); END;
CREATE TRIGGER seals_no_replace BEFORE INSERT ON seals WHEN EXISTS (SELECT 1 FROM seals WHERE kind = new.kind AND number = new.number)
  BEGIN SELECT RAISE(ABORT, 'the record is append-only: seals cannot be replaced'); END;
