-- Whoever has signed in with a browser. Sessions end by the real time, also where a demo's clock stands or jumps.

CREATE TABLE session (
  body_id key NOT NULL,
  id uuid NOT NULL,
  person_id key NOT NULL,
  secret_hash text NOT NULL CONSTRAINT session_secret_is_unique UNIQUE,
  means text NOT NULL CONSTRAINT session_means_is_known CHECK (means IN ('demo', 'link', 'passkey', 'totp', 'recovery', 'openid')),
  browser one_line,
  signed_in_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (body_id, id),
  CONSTRAINT session_person_is_known FOREIGN KEY (body_id, person_id) REFERENCES person (body_id, id)
);
CREATE INDEX session_of_person ON session (body_id, person_id);
CALL fence('session');
COMMENT ON COLUMN session.secret_hash IS 'SHA-256 of the secret in the cookie, in hex; the secret itself is never kept.';
COMMENT ON COLUMN session.signed_in_at IS 'When the person last proved who they are; a signature wants this to be fresh.';
COMMENT ON COLUMN session.browser IS 'What the browser called itself, for the list of sessions.';

GRANT SELECT, INSERT, UPDATE ON session TO gavel_app;
GRANT SELECT ON session TO gavel_crossing;

GRANT SELECT (short_name, secretariat_name) ON body TO gavel_crossing;
GRANT SELECT (name, language) ON person TO gavel_crossing;
GRANT SELECT (calendar_id) ON office TO gavel_crossing;
GRANT SELECT (body_id, id, definition) ON calendar TO gavel_crossing;
CREATE POLICY crossing ON session FOR SELECT TO gavel_crossing USING (true);
CREATE POLICY crossing ON calendar FOR SELECT TO gavel_crossing USING (true);

-- Who reads a page, with all that every page shows of them, in one round trip. Minutes: 30 without a request end a session.
CREATE FUNCTION find_session(hash text)
  RETURNS TABLE (body_id text, person_id text, member_id text, roles text[], session_id uuid, seen_at timestamptz,
    signed_in_at timestamptz, name text, language text, zone text, body_name text, secretariat_name text, now timestamptz,
    is_demo boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
DECLARE
  at timestamptz := gavel_now();
  reader record;
  speaks_for text[];
  held text[];
BEGIN
  SELECT s.body_id, s.person_id, s.id, s.last_seen_at, s.signed_in_at, o.member_id, d.day, p.name, p.language,
    c.definition->>'zone' AS zone, b.short_name, b.secretariat_name, i.kind = 'demo' AS is_demo
  INTO reader
  FROM session s
  JOIN body b ON b.id = s.body_id
  CROSS JOIN installation i
  CROSS JOIN LATERAL (SELECT (at AT TIME ZONE b.zone)::date AS day) AS d
  JOIN person p ON p.body_id = s.body_id AND p.id = s.person_id AND (p.left_on IS NULL OR p.left_on > d.day)
  JOIN office o ON o.body_id = p.body_id AND o.id = p.office_id
  JOIN calendar c ON c.body_id = o.body_id AND c.id = o.calendar_id
  WHERE s.secret_hash = hash AND s.ended_at IS NULL AND s.expires_at > clock_timestamp()
    AND s.last_seen_at > clock_timestamp() - interval '30 minutes';
  IF NOT FOUND THEN RETURN; END IF;
  speaks_for := reader.person_id::text || ARRAY(
    SELECT s.person_id::text
    FROM stand_in s
    JOIN person absent ON absent.body_id = s.body_id AND absent.id = s.person_id
      AND (absent.left_on IS NULL OR absent.left_on > reader.day)
    WHERE s.body_id = reader.body_id AND s.stand_in_id = reader.person_id AND s.from_day <= reader.day AND s.until_day > reader.day);
  held := ARRAY(
    SELECT DISTINCT r.role
    FROM role_grant r
    WHERE r.body_id = reader.body_id AND r.person_id = ANY (speaks_for)
      AND r.from_day <= reader.day AND (r.until_day IS NULL OR r.until_day > reader.day)
    ORDER BY r.role);
  RETURN QUERY SELECT reader.body_id::text, reader.person_id::text, reader.member_id::text, held, reader.id, reader.last_seen_at,
    reader.signed_in_at, reader.name::text, reader.language::text, reader.zone, reader.short_name::text,
    reader.secretariat_name::text, at, reader.is_demo;
END
$$;
ALTER FUNCTION find_session(text) OWNER TO gavel_crossing;
