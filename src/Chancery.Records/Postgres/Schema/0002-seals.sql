-- See Sqlite/Schema/0002-seals.sql.
CREATE TABLE seals (
  kind        text COLLATE "C" NOT NULL,
  number      bigint NOT NULL,
  seal        text COLLATE "C" NOT NULL,
  PRIMARY KEY (kind, number)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON seals FOR EACH STATEMENT EXECUTE FUNCTION refuse();
ALTER TABLE seals ENABLE ALWAYS TRIGGER append_only;
GRANT SELECT, INSERT ON seals TO chancery_app;
