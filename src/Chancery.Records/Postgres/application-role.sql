-- The role under which every program works: it may add rows and read them, and nothing else. One for all databases of a server.
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'chancery_app') THEN
    CREATE ROLE chancery_app NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;  -- another database of this server was faster
END $$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'chancery_app', 'MEMBER') THEN
    EXECUTE format('GRANT chancery_app TO %I', current_user);
  END IF;
END $$;
