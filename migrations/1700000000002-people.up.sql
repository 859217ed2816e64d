-- Bodies, their members and calendars, offices, people, what people may do and until when.

-- The length is asked apart: a bound in the expression makes it ten times as dear, and it is asked of every row written.
CREATE DOMAIN key AS text CONSTRAINT key_is_well_formed
  CHECK (length(VALUE) <= 63 AND VALUE ~ '^[A-Za-z0-9][A-Za-z0-9._-]*$');
COMMENT ON DOMAIN key IS 'A name for machines and addresses: letters, digits, dot, dash and underscore, 63 characters at most.';
CREATE DOMAIN zone AS text CONSTRAINT zone_is_an_iana_name
  CHECK (length(VALUE) <= 64 AND VALUE ~ '^[A-Za-z][A-Za-z0-9+_/-]*$');
CREATE DOMAIN one_line AS text CONSTRAINT line_has_no_control_characters
  CHECK (VALUE !~ '[\u0001-\u001f\u007f\u202a-\u202e\u2066-\u2069]' AND length(VALUE) BETWEEN 1 AND 500);

CREATE TABLE body (
  id key PRIMARY KEY,
  name one_line NOT NULL,
  short_name one_line NOT NULL,
  zone zone NOT NULL,
  boundary text NOT NULL CONSTRAINT body_boundary_is_known CHECK (boundary IN ('shared_day', 'inclusive')),
  secretariat_name one_line NOT NULL,
  secretariat_calendar_id key NOT NULL,
  facts jsonb NOT NULL DEFAULT '{}',
  version integer NOT NULL DEFAULT 1
);
CALL fence('body', 'id');
COMMENT ON COLUMN body.boundary IS 'shared_day: a term ends on the day the next begins; inclusive: on the day before.';

CREATE TABLE calendar (
  body_id key NOT NULL CONSTRAINT calendar_belongs_to_a_body REFERENCES body,
  id key NOT NULL,
  definition jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (body_id, id)
);
CALL fence('calendar');
ALTER TABLE body ADD CONSTRAINT body_secretariat_has_a_calendar
  FOREIGN KEY (id, secretariat_calendar_id) REFERENCES calendar (body_id, id) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE member (
  body_id key NOT NULL CONSTRAINT member_belongs_to_a_body REFERENCES body,
  id key NOT NULL,
  name one_line NOT NULL,
  rotation_group one_line,
  status text NOT NULL DEFAULT 'partner'
    CONSTRAINT member_status_is_known CHECK (status IN ('partner', 'observer', 'organisation', 'suspended', 'former')),
  calendar_id key,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (body_id, id),
  CONSTRAINT member_calendar_is_known FOREIGN KEY (body_id, calendar_id) REFERENCES calendar (body_id, id)
);
CALL fence('member');

CREATE TABLE office (
  body_id key NOT NULL CONSTRAINT office_belongs_to_a_body REFERENCES body,
  id key NOT NULL,
  member_id key,
  name one_line NOT NULL,
  calendar_id key NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (body_id, id),
  CONSTRAINT office_member_is_known FOREIGN KEY (body_id, member_id) REFERENCES member (body_id, id),
  CONSTRAINT office_calendar_is_known FOREIGN KEY (body_id, calendar_id) REFERENCES calendar (body_id, id)
);
CALL fence('office');
COMMENT ON COLUMN office.member_id IS 'Null for an office of the secretariat.';

CREATE TABLE person (
  body_id key NOT NULL CONSTRAINT person_belongs_to_a_body REFERENCES body,
  id key NOT NULL,
  office_id key NOT NULL,
  name one_line NOT NULL,
  mail one_line NOT NULL,
  language text NOT NULL CONSTRAINT person_language_is_known CHECK (language IN ('en', 'fr', 'pt')),
  left_on date,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (body_id, id),
  CONSTRAINT person_office_is_known FOREIGN KEY (body_id, office_id) REFERENCES office (body_id, id)
);
CREATE UNIQUE INDEX person_mail_is_used_once ON person (body_id, lower(mail)) WHERE left_on IS NULL;
CREATE INDEX person_of_office ON person (body_id, office_id);
CALL fence('person');
COMMENT ON COLUMN person.left_on IS 'The first day on which this person has no part in the body any more.';

CREATE TABLE role_grant (
  body_id key NOT NULL,
  id uuid NOT NULL,
  person_id key NOT NULL,
  role text NOT NULL CONSTRAINT role_is_known CHECK (role IN ('delegate', 'lead', 'secretariat', 'observer')),
  from_day date NOT NULL,
  until_day date,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (body_id, id),
  CONSTRAINT role_person_is_known FOREIGN KEY (body_id, person_id) REFERENCES person (body_id, id),
  CONSTRAINT role_ends_after_it_starts CHECK (until_day > from_day),
  CONSTRAINT role_is_given_once_at_a_time EXCLUDE USING gist
    ((body_id::text) WITH =, (person_id::text) WITH =, role WITH =, daterange(from_day, until_day) WITH &&)
);
CREATE INDEX role_of_person ON role_grant (body_id, person_id);
CALL fence('role_grant');
COMMENT ON COLUMN role_grant.until_day IS 'The first day on which the role no longer holds; null while no end is known.';

