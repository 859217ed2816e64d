-- Roles, the one row that says what this installation is, its clock, and the fence between bodies.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Roles belong to the whole server: another database of it may have made them already, even this very moment.
DO $$
BEGIN
  BEGIN CREATE ROLE gavel_app NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END;
  BEGIN CREATE ROLE gavel_crossing NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END;
  EXECUTE format('GRANT gavel_app, gavel_crossing TO %I', current_user);
EXCEPTION WHEN OTHERS THEN
  IF SQLERRM NOT LIKE 'tuple concurrently updated%' THEN RAISE; END IF;
END
$$;
GRANT USAGE ON SCHEMA public TO gavel_app;
GRANT USAGE, CREATE ON SCHEMA public TO gavel_crossing;

CREATE TABLE installation (
  only_one boolean PRIMARY KEY DEFAULT true CONSTRAINT installation_is_one_row CHECK (only_one),
  kind text NOT NULL CONSTRAINT installation_kind_is_known CHECK (kind IN ('production', 'demo')),
  clock_stands_at timestamptz,
  CONSTRAINT installation_clock_stands_only_in_a_demo CHECK (kind = 'demo' OR clock_stands_at IS NULL)
);
COMMENT ON TABLE installation IS 'What this database is for. A demo has a clock that stands until it is moved; a production database never has.';
COMMENT ON COLUMN installation.clock_stands_at IS 'The virtual time of a demo, null where the real clock runs.';

CREATE FUNCTION keep_installation_kind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'An installation stays what it was made as' USING ERRCODE = 'GV001';
END
$$;
CREATE TRIGGER installation_keeps_its_kind BEFORE UPDATE OF kind ON installation
  FOR EACH ROW WHEN (NEW.kind IS DISTINCT FROM OLD.kind) EXECUTE FUNCTION keep_installation_kind();
CREATE TRIGGER installation_is_never_removed BEFORE DELETE ON installation
  FOR EACH ROW EXECUTE FUNCTION keep_installation_kind();
GRANT SELECT ON installation TO gavel_app, gavel_crossing;
GRANT UPDATE (clock_stands_at) ON installation TO gavel_app;

-- The one clock of all processes, to the millisecond: the database's own, or the virtual one of a demo.
-- In PL/pgSQL because that plans its query once for each connection; a function in SQL is planned anew by each statement.
CREATE FUNCTION gavel_now() RETURNS timestamptz LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  RETURN date_trunc('milliseconds', coalesce((SELECT clock_stands_at FROM installation), clock_timestamp()));
END
$$;

-- The same, read anew at this very moment: a statement that waited for a lock has still the view it had when it began.
CREATE FUNCTION clock_this_moment() RETURNS timestamptz LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  RETURN gavel_now();
END
$$;

-- An instant as the account and the engine write it. STABLE as its parts are, so that it is put in place of its calls.
CREATE FUNCTION iso_instant(at timestamptz) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- The body that this transaction serves; null, and so nothing at all, when nobody said which.
CREATE FUNCTION fenced_body() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('gavel.body', true), '')
$$;

-- Puts a table behind the fence: rows of one body only, for the owner too. Every statement names its body as well, so
-- that this is asked once for each table and not for each row; a sub-select would be set up anew by every statement.
CREATE PROCEDURE fence(fenced regclass, body_column text DEFAULT 'body_id') LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', fenced);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', fenced);
  EXECUTE format(
    'CREATE POLICY fence_between_bodies ON %s TO PUBLIC USING (%I = fenced_body()) WITH CHECK (%I = fenced_body())',
    fenced, body_column, body_column);
END
$$;
