-- The secret address under which a person's calendar program reads the dates of a handover.

CREATE TABLE calendar_feed (
  body_id key NOT NULL,
  id uuid NOT NULL,
  handover_id key NOT NULL,
  person_id key NOT NULL,
  secret_hash text NOT NULL CONSTRAINT feed_secret_is_unique UNIQUE,
  made_at timestamptz NOT NULL,
  revoked_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (body_id, id),
  CONSTRAINT feed_handover_is_known FOREIGN KEY (body_id, handover_id) REFERENCES handover (body_id, id),
  CONSTRAINT feed_person_is_known FOREIGN KEY (body_id, person_id) REFERENCES person (body_id, id)
);
CREATE UNIQUE INDEX feed_is_one_at_a_time ON calendar_feed (body_id, handover_id, person_id) WHERE revoked_at IS NULL;
CALL fence('calendar_feed');
COMMENT ON COLUMN calendar_feed.secret_hash IS 'SHA-256 of the secret in the address, in hex; the secret itself is shown once and never kept.';

GRANT SELECT, INSERT, UPDATE ON calendar_feed TO gavel_app;
GRANT SELECT (body_id, handover_id, person_id, secret_hash, revoked_at) ON calendar_feed TO gavel_crossing;
CREATE POLICY crossing ON calendar_feed FOR SELECT TO gavel_crossing USING (true);

-- Whose address this is and for which handover, with every role they have today: their own and those of whom they stand
-- in for. No row for an address that is unknown or revoked, nor for a person who has left.
CREATE FUNCTION find_feed(hash text)
  RETURNS TABLE (body_id text, handover_id text, person_id text, member_id text, language text, roles text[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
DECLARE
  reader record;
  speaks_for text[];
  held text[];
BEGIN
  SELECT f.body_id, f.handover_id, f.person_id, o.member_id, p.language, d.day INTO reader
  FROM calendar_feed f
  JOIN body b ON b.id = f.body_id
  CROSS JOIN LATERAL (SELECT (gavel_now() AT TIME ZONE b.zone)::date AS day) AS d
  JOIN person p ON p.body_id = f.body_id AND p.id = f.person_id AND (p.left_on IS NULL OR p.left_on > d.day)
  JOIN office o ON o.body_id = p.body_id AND o.id = p.office_id
  WHERE f.secret_hash = hash AND f.revoked_at IS NULL;
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
  RETURN QUERY SELECT reader.body_id::text, reader.handover_id::text, reader.person_id::text, reader.member_id::text,
    reader.language::text, held;
END
$$;
ALTER FUNCTION find_feed(text) OWNER TO gavel_crossing;