CREATE TABLE stand_in (
  body_id key NOT NULL,
  id uuid NOT NULL,
  person_id key NOT NULL,
  stand_in_id key NOT NULL,
  from_day date NOT NULL,
  until_day date NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (body_id, id),
  CONSTRAINT stand_in_person_is_known FOREIGN KEY (body_id, person_id) REFERENCES person (body_id, id),
  CONSTRAINT stand_in_stand_in_is_known FOREIGN KEY (body_id, stand_in_id) REFERENCES person (body_id, id),
  CONSTRAINT stand_in_ends_after_it_starts CHECK (until_day > from_day),
  CONSTRAINT stand_in_is_someone_else CHECK (person_id <> stand_in_id),
  CONSTRAINT stand_in_is_one_at_a_time EXCLUDE USING gist
    ((body_id::text) WITH =, (person_id::text) WITH =, daterange(from_day, until_day) WITH &&)
);
CREATE INDEX stand_in_of_stand_in ON stand_in (body_id, stand_in_id);
CALL fence('stand_in');

CREATE TABLE api_token (
  body_id key NOT NULL,
  id uuid NOT NULL,
  person_id key NOT NULL,
  label one_line NOT NULL,
  secret_hash text NOT NULL CONSTRAINT token_secret_is_unique UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  revoked_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (body_id, id),
  CONSTRAINT token_person_is_known FOREIGN KEY (body_id, person_id) REFERENCES person (body_id, id)
);
CREATE INDEX token_of_person ON api_token (body_id, person_id);
CALL fence('api_token');
COMMENT ON COLUMN api_token.secret_hash IS 'SHA-256 of the secret, in hex; the secret itself is shown once and never kept.';

GRANT SELECT, INSERT, UPDATE, DELETE ON body, calendar, member, office, person, role_grant, stand_in, api_token TO gavel_app;

-- Two questions must be asked before it is known which body they belong to. They run as a role that owns nothing
-- else and reads only what the answer needs.
GRANT SELECT (id, zone) ON body TO gavel_crossing;
GRANT SELECT (body_id, id, office_id, left_on) ON person TO gavel_crossing;
GRANT SELECT (body_id, id, member_id) ON office TO gavel_crossing;
GRANT SELECT (body_id, person_id, role, from_day, until_day) ON role_grant TO gavel_crossing;
GRANT SELECT (body_id, person_id, stand_in_id, from_day, until_day) ON stand_in TO gavel_crossing;
GRANT SELECT (body_id, id, person_id, secret_hash, expires_at, revoked_at) ON api_token TO gavel_crossing;
CREATE POLICY crossing ON body FOR SELECT TO gavel_crossing USING (true);
CREATE POLICY crossing ON person FOR SELECT TO gavel_crossing USING (true);
CREATE POLICY crossing ON office FOR SELECT TO gavel_crossing USING (true);
CREATE POLICY crossing ON role_grant FOR SELECT TO gavel_crossing USING (true);
CREATE POLICY crossing ON stand_in FOR SELECT TO gavel_crossing USING (true);
CREATE POLICY crossing ON api_token FOR SELECT TO gavel_crossing USING (true);

-- Who holds a token, and every role they have today (by the clock of the body): their own and those of whom they stand
-- in for. No row for a token that is unknown, revoked or expired, nor for a person who has left.
CREATE FUNCTION find_token(hash text)
  RETURNS TABLE (body_id text, person_id text, member_id text, roles text[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
DECLARE
  now timestamptz := gavel_now();
  in_body text;
  holder text;
  member text;
  today date;
  speaks_for text[];
  held text[];
BEGIN
  SELECT t.body_id, t.person_id, o.member_id, d.day INTO in_body, holder, member, today
  FROM api_token t
  JOIN body b ON b.id = t.body_id
  CROSS JOIN LATERAL (SELECT (now AT TIME ZONE b.zone)::date AS day) AS d
  JOIN person p ON p.body_id = t.body_id AND p.id = t.person_id AND (p.left_on IS NULL OR p.left_on > d.day)
  JOIN office o ON o.body_id = p.body_id AND o.id = p.office_id
  WHERE t.secret_hash = hash AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > now);
  IF NOT FOUND THEN RETURN; END IF;
  speaks_for := holder || ARRAY(
    SELECT s.person_id::text
    FROM stand_in s
    JOIN person absent ON absent.body_id = s.body_id AND absent.id = s.person_id
      AND (absent.left_on IS NULL OR absent.left_on > today)
    WHERE s.body_id = in_body AND s.stand_in_id = holder AND s.from_day <= today AND s.until_day > today);
  held := ARRAY(
    SELECT DISTINCT r.role
    FROM role_grant r
    WHERE r.body_id = in_body AND r.person_id = ANY (speaks_for)
      AND r.from_day <= today AND (r.until_day IS NULL OR r.until_day > today)
    ORDER BY r.role);
  RETURN QUERY SELECT in_body, holder, member, held;
END
$$;
CREATE FUNCTION all_bodies() RETURNS TABLE (body_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$ SELECT id::text FROM body ORDER BY id $$;
ALTER FUNCTION find_token(text) OWNER TO gavel_crossing;
ALTER FUNCTION all_bodies() OWNER TO gavel_crossing;
