-- What is wrong with the database as such, a sentence a row.
WITH kept (name) AS (VALUES ('versions'), ('reports'), ('changes'), ('events'), ('event_dyads'), ('statements'), ('signals'), ('decisions'), ('words'), ('seals')),
tables AS (SELECT name, to_regclass('chancery.' || name) AS id FROM kept)
SELECT 'the table ' || name || ' is missing' FROM tables WHERE id IS NULL
UNION ALL
SELECT 'the trigger that refuses changes of ' || name || ' is missing or disabled' FROM tables
  WHERE id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pg_trigger g WHERE g.tgrelid = id AND g.tgname = 'append_only' AND g.tgenabled = 'A' AND g.tgtype = 2 | 8 | 16 | 32)
UNION ALL
SELECT 'the application role may do more than add to ' || name || ' and read it' FROM tables
  WHERE id IS NOT NULL AND has_table_privilege('chancery_app', id, 'UPDATE, DELETE, TRUNCATE, TRIGGER')
UNION ALL
SELECT 'the index ' || i.indexrelid::regclass || ' is not valid; rebuild it with REINDEX' FROM tables JOIN pg_index i ON i.indrelid = id WHERE NOT i.indisvalid
UNION ALL
SELECT 'the table ' || name || ' has no key' FROM tables WHERE id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = id AND i.indisprimary)
UNION ALL
SELECT name || ' may name reports or events that are not there: a foreign key is missing' FROM tables
  WHERE id IS NOT NULL AND name IN ('changes', 'events', 'event_dyads', 'statements', 'signals', 'words')
    AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conrelid = id AND c.contype = 'f' AND c.convalidated)
UNION ALL
SELECT 'changes ' || c.number || ': its report is missing' FROM chancery.changes c WHERE NOT EXISTS (SELECT 1 FROM chancery.reports r WHERE r.number = c.report)
UNION ALL
SELECT 'r' || r.number || ' is missing in the index of words' FROM chancery.reports r WHERE NOT EXISTS (SELECT 1 FROM chancery.words w WHERE w.report = r.number)
